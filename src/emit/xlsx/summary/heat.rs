//! Coverage at a glance. Each cell shows the five counts; the colour shows the share of full.

use rust_xlsxwriter::XlsxError;

use crate::cell::{Cell, Look};
use crate::column::Column;
use crate::cover::{Cover, FIRST_WIDTH, OTHER_WIDTH};
use crate::coverage::heat_step;
use crate::plan::Plan;
use crate::proof::{MARK, change};
use crate::style::Rank;
use xwalk_report::{Basis, ControlAt, FrameworkAt, Tally, Verdict};

/// The pivot's functions, covered by each of the other frameworks: from stated rows, then with proofs.
pub(super) fn of_the_pivot<'r>(cover: &mut Cover<'_>, plan: &'r Plan<'r>) -> Result<(), XlsxError> {
    let Some(pivot) = plan.report.meta.pivot else {
        return Ok(());
    };
    cover.heading(&format!(
        "Functions of {}, covered by …",
        plan.heading(pivot)
    ))?;
    cover.caption(
        "full / overlap / related / gap / not reviewed, from stated rows: suppose that all of the column’s framework is \
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
pub(super) fn of_all<'r>(cover: &mut Cover<'_>, plan: &'r Plan<'r>) -> Result<(), XlsxError> {
    cover.heading("Each framework (line), covered by each other one (column)")?;
    cover.caption(
        "full / overlap / related / gap / not reviewed, from stated rows. The two directions of a pair differ: compare line and \
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

/// The stated counts of a line, and those on the basis of the table, each by column.
type Counts<'h> = (&'h [Tally], &'h [Tally]);

fn functions<'r>(
    cover: &mut Cover<'_>,
    plan: &'r Plan<'r>,
    pivot: FrameworkAt,
    basis: Basis,
) -> Result<(), XlsxError> {
    type Of<'r> = Column<'r, (Option<ControlAt>, Counts<'r>)>;
    let heat = plan.report.heat_map(pivot, basis);
    let stated = plan.report.heat_map(pivot, Basis::Stated);
    let (name, heading) = match basis {
        Basis::Stated => ("tblHeatFunctions", "Function".to_owned()),
        Basis::Proved => (
            "tblHeatFunctionsProved",
            format!("Function, {MARK} with proofs"),
        ),
    };
    let mut columns = vec![Of::text(
        heading,
        FIRST_WIDTH,
        |(function, _)| match function {
            Some(control) => format!("{} {}", plan.identifier(control), plan.title(control)),
            None => "all".to_owned(),
        },
    )];
    let by = heat.by.iter().enumerate();
    columns.extend(
        by.filter(|(_, by)| is_shown(plan, pivot, **by, basis))
            .filter_map(|(at, by)| {
                let before = stated.by.iter().position(|known| known == by)?;
                Some(Of::cell(
                    plan.short(*by),
                    OTHER_WIDTH,
                    move |(_, (stated, tallies))| {
                        let both = stated.get(before).zip(tallies.get(at));
                        both.map_or(Cell::BLANK, |(stated, tally)| counts(*stated, *tally))
                    },
                ))
            }),
    );
    let lines = heat.lines.iter().zip(&stated.lines);
    let lines = lines.map(|(line, stated)| {
        let counts = (stated.cells.as_slice(), line.cells.as_slice());
        (Rank::Leaf, (Some(line.control), counts))
    });
    let total = (stated.total.as_slice(), heat.total.as_slice());
    let lines = lines.chain([(Rank::Top, (None, total))]);
    cover.table(name, on(basis, columns), lines)
}

fn frameworks<'r>(
    cover: &mut Cover<'_>,
    plan: &'r Plan<'r>,
    basis: Basis,
) -> Result<(), XlsxError> {
    type Of<'r> = Column<'r, FrameworkAt>;
    let all: Vec<FrameworkAt> = (plan.report.frameworks.ids())
        .filter(|of| (plan.report.coverage.iter()).any(|one| one.of == *of))
        .collect();
    let (name, heading) = match basis {
        Basis::Stated => ("tblHeatFrameworks", "Framework".to_owned()),
        Basis::Proved => (
            "tblHeatFrameworksProved",
            format!("Framework, {MARK} with proofs"),
        ),
    };
    let mut columns = vec![Of::cell(heading, FIRST_WIDTH, |of| {
        Cell::text(plan.short(of)).to(plan.framework_address(of))
    })];
    columns.extend(all.iter().copied().map(|by| {
        Of::cell(plan.short(by), OTHER_WIDTH, move |of| {
            let coverage = plan.report.coverage_of(of, by);
            let coverage = coverage.filter(|_| is_shown(plan, of, by, basis));
            let both = coverage.and_then(|one| Some((one.stated, one.tally(basis)?)));
            both.map_or(Cell::BLANK, |(stated, tally)| counts(stated, tally))
        })
    }));
    let lines = all.iter().map(|of| (Rank::Leaf, *of));
    cover.table(name, on(basis, columns), lines)
}

/// The columns of a table on one basis, which their headings show.
fn on<T>(basis: Basis, columns: Vec<Column<'_, T>>) -> Vec<Column<'_, T>> {
    match basis {
        Basis::Stated => columns,
        Basis::Proved => columns.into_iter().map(Column::of_proofs).collect(),
    }
}

/// Whether a pair of frameworks has a tally to show: from stated rows only where mappings connect the two.
fn is_shown(plan: &Plan<'_>, of: FrameworkAt, by: FrameworkAt, basis: Basis) -> bool {
    let coverage = plan.report.coverage_of(of, by);
    coverage.is_some_and(|coverage| basis == Basis::Proved || !coverage.mappings.is_empty())
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
