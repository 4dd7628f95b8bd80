//! Hub and spoke, as published collections are: many frameworks, each mapped to one large catalog.

use super::draft::{Draft, Generated};
use super::hub::Hub;
use super::spoke::Spoke;
use crate::chance::Chance;

/// How large a collection should be.
#[derive(Clone, Copy, Debug)]
pub struct Collection {
    /// All statements, those of the hierarchies among them.
    pub statements: usize,
    /// How many of them are false, no more than one in fifty.
    pub injected: usize,
}

impl Collection {
    /// False claims stand at even distances.
    fn wants_a_false_claim(self, draft: &Draft) -> bool {
        let due = draft.statements() * (self.injected + 1) / self.statements.max(1);
        draft.injected() < due.min(self.injected)
    }
}

/// A collection of this size.
pub fn collection(plan: Collection) -> Generated {
    let mut draft = Draft::default();
    let mut chance = Chance::new(1400);
    let mut hub = Hub::new(&mut draft, &mut chance);
    while draft.statements() < plan.statements {
        let controls = 100 + chance.below(300);
        draft.sense(match chance.below(4) {
            0 => 1,
            1 => 2,
            _ => 0,
        });
        let mut spoke = Spoke {
            from_hub: chance.percent(25),
            draft: &mut draft,
            hub: &mut hub,
            chance: &mut chance,
        };
        spoke.write(controls, |draft| plan.wants_a_false_claim(draft));
    }
    draft.finish(plan.statements)
}
