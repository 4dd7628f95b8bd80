//! Every framework with all its controls, as it orders them, and the identifiers that it withdrew.

use std::fmt::Write as _;

use rust_xlsxwriter::{Workbook, XlsxError};

use super::cell::Cell;
use super::measure;
use super::place::web;
use super::plan::Plan;
use super::style::Rank;
use super::table::{Column, Layout, Table};
use crate::report::{Control, Framework, Withdrawn};

/// Where the column for what is proved stands, if there is one: behind that for rows.
const PROVED: usize = 8;

/// Writes the sheet; [`Plan`] counts on this order of lines.
pub(super) fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let worded = plan
        .report
        .controls
        .iter()
        .any(|control| control.text.is_some());
    let mut table = Table::begin(book, plan.binding(), layout(plan, worded))?;
    for framework in &plan.report.frameworks {
        table.line(Rank::Top, 0, framework_cells(plan, framework, worded))?;
        for position in framework.controls.clone() {
            // The line is written in any case: others are found by counting.
            let control = plan.report.controls.get(position);
            let depth = control.map_or(0, |control| control.depth);
            let rank = match plan.rank(position) {
                Rank::Top => Rank::Inner,
                other => other,
            };
            let cells = control.map(|control| control_cells(plan, framework, control, worded));
            table.line(rank, depth.saturating_add(1), cells.into_iter().flatten())?;
        }
        for withdrawn in &framework.withdrawn {
            table.line(Rank::Leaf, 1, withdrawn_cells(plan, framework, withdrawn))?;
        }
    }
    table.finish()
}

fn layout<'w>(plan: &'w Plan<'_>, worded: bool) -> Layout<'w> {
    let places = plan.report.controls.iter().map(|control| &*control.place);
    let mut columns = vec![
        Column::new("Framework", plan.short_width()),
        Column::new("Control", 20.0),
        Column::new("Title", 46.0),
        Column::new("Level", 14.0),
        Column::new("Part of", 16.0),
        Column::new("Assessable", 12.0),
        Column::new("Tags", 16.0),
        Column::new("Rows", 8.0),
        Column::new("Remarks", 60.0),
        Column::new("Place", measure::fit(places, 20.0, 46.0)),
    ];
    if plan.proved.is_some() {
        columns.insert(PROVED, Column::proved("Proved", 9.0));
    }
    if worded {
        columns.push(Column::new("Wording", 60.0));
    }
    Layout {
        sheet: &plan.frameworks,
        table: "tblFrameworks".to_owned(),
        title: "Frameworks".to_owned(),
        purpose: "Every framework with all its controls, in its own order and hierarchy; withdrawn identifiers at \
                  its end."
            .to_owned(),
        reading: format!(
            "Rows counts the claims that name a control, on either side{}; a number leads to the first of them. Only \
             assessable controls are counted in coverage.",
            match plan.proved {
                Some(_) => ", Proved the pairs that are proved of it",
                None => "",
            }
        ),
        columns,
        frozen: 2,
        empty: "There is no framework.",
    }
}

fn framework_cells<'r>(
    plan: &Plan<'r>,
    framework: &'r Framework<'r>,
    worded: bool,
) -> Vec<Cell<'r>> {
    let mut remarks = String::new();
    if let Some(caveat) = framework.reconstruction {
        let _ = writeln!(remarks, "Reconstruction: {caveat}");
    }
    if let Some(doc) = framework.doc {
        let _ = writeln!(remarks, "{doc}");
    }
    if !framework.tiers.is_empty() {
        let tiers: Vec<String> = (framework.tiers.iter())
            .map(|(number, name)| format!("{number} {name}"))
            .collect();
        let _ = writeln!(remarks, "Tiers: {}", tiers.join(", "));
    }
    let _ = write!(remarks, "Nesting: {}", framework.nesting.word());
    let key = Cell::identifier(&*framework.key);
    let mut cells = vec![
        Cell::text(&*framework.short),
        match framework.url.and_then(web) {
            Some(url) => key.to(url.to_owned()),
            None => key,
        },
        Cell::text(&*framework.heading),
        Cell::muted("framework"),
        Cell::BLANK,
        Cell::count(framework.assessable),
        Cell::BLANK,
        Cell::count(framework_rows(plan, framework)),
        Cell::muted(remarks),
        Cell::muted(&*framework.place),
    ];
    if plan.proved.is_some() {
        cells.insert(PROVED, Cell::BLANK);
    }
    if worded {
        cells.push(Cell::BLANK);
    }
    cells
}

