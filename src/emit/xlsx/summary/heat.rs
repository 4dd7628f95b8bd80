//! Coverage at a glance. Each cell shows the four counts; the colour shows the share of full.

use rust_xlsxwriter::XlsxError;

use super::cover::Cover;
use crate::emit::xlsx::cell::{Cell, Look};
use crate::emit::xlsx::coverage::heat_step;
use crate::emit::xlsx::plan::Plan;
use crate::emit::xlsx::style::Rank;
use crate::report::{Basis, Tally, Verdict};

/// The pivot's functions, covered by each of the other frameworks.
pub(super) fn of_the_pivot(cover: &mut Cover<'_>, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let Some(pivot) = plan.report.meta.pivot else {
        return Ok(());
    };
    let heat = plan.report.heat_map(pivot, Basis::Stated);
    cover.heading(&format!(
        "Functions of {}, covered by …",
        plan.heading(pivot)
    ))?;
    cover.caption(
        "full / overlap / gap / not reviewed: suppose that all of the column’s framework is fulfilled; what of the \
         line is then fulfilled?",
    )?;
    let mut lines: Vec<_> = (heat.lines.iter())
        .map(|line| {
            let (identifier, title) = (plan.identifier(line.control), plan.title(line.control));
            let mut cells = vec![Cell::text(format!("{identifier} {title}"))];
            cells.extend(line.cells.iter().map(|tally| counts(*tally)));
            (Rank::Leaf, cells)
        })
        .collect();
    let mut total = vec![Cell::text("all")];
    total.extend(heat.total.iter().map(|tally| counts(*tally)));
    lines.push((Rank::Top, total));
    let headers = headers("Function", plan, &heat.by);
    cover.table("tblHeatFunctions", &headers, &lines)
}

/// Every framework, covered by every other one.
pub(super) fn of_all(cover: &mut Cover<'_>, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let all: Vec<usize> = (0..plan.report.frameworks.len())
        .filter(|framework| (plan.report.coverage.iter()).any(|coverage| coverage.of == *framework))
        .collect();
    cover.heading("Each framework (line), covered by each other one (column)")?;
    cover.caption(
        "full / overlap / gap / not reviewed. The two directions of a pair differ: compare line and column. An empty \
         cell: no mapping connects the two.",
    )?;
    let lines: Vec<_> = (all.iter())
        .map(|of| {
            let mut cells = vec![Cell::text(plan.short(*of)).to(plan.framework_address(*of))];
            cells.extend(all.iter().map(|by| {
                let coverage = plan.report.coverage_of(*of, *by);
                coverage.map_or(Cell::BLANK, |coverage| counts(coverage.stated))
            }));
            (Rank::Leaf, cells)
        })
        .collect();
    let headers = headers("Framework", plan, &all);
    cover.table("tblHeatFrameworks", &headers, &lines)
}

fn headers(first: &str, plan: &Plan<'_>, frameworks: &[usize]) -> Vec<String> {
    let shorts = frameworks.iter().map(|framework| plan.short(*framework));
    std::iter::once(first)
        .chain(shorts)
        .map(str::to_owned)
        .collect()
}

/// `12 / 30 / 5 / 53`, coloured by the share of full.
fn counts<'a>(tally: Tally) -> Cell<'a> {
    let counts = Verdict::ALL.map(|verdict| tally.of(verdict).to_string());
    Cell::new(counts.join(" / "), Look::Heat(heat_step(tally)))
}
