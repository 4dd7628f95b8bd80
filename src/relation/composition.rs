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
const RELATIONS: [[Label; 5]; 5] = {
    let mut table = [[Label::NONE; 5]; 5];
    let mut world: u8 = 1;
    while world < 128 {
        if world & IN_A != 0 && world & IN_B != 0 && world & IN_C != 0 {
            let ab = relation_in(world, IN_A, IN_B) as usize;
            let bc = relation_in(world, IN_B, IN_C) as usize;
            let ac = Label::only(relation_in(world, IN_A, IN_C));
            table[ab][bc] = table[ab][bc].or(ac);
        }
        world += 1;
    }
    table
};

/// The composition of any two labels, by their bits: together what the pairs of their relations allow.
static LABELS: [[Label; 32]; 32] = {
    let mut labels = [[Label::NONE; 32]; 32];
    let mut first = 0;
    while first < 32 {
        let mut second = 0;
        while second < 32 {
            labels[first as usize][second as usize] =
                union(Label::from_bits(first), Label::from_bits(second));
            second += 1;
        }
        first += 1;
    }
    labels
};

const fn union(first: Label, second: Label) -> Label {
    let mut known = Label::NONE;
    let mut ab = 0;
    while ab < 5 {
        let mut bc = 0;
        while bc < 5 {
            if first.allows(Relation::ALL[ab]) && second.allows(Relation::ALL[bc]) {
                known = known.or(RELATIONS[ab][bc]);
            }
            bc += 1;
        }
        ab += 1;
    }
    known
}

impl Label {
    /// What is known of (a, c) when `self` is known of (a, b) and `next` of (b, c): one look into a table.
    #[must_use]
    pub const fn then(self, next: Self) -> Self {
        // A label has five bits; the masks tell the compiler that no bound need be checked.
        LABELS[self.bits() as usize & 31][next.bits() as usize & 31]
    }
}
