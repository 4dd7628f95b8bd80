//! Counts and shares: every pair of frameworks in both directions, by level and by branch.

use super::cell::{Cell, Look};
use super::plan::Plan;
use super::proof::{MARK, change};
use super::style::Rank;
use super::table::{AnyTable, Column, Layout, Table};
use xwalk_report::{ControlAt, Coverage, Share, Tally, Verdict};

/// The table.
pub(super) fn table<'a>(plan: &'a Plan<'a>) -> AnyTable<'a> {
    let mut table = Table::new(layout(plan));
    for coverage in &plan.report.coverage {
        let line = |part, stated, proved| Line {
            coverage,
            part,
            stated,
            proved,
        };
        table.row(
            Rank::Top,
            0,
            line(Part::All, coverage.stated, coverage.proved),
        );
        let levels = coverage.levels.iter();
        for level in levels.filter(|level| level.stated.total() > 0) {
            let part = Part::Level(&level.name);
            table.row(Rank::Inner, 1, line(part, level.stated, level.proved));
        }
        for section in &coverage.sections {
            let part = Part::Section(section.control);
            let depth = plan.depth(section.control);
            let line = line(part, section.stated, section.proved);
            table.row(Rank::Leaf, depth.saturating_add(1), line);
        }
    }
    table.finish()
}

fn layout<'r>(plan: &'r Plan<'r>) -> Layout<'r, Line<'r>> {
    Layout {
        sheet: &plan.coverage,
        table: "tblCoverage".to_owned(),
        title: "Coverage".to_owned(),
        purpose: "Suppose that all of the framework under Covered by is fulfilled: how many controls of Framework \
                  are then fulfilled?"
            .to_owned(),
        reading: if plan.has_proofs {
            format!(
                "Only distinct assessable controls are counted, never rows: once from stated rows alone, once with proofs \
                 ({MARK}, violet headers); the two are never added up. Each direction has lines of its own."
            )
        } else {
            "Only distinct assessable controls are counted, never rows, from stated rows. Each direction has lines of its \
             own. There is no blended score."
                .to_owned()
        },
        columns: columns(plan),
        frozen: 3,
        empty: "No two frameworks are connected by rows.",
    }
}

/// A line of the sheet: part of a framework that another one covers.
#[derive(Clone, Copy)]
struct Line<'r> {
    coverage: &'r Coverage,
    part: Part<'r>,
    stated: Tally,
    proved: Option<Tally>,
}

/// A part of a framework.
#[derive(Clone, Copy)]
enum Part<'r> {
    All,
    Level(&'r str),
    Section(ControlAt),
}

/// A column of the sheet.
type Of<'r> = Column<'r, Line<'r>>;

fn columns<'r>(plan: &'r Plan<'r>) -> Vec<Of<'r>> {
    let mut columns = vec![
        Of::cell("Framework", plan.short_width(), |line| {
            plan.pair_cell(line.coverage.of, line.coverage.by)
        }),
        Of::text("Covered by", plan.short_width(), |line| {
            plan.short(line.coverage.by)
        }),
        Of::cell("Part", 20.0, |line| match line.part {
            Part::All => Cell::text("all"),
            Part::Level(name) => Cell::text(format!("level: {name}")),
            Part::Section(control) => plan.identifier_cell(control),
        }),
        Of::cell("Title", 40.0, |line| match line.part {
            Part::All => Cell::text(plan.heading(line.coverage.of)),
            Part::Level(name) => Cell::text(format!("every assessable {name}")),
            Part::Section(control) => Cell::text(plan.title(control)),
        }),
        Of::count("Assessable", 12.0, |line| line.stated.total()),
    ];
    let verdicts = Verdict::ALL.map(|verdict| (verdict, capitalised(verdict.word())));
    columns.extend(verdicts.iter().map(|(verdict, word)| {
        let verdict = *verdict;
        Of::count(word, 10.0, move |line| line.stated.of(verdict))
    }));
    columns.extend(verdicts.iter().map(|(verdict, word)| {
        let verdict = *verdict;
        Of::cell(format!("{word} %"), 10.0, move |line| {
            share(line.stated, verdict)
        })
    }));
    if !plan.has_proofs {
        return columns;
    }
    columns.extend(verdicts.iter().map(|(verdict, word)| {
        let verdict = *verdict;
        with_proofs(
            format!("{word} with proofs"),
            10.0,
            move |stated, proved| {
                Cell::count(proved.of(verdict)).look(
                    match proved.of(verdict) == stated.of(verdict) {
                        true => Look::UnchangedCount,
                        false => Look::ProvedCount,
                    },
                )
            },
        )
    }));
    columns.extend(verdicts.iter().map(|(verdict, word)| {
        let verdict = *verdict;
        let heading = format!("{word} with proofs %");
        with_proofs(heading, 10.0, move |_, proved| share(proved, verdict))
    }));
    columns.extend([
        with_proofs("What proofs change", 32.0, |stated, proved| {
            Cell::new(change(stated, proved), Look::Proved)
        }),
        Of::cell("Proved pairs", 9.0, |line| match line.part {
            Part::All => plan.proved_count(line.coverage.of, line.coverage.by),
            _ => Cell::BLANK,
        })
        .of_proofs(),
    ]);
    columns
}

/// A column that compares counts with proofs and the stated ones; a dash where nothing was reasoned.
fn with_proofs<'r>(
    heading: impl Into<String>,
    width: f64,
    cell: impl Fn(Tally, Tally) -> Cell<'r> + 'r,
) -> Of<'r> {
    Of::cell(heading, width, move |line| match line.proved {
        Some(proved) => cell(line.stated, proved),
        None => Cell::centred("–"),
    })
    .of_proofs()
}

fn capitalised(word: &str) -> String {
    let mut characters = word.chars();
    (characters.next()).map_or_else(String::new, |first| {
        first.to_uppercase().chain(characters).collect()
    })
}

/// A share, that of full in the colour of the heat map.
fn share<'a>(tally: Tally, verdict: Verdict) -> Cell<'a> {
    let cell = Cell::share(tally.share(verdict));
    match verdict {
        Verdict::Full if tally.total() > 0 => cell.look(Look::HeatShare(heat_step(tally))),
        _ => cell,
    }
}

/// The step of the heat map: none, up to 10, 25, 50, 75 and 100 per cent of full.
pub(super) fn heat_step(tally: Tally) -> u8 {
    match tally.share(Verdict::Full).map_or(0, Share::basis_points) {
        0 => 0,
        1..=1_000 => 1,
        1_001..=2_500 => 2,
        2_501..=5_000 => 3,
        5_001..=7_500 => 4,
        _ => 5,
    }
}
