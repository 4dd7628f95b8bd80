//! The work that the roadmap asks of each owner, quarter by quarter, against what the organization can do.

use super::plan::Plan;
use super::sheet::{Head, Sheet};
use super::target::Target;
use crate::cell::{Cell, Look};
use crate::style::{Rank, Tone};
use crate::table::{AnyTable, Column};
use xwalk_report::counted;
use xwalk_report::posture::{Declared, QuarterLoad, Roadmap};

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Load",
    table: "tblLoad",
    about: "working days per quarter and owner, against the capacity of the organization",
    make: table,
};

fn table<'a>(plan: &'a Plan<'a>) -> AnyTable<'a> {
    let mut table = SHEET.table(head(plan), columns(plan));
    for roadmap in &plan.posture.roadmaps {
        for quarter in &roadmap.load {
            table.row(Rank::Inner, 0, (roadmap, Asked::Quarter(quarter)));
            for (owner, effort) in &quarter.owners {
                let asked = Asked::Owner(Some(quarter), *owner, *effort);
                table.row(Rank::Leaf, 1, (roadmap, asked));
            }
        }
        for (owner, effort) in &roadmap.owners {
            let asked = Asked::Owner(None, *owner, *effort);
            table.row(Rank::Leaf, 1, (roadmap, asked));
        }
    }
    table.finish()
}

fn head(plan: &Plan<'_>) -> Head {
    let undated: usize = plan.posture.roadmaps.iter().map(Roadmap::undated).sum();
    let mut purpose = match plan.posture.organization.capacity {
        Some(days) => format!(
            "Working days that the initiatives ask for in each quarter, done as early as possible; the organization can do {days} in a quarter."
        ),
        None => "Working days that the initiatives ask for in each quarter, done as early as possible. The organization states no capacity.".to_owned(),
    };
    if undated > 0 {
        let undated = counted(undated, "initiative", "initiatives");
        purpose.push_str(&format!(" Left out for lack of dates: {undated}."));
    }
    Head {
        purpose,
        reading: "Lines of a whole quarter are bold, with the owners below them; at the end, what is asked of each owner in all quarters together. The capacity is that of the organization as a whole, so it is shown for whole quarters only, and other roadmaps count as well."
            .to_owned(),
        frozen: 2,
        empty: match plan.posture.roadmaps.is_empty() {
            true => "No roadmap is declared.",
            false => "No initiative with dates asks for anything.",
        },
    }
}

/// What a line says is asked.
#[derive(Clone, Copy)]
enum Asked<'r> {
    /// Of all in a quarter.
    Quarter(&'r QuarterLoad<'r>),
    /// Of an owner, if one is named, in a quarter or else in all: so many working days.
    Owner(Option<&'r QuarterLoad<'r>>, Option<Declared<'r>>, u64),
}

impl Asked<'_> {
    /// What is said of a whole quarter, if a capacity is stated.
    fn of_capacity(self, cell: impl Fn(&QuarterLoad<'_>, u32) -> Cell<'static>) -> Cell<'static> {
        match self {
            Self::Quarter(load) => match load.capacity {
                Some(capacity) => cell(load, capacity),
                None => Cell::BLANK,
            },
            Self::Owner(..) => Cell::BLANK,
        }
    }
}

/// A column of the sheet.
type Of<'r> = Column<'r, (&'r Roadmap<'r>, Asked<'r>)>;

fn columns<'r>(plan: &'r Plan<'r>) -> Vec<Of<'r>> {
    vec![
        Of::muted("Roadmap", 18.0, |(roadmap, _)| roadmap.name),
        Of::cell("Quarter", 14.0, |(_, asked)| match asked {
            Asked::Quarter(load) => Cell::text(load.quarter.to_string()),
            Asked::Owner(Some(load), ..) => Cell::muted(load.quarter.to_string()),
            Asked::Owner(None, ..) => Cell::muted("all quarters"),
        }),
        Of::cell("Owner", 28.0, move |(_, asked)| match asked {
            Asked::Quarter(_) => Cell::text("all"),
            Asked::Owner(_, Some(owner), _) => plan.links.named(Target::Role, owner),
            Asked::Owner(_, None, _) => Cell::muted("nobody is named"),
        }),
        Of::cell("Working days", 11.0, |(_, asked)| match asked {
            Asked::Quarter(load) => days(load.effort),
            Asked::Owner(_, _, effort) => days(effort),
        }),
        Of::cell("Other roadmaps", 11.0, |(_, asked)| match asked {
            Asked::Quarter(load) => days(load.elsewhere),
            Asked::Owner(..) => Cell::BLANK,
        }),
        Of::cell("Capacity", 11.0, |(_, asked)| {
            asked.of_capacity(|_, capacity| Cell::count(capacity as usize))
        }),
        Of::cell("Use of capacity", 11.0, |(_, asked)| {
            asked.of_capacity(used)
        }),
        Of::cell("Excess", 11.0, |(_, asked)| {
            asked.of_capacity(|load, _| match load.excess {
                0 => Cell::count(0),
                excess => days(excess).look(Look::TonedCount(Tone::Bad)),
            })
        }),
        Of::cell("Within capacity", 22.0, |(_, asked)| match asked {
            Asked::Quarter(load) => within(load),
            Asked::Owner(..) => Cell::BLANK,
        }),
    ]
}

fn used(load: &QuarterLoad<'_>, capacity: u32) -> Cell<'static> {
    let whole = u64::from(capacity).max(1);
    let all = load.effort + load.elsewhere;
    let used = (all * 20_000 + whole) / (2 * whole);
    Cell::percentage(u32::try_from(used).unwrap_or(u32::MAX))
}

fn within(load: &QuarterLoad<'_>) -> Cell<'static> {
    match (load.capacity, load.excess) {
        (None, _) => Cell::toned("no capacity is stated", Tone::Open),
        (Some(_), 0) => Cell::toned("✓ yes", Tone::Good),
        (Some(_), excess) => Cell::toned(format!("✗ over by {excess} days"), Tone::Bad),
    }
}

fn days(count: u64) -> Cell<'static> {
    Cell::count(usize::try_from(count).unwrap_or(usize::MAX))
}
