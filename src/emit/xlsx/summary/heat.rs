//! Coverage at a glance. Each cell shows the four counts; the colour shows the share of full.

use rust_xlsxwriter::XlsxError;

use crate::emit::xlsx::cell::{Cell, Look};
use crate::emit::xlsx::cover::Cover;
use crate::emit::xlsx::coverage::heat_step;
use crate::emit::xlsx::plan::Plan;
use crate::emit::xlsx::proof::{MARK, change};
use crate::emit::xlsx::style::Rank;
use crate::report::{Basis, Tally, Verdict};

/// The pivot's functions, covered by each of the other frameworks: from stated rows, then with proofs.
pub(super) fn of_the_pivot(cover: &mut Cover<'_>, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let Some(pivot) = plan.report.meta.pivot else {
        return Ok(());
    };
    cover.heading(&format!(
        "Functions of {}, covered by …",
        plan.heading(pivot)
    ))?;
    cover.caption(
        "full / overlap / gap / not reviewed, from stated rows: suppose that all of the column’s framework is \
         fulfilled; what of the line is then fulfilled?",
    )?;
    functions(cover, plan, pivot, Basis::Stated)?;
    if plan.has_proofs {
        cover.caption(WITH_PROOFS)?;
        functions(cover, plan, pivot, Basis::Proved)?;
    }
    Ok(())
}

/// Every framework, covered by every other one: from stated rows, then with proofs.
pub(super) fn of_all(cover: &mut Cover<'_>, plan: &Plan<'_>) -> Result<(), XlsxError> {
    cover.heading("Each framework (line), covered by each other one (column)")?;
    cover.caption(
        "full / overlap / gap / not reviewed, from stated rows. The two directions of a pair differ: compare line and \
         column. An empty cell: no mapping connects the two.",
    )?;
    frameworks(cover, plan, Basis::Stated)?;
    if plan.has_proofs {
        cover.caption(WITH_PROOFS)?;
        frameworks(cover, plan, Basis::Proved)?;
    }
    Ok(())
}

const WITH_PROOFS: &str = "The same with proofs; below the counts, what proofs change.";

fn functions(
    cover: &mut Cover<'_>,
    plan: &Plan<'_>,
    pivot: usize,
    basis: Basis,
) -> Result<(), XlsxError> {
    let heat = plan.report.heat_map(pivot, basis);
    let stated = plan.report.heat_map(pivot, Basis::Stated);
    let shown = |by: &usize| is_shown(plan, pivot, *by, basis);
    // Each column with the place of its framework among the stated ones.
    let columns: Vec<(usize, usize)> = (heat.by.iter().enumerate())
        .filter(|(_, by)| shown(by))
        .filter_map(|(at, by)| Some((at, stated.by.iter().position(|known| known == by)?)))
        .collect();
    let cells = |tallies: &[Tally], stated: &[Tally]| -> Vec<Cell<'static>> {
        let columns = columns.iter();
        columns
            .filter_map(|(at, before)| Some(counts(*stated.get(*before)?, *tallies.get(*at)?)))
            .collect()
    };
    let mut lines: Vec<_> = (heat.lines.iter().zip(&stated.lines))
        .map(|(line, stated)| {
            let (identifier, title) = (plan.identifier(line.control), plan.title(line.control));
            let mut own = vec![Cell::text(format!("{identifier} {title}"))];
            own.extend(cells(&line.cells, &stated.cells));
            (Rank::Leaf, own)
        })
        .collect();
    let mut total = vec![Cell::text("all")];
    total.extend(cells(&heat.total, &stated.total));
    lines.push((Rank::Top, total));
    let by: Vec<usize> = heat.by.iter().copied().filter(shown).collect();
    let (table, first) = match basis {
        Basis::Stated => ("tblHeatFunctions", "Function".to_owned()),
        Basis::Proved => (
            "tblHeatFunctionsProved",
            format!("Function, {MARK} with proofs"),
        ),
    };
    cover.table_on(basis, table, &headers(first, plan, &by), &lines)
}

fn frameworks(cover: &mut Cover<'_>, plan: &Plan<'_>, basis: Basis) -> Result<(), XlsxError> {
    let all: Vec<usize> = (0..plan.report.frameworks.len())
        .filter(|of| (plan.report.coverage.iter()).any(|one| one.of == *of))
        .collect();
    let cell = |of: usize, by: usize| {
        let coverage = plan.report.coverage_of(of, by)?;
        let tally = coverage.tally(basis)?;
        is_shown(plan, of, by, basis).then(|| counts(coverage.stated, tally))
    };
    let lines: Vec<_> = (all.iter())
        .map(|of| {
            let mut cells = vec![Cell::text(plan.short(*of)).to(plan.framework_address(*of))];
            cells.extend(all.iter().map(|by| cell(*of, *by).unwrap_or(Cell::BLANK)));
            (Rank::Leaf, cells)
        })
        .collect();
    let (table, first) = match basis {
        Basis::Stated => ("tblHeatFrameworks", "Framework".to_owned()),
        Basis::Proved => (
            "tblHeatFrameworksProved",
            format!("Framework, {MARK} with proofs"),
        ),
    };
    cover.table_on(basis, table, &headers(first, plan, &all), &lines)
}

/// Whether a pair of frameworks has a tally to show: from stated rows only where mappings connect the two.
fn is_shown(plan: &Plan<'_>, of: usize, by: usize, basis: Basis) -> bool {
    let coverage = plan.report.coverage_of(of, by);
    coverage.is_some_and(|coverage| basis == Basis::Proved || !coverage.mappings.is_empty())
}

fn headers(first: String, plan: &Plan<'_>, frameworks: &[usize]) -> Vec<String> {
    let shorts = frameworks.iter().map(|framework| plan.short(*framework));
    std::iter::once(first)
        .chain(shorts.map(str::to_owned))
        .collect()
}

/// `12 / 30 / 5 / 53`, coloured by the share of full; below, how that differs from the stated counts.
fn counts(stated: Tally, tally: Tally) -> Cell<'static> {
    let counts = Verdict::ALL.map(|verdict| tally.of(verdict).to_string());
    let change = change(stated, tally);
    let text = match change.as_str() {
        "" => counts.join(" / "),
        // A change a line: no number is torn from its word.
        _ => format!("{}\n{}", counts.join(" / "), change.replace(", ", "\n")),
    };
    Cell::new(text, Look::Heat(heat_step(tally)))
}
