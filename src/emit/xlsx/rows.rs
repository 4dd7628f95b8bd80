//! One line per claim.

use std::borrow::Cow;

use super::cell::Cell;
use super::measure;
use super::plan::Plan;
use super::style::Rank;
use super::table::{AnyTable, Column, Layout, Table};
use xwalk_report::{End, FrameworkAt, Mapping, Row, RowAt};

/// The table; [`Plan`] counts on one line per row.
pub(super) fn table<'a>(plan: &'a Plan<'a>) -> AnyTable<'a> {
    let mut table = Table::new(layout(plan));
    for (position, row) in plan.report.rows.iter() {
        let line = Line {
            mapping: &plan.report.mappings[row.mapping],
            position,
            row,
        };
        table.row(Rank::Leaf, 0, line);
    }
    table.finish()
}

fn layout<'r>(plan: &'r Plan<'r>) -> Layout<'r, Line<'r>> {
    Layout {
        sheet: &plan.rows,
        table: "tblRows".to_owned(),
        title: "Rows".to_owned(),
        purpose: "Every claim that somebody made, one per line: source, relation, target. The relation is read from \
                  left to right."
            .to_owned(),
        reading: "A row counts unless it is withdrawn, below the status asked for, holds only under a condition, or is \
                  contradicted by others (see Contradictions). Pages print the columns as far as Place."
            .to_owned(),
        columns: columns(plan),
        frozen: 2,
        empty: "No mapping has a row.",
    }
}

/// A line of the sheet.
#[derive(Clone, Copy)]
struct Line<'r> {
    mapping: &'r Mapping<'r>,
    position: RowAt,
    row: &'r Row<'r>,
}

/// A column of the sheet.
type Of<'r> = Column<'r, Line<'r>>;

fn columns<'r>(plan: &'r Plan<'r>) -> Vec<Of<'r>> {
    // A column that nothing stands in is kept, so that all workbooks are alike, but narrow.
    let wide =
        |is_used: fn(&Row<'_>) -> bool, width: f64| match plan.report.rows.values().any(is_used) {
            true => width,
            false => 11.0,
        };
    let places = plan.report.rows.values().map(|row| row.place.as_str());
    let identifier = plan.identifier_width();
    vec![
        Of::muted("Source framework", 14.0, |line| {
            plan.short(line.mapping.from)
        }),
        Of::cell("Source", identifier, |line| {
            end_cell(plan, &line.row.source)
        }),
        Of::text("Source title", 30.0, |line| {
            titles(plan, &line.row.source, line.mapping.from)
        }),
        Of::text("Relation", 15.0, |line| &*line.row.relation),
        Of::muted("Target framework", 14.0, |line| plan.short(line.mapping.to)),
        Of::cell("Target", identifier, |line| {
            end_cell(plan, &line.row.target)
        }),
        Of::text("Target title", 30.0, |line| {
            titles(plan, &line.row.target, line.mapping.to)
        }),
        Of::maybe("Rationale", 11.0, |line| {
            line.row.rationale.map(|it| it.word())
        }),
        Of::cell("Strength", 10.0, |line| {
            Cell::maybe_count(line.row.strength.map(usize::from))
        }),
        Of::maybe("Confidence", 12.0, |line| line.row.confidence.as_deref()),
        Of::text("Status", 9.0, |line| line.row.status.word()),
        Of::yes("Counts", 8.5, |line| line.row.left_out.is_none()),
        Of::cell(
            "Why it does not count",
            wide(|row| row.left_out.is_some(), 20.0),
            |line| {
                let why = Cell::maybe(line.row.left_out);
                match plan.contradiction_address(line.position) {
                    Some(address) => why.to(address),
                    None => why,
                }
            },
        ),
        Of::maybe("Note", 48.0, |line| line.row.note),
        Of::muted("Mapping", 17.0, |line| line.mapping.name),
        Of::muted("Place", measure::fit(places, 20.0, 42.0), |line| {
            &*line.row.place
        }),
        // With this one and those that follow, nobody could read the page.
        Of::maybe(
            "Condition",
            wide(|row| row.condition.is_some(), 22.0),
            |line| line.row.condition,
        )
        .on_screen_only(),
        Of::maybe("Property", 11.0, |line| {
            line.row.property.map(|it| it.word())
        }),
        Of::maybe("Author", wide(|row| row.author.is_some(), 18.0), |line| {
            line.row.author.as_deref()
        }),
        Of::maybe(
            "Reviewer",
            wide(|row| row.reviewer.is_some(), 18.0),
            |line| line.row.reviewer.as_deref(),
        ),
        Of::maybe(
            "Source document",
            wide(|row| row.source_document.is_some(), 34.0),
            |line| line.row.source_document,
        ),
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
fn titles<'r>(plan: &Plan<'r>, named: &End, framework: FrameworkAt) -> Cow<'r, str> {
    match named {
        End::Everything => Cow::Owned(format!("everything in {}", plan.heading(framework))),
        End::Control(control) => Cow::Borrowed(plan.title(*control)),
        End::Union(parts) => {
            let titles: Vec<&str> = parts.iter().map(|part| plan.title(*part)).collect();
            Cow::Owned(titles.join(" + "))
        }
    }
}
