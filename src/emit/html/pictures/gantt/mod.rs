//! A roadmap as a Gantt chart, above the work it asks of each owner in each quarter.

mod layout;
mod links;
mod load;
mod plan;
mod rows;

use self::layout::{EFFORT, LEFT, OWNER, RIGHT, WIDTH};
use self::plan::{Line, Plan};
use super::area::Area;
use super::calendar::{Calendar, HEAD};
use super::drawing::Drawing;
use super::face::{Anchor, SOFT};
use super::figure::Figure;
use super::fit::width;
use xwalk_report::Posture;
use xwalk_report::counted;
use xwalk_report::posture::{Quarter, Roadmap};

/// What explains the signs.
const LEGEND: i64 = 30;
/// The height of the lines of phases and initiatives: of few, and of many, above each of whose phases the quarters are
/// named again.
const WIDE: (i64, i64) = (36, 27);
const CLOSE: (i64, i64) = (52, 20);
/// From how many initiatives on there are many.
const MANY: usize = 40;

/// The chart of a roadmap; empty where it has no initiatives.
pub(crate) fn gantt(roadmap: &Roadmap<'_>, posture: &Posture<'_>) -> String {
    let initiatives = || roadmap.phases.iter().flat_map(|phase| &phase.initiatives);
    let count = initiatives().count();
    if count == 0 {
        return String::new();
    }
    let (begins, over) = (
        roadmap.whole.begins.day_number(),
        roadmap.whole.over.day_number(),
    );
    let mut assessments = posture.assessments.iter();
    let assessed = assessments
        .find(|assessment| roadmap.assessment == assessment.name)
        .map(|assessment| assessment.assessed);
    // The day of the assessment is shown unless that would leave little room for the roadmap itself.
    let assessed = assessed.filter(|day| begins - day.day_number() <= (over - begins) / 3);
    let from = assessed.map_or(roadmap.whole.begins, |day| day.min(roadmap.whole.begins));
    let calendar = Calendar::new(Quarter::of(from), over, LEFT, RIGHT - LEFT);

    let plan = Plan::new(
        roadmap,
        LEGEND + HEAD,
        if count > MANY { CLOSE } else { WIDE },
    );
    let mut drawing = Drawing::default();
    legend(&mut drawing);
    let top = LEGEND + HEAD - 8;
    drawing.text(SOFT, Anchor::Start, (0, top), "Initiative");
    drawing.text(SOFT, Anchor::Start, (OWNER, top), "Owner");
    drawing.text(SOFT, Anchor::End, (EFFORT, top), "Days");
    calendar.draw(&mut drawing, LEGEND, plan.bottom);
    if let Some(day) = assessed {
        let x = calendar.x(day.day_number());
        drawing.line("limit", (x, LEGEND + HEAD), (x, plan.bottom + 8));
        let says = format!("assessed {day}");
        let (anchor, x) = if x + width(&says, SOFT) + 5 <= RIGHT {
            (Anchor::Start, x + 5)
        } else {
            (Anchor::End, x - 5)
        };
        drawing.text(SOFT, anchor, (x, plan.bottom + 8), &says);
    }
    for (at, line) in plan.lines.iter().enumerate() {
        if let Line::Phase(phase, area) = line {
            if at > 0 && count > MANY {
                calendar.again(&mut drawing, area.y + 21);
            }
            rows::phase(&mut drawing, &calendar, phase, *area);
        }
    }
    links::draw(&mut drawing, &calendar, &plan, &roadmap.critical);
    for line in &plan.lines {
        if let Line::Initiative(initiative, area) = line {
            rows::initiative(&mut drawing, &calendar, initiative, *area);
        }
    }
    let bottom = load::draw(&mut drawing, &calendar, &roadmap.load, plan.bottom + 16);
    Figure {
        name: "gantt",
        title: &format!("{}: initiatives, critical path and load", roadmap.title),
        description: &description(roadmap, count),
        caption: "Each bar is an initiative at its earliest; its tail extends to the latest day on which it may end. \
            Arrows lead to what waits for it. Hatched bars with a heavy edge (◆) are critical: a day lost on one of them is lost for the whole roadmap. Below, the working days that each quarter asks for.",
        remarks: &[],
        size: (WIDTH, bottom),
    }
    .html(drawing)
}

fn description(roadmap: &Roadmap<'_>, count: usize) -> String {
    let days = (roadmap.whole.over.day_number() - roadmap.whole.begins.day_number()).max(1);
    let effort: u64 = roadmap.owners.iter().map(|(_, effort)| effort).sum();
    let over = roadmap.load.iter().filter(|load| load.excess > 0).count();
    let mut said = format!(
        "{} in {}, from {} to {} ({}), {effort} working days of effort; {}.",
        counted(count, "initiative", "initiatives"),
        counted(roadmap.phases.len(), "phase", "phases"),
        roadmap.whole.begins,
        roadmap.whole.last_day(),
        counted(usize::try_from(days).unwrap_or(0), "day", "days"),
        match roadmap.critical.len() {
            0 => "none on the critical path".to_owned(),
            count => format!(
                "{count} on the critical path: {}",
                roadmap.critical.join(", ")
            ),
        },
    );
    if over > 0 {
        let quarters = counted(over, "quarter asks", "quarters ask");
        said.push_str(&format!(" {quarters} for more than the capacity."));
    }
    if !roadmap.circles.is_empty() {
        said.push_str(" Some initiatives wait for themselves and have no dates.");
    }
    said
}

/// The signs, each beside its meaning.
fn legend(drawing: &mut Drawing) {
    let y = 12;
    let bar = |x: i64| Area::new((x, y - 6), 26, 12);
    drawing.block("task", bar(LEFT));
    drawing.text(SOFT, Anchor::Start, (LEFT + 34, y + 4), "initiative");
    rows::critical_bar(drawing, bar(LEFT + 118));
    drawing.text(
        SOFT,
        Anchor::Start,
        (LEFT + 152, y + 4),
        "critical: no slack",
    );
    rows::tail(drawing, LEFT + 296, LEFT + 326, y);
    drawing.text(SOFT, Anchor::Start, (LEFT + 334, y + 4), "slack");
    links::arrow(drawing, "link", &[(LEFT + 392, y), (LEFT + 422, y)]);
    drawing.text(
        SOFT,
        Anchor::Start,
        (LEFT + 430, y + 4),
        "what waits for it",
    );
}
