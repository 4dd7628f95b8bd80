//! A technology as a box.

use super::layout::{LINE, MARGIN, title};
use crate::pictures::area::Area;
use crate::pictures::drawing::Drawing;
use crate::pictures::face::{ALARM, Anchor, SMALL, SOFT, STRONG};
use crate::pictures::fit::width;
use xwalk_report::posture::{Landscape, Technology};

pub(super) fn draw(
    drawing: &mut Drawing,
    landscape: &Landscape<'_>,
    technology: &Technology<'_>,
    area: Area,
) {
    let is_isolated = landscape.is_isolated(technology);
    let in_circle = landscape.is_in_circle(technology);
    let whole = format!("{} ({})", technology.title, technology.name);
    drawing.group("technology", &whole, |drawing| {
        drawing.block(if is_isolated { "box isolated" } else { "box" }, area);
        let (left, right) = (area.x + MARGIN, area.right() - MARGIN);
        let top = area.y + 18;
        let sign = if in_circle { "↻ " } else { "" };
        let kind = format!("{sign}{}", technology.kind);
        let face = if in_circle { ALARM } else { SMALL };
        drawing.fitted(face, Anchor::Start, (left, top), &kind, right - left);
        let first = area.y + 37;
        for (at, line) in (0..).zip(title(technology.title)) {
            let y = first + at * LINE;
            drawing.text(STRONG, Anchor::Start, (left, y), &line);
        }
        let line = area.bottom() - 11;
        let mut right = right;
        let alone = landscape.single.iter();
        let alone = alone.filter(|(_, name)| *name == technology.name).count();
        if alone > 0 {
            let says = format!("alone for {alone}");
            drawing.text(SOFT, Anchor::End, (right, line), &says);
            right -= width(&says, SOFT) + 6;
        }
        tags(drawing, landscape, technology, (left, right), line);
    });
}

/// The functions that a technology supports.
fn tags(
    drawing: &mut Drawing,
    landscape: &Landscape<'_>,
    technology: &Technology<'_>,
    (mut left, right): (i64, i64),
    line: i64,
) {
    let functions = landscape.capabilities.iter().filter(|capability| {
        let mut kinds = capability.kinds.iter();
        kinds.any(|(_, all)| all.iter().any(|one| *one == technology.name))
    });
    let functions: Vec<&str> = functions.map(|one| one.function.identifier()).collect();
    if functions.is_empty() {
        drawing.text(SOFT, Anchor::Start, (left, line), "supports no control");
    }
    for (at, function) in functions.iter().enumerate() {
        let wide = width(function, SMALL) + 10;
        let rest = functions.len() - at;
        let more = format!("+{rest}");
        if left + wide > right - if rest > 1 { width(&more, SOFT) } else { 0 } {
            drawing.text(SOFT, Anchor::Start, (left, line), &more);
            return;
        }
        drawing.block("tag-ground", Area::new((left, line - 13), wide, 18));
        drawing.text(SMALL, Anchor::Middle, (left + wide / 2, line), function);
        left += wide + 5;
    }
}
