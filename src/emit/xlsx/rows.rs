//! One line per claim.

use std::borrow::Cow;

use rust_xlsxwriter::{Workbook, XlsxError};

use super::cell::Cell;
use super::measure;
use super::plan::Plan;
use super::style::Rank;
use super::table::{Column, Layout, Table};
use crate::report::{End, Mapping, Row};

/// The columns that are printed; with those that follow, nobody could read the page.
const PRINTED: usize = 16;

/// Writes the sheet.
pub(super) fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let mut table = Table::begin(book, plan.binding(), layout(plan))?;
    for (position, row) in plan.report.rows.iter().enumerate() {
        if let Some(mapping) = plan.report.mappings.get(row.mapping) {
            table.line(Rank::Leaf, 0, cells(plan, mapping, position, row))?;
        }
    }
    table.finish()
}

fn layout<'w>(plan: &'w Plan<'_>) -> Layout<'w> {
    let has = |part: fn(&Row<'_>) -> bool| plan.report.rows.iter().any(part);
    // A column that nothing stands in is kept, so that all workbooks are alike, but narrow.
    let wide = |is_used: bool, width: f64| if is_used { width } else { 11.0 };
    let places = plan.report.rows.iter().map(|row| row.place.as_str());
    let identifier = plan.identifier_width();
    let columns = [
        ("Source framework", 14.0),
        ("Source", identifier),
        ("Source title", 30.0),
        ("Relation", 15.0),
        ("Target framework", 14.0),
        ("Target", identifier),
        ("Target title", 30.0),
        ("Rationale", 11.0),
        ("Strength", 10.0),
        ("Confidence", 12.0),
        ("Status", 9.0),
        ("Counts", 8.5),
        (
            "Why it does not count",
            wide(has(|row| row.left_out.is_some()), 20.0),
        ),
        ("Note", 48.0),
        ("Mapping", 17.0),
        ("Place", measure::fit(places, 20.0, 42.0)),
        ("Condition", wide(has(|row| row.condition.is_some()), 22.0)),
        ("Property", 11.0),
        ("Author", wide(has(|row| row.author.is_some()), 18.0)),
        ("Reviewer", wide(has(|row| row.reviewer.is_some()), 18.0)),
        (
            "Source document",
            wide(has(|row| row.source_document.is_some()), 34.0),
        ),
    ];
    Layout {
        sheet: &plan.rows,
        table: "tblRows".to_owned(),
        title: "Rows".to_owned(),
        purpose: "Every claim that somebody made, one a line: source, relation, target. The relation is read from \
                  left to right."
            .to_owned(),
        reading: "A row counts unless it is withdrawn, below the status asked for, holds under a condition only, or is \
                  contradicted by others (see Contradictions). Pages print the columns as far as Place."
            .to_owned(),
        columns: (columns.into_iter().enumerate())
            .map(|(position, (header, width))| {
                let column = Column::new(header, width);
                if position < PRINTED {
                    column
                } else {
                    column.on_screen_only()
                }
            })
            .collect(),
        frozen: 2,
        empty: "No mapping has a row.",
    }
}

fn cells<'r>(
    plan: &Plan<'r>,
    mapping: &'r Mapping<'r>,
    position: usize,
    row: &'r Row<'r>,
) -> [Cell<'r>; 21] {
    [
        Cell::muted(plan.short(mapping.from)),
        end_cell(plan, &row.source),
        Cell::text(titles(plan, &row.source, mapping.from)),
        Cell::text(&*row.relation),
        Cell::muted(plan.short(mapping.to)),
        end_cell(plan, &row.target),
        Cell::text(titles(plan, &row.target, mapping.to)),
        Cell::maybe(row.rationale.map(|it| it.word())),
        (row.strength).map_or(Cell::BLANK, |strength| Cell::count(strength.into())),
        Cell::maybe(row.confidence.as_deref()),
        Cell::text(row.status.word()),
        Cell::yes(row.left_out.is_none()),
        match plan.contradiction_address(position) {
            Some(address) => Cell::maybe(row.left_out).to(address),
            None => Cell::maybe(row.left_out),
        },
        Cell::maybe(row.note),
        Cell::muted(mapping.name),
        Cell::muted(&*row.place),
        Cell::maybe(row.condition),
        Cell::maybe(row.property.map(|it| it.word())),
        Cell::maybe(row.author.as_deref()),
        Cell::maybe(row.reviewer.as_deref()),
        Cell::maybe(row.source_document),
    ]
}

/// The identifiers at one end; a single one leads to its control.
fn end_cell<'r>(plan: &Plan<'r>, named: &'r End) -> Cell<'r> {
    match named {
        End::Control(control) => plan.identifier_cell(*control),
        _ => Cell::identifier(plan.report.end_text(named)),
    }
}

/// The titles at one end.
fn titles<'r>(plan: &Plan<'r>, named: &End, framework: usize) -> Cow<'r, str> {
    match named {
        End::Everything => Cow::Owned(format!("everything in {}", plan.heading(framework))),
        End::Control(control) => Cow::Borrowed(plan.title(*control)),
        End::Union(parts) => {
            let titles: Vec<&str> = parts.iter().map(|part| plan.title(*part)).collect();
            Cow::Owned(titles.join(" + "))
        }
    }
}
