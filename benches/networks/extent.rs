//! What nodes stand for.

use std::ops::Range;

use xwalk::relation::Relation;

/// The numbers from the first up to the one before the last, at least one.
pub type Extent = Range<usize>;

/// How two extents lie.
pub fn relation(a: &Extent, b: &Extent) -> Relation {
    let within =
        |inner: &Extent, outer: &Extent| outer.start <= inner.start && inner.end <= outer.end;
    if a == b {
        Relation::Equal
    } else if within(a, b) {
        Relation::SubsetOf
    } else if within(b, a) {
        Relation::SupersetOf
    } else if a.start < b.end && b.start < a.end {
        Relation::IntersectsWith
    } else {
        Relation::NoRelationship
    }
}
