//! What each verdict rests on, one thing a line: what an auditor filters by a control.

use super::behind::{self, Behind, Line};
use super::plan::Plan;
use super::sheet::{Head, Sheet};
use super::target::Target;
use super::words;
use crate::cell::Cell;
use crate::style::{Rank, Tone};
use crate::table::{AnyTable, Column};
use xwalk_report::posture::{Backing, Claim, NamedControl, Verdict};

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: Target::Ground.sheet(),
    table: "tblGrounds",
    about: "each verdict with every control and every row behind it, one per line",
    make: table,
};

fn table<'a>(plan: &'a Plan<'a>) -> AnyTable<'a> {
    let mut table = SHEET.table(head(), columns(plan));
    for line in behind::all(plan.posture) {
        table.row(Rank::Leaf, 0, line);
    }
    let beyond = behind::beyond(plan.posture);
    if beyond > 0 {
        let text = format!("and {beyond} more, which are in posture.json");
        table.line(Rank::Leaf, 0, [Cell::toned(text, Tone::Fair)]);
    }
    table.finish()
}

fn head() -> Head {
    Head {
        purpose: "The same verdicts as on the sheet Verdicts, with everything that they rest on, one item per line: filter by a control to see all that speaks for its verdict."
            .to_owned(),
        reading: "For a control its tier is shown here, for a row what it claims. A verdict about which nothing is known has no line. Where very many controls speak for a verdict, the rows are those of the first of them."
            .to_owned(),
        frozen: 2,
        empty: "No verdict rests on anything.",
    }
}

/// The row behind a verdict, if it is one.
fn row<'r>(plan: &Plan<'r>, line: Line<'r>) -> Option<&'r Claim<'r>> {
    match line.ground {
        Behind::Row(name) => plan.index.claim(name),
        Behind::Control(_) => None,
    }
}

/// A column of the sheet.
type Of<'r> = Column<'r, Line<'r>>;

fn columns<'r>(plan: &'r Plan<'r>) -> Vec<Of<'r>> {
    vec![
        Of::muted("Framework", plan.short_width(), move |line| {
            line.projection.framework.short()
        }),
        Of::cell("Control", plan.identifier_width(), move |line| {
            plan.control(&line.control.control)
        }),
        Of::text("Title", 50.0, move |line| line.control.control.title()),
        Of::yes("Assessable", 11.5, |line| line.control.assessable),
        Of::cell("Verdict", 19.0, |line| words::verdict_of(line.control)),
        Of::cell("Speaks for", 16.0, |line| match line.control.verdict {
            Verdict::CannotTellDraft => Cell::muted(format!("{} (draft)", line.speaks_for)),
            _ => Cell::text(line.speaks_for),
        }),
        Of::text("How", 62.0, |line| line.how),
        Of::muted("Kind", 16.0, |line| match line.ground {
            Behind::Row(_) => "row",
            Behind::Control(control) => match plan.index.assessed(control) {
                Some(_) => "assessed control",
                None => "control",
            },
        }),
        Of::cell("Behind it", 24.0, move |line| {
            let cell = match line.ground {
                Behind::Row(row) => Cell::identifier(row),
                Behind::Control(control) => Cell::identifier(plan.name(control)),
            };
            let (target, name) = line.ground.target();
            plan.links.to(target, name, cell)
        }),
        Of::text("What it says", 62.0, move |line| match line.ground {
            Behind::Row(_) => row(plan, line).map_or(String::new(), Claim::text),
            Behind::Control(control) => tier(plan, control),
        }),
        Of::maybe("Status", 11.0, move |line| {
            Some(row(plan, line)?.status.word())
        }),
    ]
}

/// The title and the tier of a control, or that it has none: what leaves a verdict in doubt may not be assessed.
fn tier(plan: &Plan<'_>, control: &NamedControl) -> String {
    let title = control.title();
    match plan.index.assessed(control).map(|assessed| assessed.tiers) {
        Some(Some((current, _))) => format!("{title}: tier {current}"),
        Some(None) => format!("{title}: {}", Backing::NotApplicable.word()),
        None => format!("{title}: not assessed"),
    }
}
