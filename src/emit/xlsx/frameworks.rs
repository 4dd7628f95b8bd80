//! Every framework with all its controls, as it orders them, and the identifiers that it withdrew.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::cell::Cell;
use super::measure;
use super::place::web;
use super::plan::Plan;
use super::style::Rank;
use super::table::{AnyTable, Column, Layout, Table};
use xwalk_format::names::Names;
use xwalk_report::{Control, Framework, FrameworkAt, Withdrawn};

/// The table; [`Plan`] counts on this order of lines.
pub(super) fn table<'a>(plan: &'a Plan<'a>) -> AnyTable<'a> {
    let mut table = Table::new(layout(plan));
    for (at, framework) in plan.report.frameworks.iter() {
        let line = |part| Line {
            at,
            framework,
            part,
        };
        table.row(Rank::Top, 0, line(Part::Whole));
        for position in framework.controls.iter() {
            let control = &plan.report.controls[position];
            let rank = match plan.rank(position) {
                Rank::Top => Rank::Inner,
                other => other,
            };
            table.row(
                rank,
                control.depth.saturating_add(1),
                line(Part::Control(control)),
            );
        }
        for withdrawn in &framework.withdrawn {
            table.row(Rank::Leaf, 1, line(Part::Withdrawn(withdrawn)));
        }
    }
    table.finish()
}

fn layout<'r>(plan: &'r Plan<'r>) -> Layout<'r, Line<'r>> {
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
                Some(_) => ", Proved the proved pairs that include it",
                None => "",
            }
        ),
        columns: columns(plan),
        frozen: 2,
        empty: "There is no framework.",
    }
}

/// A line of the sheet: a framework, or something in it.
#[derive(Clone, Copy)]
struct Line<'r> {
    at: FrameworkAt,
    framework: &'r Framework<'r>,
    part: Part<'r>,
}

#[derive(Clone, Copy)]
enum Part<'r> {
    /// The framework itself.
    Whole,
    /// One of its controls.
    Control(&'r Control<'r>),
    /// An identifier that it withdrew.
    Withdrawn(&'r Withdrawn<'r>),
}

