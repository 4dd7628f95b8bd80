//! How much was held to an oracle, for whoever reads the output of the tests.

use std::ops::AddAssign;

/// Counts of what was held.
#[derive(Clone, Copy, Debug, Default)]
pub struct Held {
    pub networks: usize,
    /// How many of the networks are consistent.
    pub consistent: usize,
    /// Ordered pairs of nodes.
    pub labels: usize,
    pub proofs: usize,
    pub conflicts: usize,
}

impl Held {
    pub fn tell(&self, networks: &str) {
        let Self {
            networks: count,
            consistent,
            labels,
            proofs,
            conflicts,
        } = self;
        tell(&format!(
            "{networks}: {count} networks, {consistent} consistent; {labels} labels, {proofs} proofs, \
             {conflicts} conflicts"
        ));
    }
}

#[expect(
    clippy::print_stdout,
    reason = "the number of cases is part of what a test says"
)]
pub fn tell(what: &str) {
    println!("{what}");
}

impl AddAssign for Held {
    fn add_assign(&mut self, other: Self) {
        self.networks += other.networks;
        self.consistent += other.consistent;
        self.labels += other.labels;
        self.proofs += other.proofs;
        self.conflicts += other.conflicts;
    }
}

impl std::iter::Sum for Held {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        let mut sum = Self::default();
        all.for_each(|held| sum += held);
        sum
    }
}
