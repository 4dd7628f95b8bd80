//! What the crosswalks cover and what follows from them, as tables of `docs/content.md`.

use std::collections::BTreeSet;

use xwalk::analysis::{Basis, Options, Tally, Verdict};
use xwalk::bundled;
use xwalk::compile::{Compilation, compile};
use xwalk::diagnostic::Levels;
use xwalk::model::FrameworkId;
use xwalk::source::{Source, SourceMap};

use super::authored;
use super::figures::{label, percent};
use crate::bundled::{compilation, model};
use crate::harness::markdown;

pub fn coverage() -> String {
    let facts = compilation().facts(Options::default());
    let head = [
        "of",
        "by",
        "assessable",
        "full",
        "overlap",
        "gap",
        "full with proofs",
    ];
    let mut lines = Vec::new();
    for (_, mapping) in authored() {
        let (from, to) = (mapping.from, mapping.to);
        for (of, by) in [(to, from), (from, to)] {
            let coverage = facts.coverage(of, by).unwrap();
            let tally = |basis| coverage.tally(model(), basis).unwrap();
            let stated: Tally = tally(Basis::Stated);
            let proved = tally(Basis::Proved).of(Verdict::Full);
            let counts = [Verdict::Full, Verdict::Overlap, Verdict::Gap];
            let counts = counts.map(|verdict| share(stated.of(verdict), stated.total()));
            let start = [label(of), label(by), stated.total().to_string()];
            let cells = start.into_iter().chain(counts);
            lines.push(cells.chain([proved.to_string()]).collect());
        }
    }
    markdown(&head, lines)
}

/// What is full if the conditions of rows are taken to be true, where a crosswalk has any.
pub fn conditions() -> String {
    let sources = bundled::sources().map(|source| {
        let text = without_conditions(source.text());
        Source::new(source.name, text, source.origin)
    });
    let sources = SourceMap::new(sources.collect());
    let taken = compile(&sources, &Levels::default());
    let head = [
        "of",
        "by",
        "full without conditions",
        "full with conditions taken to be true",
    ];
    let mut lines = Vec::new();
    for (id, mapping) in authored() {
        if !model()
            .rows_of(id)
            .any(|(_, row)| row.condition().is_some())
        {
            continue;
        }
        for (of, by) in [(mapping.to, mapping.from), (mapping.from, mapping.to)] {
            let full = |compilation: &Compilation<'_>| {
                let facts = compilation.facts(Options::default());
                let coverage = facts.coverage(of, by).unwrap();
                let tally = coverage.tally(&compilation.model, Basis::Stated).unwrap();
                share(tally.of(Verdict::Full), tally.total())
            };
            lines.push(vec![
                label(of),
                label(by),
                full(compilation()),
                full(&taken),
            ]);
        }
    }
    markdown(&head, lines)
}

/// A text of the language with all its rows unconditional.
fn without_conditions(text: &str) -> String {
    let mut parts = text.split(" when \"");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        kept += part.split_once('"').unwrap().1;
    }
    kept
}

/// What is proved between frameworks that no authored crosswalk connects.
pub fn proved() -> String {
    let facts = compilation().facts(Options::default());
    let head = ["of", "by", "assessable", "full", "overlap", "neither"];
    let frameworks: Vec<FrameworkId> = model().frameworks.ids().collect();
    let connected: BTreeSet<[FrameworkId; 2]> = authored()
        .flat_map(|(_, mapping)| [[mapping.from, mapping.to], [mapping.to, mapping.from]])
        .collect();
    let mut lines = Vec::new();
    for of in &frameworks {
        for by in frameworks.iter().filter(|by| *by != of) {
            if connected.contains(&[*of, *by]) {
                continue;
            }
            let coverage = facts.coverage(*of, *by).unwrap();
            let tally = coverage.tally(model(), Basis::Proved).unwrap();
            let [full, overlap] = [Verdict::Full, Verdict::Overlap].map(|it| tally.of(it));
            let neither = tally.total() - full - overlap;
            let counts = [full, overlap, neither].map(|count| share(count, tally.total()));
            let start = [label(*of), label(*by), tally.total().to_string()];
            lines.push(start.into_iter().chain(counts).collect());
        }
    }
    markdown(&head, lines)
}

/// `12 (40 %)`.
fn share(part: usize, whole: usize) -> String {
    format!("{part} ({})", percent(part, whole))
}
