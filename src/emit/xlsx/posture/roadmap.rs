//! The initiatives, as they are declared, and when they are done.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::lead::Thing;
use super::plan::Plan;
use super::sheet::{Head, Sheet};
use crate::emit::xlsx::cell::Cell;
use crate::emit::xlsx::style::{Rank, Tone};
use crate::emit::xlsx::table::Column;
use crate::report::posture::{Dates, Initiative, Phase, Posture, Raise, Roadmap};

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Roadmap",
    table: "tblRoadmap",
    about: "every initiative: what it raises and treats, what it waits for, earliest and latest dates, slack, critical path",
    write,
};

/// The initiatives in the order of the sheet.
pub(super) fn in_order<'r>(posture: &'r Posture<'_>) -> impl Iterator<Item = &'r str> {
    let phases = posture.roadmaps.iter().flat_map(|roadmap| &roadmap.phases);
    let initiatives = phases.flat_map(|phase| &phase.initiatives);
    initiatives.map(|initiative| initiative.name)
}

fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let mut table = SHEET.begin(book, plan, head(plan))?;
    for roadmap in &plan.posture.roadmaps {
        for phase in &roadmap.phases {
            for initiative in &phase.initiatives {
                let cells = cells(plan, roadmap, phase, initiative);
                table.line(Rank::Leaf, 0, cells)?;
            }
        }
    }
    table.finish()
}

fn head(plan: &Plan<'_>) -> Head {
    let columns = [
        ("Phase", 22.0),
        ("Initiative", 24.0),
        ("Title", 34.0),
        ("Raises", 30.0),
        ("Treats", 26.0),
        ("After", 26.0),
        ("Effort (days)", 9.0),
        ("Owner", 20.0),
        ("Not before", 12.0),
        ("Lasts", 8.0),
        ("Earliest begin", 12.0),
        ("Earliest end", 12.0),
        ("Latest begin", 12.0),
        ("Latest end", 12.0),
        ("Slack (days)", 9.0),
        ("Critical path", 14.0),
        ("Roadmap", 14.0),
    ];
    let roadmaps = plan.posture.roadmaps.iter();
    let told: Vec<String> = roadmaps.map(told).collect();
    Head {
        purpose: if told.is_empty() {
            "No roadmap is declared.".to_owned()
        } else {
            told.join(" ")
        },
        reading: "Begin and end are the first and the last day. Latest: as late as it can be without the roadmap being over later; slack: the calendar days between. On the critical path there is none to lose."
            .to_owned(),
        columns: columns.map(|(header, width)| Column::new(header, width)).into(),
        frozen: 3,
        empty: "No roadmap is declared.",
    }
}

/// When a roadmap is over, and why not earlier.
fn told(roadmap: &Roadmap<'_>) -> String {
    let mut told = format!(
        "{}, from {}: {} to {}. Critical path: {}.",
        roadmap.title,
        roadmap.assessment,
        roadmap.whole.begins,
        roadmap.whole.last_day(),
        roadmap.critical.join(" → ")
    );
    for circle in &roadmap.circles {
        told.push_str(&format!(
            " These wait for themselves: {}.",
            circle.join(" → ")
        ));
    }
    told
}

fn cells<'r>(
    plan: &Plan<'r>,
    roadmap: &'r Roadmap<'r>,
    phase: &'r Phase<'r>,
    initiative: &'r Initiative<'r>,
) -> Vec<Cell<'r>> {
    let mut cells = vec![
        Cell::muted(phase.title),
        Cell::identifier(initiative.name),
        Cell::text(initiative.title),
        raises(plan, &initiative.raises),
        plan.lead.all(Thing::Risk, &initiative.treats),
        plan.lead.all(Thing::Initiative, &initiative.after),
        Cell::count(initiative.effort as usize),
        plan.lead.maybe(Thing::Role, initiative.owner),
        Cell::maybe_date(initiative.starts),
        match initiative.lasts {
            Some(lasts) => Cell::centred(lasts.to_string()),
            None => Cell::BLANK,
        },
    ];
    cells.extend(dates(initiative.dates.as_ref()));
    cells.push(Cell::muted(roadmap.name));
    cells
}

/// `PR.AC.a, PR.AC.b to 3`: the controls by the tier that they are raised to.
pub(super) fn raises(plan: &Plan<'_>, raises: &[Raise]) -> Cell<'static> {
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
        Some(first) => plan.lead.to(Thing::Assessed, &first.control, cell),
        None => cell,
    }
}

fn dates(dates: Option<&Dates>) -> [Cell<'static>; 6] {
    let Some(dates) = dates else {
        let none = || Cell::centred("–");
        let circle = Cell::toned("waits for itself", Tone::Bad);
        return [none(), none(), none(), none(), none(), circle];
    };
    let slack = usize::try_from(dates.slack).unwrap_or_default();
    [
        Cell::date(dates.earliest.begins),
        Cell::date(dates.earliest.last_day()),
        Cell::date(dates.latest.begins),
        Cell::date(dates.latest.last_day()),
        Cell::count(slack),
        match dates.is_critical {
            true => Cell::toned("◆ critical", Tone::Critical),
            false => Cell::centred("no"),
        },
    ]
}
