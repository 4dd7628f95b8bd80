//! What feeds what, as arrows.

use std::collections::BTreeMap;

use super::layout::Layout;
use crate::pictures::area::{Area, Point, length};
use crate::pictures::drawing::Drawing;
use xwalk_report::posture::Landscape;

/// A way from one technology to another.
struct Feed<'m> {
    from: &'m str,
    to: &'m str,
    /// Whether it leads to the left, and so closes a circle.
    is_back: bool,
}

/// A side of a technology: its name, and whether it is the left one.
type Side<'m> = (&'m str, bool);

/// The end of a feed: from what to what, and whether it is the end to which it leads.
type End<'m> = (&'m str, &'m str, bool);

/// Draws all arrows, those that close a circle last.
pub(super) fn draw(drawing: &mut Drawing, landscape: &Landscape<'_>, layout: &Layout<'_>) {
    let mut feeds = feeds(landscape, layout);
    feeds.sort_by_key(|feed| (feed.is_back, feed.from, feed.to));
    let ports = ports(&feeds, layout);
    for feed in &feeds {
        let Some(way) = way(feed, layout, &ports) else {
            continue;
        };
        drawing.curve(if feed.is_back { "feed back" } else { "feed" }, &way);
        if let Some((x, y)) = way.last() {
            let back = if feed.is_back { 8 } else { -8 };
            let class = if feed.is_back { "head back" } else { "head" };
            drawing.shape(class, &[(x + back, y - 5), (*x, *y), (x + back, y + 5)]);
        }
    }
    for technology in &landscape.technologies {
        if technology.is_feeding(technology)
            && let Some(area) = layout.boxes.get(technology.name)
        {
            itself(drawing, *area);
        }
    }
}

fn feeds<'m>(landscape: &Landscape<'m>, layout: &Layout<'m>) -> Vec<Feed<'m>> {
    let mut feeds = Vec::new();
    for technology in &landscape.technologies {
        for fed in &technology.feeds {
            let ends = layout
                .boxes
                .get(technology.name)
                .zip(layout.boxes.get(fed.as_str()));
            if let Some((from, to)) = ends.filter(|(from, to)| from != to) {
                feeds.push(Feed {
                    from: technology.name,
                    to: fed.as_str(),
                    is_back: to.x < from.x,
                });
            }
        }
    }
    feeds
}

/// The areas of the layers between the ends of a feed, in its direction.
fn between(feed: &Feed<'_>, layout: &Layout<'_>) -> Vec<Area> {
    let passages = layout.passages.get(&(feed.from, feed.to));
    let mut passages = passages.cloned().unwrap_or_default();
    if feed.is_back {
        passages.reverse();
    }
    passages
}

/// At which height each feed leaves and reaches each technology: those of one side in the order of where they come from, or
/// go to, so that they do not cross there.
fn ports<'m>(feeds: &[Feed<'m>], layout: &Layout<'m>) -> BTreeMap<End<'m>, i64> {
    let mut sides: BTreeMap<Side<'m>, Vec<(i64, End<'m>)>> = BTreeMap::new();
    let middle = |name: &str| layout.boxes.get(name).map_or(0, |area| area.middle().1);
    for feed in feeds {
        let between = between(feed, layout);
        let next = between
            .first()
            .map_or(middle(feed.to), |area| area.middle().1);
        let before = between
            .last()
            .map_or(middle(feed.from), |area| area.middle().1);
        let mut join = |side, beyond, leads| {
            let ends = sides.entry(side).or_default();
            ends.push((beyond, (feed.from, feed.to, leads)));
        };
        join((feed.from, feed.is_back), next, false);
        join((feed.to, !feed.is_back), before, true);
    }
    let mut ports = BTreeMap::new();
    for ((name, _), mut ends) in sides {
        ends.sort_unstable();
        let Some(area) = layout.boxes.get(name) else {
            continue;
        };
        let parts = length(ends.len()) + 1;
        for (at, (_, end)) in (1..).zip(ends) {
            ports.insert(end, area.y + area.height * at / parts);
        }
    }
    ports
}

fn way<'m>(
    feed: &Feed<'m>,
    layout: &Layout<'m>,
    ports: &BTreeMap<End<'m>, i64>,
) -> Option<Vec<Point>> {
    let (from, to) = (layout.boxes.get(feed.from)?, layout.boxes.get(feed.to)?);
    let edge = |area: &Area, left: bool| if left { area.x } else { area.right() };
    let leaves = ports.get(&(feed.from, feed.to, false))?;
    let reaches = ports.get(&(feed.from, feed.to, true))?;
    let mut way = vec![(edge(from, feed.is_back), *leaves)];
    for area in between(feed, layout) {
        let (_, y) = area.middle();
        way.push((edge(&area, !feed.is_back), y));
        way.push((edge(&area, feed.is_back), y));
    }
    way.push((edge(to, !feed.is_back), *reaches));
    Some(way)
}

/// What feeds itself.
fn itself(drawing: &mut Drawing, area: Area) {
    let (left, right, y) = (area.right() - 52, area.right() - 22, area.bottom());
    let below = y + 13;
    drawing.way(
        "feed back",
        &[(right, y), (right, below), (left, below), (left, y)],
    );
    drawing.shape(
        "head back",
        &[(left - 5, y + 8), (left, y), (left + 5, y + 8)],
    );
}
