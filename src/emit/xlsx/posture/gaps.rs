//! The gaps in order of priority, with all that their ranks were computed from.

use super::plan::Plan;
use super::sheet::{Head, Sheet};
use super::target::Target;
use super::words;
use crate::cell::{Cell, Look};
use crate::style::{Rank, Tone};
use crate::table::{AnyTable, Column};
use xwalk_report::posture::{Gap, NamedControl, NamedFramework, RiskFrom};

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: Target::Gap.sheet(),
    table: "tblGaps",
    about: "the controls below their targets, ranked by the printed formula, with its inputs and how firm each rank is",
    make: table,
};

fn table<'a>(plan: &'a Plan<'a>) -> AnyTable<'a> {
    let mut table = SHEET.table(head(), columns(plan));
    for (rank, gap) in (1..).zip(&plan.posture.gaps.ranked) {
        table.row(Rank::Leaf, 0, Line::ranked(rank, gap));
    }
    for (_, control) in &plan.posture.gaps.without_risk {
        table.row(Rank::Leaf, 0, Line::unranked(plan, control));
    }
    table.finish()
}

fn head() -> Head {
    Head {
        purpose: "Priority = risk × (target tier − current tier) ÷ effort in working days, in exact fractions; ties in the order of the framework. An effort is at least one day."
            .to_owned(),
        reading: "Risk: stated for the control, else the greatest risk of the register that threatens it, else the default. The four ranks on the right: the rank of this gap if its own risk or effort, and nothing else, were a quarter lower or higher."
            .to_owned(),
        frozen: 3,
        empty: "No control is below its target.",
    }
}

/// A gap, and its rank; one without a known risk has none, and is listed all the same.
#[derive(Clone, Copy)]
struct Line<'r> {
    control: &'r NamedControl,
    current: Option<u32>,
    target: Option<u32>,
    rank: Option<usize>,
    gap: Option<&'r Gap<'r>>,
}

impl<'r> Line<'r> {
    fn ranked(rank: usize, gap: &'r Gap<'r>) -> Self {
        Self {
            control: &gap.control,
            current: Some(gap.current),
            target: Some(gap.target),
            rank: Some(rank),
            gap: Some(gap),
        }
    }

    fn unranked(plan: &Plan<'_>, control: &'r NamedControl) -> Self {
        let own = plan.index.assessed(control);
        let (current, target) = own.and_then(|own| own.tiers).unzip();
        Self {
            control,
            current,
            target,
            rank: None,
            gap: None,
        }
    }

    /// The framework whose control lacks something.
    fn framework(self) -> &'r NamedFramework {
        &self.control.named().framework
    }

    /// The rank with another input: coloured where it differs.
    fn turned(self, input: usize) -> Cell<'static> {
        let Some(turned) = self.gap.and_then(|gap| gap.ranks.get(input)) else {
            return Cell::BLANK;
        };
        let cell = Cell::count(*turned);
        match Some(*turned) == self.rank {
            true => cell.look(Look::UnchangedCount),
            false => cell,
        }
    }
}

/// A column of the sheet.
type Of<'r> = Column<'r, Line<'r>>;

fn columns<'r>(plan: &'r Plan<'r>) -> Vec<Of<'r>> {
    vec![
        Of::cell("Rank", 7.5, |line| {
            line.rank.map_or(Cell::centred("–"), Cell::count)
        }),
        Of::cell("Control", plan.identifier_width(), move |line| {
            plan.assessed(line.control)
        }),
        Of::text("Title", 46.0, move |line| line.control.title()),
        Of::muted("Function", 14.0, move |line| line.control.section().title()),
        Of::cell("Current tier", 8.5, move |line| {
            Plan::tier(line.framework(), line.current)
        }),
        Of::cell("Target tier", 8.5, move |line| {
            Plan::tier(line.framework(), line.target)
        }),
        Of::cell("Risk", 7.5, |line| {
            line.gap
                .map_or(Cell::centred("–"), |gap| Cell::count(gap.risk as usize))
        }),
        Of::cell("Source of the risk", 24.0, |line| match line.gap {
            Some(gap) => Cell::muted(words::risk_from(&gap.risk_from)),
            None => Cell::toned("no risk is known", Tone::Fair),
        }),
        Of::cell("Risk of the register", 28.0, move |line| {
            match line.gap.map(|gap| &gap.risk_from) {
                Some(RiskFrom::Register(risk)) => plan.links.named(Target::Risk, *risk),
                Some(RiskFrom::Stated | RiskFrom::Default) | None => Cell::BLANK,
            }
        }),
        Of::cell("Effort (days)", 9.0, |line| {
            Cell::maybe_count(line.gap.map(|gap| gap.effort as usize))
        }),
        Of::cell("Source of the effort", 14.0, |line| {
            match line.gap.map(|gap| gap.effort_is_stated) {
                Some(true) => Cell::muted("stated"),
                Some(false) => Cell::muted("default"),
                None => Cell::BLANK,
            }
        }),
        Of::cell("Priority (exact)", 10.0, |line| {
            line.gap
                .map_or(Cell::BLANK, |gap| Cell::centred(gap.priority.to_string()))
        }),
        Of::cell("Priority", 10.0, |line| {
            line.gap.map_or(Cell::BLANK, |gap| {
                Cell::quotient(gap.priority.numerator, gap.priority.denominator)
            })
        }),
        Of::cell("Rank at risk −25 %", 10.0, |line| line.turned(0)),
        Of::cell("Rank at risk +25 %", 10.0, |line| line.turned(1)),
        Of::cell("Rank at effort −25 %", 10.0, |line| line.turned(2)),
        Of::cell("Rank at effort +25 %", 10.0, |line| line.turned(3)),
        Of::cell("Owner", 20.0, move |line| {
            let assessed = plan.index.assessed(line.control);
            plan.links
                .maybe(Target::Role, assessed.and_then(|one| one.responsible))
        }),
        Of::cell("Initiatives that raise it", 30.0, move |line| {
            initiatives(plan, line.control)
        }),
        Of::muted("Framework", plan.short_width(), move |line| {
            line.control.short()
        }),
    ]
}

/// What raises a control, leading to the first.
fn initiatives(plan: &Plan<'_>, control: &str) -> Cell<'static> {
    let raising = plan.index.raising(control);
    match raising.is_empty() {
        true => Cell::muted("none"),
        false => plan.links.initiatives(raising),
    }
}
