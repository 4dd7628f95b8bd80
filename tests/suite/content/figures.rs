//! The figures of `docs/content.md`, counted anew.

use std::collections::BTreeSet;

use xwalk::analysis::Standpoint;
use xwalk::bundled;
use xwalk::compile::{Compilation, compile};
use xwalk::diagnostic::Levels;
use xwalk::model::{ControlId, FrameworkId, Mapping, Model};
use xwalk::relation::{Label, Relation};
use xwalk::source::SourceMap;
use xwalk::syntax::ast::Style;

use tempfile::TempDir;

use super::{authored, covered, reviews};
use crate::bundled::model;
use crate::harness::{all_well, compare, markdown, path, read, with_table};
use crate::program::xwalk;

#[test]
fn the_figures_of_the_page_are_what_the_program_counts() {
    let file = path("docs/content.md");
    let page = read(&file);
    let page = with_table(&page, "rows", &rows());
    let page = with_table(&page, "coverage", &covered::coverage());
    let page = with_table(&page, "conditions", &covered::conditions());
    let page = with_table(&page, "proved", &covered::proved());
    let page = with_table(&page, "published", &published());
    let page = with_table(&page, "migration", &migration());
    let page = with_table(&page, "reviews", &reviews::agreement());
    let page = with_table(&page, "confusion", &reviews::confusion());
    all_well(compare(&file, &page).err());
}

#[test]
fn the_readme_counts_the_claims_of_each_crosswalk() {
    let readme = read(&path("README.md"));
    for (id, mapping) in model().mappings.iter() {
        let claims = model().rows_of(id).count();
        let line = readme
            .lines()
            .find(|line| line.contains(&format!("`{}`", mapping.name)));
        let line = line.unwrap_or_else(|| panic!("{}", mapping.name));
        assert!(line.contains(&format!("| {claims} |")), "{claims}: {line}");
    }
}

/// A share in percent, rounded half up; what is there is never said to be none.
pub fn percent(part: usize, whole: usize) -> String {
    if part > 0 && 200 * part < whole {
        return "under 1 %".to_owned();
    }
    format!("{} %", (200 * part + whole) / (2 * whole))
}

fn rows() -> String {
    let only = Label::only;
    let head = [
        "crosswalk",
        "claims",
        "`equal`",
        "`superset-of`",
        "`subset-of`",
        "in doubt: `r\\|s`",
        "`intersects-with`",
        "`no-relationship`",
        "share of `intersects-with`",
    ];
    let lines = authored().map(|(id, mapping)| {
        let labels: Vec<Label> = model().rows_of(id).map(|(_, row)| row.label).collect();
        let count = |wanted: Label| labels.iter().filter(|label| **label == wanted).count();
        let [equal, superset, subset, crossing, none] = [
            Relation::Equal,
            Relation::SupersetOf,
            Relation::SubsetOf,
            Relation::IntersectsWith,
            Relation::NoRelationship,
        ]
        .map(|relation| count(only(relation)));
        let doubtful = labels.len() - equal - superset - subset - crossing - none;
        let counts = [
            labels.len(),
            equal,
            superset,
            subset,
            doubtful,
            crossing,
            none,
        ];
        let counts = counts.iter().map(ToString::to_string);
        std::iter::once(format!("`{}`", mapping.name))
            .chain(counts)
            .chain([percent(crossing, labels.len())])
            .collect()
    });
    markdown(&head, lines)
}

pub fn label(framework: FrameworkId) -> String {
    format!("`{}`", model().frameworks[framework].label())
}

