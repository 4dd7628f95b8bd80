//! The page as the templates see it.

use serde::Serialize;

use super::framework::{FrameworkView, framework};
use super::pair::{MappingView, PairView, mappings, pair};
use super::parts::{Caveat, Counted, caveats, counted};
use crate::anchors::Anchors;
use crate::definitions::{Terms, groups};
use crate::gaps;
use crate::pairs::Pair;
use crate::view::view;
use xwalk_report::{Finding, FrameworkAt, Id as _, Overlap, Report, Verdict};

view! {
    /// The page.
    #[derive(Serialize)]
    pub(crate) struct Page<'r> {
        /// The title.
        title: &'r str,
        /// The day to which the report refers.
        date: String,
        /// The program and its version.
        generator: &'r str,
        /// Whether licensed wording is left out.
        public: bool,
        /// The weakest status that counts.
        status_floor: &'r str,
        /// The content security policy.
        policy: &'r str,
        /// How many controls there are.
        controls: usize,
        /// How many controls are assessable.
        assessable: usize,
        /// How many rows there are.
        rows: usize,
        /// How many pairs of controls are proved.
        proved: usize,
        /// How many of these by several rows.
        several_rows: usize,
        /// How many of these mix rationales.
        mixed: usize,
        /// How many contradictions there are.
        contradictions: usize,
        /// How much has to be assessed only once.
        overlap: OverlapView,
        /// What has to be known before relying on this.
        caveats: Vec<Caveat<'r>>,
        /// What takes part in the reasoning and is not shown, in two sentences; missing where everything is shown.
        left_out: Option<String>,
        /// The frameworks.
        frameworks: Vec<FrameworkView<'r>>,
        /// The mappings.
        mappings: Vec<MappingView<'r>>,
        /// The pairs of frameworks.
        pairs: Vec<PairView<'r>>,
        /// The frameworks of which something is covered.
        heat_maps: Vec<HeatMap<'r>>,
        /// Whether there is any coverage.
        has_coverage: bool,
        /// Whether everything is counted with proofs too.
        with_proofs: bool,
        /// What the compiler found.
        findings: Vec<FindingView<'r>>,
        /// How many findings there are of each severity.
        severities: Vec<Counted<'r>>,
        /// The directions without a gap.
        no_gaps: String,
        /// The directions in which nothing is only called related.
        none_related: String,
        /// The directions in which everything is reviewed.
        all_reviewed: String,
        /// Whether anything overlaps, of which something is left.
        overlaps: bool,
        /// The definitions, in groups.
        definitions: Vec<Terms<'r>>,
    }
}

view! {
    #[derive(Serialize)]
    struct HeatMap<'r> {
        /// The position, which names its fragments.
        index: usize,
        /// The short name.
        short: &'r str,
        /// Whether readers start from it.
        is_pivot: bool,
    }
}

view! {
    /// How much has to be assessed only once.
    #[derive(Serialize)]
    struct OverlapView {
        /// How many controls are assessable.
        assessable: usize,
        /// How many different things there are to assess.
        distinct: usize,
        /// How many assessments that saves.
        saved: usize,
        /// How many groups of controls ask for the same thing.
        classes: usize,
        /// How many controls cover others.
        covers: usize,
    }
}

view! {
    #[derive(Serialize)]
    struct FindingView<'r> {
        /// The code.
        code: &'r str,
        /// The severity.
        severity: &'r str,
        /// What is wrong.
        message: &'r str,
        /// Where it is, file and line.
        place: &'r str,
        /// What to do.
        help: Option<&'r str>,
    }
}

/// Fills the page.
pub(crate) fn page<'r>(
    report: &'r Report<'_>,
    anchors: &'r Anchors,
    pairs: &'r [Pair<'_, '_>],
    policy: &'r str,
) -> Page<'r> {
    let frameworks = report.frameworks.iter();
    Page {
        title: &report.meta.title,
        date: report.meta.date.to_string(),
        generator: report.meta.generator,
        public: report.meta.public,
        status_floor: report.meta.status_floor.word(),
        policy,
        controls: report.controls.len(),
        assessable: report
            .frameworks
            .values()
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
        left_out: report.meta.left_out.sentence(),
        frameworks: frameworks
            .map(|(at, shown)| framework(report, anchors, at, shown))
            .collect(),
        mappings: mappings(report, pairs),
        pairs: pairs
            .iter()
            .enumerate()
            .map(|(at, shown)| pair(report, at, shown))
            .collect(),
        heat_maps: heat_maps(report),
        has_coverage: !report.coverage.is_empty(),
        with_proofs: report.coverage.iter().any(|entry| entry.proved.is_some()),
        findings: report.findings.iter().map(finding).collect(),
        severities: severities(report),
        no_gaps: gaps::none(report, Verdict::Gap),
        none_related: gaps::none(report, Verdict::Related),
        all_reviewed: gaps::none(report, Verdict::NotReviewed),
        overlaps: report
            .coverage
            .iter()
            .any(|entry| !entry.remainders.is_empty()),
        definitions: groups(report.definitions.iter()),
    }
}

/// The frameworks of which something is covered, the pivot first.
fn heat_maps<'r>(report: &'r Report<'_>) -> Vec<HeatMap<'r>> {
    let covered = |at: &FrameworkAt| report.coverage.iter().any(|entry| entry.of == *at);
    let mut maps: Vec<HeatMap<'r>> = report
        .frameworks
        .iter()
        .filter(|(at, _)| covered(at))
        .map(|(index, framework)| HeatMap {
            index: index.index(),
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
        severity: finding.severity.word(),
        message: &finding.message,
        place: &finding.place,
        help: finding.help.as_deref(),
    }
}

/// How many findings there are of each severity, most severe first as they stand.
fn severities<'r>(report: &'r Report<'_>) -> Vec<Counted<'r>> {
    let mut severities: Vec<Counted<'r>> = Vec::new();
    for finding in &report.findings {
        match severities.last_mut() {
            Some(last) if last.word == finding.severity.word() => last.count += 1,
            _ => severities.push(counted(finding.severity.word(), String::new(), 1)),
        }
    }
    severities
}
