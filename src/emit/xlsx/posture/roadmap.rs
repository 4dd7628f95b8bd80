//! The initiatives, as they are declared, and when they are done.

use super::plan::Plan;
use super::sheet::{Head, Sheet};
use super::target::Target;
use crate::cell::Cell;
use crate::style::{Rank, Tone};
use crate::table::{AnyTable, Column};
use xwalk_report::posture::{Dates, Initiative, Phase, Raise, Roadmap};

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: Target::Initiative.sheet(),
    table: "tblRoadmap",
    about: "every initiative: what it raises and treats, what it waits for, earliest and latest dates, slack, critical path",
    make: table,
};

fn table<'a>(plan: &'a Plan<'a>) -> AnyTable<'a> {
    let mut table = SHEET.table(head(plan), columns(plan));
    for roadmap in &plan.posture.roadmaps {
        for phase in &roadmap.phases {
            for initiative in &phase.initiatives {
                let line = Line {
                    roadmap,
                    phase,
                    initiative,
                };
                table.row(Rank::Leaf, 0, line);
            }
        }
    }
    table.finish()
}

fn head(plan: &Plan<'_>) -> Head {
    let roadmaps = plan.posture.roadmaps.iter();
    let summary: Vec<String> = roadmaps.map(summary).collect();
    Head {
        purpose: if summary.is_empty() {
            "No roadmap is declared.".to_owned()
        } else {
            summary.join(" ")
        },
        reading: "Start and end are the first and the last day. Latest: as late as possible without delaying the end of the roadmap; slack: the working days by which it can begin later. Critical ones have none."
            .to_owned(),
        frozen: 3,
        empty: nothing(plan),
    }
}

/// Why there is no initiative.
fn nothing(plan: &Plan<'_>) -> &'static str {
    match plan.posture.roadmaps.is_empty() {
        true => "No roadmap is declared.",
        false => "No roadmap has an initiative.",
    }
}

/// An initiative, with the roadmap and the phase that it is part of.
#[derive(Clone, Copy)]
struct Line<'r> {
    roadmap: &'r Roadmap<'r>,
    phase: &'r Phase<'r>,
    initiative: &'r Initiative<'r>,
}

impl Line<'_> {
    /// What its dates say; a dash where it has none.
    fn dated(&self, cell: impl Fn(&Dates) -> Cell<'static>) -> Cell<'static> {
        let dates = self.initiative.dates.as_ref();
        dates.map_or(Cell::centred("–"), cell)
    }
}

/// Whether an initiative of a roadmap has no slack, or why it has no dates.
pub(super) fn critical(roadmap: &Roadmap<'_>, initiative: &Initiative<'_>) -> Cell<'static> {
    if let Some(why) = roadmap.why_undated(initiative) {
        return Cell::toned(why, Tone::Bad);
    }
    match initiative.dates.as_ref().map(|dates| dates.is_critical) {
        Some(true) => Cell::toned("◆ critical", Tone::Critical),
        Some(false) | None => Cell::centred("no"),
    }
}

/// A column of the sheet.
type Of<'r> = Column<'r, Line<'r>>;

fn columns<'r>(plan: &'r Plan<'r>) -> Vec<Of<'r>> {
    vec![
        Of::muted("Phase", 22.0, |line| line.phase.title),
        Of::identifier("Initiative", 24.0, |line| line.initiative.name),
        Of::text("Title", 34.0, |line| line.initiative.title),
        Of::cell("Raises", 30.0, move |line| {
            raises(plan, &line.initiative.raises)
        }),
        Of::cell("Treats", 26.0, move |line| {
            plan.links.all(Target::Risk, &line.initiative.treats)
        }),
        Of::cell("After", 26.0, move |line| {
            plan.links.initiatives(&line.initiative.after)
        }),
        Of::count("Effort (days)", 9.0, |line| line.initiative.effort as usize),
        Of::cell("Owner", 20.0, move |line| {
            plan.links.maybe(Target::Role, line.initiative.owner)
        }),
        Of::date("Not before", 12.0, |line| line.initiative.starts),
        Of::cell("Lasts", 8.0, |line| match line.initiative.lasts {
            Some(lasts) => Cell::centred(lasts.to_string()),
            None => Cell::BLANK,
        }),
        Of::cell("Earliest start", 12.0, |line| {
            line.dated(|dates| Cell::date(dates.earliest.begins))
        }),
        Of::cell("Earliest end", 12.0, |line| {
            line.dated(|dates| Cell::date(dates.earliest.last_day()))
        }),
        Of::cell("Latest start", 12.0, |line| {
            line.dated(|dates| Cell::date(dates.latest.begins))
        }),
        Of::cell("Latest end", 12.0, |line| {
            line.dated(|dates| Cell::date(dates.latest.last_day()))
        }),
        Of::cell("Slack (days)", 9.0, |line| {
            line.dated(|dates| Cell::count(usize::try_from(dates.slack).unwrap_or_default()))
        }),
        Of::cell("Critical", 14.0, |line| {
            critical(line.roadmap, line.initiative)
        }),
        Of::muted("Roadmap", 14.0, |line| line.roadmap.name),
    ]
}

/// When a roadmap is over, and why not earlier.
fn summary(roadmap: &Roadmap<'_>) -> String {
    let days = match roadmap.span() {
        Some(span) => format!("{} to {}", span.begins, span.last_day()),
        None => "no initiative has dates".to_owned(),
    };
    let critical = match roadmap.critical.is_empty() {
        true => "none".to_owned(),
        false => roadmap.critical.join(" → "),
    };
    let mut summary = format!(
        "{}, from {}: {days}. Critical path: {critical}.",
        roadmap.title, roadmap.assessment,
    );
    for circle in &roadmap.circles {
        summary.push_str(&format!(
            " These wait for themselves: {}.",
            circle.join(" → ")
        ));
    }
    summary
}

/// `PR.AC.a, PR.AC.b to 3`: the controls by the tier that they are raised to.
fn raises(plan: &Plan<'_>, raises: &[Raise]) -> Cell<'static> {
    let mut tiers: Vec<u32> = raises.iter().map(|raise| raise.to).collect();
    tiers.sort_unstable();
    tiers.dedup();
    let groups: Vec<String> = tiers
        .into_iter()
        .map(|tier| {
            let own = raises.iter().filter(|raise| raise.to == tier);
            let names: Vec<String> = own.map(|raise| plan.name(&raise.control)).collect();
            format!("{} to {tier}", names.join(", "))
        })
        .collect();
    let cell = Cell::identifier(groups.join("; "));
    match raises.first() {
        Some(first) => plan.links.to(Target::Assessed, &first.control, cell),
        None => cell,
    }
}