impl<'r> Line<'r> {
    /// What is said of a control; nothing of anything else.
    fn control(self, cell: impl Fn(&'r Control<'r>) -> Cell<'r>) -> Cell<'r> {
        match self.part {
            Part::Control(control) => cell(control),
            Part::Whole | Part::Withdrawn(_) => Cell::BLANK,
        }
    }
}

/// A column of the sheet.
type Of<'r> = Column<'r, Line<'r>>;

fn columns<'r>(plan: &'r Plan<'r>) -> Vec<Of<'r>> {
    let controls = plan.report.controls.values();
    let places = measure::fit(controls.clone().map(|control| &*control.place), 20.0, 46.0);
    let mut columns = vec![
        Of::cell("Framework", plan.short_width(), |line| match line.part {
            Part::Whole => Cell::text(&*line.framework.short),
            _ => Cell::muted(&*line.framework.short),
        }),
        Of::cell("Control", 20.0, identifier).leading_out(),
        Of::cell("Title", 46.0, |line| match line.part {
            Part::Whole => Cell::text(&*line.framework.heading),
            Part::Control(control) => Cell::text(&*control.title),
            Part::Withdrawn(withdrawn) => Cell::maybe(withdrawn.reason),
        }),
        Of::muted("Level", 14.0, |line| match line.part {
            Part::Whole => "framework",
            Part::Control(control) => &*control.level,
            Part::Withdrawn(_) => "withdrawn",
        }),
        Of::cell("Part of", 16.0, |line| {
            line.control(|control| match control.parent {
                Some(parent) => {
                    Cell::muted(plan.identifier(parent)).to(plan.control_address(parent))
                }
                None => Cell::BLANK,
            })
        }),
        Of::cell("Assessable", 12.0, |line| match line.part {
            Part::Whole => Cell::count(line.framework.assessable),
            Part::Control(control) => Cell::yes(control.assessable),
            Part::Withdrawn(_) => Cell::yes(false),
        }),
        Of::cell("Tags", 16.0, |line| {
            line.control(|control| Cell::text(control.tags.join(", ")))
        }),
        Of::cell("Rows", 8.0, |line| match line.part {
            Part::Whole => Cell::count(framework_rows(plan, line.framework)),
            Part::Control(control) => plan.rows_cell(&control.rows),
            Part::Withdrawn(_) => Cell::BLANK,
        }),
    ];
    if plan.proved.is_some() {
        let proved = |line: Line<'r>| line.control(|control| proved_cell(plan, control));
        columns.push(Of::cell("Proved", 9.0, proved).of_proofs());
    }
    columns.extend([
        Of::cell("Remarks", 60.0, |line| match line.part {
            Part::Whole => Cell::muted(about(line.framework)),
            Part::Control(control) => Cell::muted(remarks(plan, control)),
            Part::Withdrawn(withdrawn) => Cell::text(successors(plan, line.at, withdrawn)),
        }),
        Of::cell("Place", places, |line| match line.part {
            Part::Whole => Cell::muted(&*line.framework.place),
            Part::Control(control) => Cell::muted(&*control.place),
            Part::Withdrawn(_) => Cell::BLANK,
        }),
    ]);
    if controls.clone().any(|control| control.text.is_some()) {
        columns.push(Of::cell("Wording", 60.0, |line| {
            line.control(|control| Cell::maybe(control.text))
        }));
    }
    columns
}

fn identifier(line: Line<'_>) -> Cell<'_> {
    match line.part {
        Part::Whole => {
            let key = Cell::identifier(&*line.framework.key);
            match line.framework.url.and_then(web) {
                Some(url) => key.to(url.to_owned()),
                None => key,
            }
        }
        Part::Control(control) => Cell::identifier(control.identifier),
        Part::Withdrawn(withdrawn) => Cell::identifier(withdrawn.identifier),
    }
}

/// Where a framework comes from, what its author says of it, its tiers, how it nests.
fn about(framework: &Framework<'_>) -> String {
    let mut about = String::new();
    if let Some(caveat) = framework.reconstruction {
        let _ = writeln!(about, "Reconstruction: {caveat}");
    }
    if let Some(doc) = framework.doc {
        let _ = writeln!(about, "{doc}");
    }
    if !framework.tiers.is_empty() {
        let tiers: Vec<String> = (framework.tiers.iter())
            .map(|(number, name)| format!("{number} {name}"))
            .collect();
        let _ = writeln!(about, "Tiers: {}", tiers.join(", "));
    }
    about + "Nesting: " + framework.nesting.word()
}

/// How many rows stand in mappings from or to a framework.
fn framework_rows(plan: &Plan<'_>, framework: &Framework<'_>) -> usize {
    let is_this = |position| std::ptr::eq(plan.framework(position), framework);
    (plan.report.mappings.values())
        .filter(|mapping| is_this(mapping.from) || is_this(mapping.to))
        .map(|mapping| mapping.rows.len())
        .sum()
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

/// Doc comment, what took its place, other identifiers, activities and indicators.
fn remarks(plan: &Plan<'_>, control: &Control<'_>) -> String {
    let mut lines: Vec<String> = control.doc.map(str::to_owned).into_iter().collect();
    if let Some(superseded) = &control.superseded {
        let by = superseded.by.iter().map(|by| plan.identifier(*by));
        let by: Vec<&str> = by.collect();
        let on = superseded.on;
        lines.push(format!("Superseded as of {on}; see {}", by.join(", ")));
    }
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

/// What stands in the place of an identifier that a framework withdrew; what belongs to another framework says to which.
fn successors(plan: &Plan<'_>, home: FrameworkAt, withdrawn: &Withdrawn<'_>) -> String {
    let mut successors = Names::new(plan.report).all_seen_from(home, &withdrawn.successors);
    let elsewhere = withdrawn.successors_elsewhere.iter();
    successors.extend(elsewhere.map(|name| Cow::Borrowed(name.as_str())));
    if successors.is_empty() {
        "Withdrawn without successor".to_owned()
    } else {
        format!("Withdrawn; see {}", successors.join(", "))
    }
}
