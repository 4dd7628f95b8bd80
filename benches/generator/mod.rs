//! Files as large as wanted, that say nothing and contradict nothing.
//!
//! Every control stands for a range of numbers, and a row claims how two such ranges lie to each other. So the rows have
//! a model: no claim contradicts another, however many there are. No pair of controls is spoken of twice. The same plan
//! always gives the same bytes.

pub mod catalog;
pub mod claims;

use crate::chance::Chance;

/// How large a file should be.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// The rows of all mappings together.
    pub rows: usize,
    /// The assessable controls of all frameworks together.
    pub controls: usize,
    /// The number of frameworks, at least two.
    pub frameworks: usize,
    /// The number of mappings.
    pub mappings: usize,
}

impl Plan {
    /// The assessable controls of one framework.
    const fn controls_each(self) -> usize {
        self.controls.div_ceil(self.frameworks)
    }

    /// The pair of frameworks that a mapping is between, and how many mappings before it are between the same.
    fn pair(self, mapping: usize) -> ((usize, usize), usize) {
        let pairs = (0..self.frameworks)
            .flat_map(|from| (from + 1..self.frameworks).map(move |to| (from, to)));
        let count = self.pairs();
        let pair = pairs.clone().nth(mapping % count);
        (pair.unwrap_or((0, 1)), mapping / count)
    }

    /// How many controls on either side of a control it is compared with, about. The same for the whole plan: what a
    /// control stands for depends on it.
    const fn reach(self) -> usize {
        let rows_of_a_mapping = self.rows / self.mappings;
        let sources_of_a_mapping = self.controls_each() / self.mappings.div_ceil(self.pairs());
        rows_of_a_mapping / sources_of_a_mapping
    }

    const fn pairs(self) -> usize {
        self.frameworks * (self.frameworks - 1) / 2
    }
}

/// The text of a file of this size.
#[must_use]
pub fn generate(plan: Plan) -> String {
    let mut chance = Chance::new(27103);
    let mut text = String::with_capacity(plan.rows * 70 + plan.controls * 80);
    for framework in 0..plan.frameworks {
        catalog::framework(
            &mut text,
            framework,
            plan.controls_each(),
            "group",
            &mut chance,
        );
    }
    for mapping in 0..plan.mappings {
        claims::mapping(&mut text, plan, mapping, &mut chance);
    }
    text
}
