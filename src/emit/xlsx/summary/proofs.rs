//! How much is stated, how much is proved, and what does not hold together.

use std::collections::BTreeSet;

use rust_xlsxwriter::XlsxError;

use crate::emit::xlsx::cell::{Cell, Look};
use crate::emit::xlsx::cover::Cover;
use crate::emit::xlsx::plan::Plan;
use crate::emit::xlsx::proof::{MARK, change};
use crate::emit::xlsx::style::Rank;
use crate::report::{Coverage, Report};

/// The counts, each by itself.
pub(super) fn facts(cover: &mut Cover<'_>, report: &Report<'_>) -> Result<(), XlsxError> {
    let rows = report.rows.len();
    let counting = report
        .rows
        .iter()
        .filter(|row| row.left_out.is_none())
        .count();
    cover.fact(
        "Stated",
        &format!("Rows: {rows}. Of these count: {counting}."),
    )?;
    let pairs = report.proved.len();
    let mixed = report
        .proved
        .iter()
        .filter(|pair| pair.mixes_rationales())
        .count();
    let of_one_row = (report.proved.iter())
        .filter(|pair| pair.rests_on_one_row())
        .count();
    cover.fact(
        "Proved",
        &match pairs {
            0 => "none: of no pair of controls do the rows prove more than they say.".to_owned(),
            _ => format!(
                "Pairs of controls of which the rows together prove more than any row says: {pairs}. Of these \
                 rest on one row and the hierarchy: {of_one_row}; mix rationales: {mixed}. {MARK} and violet mark what is proved; it is never counted among the rows.",
            ),
        },
    )?;
    let found = report.contradictions.len();
    let disputed = report.contradictions.iter().flat_map(|found| &found.rows);
    let disputed = disputed.collect::<BTreeSet<_>>().len();
    cover.fact(
        "Contradictions",
        &match found {
            0 => "none: all rows that count can be true together.".to_owned(),
            _ => format!(
                "{found}, among {disputed} rows. Until they are mended, none of these rows counts for a verdict or a \
                 proof."
            ),
        },
    )
}

/// What proofs add, per pair of frameworks.
pub(super) fn added(cover: &mut Cover<'_>, plan: &Plan<'_>) -> Result<(), XlsxError> {
    if !plan.has_proofs {
        return Ok(());
    }
    cover.heading("What proofs add")?;
    cover.caption(
        "Rows and proved pairs are counted apart. The last two columns: how the verdicts on assessable controls change, \
         in each direction.",
    )?;
    let lower = plan
        .report
        .coverage
        .iter()
        .filter(|coverage| coverage.of < coverage.by);
    let lines: Vec<_> = lower
        .filter_map(|coverage| {
            let other = plan.report.coverage_of(coverage.by, coverage.of)?;
            let cells = pair(plan, coverage, other)?;
            Some((Rank::Leaf, cells))
        })
        .collect();
    let headers = [
        "Framework",
        "Other framework",
        "Rows",
        "Proved pairs",
        "Of these mixed rationales",
        "Coverage of the first",
        "Coverage of the other",
    ];
    cover.table("tblProofsAdd", &headers.map(str::to_owned), &lines)
}

/// One line; `None` where proofs add nothing.
fn pair<'r>(plan: &Plan<'r>, one: &Coverage, other: &Coverage) -> Option<Vec<Cell<'r>>> {
    let changes = [one, other].map(|coverage| {
        let proved = coverage.proved.unwrap_or(coverage.stated);
        change(coverage.stated, proved)
    });
    let tally = plan.proved_between(one.of, one.by);
    if tally.is_none() && changes.iter().all(String::is_empty) {
        return None;
    }
    let mappings = one
        .mappings
        .iter()
        .filter_map(|at| plan.report.mappings.get(*at));
    let rows = mappings.map(|mapping| mapping.rows.len()).sum();
    let mixed = tally.map_or(0, |tally| tally.mixed);
    let mut cells = vec![
        Cell::text(plan.short(one.of)),
        Cell::text(plan.short(one.by)),
        Cell::count(rows),
        plan.proved_count(one.of, one.by),
        Cell::count(mixed),
    ];
    cells.extend(changes.map(|change| match change.as_str() {
        "" => Cell::muted("unchanged"),
        // A change a line: no number is torn from its word.
        _ => Cell::new(change.replace(", ", "\n"), Look::Proved),
    }));
    Some(cells)
}