/// How many rows stand in mappings from or to a framework.
fn framework_rows(plan: &Plan<'_>, framework: &Framework<'_>) -> usize {
    let is_this = |position: usize| {
        (plan.framework(position)).is_some_and(|other| std::ptr::eq(other, framework))
    };
    (plan.report.mappings.iter())
        .filter(|mapping| is_this(mapping.from) || is_this(mapping.to))
        .map(|mapping| mapping.rows.len())
        .sum()
}

fn control_cells<'r>(
    plan: &Plan<'r>,
    framework: &'r Framework<'r>,
    control: &'r Control<'r>,
    worded: bool,
) -> Vec<Cell<'r>> {
    let parent = control.parent.map_or(Cell::BLANK, |parent| {
        Cell::muted(plan.identifier(parent)).to(plan.control_address(parent))
    });
    let rows = match control.rows.first() {
        Some(row) => Cell::count(control.rows.len()).to(plan.row_address(*row)),
        None => Cell::count(0),
    };
    let mut cells = vec![
        Cell::muted(&*framework.short),
        Cell::identifier(control.identifier),
        Cell::text(&*control.title),
        Cell::muted(&*control.level),
        parent,
        Cell::yes(control.assessable),
        Cell::text(control.tags.join(", ")),
        rows,
        Cell::muted(remarks(plan, control)),
        Cell::muted(&*control.place),
    ];
    if plan.proved.is_some() {
        cells.insert(PROVED, proved_cell(plan, control));
    }
    if worded {
        cells.push(Cell::maybe(control.text));
    }
    cells
}

/// How many pairs are proved of a control, leading to the first of them.
fn proved_cell<'r>(plan: &Plan<'r>, control: &Control<'_>) -> Cell<'r> {
    let count = Cell::count(control.proved.len());
    let first = control.proved.first();
    match first.and_then(|first| plan.proved_address(*first)) {
        Some(address) => count.to(address),
        None => count,
    }
}

/// Doc comment, other identifiers, activities and indicators.
fn remarks(plan: &Plan<'_>, control: &Control<'_>) -> String {
    let mut lines: Vec<String> = control.doc.map(str::to_owned).into_iter().collect();
    if !control.aliases.is_empty() {
        lines.push(format!("Also written {}", control.aliases.join(", ")));
    }
    for activity in &control.activities {
        let on: Vec<&str> = activity.on.iter().map(|on| plan.identifier(*on)).collect();
        lines.push(format!(
            "{}: {} ({})",
            activity.kind.word(),
            activity.title,
            on.join(", ")
        ));
    }
    lines.join("\n")
}

fn withdrawn_cells<'r>(
    plan: &Plan<'r>,
    framework: &'r Framework<'r>,
    withdrawn: &'r Withdrawn<'r>,
) -> Vec<Cell<'r>> {
    let successors: Vec<&str> = (withdrawn.successors.iter())
        .map(|successor| plan.identifier(*successor))
        .collect();
    let remark = if successors.is_empty() {
        "Withdrawn without successor".to_owned()
    } else {
        format!("Withdrawn; see {}", successors.join(", "))
    };
    let mut cells = vec![
        Cell::muted(&*framework.short),
        Cell::identifier(withdrawn.identifier),
        Cell::maybe(withdrawn.reason),
        Cell::muted("withdrawn"),
        Cell::BLANK,
        Cell::yes(false),
        Cell::BLANK,
        Cell::BLANK,
        Cell::text(remark),
        Cell::BLANK,
    ];
    if plan.proved.is_some() {
        cells.insert(PROVED, Cell::BLANK);
    }
    cells
}
