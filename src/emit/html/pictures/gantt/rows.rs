//! The lines of the chart: phases, and initiatives.

use super::layout::{EFFORT, LEFT, OWNER, RIGHT};
use crate::pictures::area::{Area, Point};
use crate::pictures::calendar::Calendar;
use crate::pictures::drawing::Drawing;
use crate::pictures::face::{ALARM, Anchor, FIGURE, SMALL, SOFT, STRONG};
use xwalk_report::counted;
use xwalk_report::posture::{Dates, Initiative, Phase};

/// Half the height of a bar.
const HALF: i64 = 7;

/// A phase, with a bracket over all of its dates.
pub(super) fn phase(drawing: &mut Drawing, calendar: &Calendar, phase: &Phase<'_>, area: Area) {
    let line = area.bottom() - 11;
    drawing.line("year", (0, area.y + 6), (RIGHT, area.y + 6));
    drawing.fitted(STRONG, Anchor::Start, (0, line), phase.title, EFFORT - 50);
    let effort: u64 = phase
        .initiatives
        .iter()
        .map(|one| u64::from(one.effort))
        .sum();
    drawing.text(FIGURE, Anchor::End, (EFFORT, line), &effort.to_string());
    let dates = || {
        phase
            .initiatives
            .iter()
            .filter_map(|one| one.dates.as_ref())
    };
    let begins = dates()
        .map(|dates| dates.earliest.begins.day_number())
        .min();
    let over = dates().map(|dates| dates.earliest.over.day_number()).max();
    if let Some((begins, over)) = begins.zip(over) {
        let (from, to) = (calendar.x(begins), calendar.x(over));
        let (y, foot) = (line - 6, line + 1);
        drawing.way("bracket", &[(from, foot), (from, y), (to, y), (to, foot)]);
    }
}

/// An initiative with its bar.
pub(super) fn initiative(
    drawing: &mut Drawing,
    calendar: &Calendar,
    initiative: &Initiative<'_>,
    area: Area,
) {
    drawing.group("initiative", &description(initiative), |drawing| {
        let (_, y) = area.middle();
        let line = y + 4;
        let is_critical = initiative
            .dates
            .as_ref()
            .is_some_and(|dates| dates.is_critical);
        // What a pointer meets anywhere on the line.
        drawing.area("ground-of-line", area);
        if is_critical {
            let x = 6;
            drawing.shape("mark", &[(x - 5, y), (x, y - 5), (x + 5, y), (x, y + 5)]);
        }
        let face = if is_critical { FIGURE } else { SMALL };
        drawing.fitted(
            face,
            Anchor::Start,
            (18, line),
            initiative.title,
            OWNER - 26,
        );
        let owner = initiative.owner.map_or("nobody", |role| role.name);
        drawing.fitted(SOFT, Anchor::Start, (OWNER, line), owner, 106);
        drawing.text(
            SMALL,
            Anchor::End,
            (EFFORT, line),
            &initiative.effort.to_string(),
        );
        match &initiative.dates {
            Some(dates) => bar(drawing, calendar, dates, y),
            None => drawing.text(
                ALARM,
                Anchor::Start,
                (LEFT + 8, line),
                "↻ no dates: it waits for itself, or for what does",
            ),
        }
    });
}

fn bar(drawing: &mut Drawing, calendar: &Calendar, dates: &Dates, y: i64) {
    let day = |begins: bool| {
        let period = dates.earliest;
        let date = if begins { period.begins } else { period.over };
        calendar.x(date.day_number())
    };
    let (from, to) = (day(true), day(false));
    let bar = Area::new((from, y - HALF), (to - from).max(3), 2 * HALF);
    let latest = calendar.x(dates.latest.over.day_number());
    if latest > bar.right() {
        tail(drawing, bar.right(), latest, y);
    }
    if dates.is_critical {
        critical_bar(drawing, bar);
    } else {
        drawing.block("task", bar);
    }
}

/// The bar of an initiative without slack.
pub(super) fn critical_bar(drawing: &mut Drawing, bar: Area) {
    drawing.block("task critical", bar);
    drawing.hatched("stripes", bar, 6);
    drawing.block("edge", bar);
}

/// From when an initiative can be over to when it must be.
pub(super) fn tail(drawing: &mut Drawing, from: i64, to: i64, y: i64) {
    let end = |y: i64| -> Point { (to, y) };
    drawing.line("tail", (from, y), end(y));
    drawing.line("tail end", end(y - 4), end(y + 4));
}

/// All of an initiative in one text.
fn description(initiative: &Initiative<'_>) -> String {
    let mut said = format!(
        "{} ({}): {}, {}",
        initiative.title,
        initiative.name,
        initiative.owner.map_or("no owner", |role| role.name),
        counted(
            usize::try_from(initiative.effort).unwrap_or(0),
            "working day",
            "working days"
        ),
    );
    if let Some(dates) = &initiative.dates {
        let (begins, ends) = (dates.earliest.begins, dates.earliest.last_day());
        said.push_str(&format!(", from {begins} to {ends}"));
        if dates.is_critical {
            said.push_str(", critical");
        } else {
            let slack = usize::try_from(dates.slack).unwrap_or(0);
            said.push_str(&format!(
                ", {} of slack",
                counted(slack, "working day", "working days")
            ));
        }
    }
    if !initiative.after.is_empty() {
        said.push_str(&format!(", after {}", initiative.after.join(", ")));
    }
    said
}
