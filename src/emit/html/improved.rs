//! What proofs change: the controls whose verdict with proofs is another than from stated rows, and why.

use std::collections::BTreeMap;

use super::anchors::Anchors;
use super::named::Named;
use super::tallies::VerdictView;
use super::view::view;
use xwalk_report::{Coverage, CoverageCell, Report, Verdict, VerdictLine};

view! {
    /// The assessable controls whose verdict proofs change.
    pub(super) struct Improved<'r> {
        /// How many there are.
        count: usize,
        /// Whether there is more than one.
        several: bool,
        /// From which verdict to which.
        ways: Vec<Way>,
        /// The controls.
        controls: Vec<Changed<'r>>,
    }
}

view! {
    /// How many verdicts change in one way.
    struct Way {
        /// How many.
        count: usize,
        /// The word of the verdict from stated rows.
        from: &'static str,
        /// The word of the verdict with proofs.
        to: &'static str,
    }
}

view! {
    /// A control whose verdict proofs change.
    struct Changed<'r> {
        /// The control.
        control: Named<'r>,
        /// The verdict from stated rows.
        stated: VerdictView,
        /// The verdict with proofs.
        proved: VerdictView,
        /// Why it has the verdict with proofs.
        why: &'r str,
    }
}

/// What proofs change in one direction; nothing if they change nothing.
pub(super) fn improved<'r>(
    report: &'r Report<'_>,
    anchors: &'r Anchors,
    entry: &'r Coverage,
) -> Option<Improved<'r>> {
    let assessable = |line: &&VerdictLine| report.controls[line.control].assessable;
    let mut ways: BTreeMap<(Verdict, Verdict), usize> = BTreeMap::new();
    let mut controls = Vec::new();
    for line in entry.verdicts.iter().filter(assessable) {
        let Some(proved) = changed(line) else {
            continue;
        };
        *ways
            .entry((line.stated.verdict, proved.verdict))
            .or_default() += 1;
        controls.push(Changed {
            control: Named::of(report, anchors, line.control),
            stated: VerdictView::of(line.stated.verdict),
            proved: VerdictView::of(proved.verdict),
            why: &proved.why,
        });
    }
    (!controls.is_empty()).then(|| Improved {
        count: controls.len(),
        several: controls.len() > 1,
        ways: ways
            .into_iter()
            .map(|((from, to), count)| Way {
                count,
                from: from.word(),
                to: to.word(),
            })
            .collect(),
        controls,
    })
}

/// The verdict with proofs, if it is another than from stated rows.
pub(super) fn changed(line: &VerdictLine) -> Option<&CoverageCell> {
    let proved = line.proved.as_ref();
    proved.filter(|proved| proved.verdict != line.stated.verdict)
}
