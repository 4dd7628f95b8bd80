//! False claims, each made where two true statements refute it.
//!
//! So that each can be found, whatever else is false: the control that a false claim is about contains nothing, is said to
//! lie apart from nothing, and, where the claim says that something lies within it, it lies within one control of the
//! hub alone. Then one of the things that this claim or its refutation asks for is refused by no argument that does
//! without the claim.

use xwalk::reason::Node;
use xwalk::relation::{Label, Relation};

use super::draft::Draft;
use super::extent::Extent;
use super::hub::{Control, Hub};
use crate::chance::Chance;

/// Says of a new control how it lies to the hub, and something false of it and a control of another framework. Says
/// nothing where nothing near the control could refute it.
pub fn control(
    draft: &mut Draft,
    hub: &Hub,
    (node, extent): (Node, &Extent),
    chance: &mut Chance,
) -> bool {
    let mut near = hub.near(extent);
    near.retain(|(_, relation)| matches!(relation, Relation::SubsetOf | Relation::IntersectsWith));
    if near.is_empty() {
        return false;
    }
    let turn = chance.below(near.len());
    near.rotate_left(turn);
    let found = near.iter().find_map(|(at, relation)| {
        let through = hub.control(*at)?;
        let (label, other) = lie(*relation, through, chance)?;
        Some((*at, *relation, through, label, other))
    });
    let Some((at, relation, through, label, other)) = found else {
        return false;
    };
    draft.claim(node, through.node, Label::only(relation));
    let crossing = near
        .iter()
        .filter(|(near, relation)| *near != at && *relation == Relation::IntersectsWith)
        .filter_map(|(near, relation)| Some((hub.control(*near)?, relation)));
    for (control, relation) in crossing.take(chance.below(5)) {
        draft.claim(node, control.node, Label::only(*relation));
    }
    draft.inject(node, other, label);
    true
}

/// What is false of a control that lies so to a control of the hub, and of which other control.
fn lie(relation: Relation, through: &Control, chance: &mut Chance) -> Option<(Label, Node)> {
    use Relation::{Equal, IntersectsWith, NoRelationship, SubsetOf, SupersetOf};
    let told = &through.told;
    let only = |relation| Some(Label::only(relation));
    // Both are drawn whether needed or not, so that no claim depends on what happens to be known.
    let (kind, way) = (chance.below(4), chance.below(3));
    let (label, other) = match (relation, kind, way) {
        (IntersectsWith, ..) => (only(NoRelationship), told.containing.or(told.equal)),
        (_, 0, _) => (only(NoRelationship), told.containing.or(told.equal)),
        (_, 1, _) => (only(IntersectsWith), told.containing.or(told.equal)),
        (_, 2, 0) => (only(SupersetOf), told.equal),
        (_, 2, _) => (only(Equal), told.equal),
        (_, _, 0) => (only(SubsetOf), told.apart),
        (_, _, 1) => (only(IntersectsWith), told.apart),
        _ => (Some(Label::OVERLAPS), told.apart),
    };
    label.zip(other)
}
