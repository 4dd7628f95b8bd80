//! The crosswalks that this project authored: what each row has to have, and the figures that `docs/content.md` gives.

mod covered;
mod figures;
mod related;
mod reviews;

use std::collections::BTreeMap;

use xwalk::compile::Compilation;
use xwalk::diagnostic::{Level, Levels, Severity};
use xwalk::model::{End, Mapping, MappingId, Row};
use xwalk::relation::{Label, Relation};
use xwalk::syntax::ast::{Complete, Style};

use crate::bundled::{compilation, model, sources};

/// The authored crosswalks, in order of their names.
fn authored() -> impl Iterator<Item = (MappingId, &'static Mapping<'static>)> {
    let mappings = model().mappings.iter();
    mappings.filter(|(_, mapping)| mapping.style == Style::SetTheory)
}

/// One side of a row, as it is written without its framework.
fn written(end: &End) -> String {
    let identifiers = end.controls().iter();
    let identifiers = identifiers.map(|control| model().controls[*control].identifier);
    let written = identifiers.collect::<Vec<_>>().join(" + ");
    if written.is_empty() {
        "*".to_owned()
    } else {
        written
    }
}

fn claim(row: &Row<'_>) -> String {
    let [source, target] = [&row.source, &row.target].map(written);
    format!("{source} {} {target}", row.relation_text())
}

#[test]
fn six_crosswalks_are_authored_and_complete_on_both_sides() {
    let names: Vec<&str> = authored().map(|(_, mapping)| mapping.name).collect();
    assert_eq!(
        names,
        [
            "csf1-csf2",
            "iso-27001-csf2",
            "iso-27103-csf2",
            "iso-27103-hipaa",
            "iso-27103-iso-27001",
            "iso-27103-pci",
        ]
    );
    for (_, mapping) in authored() {
        assert_eq!(mapping.complete, Complete::Both, "{}", mapping.name);
        let said = [
            &mapping.doc,
            &mapping.source,
            &mapping.url,
            &mapping.use_case,
        ];
        assert!(said.iter().all(|said| said.is_some()), "{}", mapping.name);
        // What the comparison takes for granted stands in more than one sentence.
        let assumptions = mapping.doc.as_deref().unwrap();
        assert!(assumptions.matches('.').count() > 2, "{}", mapping.name);
    }
}

#[test]
fn every_authored_row_has_a_rationale_a_strength_in_its_band_and_a_note_of_its_own() {
    let mut wrong = Vec::new();
    for (id, mapping) in authored() {
        let mut notes: BTreeMap<&str, _> = BTreeMap::new();
        for (_, row) in model().rows_of(id) {
            let band = match row.label {
                label if label == Label::only(Relation::Equal) => 10..=10,
                label if label == Label::only(Relation::NoRelationship) => 0..=0,
                _ => 1..=9,
            };
            let strength = row
                .strength
                .is_some_and(|strength| band.contains(&strength));
            let rationale = model().rationale(row).is_some();
            let note = row.note.as_deref().unwrap_or_default();
            // Several targets of one row share its note.
            let same = notes.insert(note, row.place);
            let own = same.is_none_or(|place| place == row.place);
            if !strength || !rationale || note.len() < 40 || !own {
                wrong.push(format!("{}: {}", mapping.name, claim(row)));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn no_authored_row_follows_from_others() {
    let compilation = compilation();
    let prover = compilation
        .logic
        .prover_of(model(), xwalk::analysis::Standpoint::All, |_| true);
    let mut redundant = Vec::new();
    for (id, mapping) in authored() {
        for (number, row) in model().rows_of(id) {
            let (Some(source), Some(target)) = (row.source.single(), row.target.single()) else {
                continue;
            };
            let others = prover.about_without(source, number).label(target);
            // All are complete on both sides, so the only row on a control has to stay.
            let is_needed = [source, target].iter().any(|end| {
                let about = model().rows_of(id).filter(|(_, row)| {
                    let mut ends = row.source.controls().iter().chain(row.target.controls());
                    ends.any(|other| other == end)
                });
                model().controls[*end].assessable && about.count() == 1
            });
            if others.implies(row.label) && !is_needed {
                redundant.push(format!("{}: {}", mapping.name, claim(row)));
            }
        }
    }
    assert_eq!(redundant, Vec::<String>::new());
}

#[test]
fn no_condition_of_a_claim_stands_in_its_note_alone() {
    let codes = xwalk::workspace::codes::all();
    let code = codes.iter().find(|code| code.name == "condition-in-note");
    let code = code.unwrap();
    let mut levels = Levels::default();
    levels.set(code, Level::At(Severity::Warning));
    let Compilation { logic, .. } = compilation();
    let found = xwalk::rules::check(model(), logic, sources(), &levels);
    let told: Vec<String> = found
        .iter()
        .filter(|diagnostic| diagnostic.code == *code)
        .map(|diagnostic| {
            let place = sources().file_line(diagnostic.primary.place);
            format!("{place}: {}", diagnostic.message)
        })
        .collect();
    assert_eq!(told, Vec::<String>::new());
}