/// What the authored rows alone say of the pairs that others published.
fn published() -> String {
    let authored = |text: &str| {
        let words: Vec<&str> = text.split_whitespace().collect();
        words.windows(2).any(|pair| pair == ["style", "set-theory"])
    };
    let sources = bundled::sources()
        .filter(|source| authored(source.text()) || source.name.contains("frameworks/"));
    let sources = SourceMap::new(sources.collect());
    let own = compile(&sources, &Levels::default());
    assert_eq!(
        own.model.mappings.len(),
        6,
        "every crosswalk of our own is read"
    );
    let head = [
        "published crosswalk",
        "pairs of assessable controls",
        "ours prove an overlap or more",
        "ours exclude",
        "nothing follows from ours",
        "containments that ours prove and nobody published",
    ];
    let published = model().mappings.iter();
    let published = published.filter(|(_, mapping)| mapping.style == Style::Crosswalk);
    let lines = published.map(|(id, mapping)| {
        let pairs: BTreeSet<[&str; 2]> = model()
            .rows_of(id)
            .filter_map(|(_, row)| {
                let ends = [row.source.single()?, row.target.single()?];
                let ends = ends.map(|control| &model().controls[control]);
                let assessable = ends.iter().all(|control| control.assessable);
                assessable.then(|| ends.map(|control| control.identifier))
            })
            .collect();
        let judged = Judged::of(&own, mapping, &pairs);
        let counts = [
            pairs.len(),
            judged.overlaps,
            judged.excluded,
            pairs.len() - judged.overlaps - judged.excluded,
            judged.unpublished,
        ];
        let counts = counts.iter().map(ToString::to_string);
        std::iter::once(format!("`{}`", mapping.name))
            .chain(counts)
            .collect()
    });
    markdown(&head, lines)
}

/// What follows for the pairs of assessable controls of two frameworks.
#[derive(Default)]
struct Judged {
    overlaps: usize,
    excluded: usize,
    unpublished: usize,
}

impl Judged {
    fn of(own: &Compilation<'_>, mapping: &Mapping<'_>, pairs: &BTreeSet<[&str; 2]>) -> Self {
        let prover = own.logic.prover_of(&own.model, Standpoint::All, |_| true);
        let [from, to] = [mapping.from, mapping.to].map(|framework| {
            let label = model().frameworks[framework].label();
            let mut frameworks = own.model.frameworks.iter();
            let found = frameworks.find(|(_, framework)| framework.label() == label);
            found.unwrap().0
        });
        let mut judged = Self::default();
        for source in assessable(&own.model, from) {
            let known = prover.about(source);
            for target in assessable(&own.model, to) {
                let label = known.label(target);
                let ends = [source, target].map(|end| own.model.controls[end].identifier);
                let contains = label.implies(Label::WITHIN) || label.implies(Label::CONTAINS);
                if pairs.contains(&ends) {
                    judged.overlaps += usize::from(label.implies(Label::OVERLAPS));
                    judged.excluded += usize::from(label == Label::only(Relation::NoRelationship));
                } else {
                    judged.unpublished += usize::from(contains);
                }
            }
        }
        judged
    }
}

fn assessable<'m>(
    model: &'m Model<'_>,
    framework: FrameworkId,
) -> impl Iterator<Item = ControlId> + 'm {
    let controls = model.controls_of(framework);
    let controls = controls.filter(|(_, control)| control.assessable);
    controls.map(|(id, _)| id)
}

/// What `xwalk migrate` tells of the published Security Rule crosswalk and the new edition of the CSF.
fn migration() -> String {
    let folder = TempDir::new().unwrap();
    let arguments = [
        "migrate",
        "nist-csf@1.1",
        "nist-csf@2.0",
        "olir-hipaa-csf1",
        "-o",
        "new.xwalk",
    ];
    let told = xwalk(folder.path(), &arguments).ended(0).err;
    // A count stands before what it counts.
    let before = |words: &str| {
        let (before, _) = told
            .split_once(words)
            .unwrap_or_else(|| panic!("{words}: {told}"));
        let count = before.rsplit(|sign: char| !sign.is_ascii_digit()).next();
        count.unwrap().to_owned()
    };
    let lost = if told.contains(" lost") {
        before(" of them lost")
    } else {
        "0".to_owned()
    };
    let counts = [
        before(" old rows:"),
        before(" carried over in full"),
        before(" in part"),
        before(" not; what"),
        before(" rows to review"),
        before(" with a row"),
        lost,
    ];
    let head = [
        "old rows",
        "carried over in full",
        "in part",
        "not, to be judged again",
        "rows to review",
        "outcomes of 2.0 with one",
        "old controls lost",
    ];
    markdown(&head, [counts.to_vec()])
}
