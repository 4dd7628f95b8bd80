//! How much is stated, how much is proved, and what does not hold together.

use std::collections::BTreeSet;

use rust_xlsxwriter::XlsxError;

use crate::cell::{Cell, Look};
use crate::column::Column;
use crate::cover::{Cover, FIRST_WIDTH, OTHER_WIDTH};
use crate::plan::Plan;
use crate::proof::{MARK, change};
use crate::style::Rank;
use xwalk_report::{Contradiction, Coverage, MappingAt, Report};

/// The counts, each by itself.
pub(super) fn facts(cover: &mut Cover<'_>, report: &Report<'_>) -> Result<(), XlsxError> {
    let rows = report.rows.len();
    let counting = report
        .rows
        .values()
        .filter(|row| row.left_out.is_none())
        .count();
    cover.fact("Stated", &format!("Rows: {rows}. Counted: {counting}."))?;
    let pairs = report.proved.len();
    let mixed = report
        .proved
        .values()
        .filter(|pair| pair.mixes_rationales())
        .count();
    let of_one_row = (report.proved.values())
        .filter(|pair| pair.rests_on_one_row())
        .count();
    cover.fact(
        "Proved",
        &match pairs {
            0 => "none: the rows prove no more about any pair of controls than they say.".to_owned(),
            _ => format!(
                "Pairs of controls about which the rows together prove more than any row says: {pairs}. Resting on \
                 one row and the hierarchy: {of_one_row}; mixing rationales: {mixed}. {MARK} and violet mark what is proved; it is never counted among the rows.",
            ),
        },
    )?;
    let found = report.contradictions.len();
    let rows = |is_wanted: fn(&&Contradiction<'_>) -> bool| {
        let found = report.contradictions.iter().filter(is_wanted);
        let rows = found.flat_map(|found| &found.rows);
        rows.collect::<BTreeSet<_>>().len()
    };
    let (contradicted, disputed) = (rows(|_| true), rows(|found| !found.mixes_rationales()));
    cover.fact(
        "Contradictions",
        &match found {
            0 => "none: all rows that count can be true together.".to_owned(),
            _ if disputed == contradicted => format!(
                "{found}, among {contradicted} rows. Until they are corrected, none of these rows counts for a verdict or a \
                 proof."
            ),
            _ => format!(
                "{found}, among {contradicted} rows. Until they are corrected, the {disputed} of them that contradict others of \
                 their rationale count for no verdict and no proof; the rest count, and only proofs that mix rationales do \
                 without them."
            ),
        },
    )
}

/// What proofs add, per pair of frameworks.
pub(super) fn added<'r>(cover: &mut Cover<'_>, plan: &'r Plan<'r>) -> Result<(), XlsxError> {
    if !plan.has_proofs {
        return Ok(());
    }
    cover.heading("What proofs add")?;
    cover.caption(
        "Rows and proved pairs are counted separately. The last two columns: how the verdicts on assessable controls change, \
         in each direction.",
    )?;
    let lower = plan.report.coverage.iter();
    let lower = lower.filter(|coverage| coverage.of < coverage.by);
    let lines = lower.filter_map(|one| {
        let other = plan.report.coverage_of(one.by, one.of)?;
        let is_proved = plan.proved_between(one.of, one.by).is_some();
        (is_proved || is_changed(one) || is_changed(other)).then_some((Rank::Leaf, (one, other)))
    });
    cover.table("tblProofsAdd", columns(plan), lines)
}

/// A column: of two frameworks, what each covers of the other.
type Of<'r> = Column<'r, (&'r Coverage, &'r Coverage)>;

fn columns<'r>(plan: &'r Plan<'r>) -> Vec<Of<'r>> {
    let rows = |at: &MappingAt| plan.report.mappings[*at].rows.len();
    vec![
        Of::text("Framework", FIRST_WIDTH, |(one, _)| plan.short(one.of)),
        Of::text("Other framework", OTHER_WIDTH, |(one, _)| {
            plan.short(one.by)
        }),
        Of::count("Rows", OTHER_WIDTH, move |(one, _)| {
            one.mappings.iter().map(rows).sum()
        }),
        Of::cell("Proved pairs", OTHER_WIDTH, |(one, _)| {
            plan.proved_count(one.of, one.by)
        }),
        Of::count("Of these mixed rationales", OTHER_WIDTH, |(one, _)| {
            let tally = plan.proved_between(one.of, one.by);
            tally.map_or(0, |tally| tally.mixed)
        }),
        Of::cell("Coverage of the first", OTHER_WIDTH, |(one, _)| {
            changes(one)
        }),
        Of::cell("Coverage of the other", OTHER_WIDTH, |(_, other)| {
            changes(other)
        }),
    ]
}

fn is_changed(coverage: &Coverage) -> bool {
    coverage
        .proved
        .is_some_and(|proved| proved != coverage.stated)
}

/// How proofs change the verdicts.
fn changes(coverage: &Coverage) -> Cell<'static> {
    match coverage.proved.filter(|_| is_changed(coverage)) {
        // A change a line: no number is torn from its word.
        Some(proved) => Cell::new(
            change(coverage.stated, proved).replace(", ", "\n"),
            Look::Proved,
        ),
        None => Cell::muted("unchanged"),
    }
}
