//! The rows that anything here rests on, in full: what an auditor reads behind a verdict.

use super::plan::Plan;
use super::sheet::{Head, Sheet};
use super::target::Target;
use super::used::{Uses, named, parts, uses};
use crate::cell::Cell;
use crate::style::Rank;
use crate::table::{AnyTable, Column};
use xwalk_report::{FrameworkAt, Row};

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: Target::Row.sheet(),
    table: "tblPostureRows",
    about: "the rows of mappings that verdicts rest on or that were left out, in full, with status and place",
    make: table,
};

fn table<'a>(plan: &'a Plan<'a>) -> AnyTable<'a> {
    let mut table = SHEET.table(head(), columns(plan));
    let uses = uses(plan.posture);
    for name in named(plan.posture) {
        let uses = uses.get(name).copied().unwrap_or_default();
        match row(plan, name) {
            Some(row) => table.row(Rank::Leaf, 0, (name, row, uses)),
            None => {
                let absent = Cell::muted("not part of this build");
                table.line(Rank::Leaf, 0, [Cell::identifier(name), absent]);
            }
        }
    }
    table.finish()
}

fn head() -> Head {
    Head {
        purpose: "Rows are named as in the other outputs: the mapping, and the number of the row in it. What they prove together is printed by `xwalk why` and shown in the crosswalk workbook."
            .to_owned(),
        reading: "Verdicts resting on it: how many name it among what they rest on, those under cannot tell (draft) included. Verdicts that lack it: how many cannot tell, and name it as left out."
            .to_owned(),
        frozen: 1,
        empty: "No verdict rests on a row.",
    }
}

/// A column of the sheet.
type Of<'r> = Column<'r, (&'r str, &'r Row<'r>, Uses)>;

fn columns<'r>(plan: &'r Plan<'r>) -> Vec<Of<'r>> {
    vec![
        Of::identifier("Row", 24.0, |(name, ..)| name),
        Of::muted("From", plan.short_width(), move |(_, row, _)| {
            ends(plan, row).0
        }),
        Of::identifier("Source", 16.0, move |(_, row, ..)| {
            plan.report.end_text(&row.source)
        }),
        Of::text("Relation", 16.0, |(_, row, ..)| &*row.relation),
        Of::muted("To", plan.short_width(), move |(_, row, _)| {
            ends(plan, row).1
        }),
        Of::identifier("Target", 16.0, move |(_, row, ..)| {
            plan.report.end_text(&row.target)
        }),
        Of::text("Status", 10.0, |(_, row, ..)| row.status.word()),
        Of::yes("Counts", 9.0, |(_, row, ..)| row.left_out.is_none()),
        Of::maybe("Left out because", 22.0, |(_, row, ..)| row.left_out),
        Of::maybe("Condition", 30.0, |(_, row, ..)| row.condition),
        Of::maybe("Note", 40.0, |(_, row, ..)| row.note),
        Of::count("Verdicts resting on it", 10.5, |(_, _, uses)| uses.bearing),
        Of::count("Verdicts that lack it", 10.5, |(_, _, uses)| uses.lacking),
        Of::muted("Place", 46.0, |(_, row, ..)| &*row.place),
    ]
}

/// The row of this name; `None` where the report leaves its mapping out.
pub(super) fn row<'r>(plan: &Plan<'r>, name: &str) -> Option<&'r Row<'r>> {
    let (name, number) = parts(name);
    let mut mappings = plan.report.mappings.values();
    let mapping = mappings.find(|mapping| mapping.name == name)?;
    let row = mapping.rows.iter().nth(number.checked_sub(1)?)?;
    Some(&plan.report.rows[row])
}

/// What a row claims: `ID.AM-01 subset-of A.5.9 (NIST CSF 2.0 → ISO/IEC 27001:2022)`.
pub(super) fn claim(plan: &Plan<'_>, row: &Row<'_>) -> String {
    let (from, to) = ends(plan, row);
    format!(
        "{} {} {} ({from} → {to})",
        plan.report.end_text(&row.source),
        row.relation,
        plan.report.end_text(&row.target)
    )
}

/// The short names of the two frameworks of a row.
fn ends<'r>(plan: &Plan<'r>, row: &Row<'_>) -> (&'r str, &'r str) {
    let short = |framework: FrameworkAt| plan.report.frameworks[framework].short.as_str();
    let mapping = &plan.report.mappings[row.mapping];
    (short(mapping.from), short(mapping.to))
}
