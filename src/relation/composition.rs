//! What A-B and B-C say of A-C, computed at compile time from the 128 cases.

use super::{Label, Relation};

/// How two sets lie, given which of the seven regions of three sets are inhabited.
/// `x` and `y` are masks of the regions inside each set.
const fn relation_in(world: u8, x: u8, y: u8) -> Relation {
    let both = world & x & y != 0;
    let only_x = world & x & !y != 0;
    let only_y = world & y & !x != 0;
    match (both, only_x, only_y) {
        (false, _, _) => Relation::NoRelationship,
        (true, false, false) => Relation::Equal,
        (true, false, true) => Relation::SubsetOf,
        (true, true, false) => Relation::SupersetOf,
        (true, true, true) => Relation::IntersectsWith,
    }
}

/// Regions are numbered by membership: bit 0 in A, bit 1 in B, bit 2 in C; region 0 (in none) is left out, so
/// that region `r` is bit `r - 1` of a world. These are the regions inside A, B and C.
const IN_A: u8 = 0b101_0101;
const IN_B: u8 = 0b110_0110;
const IN_C: u8 = 0b111_1000;

/// Three non-empty sets split the world into seven regions, each empty or not: walking the 128 cases is the proof
/// of the table.
const TABLE: [[u8; 5]; 5] = {
    let mut table = [[0_u8; 5]; 5];
    let mut world: u8 = 1;
    while world < 128 {
        if world & IN_A != 0 && world & IN_B != 0 && world & IN_C != 0 {
            let ab = relation_in(world, IN_A, IN_B) as usize;
            let bc = relation_in(world, IN_B, IN_C) as usize;
            let ac = relation_in(world, IN_A, IN_C) as u8;
            table[ab][bc] |= 1 << ac;
        }
        world += 1;
    }
    table
};

impl Label {
    /// What is known of (a, c) when `self` is known of (a, b) and `next` of (b, c).
    #[must_use]
    pub fn then(self, next: Self) -> Self {
        let mut known = Self::NONE;
        for first in self.relations() {
            for second in next.relations() {
                let cell = TABLE
                    .get(first as usize)
                    .and_then(|row| row.get(second as usize));
                known = known.or(Self::from_bits(cell.copied().unwrap_or(Self::ANY.bits())));
            }
        }
        known
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Relation::{Equal, IntersectsWith, NoRelationship, SubsetOf, SupersetOf};

    #[test]
    fn equality_is_the_identity_of_composition() {
        for relation in Relation::ALL {
            assert_eq!(
                Label::only(Equal).then(Label::only(relation)),
                Label::only(relation)
            );
            assert_eq!(
                Label::only(relation).then(Label::only(Equal)),
                Label::only(relation)
            );
        }
    }

    #[test]
    fn known_cells_of_the_published_table_hold() {
        let only = Label::only;
        assert_eq!(only(SubsetOf).then(only(SubsetOf)), only(SubsetOf));
        assert_eq!(
            only(SubsetOf).then(only(NoRelationship)),
            only(NoRelationship)
        );
        assert_eq!(only(SubsetOf).then(only(SupersetOf)), Label::ANY);
        assert_eq!(only(SupersetOf).then(only(SubsetOf)), Label::RELATED);
        assert_eq!(
            only(IntersectsWith).then(only(SubsetOf)),
            Label::any_of([SubsetOf, IntersectsWith])
        );
        assert_eq!(only(IntersectsWith).then(only(IntersectsWith)), Label::ANY);
    }

    #[test]
    fn the_converse_of_a_composition_is_the_composition_of_converses_reversed() {
        for first in Relation::ALL.map(Label::only) {
            for second in Relation::ALL.map(Label::only) {
                assert_eq!(
                    first.then(second).converse(),
                    second.converse().then(first.converse())
                );
            }
        }
    }
}
