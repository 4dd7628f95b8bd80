//! What rows prove beyond what they say, and where they contradict each other.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::table::{Columns, joined, list, maybe, place, shown, table};
use xwalk_format::names::Names;
use xwalk_report::{Chain, Contradiction, Proved, Report, RowName};

/// `proved.csv`: one line per pair of controls of which something is proved.
pub(super) fn proved<'r>(report: &'r Report<'r>) -> csv::Result<Vec<u8>> {
    let columns: &Columns<'r, &'r Proved<'r>> = &[
        ("source_framework", |names, pair| {
            names.framework_of(pair.source).into()
        }),
        ("source", |names, pair| names.qualified(pair.source).into()),
        ("source_title", |names, pair| {
            names.title(pair.source).into()
        }),
        ("relation", |_, pair| pair.relation.as_str().into()),
        ("target_framework", |names, pair| {
            names.framework_of(pair.target).into()
        }),
        ("target", |names, pair| names.qualified(pair.target).into()),
        ("target_title", |names, pair| {
            names.title(pair.target).into()
        }),
        ("converse", |_, pair| pair.converse.as_str().into()),
        ("stated", |_, pair| maybe(pair.stated.as_deref())),
        ("status", |_, pair| pair.status.word().into()),
        ("rationales", |_, pair| list(&pair.rationales)),
        ("mixed_rationales", |_, pair| shown(pair.mixes_rationales())),
        ("strength", |_, pair| {
            pair.strength.map_or(Cow::Borrowed(""), shown)
        }),
        ("confidence", |_, pair| maybe(pair.confidence.as_deref())),
        ("chains", |_, pair| shown(pair.chains.len())),
        ("rows", |names, pair| here(names, rows(pair))),
        ("elsewhere", |_, pair| elsewhere(rows(pair))),
        ("proof", |_, pair| {
            joined(pair.chains.iter().map(sentence), " ; ")
        }),
    ];
    table(report, columns, report.proved.values())
}

/// `contradictions.csv`: one line per set of rows that cannot all be true.
pub(super) fn contradictions<'r>(report: &'r Report<'r>) -> csv::Result<Vec<u8>> {
    let columns: &Columns<'r, &'r Contradiction<'r>> = &[
        ("sentence", |_, found| found.sentence.as_str().into()),
        ("rows", |names, found| here(names, &found.rows)),
        ("elsewhere", |_, found| elsewhere(&found.rows)),
        ("source", |_, found| found.chain.from.as_str().into()),
        ("shown", |_, found| found.chain.relation.as_str().into()),
        ("denied", |_, found| found.denied.as_str().into()),
        ("target", |_, found| found.chain.to().into()),
        ("denial", |names, found| here(names, [&found.denial])),
        ("rationales", |_, found| list(&found.rationales)),
        ("mixed_rationales", |_, found| {
            shown(found.mixes_rationales())
        }),
        ("stands_loosely", |_, found| shown(found.stands_loosely)),
    ];
    table(report, columns, &report.contradictions)
}

/// The rows of a proof in the order of its chains, each once.
fn rows<'r>(pair: &'r Proved<'r>) -> Vec<&'r RowName<'r>> {
    let steps = pair.chains.iter().flat_map(|chain| &chain.steps);
    let rows = steps.filter_map(|step| step.row.as_ref());
    let mut seen = BTreeSet::new();
    rows.filter(|row| seen.insert((row.position, &row.place)))
        .collect()
}

/// The names of those rows that the report shows.
fn here<'r>(names: Names<'r>, rows: impl IntoIterator<Item = &'r RowName<'r>>) -> Cow<'r, str> {
    let shown = rows.into_iter().filter_map(|row| row.position);
    list(shown.map(|position| names.row(position)))
}

/// The mappings and places of those that it leaves out.
fn elsewhere<'r>(rows: impl IntoIterator<Item = &'r RowName<'r>>) -> Cow<'r, str> {
    let left_out = rows.into_iter().filter(|row| row.position.is_none());
    list(left_out.map(|row| place(row.mapping, &row.place)))
}

/// A chain as a sentence, with what follows from it.
fn sentence(chain: &Chain<'_>) -> String {
    let parts = [chain.sentence.as_str(), chain.conclusion.as_str()];
    let said = parts.into_iter().filter(|part| !part.is_empty());
    said.collect::<Vec<_>>().join(", ")
}
