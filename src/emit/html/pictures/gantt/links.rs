//! What waits for what.

use std::collections::BTreeSet;

use super::plan::Plan;
use crate::pictures::area::{Area, Point};
use crate::pictures::calendar::Calendar;
use crate::pictures::drawing::Drawing;
use xwalk_report::posture::{Declared, Initiative};

/// Arrows from each initiative to what waits for it, those of the critical path last and heavier.
pub(super) fn draw(
    drawing: &mut Drawing,
    calendar: &Calendar,
    plan: &Plan<'_, '_>,
    critical: &[Declared<'_>],
) {
    let critical: BTreeSet<(&str, &str)> = critical
        .iter()
        .zip(critical.iter().skip(1))
        .map(|(before, after)| (before.as_str(), after.as_str()))
        .collect();
    let mut heavy = Vec::new();
    for (initiative, area) in plan.places.values() {
        for name in &initiative.after {
            let before = plan.places.get(name.as_str());
            let way = before.and_then(|before| way(calendar, *before, (initiative, *area)));
            let Some(way) = way else {
                continue;
            };
            if critical.contains(&(name.as_str(), initiative.name)) {
                heavy.push(way);
            } else {
                arrow(drawing, "link", &way);
            }
        }
    }
    for way in heavy {
        arrow(drawing, "link critical", &way);
    }
}

/// From the end of a bar down or up, and to the beginning of another.
fn way(
    calendar: &Calendar,
    (before, from): (&Initiative<'_>, Area),
    (after, to): (&Initiative<'_>, Area),
) -> Option<[Point; 3]> {
    let over = before.dates.as_ref()?.earliest.over.day_number();
    let begins = after.dates.as_ref()?.earliest.begins.day_number();
    let (_, from_y) = from.middle();
    let (_, to_y) = to.middle();
    let edge = if to_y > from_y { 7 } else { -7 };
    let begins = calendar.x(begins);
    let x = (calendar.x(over) - 6).min(begins - 8);
    Some([(x, from_y + edge), (x, to_y), (begins, to_y)])
}

/// A line with a head, whose last part goes to the right.
pub(super) fn arrow(drawing: &mut Drawing, class: &'static str, way: &[Point]) {
    drawing.way(class, way);
    if let Some((x, y)) = way.last() {
        let head = if class == "link" {
            "head"
        } else {
            "head critical"
        };
        drawing.shape(head, &[(x - 6, y - 4), (*x, *y), (x - 6, y + 4)]);
    }
}
