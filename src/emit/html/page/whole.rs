//! The page as the templates see it.

use serde::Serialize;

use super::framework::{FrameworkView, framework};
use super::pair::{MappingView, PairView, mapping, pair};
use super::parts::{Caveat, Counted, caveats, counted};
use crate::emit::html::anchors::Anchors;
use crate::emit::html::gaps;
use crate::emit::html::pairs::Pair;
use crate::report::{Finding, Overlap, Report, Verdict};

/// The page.
#[derive(Serialize)]
pub(in crate::emit::html) struct Page<'r> {
    title: &'r str,
    date: String,
    generator: &'r str,
    public: bool,
    status_floor: &'r str,
    policy: &'r str,
    controls: usize,
    assessable: usize,
    rows: usize,
    proved: usize,
    several_rows: usize,
    mixed: usize,
    contradictions: usize,
    overlap: OverlapView,
    caveats: Vec<Caveat<'r>>,
    frameworks: Vec<FrameworkView<'r>>,
    mappings: Vec<MappingView<'r>>,
    pairs: Vec<PairView<'r>>,
    heat_maps: Vec<HeatMap<'r>>,
    has_coverage: bool,
    with_proofs: bool,
    findings: Vec<FindingView<'r>>,
    severities: Vec<Counted<'r>>,
    no_gaps: String,
    all_reviewed: String,
    definitions: Vec<Group<'r>>,
}

#[derive(Serialize)]
struct HeatMap<'r> {
    index: usize,
    short: &'r str,
    is_pivot: bool,
}

/// How much has to be assessed only once.
#[derive(Serialize)]
struct OverlapView {
    assessable: usize,
    distinct: usize,
    saved: usize,
    classes: usize,
    covers: usize,
}

#[derive(Serialize)]
struct FindingView<'r> {
    code: &'r str,
    severity: &'r str,
    message: &'r str,
    place: &'r str,
    help: Option<&'r str>,
}

#[derive(Serialize)]
struct Group<'r> {
    name: &'r str,
    terms: Vec<Term<'r>>,
}

#[derive(Serialize)]
struct Term<'r> {
    key: &'r str,
    term: &'r str,
    meaning: &'r str,
}

/// Fills the page.
pub(in crate::emit::html) fn page<'r>(
    report: &'r Report<'_>,
    anchors: &'r Anchors,
    pairs: &'r [Pair<'_, '_>],
    policy: &'r str,
) -> Page<'r> {
    let frameworks = report.frameworks.iter().enumerate();
    Page {
        title: &report.meta.title,
        date: report.meta.date.to_string(),
        generator: report.meta.generator,
        public: report.meta.public,
        status_floor: report.meta.status_floor,
        policy,
        controls: report.controls.len(),
        assessable: report
            .frameworks
            .iter()
            .map(|framework| framework.assessable)
            .sum(),
        rows: report.rows.len(),
        proved: report.proved.len(),
        several_rows: pairs
            .iter()
            .map(|pair| pair.proved.pairs - pair.proved.one_row)
            .sum(),
        mixed: pairs.iter().map(|pair| pair.proved.mixed).sum(),
        contradictions: report.contradictions.len(),
        overlap: overlap(&report.overlap),
        caveats: caveats(report, |_| true),
        frameworks: frameworks
            .map(|(at, shown)| framework(report, anchors, at, shown))
            .collect(),
        mappings: report
            .mappings
            .iter()
            .map(|shown| mapping(report, pairs, shown))
            .collect(),
        pairs: pairs
            .iter()
            .enumerate()
            .filter_map(|(at, shown)| pair(report, pairs, at, shown))
            .collect(),
        heat_maps: heat_maps(report),
        has_coverage: !report.coverage.is_empty(),
        with_proofs: report.coverage.iter().any(|entry| entry.proved.is_some()),
        findings: report.findings.iter().map(finding).collect(),
        severities: severities(report),
        no_gaps: gaps::none(report, Verdict::Gap),
        all_reviewed: gaps::none(report, Verdict::NotReviewed),
        definitions: definitions(report),
    }
}

/// The frameworks of which something is covered, the pivot first.
fn heat_maps<'r>(report: &'r Report<'_>) -> Vec<HeatMap<'r>> {
    let covered = |at: &usize| report.coverage.iter().any(|entry| entry.of == *at);
    let mut maps: Vec<HeatMap<'r>> = report
        .frameworks
        .iter()
        .enumerate()
        .filter(|(at, _)| covered(at))
        .map(|(index, framework)| HeatMap {
            index,
            short: &framework.short,
            is_pivot: Some(index) == report.meta.pivot,
        })
        .collect();
    maps.sort_by_key(|map| !map.is_pivot);
    maps
}

fn overlap(overlap: &Overlap) -> OverlapView {
    OverlapView {
        assessable: overlap.assessable,
        distinct: overlap.distinct,
        saved: overlap.saved(),
        classes: overlap.classes.len(),
        covers: overlap.covers.len(),
    }
}

fn finding<'r>(finding: &'r Finding) -> FindingView<'r> {
    FindingView {
        code: finding.code,
        severity: finding.severity,
        message: &finding.message,
        place: &finding.place,
        help: finding.help.as_deref(),
    }
}

/// How many findings there are of each severity, gravest first as they stand.
fn severities<'r>(report: &'r Report<'_>) -> Vec<Counted<'r>> {
    let mut severities: Vec<Counted<'r>> = Vec::new();
    for finding in &report.findings {
        match severities.last_mut() {
            Some(last) if last.word == finding.severity => last.count += 1,
            _ => severities.push(counted(finding.severity, String::new(), 1)),
        }
    }
    severities
}

fn definitions<'r>(report: &'r Report<'_>) -> Vec<Group<'r>> {
    let mut groups: Vec<Group<'r>> = Vec::new();
    for definition in &report.definitions {
        let term = Term {
            key: definition.key,
            term: definition.term,
            meaning: definition.meaning,
        };
        match groups.last_mut() {
            Some(last) if last.name == definition.group => last.terms.push(term),
            _ => groups.push(Group {
                name: definition.group,
                terms: vec![term],
            }),
        }
    }
    groups
}
