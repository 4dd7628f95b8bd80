//! Where everything stands.

use std::collections::BTreeMap;

use crate::pictures::area::{Area, Point, length};
use crate::pictures::face::STRONG;
use crate::pictures::fit::wrap;
use xwalk_report::posture::{Landscape, Place};

const BOX_WIDTH: i64 = 224;
/// What lies to the left and to the right of what stands in a box.
pub(super) const MARGIN: i64 = 10;
/// The height of a box without its title, and of each line of that.
const BOX_HEIGHT: i64 = 57;
pub(super) const LINE: i64 = 17;
/// What lies between two layers.
const BETWEEN: i64 = 44;
/// What lies between two places of a layer.
const GAP: i64 = 18;
/// The height of an edge that passes.
const PASSAGE: i64 = 14;
/// The least width.
const LEAST: i64 = 4 * BOX_WIDTH + 3 * BETWEEN + 4;

/// Where everything stands.
pub(super) struct Layout<'m> {
    pub boxes: BTreeMap<&'m str, Area>,
    /// Where what feeds something further away passes through the layers between, from the left to the right.
    pub passages: BTreeMap<(&'m str, &'m str), Vec<Area>>,
    /// From where on those stand that feed nothing and are fed by nothing, if there are any.
    pub isolated_from: Option<i64>,
    pub width: i64,
    pub height: i64,
}

impl<'m> Layout<'m> {
    pub(super) fn of(landscape: &Landscape<'m>, layers: &[Vec<Place<'m>>]) -> Self {
        let drawn = length(layers.len()) * (BOX_WIDTH + BETWEEN) - BETWEEN + 4;
        let technologies = landscape.technologies.iter();
        let lines = technologies.map(|technology| length(title(technology.title).len()));
        let box_height = BOX_HEIGHT + LINE * lines.max().unwrap_or(1);
        let height_of = |place: &Place<'_>| match place {
            Place::Technology(_) => box_height,
            Place::Passage { .. } => PASSAGE,
        };
        let height = |layer: &[Place<'_>]| -> i64 {
            let heights = layer.iter().map(|place| height_of(place) + GAP);
            heights.sum::<i64>() - GAP
        };
        let highest = layers.iter().map(|layer| height(layer)).max();
        let mut layout = Self {
            boxes: BTreeMap::new(),
            passages: BTreeMap::new(),
            isolated_from: None,
            width: drawn.max(LEAST),
            height: highest.map_or(2, |highest| highest + 4 + GAP),
        };
        let mut left = 2;
        for layer in layers {
            let mut top = 2 + (highest.unwrap_or(0) - height(layer)) / 2;
            for place in layer {
                let area = Area::new((left, top), BOX_WIDTH, height_of(place));
                match place {
                    Place::Technology(name) => {
                        layout.boxes.insert(name.as_str(), area);
                    }
                    Place::Passage { from, to } => {
                        layout
                            .passages
                            .entry((from.as_str(), to.as_str()))
                            .or_default()
                            .push(area);
                    }
                }
                top = area.bottom() + GAP;
            }
            left += BOX_WIDTH + BETWEEN;
        }
        let from = layout.height + if layers.is_empty() { 0 } else { 22 };
        layout.isolate(landscape, from, box_height);
        layout
    }

    /// Below all others, as many side by side as there is room for.
    fn isolate(&mut self, landscape: &Landscape<'m>, top: i64, box_height: i64) {
        if landscape.isolated.is_empty() {
            return;
        }
        self.isolated_from = Some(top);
        let beside = (self.width + BETWEEN) / (BOX_WIDTH + BETWEEN);
        let top = top + 34;
        for (at, name) in (0..).zip(&landscape.isolated) {
            let corner: Point = (
                2 + at % beside * (BOX_WIDTH + BETWEEN),
                top + at / beside * (box_height + GAP),
            );
            let area = Area::new(corner, BOX_WIDTH, box_height);
            self.boxes.insert(name.as_str(), area);
            self.height = area.bottom() + 4;
        }
    }
}

/// The lines of the title of a technology.
pub(super) fn title(title: &str) -> Vec<String> {
    wrap(title, STRONG, BOX_WIDTH - 2 * MARGIN, 3)
}
