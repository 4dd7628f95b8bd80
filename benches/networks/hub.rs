//! The hub: the catalog that every framework is mapped to.

use xwalk::reason::Node;
use xwalk::relation::{Label, Relation};

use super::draft::Draft;
use super::extent::{Extent, relation};
use crate::chance::Chance;

/// As many controls as a large published catalog has.
pub const CONTROLS: usize = 1_400;

/// From the beginning of one control's extent to that of the next one.
const STEP: usize = 16;

/// The shortest and the longest extent: a catalog is of one grain, and few of its controls lie within another one.
const SHORTEST: usize = 44;
const LONGEST: usize = 52;

/// The numbers that controls stand for.
pub const WORLD: usize = CONTROLS * STEP;

/// The hub's controls, in order of their extents' beginnings.
pub struct Hub(Vec<Control>);

/// A control of the hub.
pub struct Control {
    pub node: Node,
    pub extent: Extent,
    pub told: Told,
}

/// Controls of frameworks of which it has been said how they lie to a control of the hub: the latest of each kind.
#[derive(Default)]
pub struct Told {
    /// The same.
    pub equal: Option<Node>,
    /// It contains the control of the hub.
    pub containing: Option<Node>,
    /// They share nothing.
    pub apart: Option<Node>,
}

impl Hub {
    pub fn new(draft: &mut Draft, chance: &mut Chance) -> Self {
        let control = |at: usize| {
            let start = at * STEP + chance.below(STEP);
            let length = SHORTEST + chance.below(LONGEST - SHORTEST + 1);
            Control {
                node: draft.node(),
                extent: start..start + length,
                told: Told::default(),
            }
        };
        Self((0..CONTROLS).map(control).collect())
    }

    /// The controls that share something with an extent, by their positions, and how the extent lies to each.
    pub fn near(&self, extent: &Extent) -> Vec<(usize, Relation)> {
        let first = extent.start.saturating_sub(LONGEST) / STEP;
        let last = extent.end / STEP;
        (first..=last)
            .filter_map(|at| Some((at, relation(extent, &self.control(at)?.extent))))
            .filter(|(_, relation)| *relation != Relation::NoRelationship)
            .collect()
    }

    pub fn control(&self, at: usize) -> Option<&Control> {
        self.0.get(at)
    }

    /// Remembers what has been said of a control of a framework and one of the hub.
    pub fn remember(&mut self, node: Node, label: Label, at: usize) {
        let Some(Control { told, .. }) = self.0.get_mut(at) else {
            return;
        };
        if label == Label::only(Relation::Equal) {
            told.equal = Some(node);
        } else if label.implies(Label::CONTAINS) {
            told.containing = Some(node);
        } else if label == Label::only(Relation::NoRelationship) {
            told.apart = Some(node);
        }
    }
}
