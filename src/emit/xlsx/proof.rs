//! Proofs in words, and the mark that tells what is proved from what is stated.

use std::cmp::Ordering;

use super::cell::{Cell, Look};
use super::plan::Plan;
use xwalk_report::{Chain, Proved, ProvedCorrespondence, RowName, Tally, Verdict};

/// Stands before everything that is proved: the turnstile, as logicians write it.
pub(super) const MARK: &str = "⊢";

/// A relation that is proved, with the mark.
pub(super) fn relation_cell<'a>(relation: &str) -> Cell<'a> {
    Cell::new(format!("{MARK} {relation}"), Look::Proved)
}

/// The proof, one sentence per chain; several are numbered, and what they come to stands last.
pub(super) fn in_words(proved: &Proved<'_>) -> String {
    match proved.chains.as_slice() {
        [chain] => sentence(chain),
        chains => {
            let numbered = (1..).zip(chains);
            let mut lines: Vec<String> = numbered
                .map(|(number, chain)| format!("{number}. {}", sentence(chain)))
                .collect();
            lines.push(format!("Together: {}.", proved.relation));
            lines.join("\n")
        }
    }
}

fn sentence(chain: &Chain<'_>) -> String {
    let said = plain(&chain.sentence);
    match chain.conclusion.as_str() {
        "" => format!("{said}."),
        conclusion => format!("{said}, {}.", plain(conclusion)),
    }
}

/// How the counts with proofs differ from the stated ones: `full +12, not reviewed −12`; empty where they do not.
pub(super) fn change(stated: Tally, proved: Tally) -> String {
    let changes = Verdict::ALL.into_iter().filter_map(|verdict| {
        let (before, after) = (stated.of(verdict), proved.of(verdict));
        match after.cmp(&before) {
            Ordering::Greater => Some(format!("{} +{}", verdict.word(), after - before)),
            Ordering::Less => Some(format!("{} −{}", verdict.word(), before - after)),
            Ordering::Equal => None,
        }
    });
    changes.collect::<Vec<_>>().join(", ")
}

/// What is proved of one control against one framework: a line per relation, each with the identifiers. Those of mixed
/// rationales stand apart, and last those that one row and the hierarchy prove.
pub(super) fn correspondences(plan: &Plan<'_>, found: &[ProvedCorrespondence<'_>]) -> String {
    let mut lines: Vec<((&str, &str), Vec<&str>)> = Vec::new();
    let is_of_one_row = |one: &&ProvedCorrespondence<'_>| one.proved.rests_on_one_row();
    let several = found.iter().filter(|one| !is_of_one_row(one));
    let one_row = found.iter().filter(is_of_one_row);
    for one in several.chain(one_row) {
        let remark = match one.proved {
            proved if proved.rests_on_one_row() => " (by one row and the hierarchy)",
            proved if proved.mixes_rationales() => " (mixed rationales)",
            _ => "",
        };
        let kind = (one.relation, remark);
        let identifier = plan.identifier(one.other);
        match lines.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, identifiers)) => identifiers.push(identifier),
            None => lines.push((kind, vec![identifier])),
        }
    }
    let lines = lines.into_iter();
    let lines: Vec<String> = lines
        .map(|((relation, remark), identifiers)| {
            format!("{MARK} {relation} {}{remark}", identifiers.join(", "))
        })
        .collect();
    lines.join("\n")
}

/// The text without the backticks around names, which mean nothing to readers of spreadsheets.
pub(super) fn plain(text: &str) -> String {
    text.replace('`', "")
}

/// The rows of a proof, each once, in the order of the argument.
pub(super) fn rows<'r>(proved: &'r Proved<'_>) -> Vec<&'r RowName<'r>> {
    let mut rows: Vec<&RowName<'_>> = Vec::new();
    for step in proved.chains.iter().flat_map(|chain| &chain.steps) {
        let Some(row) = &step.row else { continue };
        if !rows.contains(&row) {
            rows.push(row);
        }
    }
    rows
}

/// The places of rows, one per line.
pub(super) fn places(rows: &[&RowName<'_>]) -> String {
    let places: Vec<&str> = rows.iter().map(|row| row.place.as_str()).collect();
    places.join("\n")
}

/// The rationales of rows, with a word where they differ: claims about different things take part.
pub(super) fn rationales(rationales: &[&str]) -> String {
    let all = rationales.join(", ");
    match rationales {
        [_, _, ..] => format!("mixed: {all}"),
        _ => all,
    }
}
