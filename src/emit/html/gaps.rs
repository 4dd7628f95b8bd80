//! What is missing, and apart from it, what nobody looked at.

use super::anchors::Anchors;
use super::improved::changed;
use super::named::{Named, short};
use super::tallies::VerdictView;
use super::view::view;
use xwalk_report::{Coverage, Report, Verdict, VerdictLine};

view! {
    /// The assessable controls of one verdict in one direction of a pair.
    pub(super) struct Gaps<'r> {
        /// The short name of the framework whose controls these are.
        of: &'r str,
        /// The short name of the framework that is taken as fulfilled.
        by: &'r str,
        /// The word of the verdict.
        verdict: &'static str,
        /// How many controls have it.
        count: usize,
        /// Out of how many assessable ones.
        assessable: usize,
        /// The controls.
        controls: Vec<Gap<'r>>,
    }
}

view! {
    /// One of these controls.
    struct Gap<'r> {
        /// The control.
        control: Named<'r>,
        /// Why it has the verdict.
        why: &'r str,
        /// The verdict with proofs, if it is another.
        proved: Option<VerdictView>,
    }
}

/// The assessable controls of one verdict, a list for each direction of a pair in which there are any.
pub(super) fn lists<'r>(
    report: &'r Report<'_>,
    anchors: &'r Anchors,
    verdict: Verdict,
) -> impl Iterator<Item = Gaps<'r>> {
    let entries = report.coverage.iter();
    entries.filter_map(move |entry| {
        let controls: Vec<_> = lines(report, entry, verdict)
            .map(|line| gap(report, anchors, line))
            .collect();
        (!controls.is_empty()).then_some(Gaps {
            of: short(report, entry.of),
            by: short(report, entry.by),
            verdict: verdict.word(),
            count: controls.len(),
            assessable: entry.stated.total(),
            controls,
        })
    })
}

/// The directions in which no control has the verdict, `CSF by ISO · …`.
pub(super) fn none(report: &Report<'_>, verdict: Verdict) -> String {
    let entries = report.coverage.iter();
    let empty = entries.filter(|entry| lines(report, entry, verdict).next().is_none());
    empty
        .map(|entry| format!("{} by {}", short(report, entry.of), short(report, entry.by)))
        .collect::<Vec<_>>()
        .join(" · ")
}

fn lines<'r>(
    report: &'r Report<'_>,
    entry: &'r Coverage,
    verdict: Verdict,
) -> impl Iterator<Item = &'r VerdictLine> {
    entry.verdicts.iter().filter(move |line| {
        line.stated.verdict == verdict && report.controls[line.control].assessable
    })
}

fn gap<'r>(report: &'r Report<'_>, anchors: &'r Anchors, line: &'r VerdictLine) -> Gap<'r> {
    Gap {
        control: Named::of(report, anchors, line.control),
        why: &line.stated.why,
        proved: changed(line).map(|proved| VerdictView::of(proved.verdict)),
    }
}
