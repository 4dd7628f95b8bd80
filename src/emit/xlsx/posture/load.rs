//! The work that the roadmap asks of each owner, quarter by quarter, against what the organization can do.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::lead::Thing;
use super::plan::Plan;
use super::sheet::{Head, Sheet};
use crate::emit::xlsx::cell::{Cell, Look};
use crate::emit::xlsx::style::{Rank, Tone};
use crate::emit::xlsx::table::Column;
use crate::report::posture::{QuarterLoad, Roadmap};

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Load",
    table: "tblLoad",
    about: "working days per quarter and owner, against the capacity of the organization",
    write,
};

fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let mut table = SHEET.begin(book, plan, head(plan))?;
    for roadmap in &plan.posture.roadmaps {
        for quarter in &roadmap.load {
            table.line(Rank::Inner, 0, quarter_cells(roadmap, quarter))?;
            for (owner, effort) in &quarter.owners {
                let name = quarter.quarter.to_string();
                table.line(
                    Rank::Leaf,
                    1,
                    owner_cells(plan, roadmap, name, *owner, *effort),
                )?;
            }
        }
        for (owner, effort) in &roadmap.owners {
            let name = "all quarters".to_owned();
            table.line(
                Rank::Leaf,
                1,
                owner_cells(plan, roadmap, name, *owner, *effort),
            )?;
        }
    }
    table.finish()
}

fn head(plan: &Plan<'_>) -> Head {
    let columns = [
        ("Roadmap", 18.0),
        ("Quarter", 14.0),
        ("Owner", 28.0),
        ("Working days", 11.0),
        ("Capacity", 11.0),
        ("Use of capacity", 11.0),
        ("Excess", 11.0),
        ("Within capacity", 22.0),
    ];
    Head {
        purpose: match plan.posture.organization.capacity {
            Some(days) => format!(
                "Working days that the initiatives ask for in each quarter, done as early as they can be; the organization can do {days} in a quarter."
            ),
            None => "Working days that the initiatives ask for in each quarter, done as early as they can be. The organization states no capacity.".to_owned(),
        },
        reading: "Lines of a whole quarter are bold, with the owners below them; at the end what is asked of each owner in all quarters. The capacity is that of the organization as a whole, so it stands beside whole quarters only."
            .to_owned(),
        columns: columns.map(|(header, width)| Column::new(header, width)).into(),
        frozen: 2,
        empty: "No roadmap asks for anything.",
    }
}

fn quarter_cells<'r>(roadmap: &'r Roadmap<'r>, load: &QuarterLoad<'_>) -> Vec<Cell<'r>> {
    let mut cells = vec![
        Cell::muted(roadmap.name),
        Cell::text(load.quarter.to_string()),
        Cell::text("all"),
        days(load.effort),
    ];
    let Some(capacity) = load.capacity else {
        cells.extend([Cell::BLANK, Cell::BLANK, Cell::BLANK]);
        cells.push(Cell::toned("no capacity is stated", Tone::Open));
        return cells;
    };
    let whole = u64::from(capacity).max(1);
    let used = (load.effort * 20_000 + whole) / (2 * whole);
    cells.extend([
        Cell::count(capacity as usize),
        Cell::share(u32::try_from(used).unwrap_or(u32::MAX)),
    ]);
    cells.extend(match load.excess {
        0 => [Cell::count(0), Cell::toned("✓ yes", Tone::Good)],
        excess => [
            days(excess).look(Look::TonedCount(Tone::Bad)),
            Cell::toned(format!("✗ over by {excess} days"), Tone::Bad),
        ],
    });
    cells
}

fn owner_cells<'r>(
    plan: &Plan<'r>,
    roadmap: &'r Roadmap<'r>,
    quarter: String,
    owner: Option<&'r str>,
    effort: u64,
) -> Vec<Cell<'r>> {
    let mut cells = vec![
        Cell::muted(roadmap.name),
        Cell::muted(quarter),
        match owner {
            Some(owner) => plan.lead.named(Thing::Role, owner),
            None => Cell::muted("nobody is named"),
        },
        days(effort),
    ];
    cells.resize(8, Cell::BLANK);
    cells
}

fn days(count: u64) -> Cell<'static> {
    Cell::count(usize::try_from(count).unwrap_or(usize::MAX))
}
