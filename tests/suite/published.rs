//! The bundled crosswalks that were published elsewhere, compared pair by pair with what was published.

use std::collections::BTreeSet;

use xwalk::model::{Mapping, MappingId};
use xwalk::relation::Word;

use crate::bundled::{model, published};

/// Each published crosswalk with the table of its pairs.
const CROSSWALKS: [(&str, &str); 4] = [
    ("olir-hipaa-csf1", "hipaa-security-2013--nist-csf-1.1.csv"),
    ("olir-csf1-csf2", "nist-csf-1.1--nist-csf-2.0.csv"),
    ("olir-csf2-iso27001", "nist-csf-2.0--iso-27001-2022.csv"),
    ("olir-pci-csf2", "pci-dss-4.0.1--nist-csf-2.0.csv"),
];

fn mapping(name: &str) -> (MappingId, &'static Mapping<'static>) {
    let mut mappings = model().mappings.iter();
    mappings.find(|(_, mapping)| mapping.name == name).unwrap()
}

/// The pairs of a mapping, in order; a pair that stands twice is there twice.
fn pairs(name: &str) -> Vec<(String, String)> {
    let identifier = |control: Option<_>| model().controls[control.unwrap()].identifier.to_owned();
    let rows = model().rows_of(mapping(name).0);
    let mut pairs: Vec<_> = rows
        .map(|(_, row)| {
            (
                identifier(row.source.single()),
                identifier(row.target.single()),
            )
        })
        .collect();
    pairs.sort();
    pairs
}

/// The identifier that the source of a mapping uses for a control; a crosswalk may have been published with an alias.
fn today(name: &str, identifier: &str) -> String {
    let mut controls = model().controls_of(mapping(name).1.from);
    let aliased = controls.find(|(_, control)| control.aliases.contains(&identifier));
    aliased
        .map_or(identifier, |(_, control)| control.identifier)
        .to_owned()
}

#[test]
fn every_published_pair_is_there_and_no_other() {
    for (name, table) in CROSSWALKS {
        let records = published(table).into_iter();
        let mut expected: Vec<_> = records
            .filter(|record| record[2].is_empty())
            .map(|record| (today(name, &record[0]), record[1].clone()))
            .collect();
        expected.sort();
        let found = pairs(name);
        let first_difference = found
            .iter()
            .zip(&expected)
            .find(|(found, expected)| found != expected);
        assert_eq!(first_difference, None, "{name}");
        assert_eq!(found.len(), expected.len(), "{name}");
    }
}

#[test]
fn every_pair_that_is_left_out_has_a_reason_that_holds() {
    for (name, table) in CROSSWALKS {
        let carried: BTreeSet<_> = pairs(name).into_iter().collect();
        for record in published(table)
            .iter()
            .filter(|record| !record[2].is_empty())
        {
            let pair = (record[0].clone(), record[1].clone());
            if record[2].starts_with("published twice") {
                assert!(carried.contains(&pair), "{name} {pair:?}");
            } else {
                let to = mapping(name).1.to;
                let mut targets = model().controls_of(to);
                assert!(
                    targets.all(|(_, control)| control.identifier != pair.1),
                    "{name} {pair:?}"
                );
            }
        }
    }
}

#[test]
fn published_crosswalks_claim_no_more_than_their_source() {
    for (name, _) in CROSSWALKS {
        let (id, mapping) = mapping(name);
        assert!(mapping.source.is_some() && mapping.url.is_some(), "{name}");
        assert_eq!(mapping.left_out, 0, "{name}");
        for (_, row) in model().rows_of(id) {
            assert_eq!(row.word, Word::RelatedTo, "{name}");
            assert_eq!((row.strength, row.rationale), (None, None), "{name}");
        }
    }
}

#[test]
fn notes_of_authored_crosswalks_are_all_different() {
    for (id, mapping) in model()
        .mappings
        .iter()
        .filter(|(_, mapping)| mapping.author.is_some())
    {
        let mut places_of_notes = std::collections::BTreeMap::new();
        for (_, row) in model().rows_of(id) {
            let note = row.note.as_deref().unwrap_or_default();
            assert!(
                !note.is_empty(),
                "{} has a row without a note",
                mapping.name
            );
            // The claims of one row share its note.
            let first = places_of_notes.insert(note, row.place);
            assert!(
                first.is_none_or(|first| first == row.place),
                "{}: `{note}` stands twice",
                mapping.name
            );
        }
    }
}
