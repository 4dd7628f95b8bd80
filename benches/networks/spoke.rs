//! A framework that is mapped to the hub: functions of categories of controls, and rows.

use xwalk::reason::Node;
use xwalk::relation::{Label, Relation};

use super::draft::Draft;
use super::extent::{Extent, relation};
use super::hub::{CONTROLS, Hub, WORLD};
use super::refuted;
use crate::chance::Chance;

/// The controls of a category stand for numbers in a range of this length.
const CATEGORY: usize = 320;

const CATEGORIES_IN_FUNCTION: usize = 5;

/// A framework and its mapping.
pub struct Spoke<'a> {
    pub draft: &'a mut Draft,
    pub hub: &'a mut Hub,
    pub chance: &'a mut Chance,
    /// Whether the mapping goes from the hub to the framework.
    pub from_hub: bool,
}

impl Spoke<'_> {
    /// Writes a framework of so many controls. A false claim is made where `due` says so of the draft.
    pub fn write(&mut self, controls: usize, due: impl Fn(&Draft) -> bool) {
        let mut left = controls;
        while left > 0 {
            let length = CATEGORY * CATEGORIES_IN_FUNCTION;
            let start = self.chance.below(WORLD - length);
            let function = self.draft.node();
            for category in 0..CATEGORIES_IN_FUNCTION {
                let start = start + category * CATEGORY;
                let controls = (5 + self.chance.below(16)).min(left);
                left -= controls;
                self.category(function, &(start..start + CATEGORY), controls, &due);
            }
        }
    }

    fn category(
        &mut self,
        function: Node,
        extent: &Extent,
        controls: usize,
        due: &impl Fn(&Draft) -> bool,
    ) {
        let category = self.draft.node();
        self.draft.part(category, function);
        if self.chance.percent(30) {
            let rows = 1 + self.chance.below(4);
            self.rows((category, extent), rows);
        }
        for _ in 0..controls {
            let control = self.draft.node();
            self.draft.part(control, category);
            let wide = self.chance.percent(30);
            let length = if wide {
                60 + self.chance.below(120)
            } else {
                4 + self.chance.below(34)
            };
            let start = extent.start + self.chance.below(CATEGORY - length);
            let own = start..start + length;
            let false_claim = due(self.draft)
                && refuted::control(self.draft, self.hub, (control, &own), self.chance);
            if !false_claim {
                self.control(control, own, extent);
            }
        }
    }

    /// The rows of a control. One in five is the same as a control of the hub.
    fn control(&mut self, node: Node, mut extent: Extent, category: &Extent) {
        let mut rows = 1 + self.chance.below(12).min(self.chance.below(12));
        if self.chance.percent(20) {
            let mut inside = self.hub.near(category);
            inside.retain(|(_, relation)| *relation == Relation::SupersetOf);
            let any = self.chance.below(inside.len());
            if let Some((at, _)) = inside.get(any)
                && let Some(same) = self.hub.control(*at)
            {
                extent = same.extent.clone();
                self.row((node, &extent), *at, true);
                rows -= 1;
            }
        }
        self.rows((node, &extent), rows);
    }

    fn rows(&mut self, own: (Node, &Extent), rows: usize) {
        let mut near = self.hub.near(own.1);
        near.retain(|(_, relation)| *relation != Relation::Equal);
        for row in 0..rows {
            let first = row == 0;
            let wanted = match self.chance.below(1000) {
                0..18 => Relation::NoRelationship,
                18..480 => Relation::IntersectsWith,
                480..840 => Relation::SubsetOf,
                _ => Relation::SupersetOf,
            };
            if wanted == Relation::NoRelationship {
                let any = self.chance.below(CONTROLS);
                let apart = |extent: &Extent| relation(own.1, extent) == wanted;
                if self.hub.control(any).is_some_and(|any| apart(&any.extent)) {
                    self.row(own, any, first);
                }
                continue;
            }
            if near.is_empty() {
                return;
            }
            let turn = self.chance.below(near.len());
            near.rotate_left(turn);
            let wanted = near.iter().position(|(_, relation)| *relation == wanted);
            let (at, _) = near.swap_remove(wanted.unwrap_or(0));
            self.row(own, at, first);
        }
    }

    /// Says how a control lies to one of the hub, sometimes less than is true. One row in twenty has several targets.
    fn row(&mut self, (node, extent): (Node, &Extent), at: usize, first: bool) {
        let Some(control) = self.hub.control(at) else {
            return;
        };
        let said = match (relation(extent, &control.extent), self.chance.below(100)) {
            (Relation::IntersectsWith, 0..7) => Label::OVERLAPS,
            (Relation::SubsetOf, 0..10) => Label::WITHIN,
            (Relation::SupersetOf, 0..10) => Label::CONTAINS,
            (relation, _) => Label::only(relation),
        };
        let (a, b, label) = if self.from_hub {
            (control.node, node, said.converse())
        } else {
            (node, control.node, said)
        };
        if !first && self.chance.percent(5) {
            self.draft.claim_too(a, b, label);
        } else {
            self.draft.claim(a, b, label);
        }
        self.hub.remember(node, said, at);
    }
}
