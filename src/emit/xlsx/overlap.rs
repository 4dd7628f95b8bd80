//! What has to be assessed only once: controls that ask for the same thing, and what single controls cover elsewhere.

use super::cell::Cell;
use super::plan::Plan;
use super::style::Rank;
use super::table::{AnyTable, Column, Layout, Table};
use xwalk_report::{ControlAt, FrameworkAt, Overlap};

/// The table.
pub(super) fn table<'a>(plan: &'a Plan<'a>) -> Option<AnyTable<'a>> {
    let mut table = Table::new(layout(plan, plan.overlap.as_deref()?));
    let overlap = &plan.report.overlap;
    let same = overlap
        .classes
        .iter()
        .filter_map(|class| class.split_first());
    let same = same.map(|(control, others)| (Kind::Same, *control, others));
    let covers = overlap.covers.iter();
    let covers = covers.map(|one| (Kind::Covers, one.control, one.covered.as_slice()));
    for (kind, control, others) in same.chain(covers) {
        let line = Line {
            kind,
            control,
            others,
        };
        table.row(Rank::Leaf, 0, line);
    }
    Some(table.finish())
}

/// The frameworks with controls to be listed, each a column.
fn named(plan: &Plan<'_>, overlap: &Overlap) -> Vec<FrameworkAt> {
    let equal = overlap
        .classes
        .iter()
        .flat_map(|class| class.iter().skip(1));
    let covered = overlap.covers.iter().flat_map(|covers| &covers.covered);
    let frameworks = equal.chain(covered);
    let mut frameworks: Vec<FrameworkAt> = frameworks
        .map(|control| plan.report.controls[*control].framework)
        .collect();
    frameworks.sort_unstable();
    frameworks.dedup();
    frameworks
}

fn layout<'r>(plan: &'r Plan<'r>, sheet: &'r str) -> Layout<'r, Line<'r>> {
    let overlap = &plan.report.overlap;
    Layout {
        sheet,
        table: "tblAssessOnce".to_owned(),
        title: "Assess once".to_owned(),
        purpose: format!(
            "{} assessable controls ask for {} different things: controls that ask for the same thing need only one \
             assessment, which saves {}.",
            overlap.assessable,
            overlap.distinct,
            overlap.saved()
        ),
        reading: "the same: the control and those on the right ask for exactly the same thing (an overlap group). \
                  covers: whoever fulfils the control fulfils all those on the right. Both follow from stated rows and what they prove."
            .to_owned(),
        columns: columns(plan),
        frozen: 4,
        empty: "No control is known to ask for the same thing as another one, or to contain one.",
    }
}

/// A line of the sheet: a control, and others of which an assessment of it says something.
#[derive(Clone, Copy)]
struct Line<'r> {
    kind: Kind,
    control: ControlAt,
    others: &'r [ControlAt],
}

/// How a control relates to others.
#[derive(Clone, Copy)]
enum Kind {
    /// It asks for the same.
    Same,
    /// It contains them.
    Covers,
}

/// A column of the sheet.
type Of<'r> = Column<'r, Line<'r>>;

fn columns<'r>(plan: &'r Plan<'r>) -> Vec<Of<'r>> {
    let mut columns = vec![
        Of::text("Kind", 10.0, |line| match line.kind {
            Kind::Same => "the same",
            Kind::Covers => "covers",
        }),
        Of::muted("Framework", plan.short_width(), |line| {
            plan.short_of(line.control)
        }),
        Of::cell("Control", 16.0, |line| plan.identifier_cell(line.control)),
        Of::text("Title", 44.0, |line| plan.title(line.control)),
        Of::cell("Saved", 8.0, |line| match line.kind {
            Kind::Same => Cell::count(line.others.len()),
            Kind::Covers => Cell::BLANK,
        }),
        Of::count("Other controls", 10.0, |line| line.others.len()),
    ];
    let frameworks = named(plan, &plan.report.overlap).into_iter();
    columns.extend(frameworks.map(|framework| {
        Of::text(plan.short(framework), 30.0, move |line| {
            let own = line
                .others
                .iter()
                .filter(|other| plan.report.controls[**other].framework == framework);
            let identifiers: Vec<&str> = own.map(|other| plan.identifier(*other)).collect();
            identifiers.join(", ")
        })
    }));
    columns
}
