//! All set models of a few controls.

use xwalk::relation::Relation;
use xwalk::syntax::ast::Nesting;

use super::draft::{Claim, Draft, End};

/// The regions inside each set: region `r` is contained in those whose bits are set in `r + 1`.
const INSIDE: [u16; 4] = {
    let mut inside = [0; 4];
    let mut region = 0;
    while region < 15 {
        let mut set = 0;
        while set < 4 {
            inside[set] |= ((region + 1) >> set & 1) << region;
            set += 1;
        }
        region += 1;
    }
    inside
};

/// One set model: which regions are inhabited, one bit each.
#[derive(Clone, Copy, Debug)]
pub struct World {
    inhabited: u16,
}

impl World {
    /// The inhabited regions inside one set.
    pub fn set(self, control: usize) -> u16 {
        INSIDE[control] & self.inhabited
    }

    /// The inhabited regions inside any of several sets.
    pub fn union(self, controls: impl IntoIterator<Item = usize>) -> u16 {
        controls
            .into_iter()
            .fold(0, |union, control| union | self.set(control))
    }
}

/// Set models.
pub struct Worlds(Vec<World>);

impl Worlds {
    /// All models in which every control asks for something, and wholes are made of their parts.
    pub fn of(draft: &Draft) -> Self {
        let count = draft.depths.len();
        let regions = (1_u32 << count) - 1;
        let worlds = (1..1_u32 << regions).map(|inhabited| World {
            inhabited: u16::try_from(inhabited).unwrap(),
        });
        let whole = draft.nesting == Nesting::Whole;
        let worlds = worlds.filter(|world| {
            (0..count).all(|control| world.set(control) != 0)
                && (!whole || world.set(0) == world.union(1..draft.covered))
        });
        Self(worlds.collect())
    }

    /// Those for which something holds.
    pub fn which(mut self, holds: impl Fn(World) -> bool) -> Self {
        self.0.retain(|world| holds(*world));
        self
    }

    pub fn iter(&self) -> impl Iterator<Item = World> {
        self.0.iter().copied()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Whether a claim is true in a model.
pub fn holds(draft: &Draft, world: World, claim: &Claim) -> bool {
    let relation = |of: u16, by: u16| match (of & by != 0, of & !by != 0, by & !of != 0) {
        (false, _, _) => Relation::NoRelationship,
        (true, false, false) => Relation::Equal,
        (true, false, true) => Relation::SubsetOf,
        (true, true, false) => Relation::SupersetOf,
        (true, true, true) => Relation::IntersectsWith,
    };
    let set = |end: &End, all: std::ops::Range<usize>| match end {
        End::One(control) => world.set(*control),
        End::Union(parts) => world.union(parts.iter().copied()),
        End::All => world.union(all),
    };
    let of = set(&claim.of, 0..draft.covered);
    let by = set(&claim.by, draft.covering());
    claim.label.allows(relation(of, by))
}
