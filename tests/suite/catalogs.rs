//! The bundled frameworks, compared with what their publishers published.

use std::collections::{BTreeMap, BTreeSet};

use xwalk::model::Control;
use xwalk::syntax::ast::ActivityKind;

use crate::bundled::{framework, model, published};

const FRAMEWORKS: [&str; 6] = [
    "hipaa-security@2013",
    "iso-27001@2022",
    "iso-ts-27103@2026",
    "nist-csf@1.1",
    "nist-csf@2.0",
    "pci-dss@4.0.1",
];

/// The identifiers of a framework, each with that of its parent.
fn hierarchy(label: &str, keep: impl Fn(&Control<'_>) -> bool) -> BTreeSet<(String, String)> {
    let controls = model().controls_of(framework(label));
    controls
        .filter(|(_, control)| keep(control))
        .map(|(_, control)| {
            let parent = control.parent.map(|parent| &model().controls[parent]);
            let parent = parent.map_or("", |parent| parent.identifier);
            (control.identifier.to_owned(), parent.to_owned())
        })
        .collect()
}

fn published_hierarchy(label: &str) -> BTreeSet<(String, String)> {
    let records = published("catalogs.csv").into_iter();
    records
        .filter(|record| record[0] == label)
        .map(|record| (record[1].clone(), record[2].clone()))
        .collect()
}

/// How many controls stand at each depth.
fn depths(label: &str) -> Vec<usize> {
    let mut counts = BTreeMap::<u8, usize>::new();
    for (_, control) in model().controls_of(framework(label)) {
        *counts.entry(control.depth).or_default() += 1;
    }
    counts.into_values().collect()
}

#[test]
fn every_catalog_has_the_identifiers_and_the_hierarchy_that_were_published() {
    for label in FRAMEWORKS {
        // The publication of TS 27103 ends at the categories; what lies below is this project's. What was published
        // of the Security Rule begins at 164.308 and has no (b)(2).
        let is_published = |control: &Control<'_>| match label {
            "iso-ts-27103@2026" => control.depth < 2,
            "hipaa-security@2013" => !is_of_the_rule_alone(control),
            _ => true,
        };
        assert_eq!(
            hierarchy(label, is_published),
            published_hierarchy(label),
            "{label}"
        );
    }
}

/// The paragraphs of 45 CFR 164 that bind and that NIST SP 800-66 numbers neither as standards nor as specifications.
fn is_of_the_rule_alone(control: &Control<'_>) -> bool {
    control.identifier.starts_with("164.306") || control.identifier == "164.308(b)(2)"
}

#[test]
fn every_catalog_has_the_known_counts() {
    assert_eq!(depths("nist-csf@2.0"), [6, 22, 106]);
    assert_eq!(depths("nist-csf@1.1"), [5, 23, 108]);
    assert_eq!(depths("hipaa-security@2013"), [5 + 1, 22 + 5 + 1, 46 + 4]);
    assert_eq!(depths("iso-27001@2022")[0], 7 + 4);
    let annex_a = hierarchy("iso-27001@2022", |control| {
        control.depth == 1 && control.identifier.starts_with("A.")
    });
    assert_eq!(annex_a.len(), 93);
    assert_eq!(depths("iso-ts-27103@2026")[..2], [5, 20]);
    assert!((70..=110).contains(&depths("iso-ts-27103@2026")[2]));
    assert_eq!(depths("pci-dss@4.0.1")[0], 12 + 3);
}

#[test]
fn hipaa_specifications_are_required_or_addressable_and_standards_required() {
    let tagged_at = |depth: u8, tag: &str| {
        let controls = model().controls_of(framework("hipaa-security@2013"));
        let controls = controls.filter(|(_, control)| !is_of_the_rule_alone(control));
        controls
            .filter(|(_, control)| control.depth == depth && control.tags.contains(&tag))
            .count()
    };
    let published = |level: &str| {
        published("catalogs.csv")
            .iter()
            .filter(|record| record[3] == level)
            .count()
    };
    assert_eq!(tagged_at(1, "required"), published("standard"));
    assert_eq!(tagged_at(1, "addressable"), 0);
    assert_eq!(tagged_at(2, "required"), published("spec-required"));
    assert_eq!(tagged_at(2, "addressable"), published("spec-addressable"));
}

/// Of the standards only 164.314(a) says nothing beyond its specifications.
#[test]
fn hipaa_standards_are_assessed_by_their_own_sentence() {
    let rule = framework("hipaa-security@2013");
    let standards = model().controls_of(rule).filter(|(_, it)| it.depth == 1);
    let left: Vec<&str> = standards
        .filter(|(_, standard)| standard.tags.contains(&"required") && !standard.assessable)
        .map(|(_, standard)| standard.identifier)
        .collect();
    assert_eq!(left, ["164.314(a)"]);
    assert_eq!(model().assessable(rule).count(), 75);
}

#[test]
fn what_the_publishers_withdrew_is_withdrawn() {
    let expected: BTreeSet<(String, String)> = published("withdrawn.csv")
        .into_iter()
        .map(|record| (record[0].clone(), record[1].clone()))
        .collect();
    let withdrawn = model().frameworks.iter().flat_map(|(_, framework)| {
        framework
            .withdrawn
            .iter()
            .map(|withdrawn| (framework.label(), withdrawn.identifier.to_owned()))
    });
    assert_eq!(withdrawn.collect::<BTreeSet<_>>(), expected);
}

#[test]
fn every_control_has_a_title_and_own_titles_are_short() {
    let own = [
        "iso-ts-27103@2026",
        "nist-csf@1.1",
        "nist-csf@2.0",
        "pci-dss@4.0.1",
    ];
    for label in FRAMEWORKS {
        for (_, control) in model().controls_of(framework(label)) {
            let words = control.title.split_whitespace().count();
            assert!(words > 0, "{label} {} has no title", control.identifier);
            if own.contains(&label) && control.assessable {
                assert!(
                    (2..=10).contains(&words),
                    "{label} {} `{}`",
                    control.identifier,
                    control.title
                );
            }
        }
    }
}

#[test]
fn no_two_assessable_controls_of_a_framework_share_a_title() {
    for label in FRAMEWORKS {
        let mut seen = BTreeMap::new();
        for (_, control) in model().assessable(framework(label)) {
            let first = seen.insert(control.title.to_lowercase(), control.identifier);
            assert_eq!(
                first, None,
                "{label} {} `{}`",
                control.identifier, control.title
            );
        }
    }
}

#[test]
fn every_key_activity_and_indicator_names_controls_that_carry_it() {
    let controls = model().controls_of(framework("iso-ts-27103@2026"));
    let activities: Vec<_> = controls
        .flat_map(|(_, control)| &control.activities)
        .collect();
    let of_kind = |kind| {
        activities
            .iter()
            .filter(|activity| activity.kind == kind)
            .count()
    };
    assert_eq!(of_kind(ActivityKind::Activity), 15);
    assert_eq!(of_kind(ActivityKind::Indicator), 5);
    for activity in activities {
        assert!(!activity.on.is_empty(), "{}", activity.title);
    }
}
