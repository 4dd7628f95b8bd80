//! How sets relate, for an auditor who trusts nobody: a few lines that any script could have.

use std::sync::LazyLock;

/// A set of relations that are still possible: one bit each, in the order of [`WORDS`].
pub type Possible = u8;

const WORDS: [&str; 5] = [
    "equal",
    "subset-of",
    "superset-of",
    "intersects-with",
    "no-relationship",
];

pub const EQUAL: Possible = 1;
pub const WITHIN: Possible = 0b0_0011;
pub const AROUND: Possible = 0b0_0101;
pub const SHARES: Possible = 0b0_1111;
pub const APART: Possible = 0b1_0000;
pub const ANY: Possible = 0b1_1111;

/// A relation as the document writes it: `subset-of|equal`. Supportive relations say nothing of sets.
pub fn parse(relation: &str) -> Possible {
    let words = relation.split('|').map(|word| {
        let at = WORDS.iter().position(|known| *known == word);
        match (at, word) {
            (Some(at), _) => 1 << at,
            (None, "overlaps") => SHARES,
            (None, _) => ANY,
        }
    });
    words.fold(0, |possible, word| possible | word)
}

/// Whether the first leaves nothing possible that the second does not.
pub fn implies(first: Possible, second: Possible) -> bool {
    first & !second == 0
}

/// The same, read from the other side.
pub fn converse(possible: Possible) -> Possible {
    possible & !0b110 | (possible & 0b010) << 1 | (possible & 0b100) >> 1
}

/// What is possible of A and C, if this is of A and B, and that of B and C.
pub fn compose(first: Possible, second: Possible) -> Possible {
    let ways = WAYS
        .iter()
        .filter(|[ab, bc, _]| ab & first != 0 && bc & second != 0);
    ways.fold(0, |possible, [_, _, ac]| possible | ac)
}

/// All ways in which three sets can lie: A to B, B to C, and A to C. They split the world into seven regions, each empty
/// or not, and none of the sets is empty.
static WAYS: LazyLock<Vec<[Possible; 3]>> = LazyLock::new(|| {
    let sets = (0..128_u8).map(|regions| {
        // Region r lies in A, B or C as the bits of r + 1 say.
        [0, 1, 2].map(|set| {
            let inside = (0..7).filter(|region| (region + 1) >> set & 1 == 1);
            inside.fold(0, |inside, region| inside | regions & 1 << region)
        })
    });
    let sets = sets.filter(|sets| !sets.contains(&0));
    sets.map(|[a, b, c]| [lie(a, b), lie(b, c), lie(a, c)])
        .collect()
});

/// How two sets of regions lie.
fn lie(a: u8, b: u8) -> Possible {
    let relation = match (a & b != 0, a & !b != 0, b & !a != 0) {
        (true, false, false) => 0,
        (true, false, true) => 1,
        (true, true, false) => 2,
        (true, true, true) => 3,
        (false, ..) => 4,
    };
    1 << relation
}
