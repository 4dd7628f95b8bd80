//! What becomes of a control if another framework is fulfilled.

use crate::named::short;
use crate::tallies::VerdictView;
use crate::view::view;
use xwalk_report::{Basis, Control, ControlAt, Coverage, Report, Tally, Verdict, VerdictLine};

view! {
    /// What becomes of a control if one other framework is fulfilled.
    pub(super) struct VerdictsBy<'r> {
        /// The short name of the other framework.
        by: &'r str,
        /// From stated rows, then with proofs if that is another.
        found: Vec<BasisVerdict<'r>>,
    }
}

view! {
    /// What is found on one basis.
    struct BasisVerdict<'r> {
        /// The verdict.
        verdict: VerdictView,
        /// Why.
        why: &'r str,
        /// The verdicts on what is nested in a control that no row names, which say more.
        below: Vec<Below>,
    }
}

view! {
    /// How many controls have one verdict.
    struct Below {
        /// How many.
        count: usize,
        /// The verdict.
        verdict: VerdictView,
    }
}

/// The verdicts on a control, for each framework that rows or proofs connect with its own.
pub(super) fn verdicts<'r>(
    report: &'r Report<'_>,
    position: ControlAt,
    control: &Control<'_>,
) -> Vec<VerdictsBy<'r>> {
    let entries = report.coverage.iter();
    let entries = entries.filter(|entry| entry.of == control.framework);
    entries
        .filter_map(|entry| {
            let line = entry.line(position)?;
            let bases = [Basis::Stated, Basis::Proved].into_iter();
            Some(VerdictsBy {
                by: short(report, entry.by),
                found: bases
                    .filter_map(|basis| found(entry, line, basis))
                    .collect(),
            })
        })
        .collect()
}

/// What is found on one basis; nothing if proofs change nothing.
fn found<'r>(entry: &Coverage, line: &'r VerdictLine, basis: Basis) -> Option<BasisVerdict<'r>> {
    let cell = line.on(basis)?;
    if basis == Basis::Proved && cell.verdict == line.stated.verdict {
        return None;
    }
    // Of a branch that no row names, only what is below it can be said.
    let below = entry.section(line.control, basis);
    let below = below.filter(|_| cell.verdict == Verdict::NotReviewed);
    Some(BasisVerdict {
        verdict: VerdictView::of(cell.verdict),
        why: &cell.why,
        below: below.map_or_else(Vec::new, |tally| counts(&tally)),
    })
}

/// The verdicts on what is assessable in a branch.
fn counts(tally: &Tally) -> Vec<Below> {
    let verdicts = Verdict::ALL.into_iter();
    verdicts
        .map(|verdict| Below {
            count: tally.of(verdict),
            verdict: VerdictView::of(verdict),
        })
        .collect()
}
