//! What a roadmap asks for in each quarter, against what the organization can do.

use super::layout::{EFFORT, LEFT, RIGHT};
use crate::pictures::area::{Area, length, share};
use crate::pictures::calendar::Calendar;
use crate::pictures::drawing::Drawing;
use crate::pictures::face::{ALARM, Anchor, FIGURE, SMALL, SOFT, STRONG};
use crate::pictures::fit::width as width_of;
use xwalk_report::posture::QuarterLoad;

/// The height of the greatest bar.
const BAR: i64 = 70;

/// Draws the load from `top` on and says where it ends.
pub(super) fn draw(
    drawing: &mut Drawing,
    calendar: &Calendar,
    load: &[QuarterLoad<'_>],
    top: i64,
) -> i64 {
    if load.is_empty() {
        return top;
    }
    let ground = top + BAR + 30;
    let capacity = load.iter().find_map(|load| load.capacity);
    let most = load.iter().map(|load| load.effort).max().unwrap_or(0);
    let greatest = length(most.max(capacity.map_or(0, u64::from)));
    let height = |effort: i64| share(effort, greatest, BAR);
    drawing.text(STRONG, Anchor::Start, (0, top + 44), "Load per quarter");
    drawing.text(
        SOFT,
        Anchor::Start,
        (0, top + 62),
        "working days, at the earliest dates",
    );
    drawing.line("ground", (LEFT, ground), (RIGHT, ground));
    for load in load {
        let Some((from, to)) = calendar.span(load.quarter) else {
            continue;
        };
        let says = said(load);
        drawing.group("load", &says, |drawing| {
            let gap = if to - from > 12 { 3 } else { 0 };
            let (left, width) = (from + gap, (to - from - 2 * gap).max(1));
            let all = height(length(load.effort));
            drawing.area("effort", Area::new((left, ground - all), width, all));
            // Other roadmaps can have a part in it.
            let excess = height(length(load.excess.min(load.effort)));
            if load.excess > 0 {
                let area = Area::new((left, ground - all), width, excess.max(2));
                drawing.area("excess", area);
                drawing.hatched("stripes", area, 6);
            }
            let (x, _) = Area::new((left, 0), width, 0).middle();
            let effort = load.effort.to_string();
            if to - from >= width_of(&effort, FIGURE) {
                let inside = ground - 7;
                let above = ground - all - 6;
                let at = if all >= 20 { inside } else { above };
                drawing.text(FIGURE, Anchor::Middle, (x, at), &effort);
                if load.excess > 0 {
                    let excess = format!("▲ {}", load.excess);
                    drawing.text(ALARM, Anchor::Middle, (x, above), &excess);
                }
            }
        });
    }
    if let Some(capacity) = capacity {
        let y = ground - height(i64::from(capacity));
        drawing.line("limit", (LEFT, y), (RIGHT, y));
        let says = format!("capacity {capacity}");
        drawing.text(SMALL, Anchor::End, (EFFORT, y + 4), &says);
    }
    ground + 10
}

/// The load of a quarter in words.
fn said(load: &QuarterLoad<'_>) -> String {
    let mut said = format!("{}: {} working days", load.quarter, load.effort);
    if load.elsewhere > 0 {
        said.push_str(&format!(", with {} of other roadmaps", load.elsewhere));
    }
    if load.excess > 0 {
        said.push_str(&format!(", {} more than the capacity", load.excess));
    }
    for (owner, effort) in &load.owners {
        said.push_str(&format!(
            "; {} {effort}",
            owner.map_or("nobody", |role| role.name)
        ));
    }
    said
}
