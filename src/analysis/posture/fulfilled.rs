//! What is fulfilled if the achieved controls are: to the least fixed point over unions and nesting.

use super::bearing::{Level, Wholes, is_spoken_of};
use xwalk_model::{ControlId, Model, Table};
use xwalk_relation::Label;

/// How a control comes to be fulfilled. What is cited was fulfilled before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// It is achieved itself.
    Itself,
    /// Achieved controls contain it.
    Within,
    /// All parts of the whole at this position are fulfilled, and it lies within them.
    Parts(usize),
    /// It lies within the control of the whole at this position.
    WithinWhole(usize),
}

/// What is fulfilled, and how. It can only grow.
pub(super) struct Fulfilled {
    how: Table<ControlId, Option<How>>,
    /// The wholes that were fulfilled by their parts, in the order in which that was found.
    pub order: Vec<usize>,
    /// For each whole, how many of its parts are not fulfilled.
    missing: Vec<usize>,
}

impl Fulfilled {
    /// How a control is fulfilled, if it is.
    pub fn how(&self, control: ControlId) -> Option<How> {
        self.how[control]
    }

    /// Finds out what is fulfilled by achieved controls, from what is known by rows of one level.
    pub fn of(
        model: &Model<'_>,
        level: &Level,
        wholes: &Wholes,
        is_achieved: impl Fn(ControlId) -> bool,
    ) -> Self {
        let contained = |control: ControlId| {
            if is_achieved(control) {
                return Some(How::Itself);
            }
            let mut bearings = level.on(control).iter();
            bearings
                .any(|bearing| bearing.label.implies(Label::CONTAINS) && is_achieved(bearing.from))
                .then_some(How::Within)
        };
        let how: Table<ControlId, Option<How>> = model.controls.ids().map(contained).collect();
        let missing = wholes.all.iter().map(|whole| {
            let parts = whole.parts.iter();
            parts.filter(|part| how[**part].is_none()).count()
        });
        let mut fulfilled = Self {
            missing: missing.collect(),
            how,
            order: Vec::new(),
        };
        let ready = fulfilled.missing.iter().enumerate();
        let ready = ready.filter(|(_, count)| **count == 0).map(|(at, _)| at);
        let mut ready: Vec<usize> = ready.collect();
        ready.reverse();
        fulfilled.close(model, level, wholes, ready);
        fulfilled
    }

    /// Adds controls that an achieved one contains, and all that follows. Answers what was not fulfilled before.
    pub fn add(
        &mut self,
        model: &Model<'_>,
        level: &Level,
        wholes: &Wholes,
        contained: impl IntoIterator<Item = ControlId>,
    ) -> Vec<ControlId> {
        let (mut ready, mut new) = (Vec::new(), Vec::new());
        for control in contained {
            if self.fulfil(wholes, control, How::Within, &mut ready) {
                new.push(control);
            }
        }
        new.extend(self.close(model, level, wholes, ready));
        new
    }

    /// Adds what follows from all parts of something being fulfilled. Each whole waits for a number of parts.
    fn close(
        &mut self,
        model: &Model<'_>,
        level: &Level,
        wholes: &Wholes,
        mut ready: Vec<usize>,
    ) -> Vec<ControlId> {
        let mut new = Vec::new();
        while let Some(at) = ready.pop() {
            let Some(whole) = wholes.all.get(at) else {
                continue;
            };
            if self.how[whole.control].is_some() || !is_spoken_of(model, whole.row, &level.floor) {
                continue;
            }
            self.order.push(at);
            let own = (whole.control, How::Parts(at));
            let within = level.within(whole.control).iter();
            let within = within.map(|below| (*below, How::WithinWhole(at)));
            for (control, how) in std::iter::once(own).chain(within) {
                if self.fulfil(wholes, control, how, &mut ready) {
                    new.push(control);
                }
            }
        }
        new
    }

    /// Adds one control, and the wholes that waited for it alone. Answers whether it was not fulfilled before.
    fn fulfil(
        &mut self,
        wholes: &Wholes,
        control: ControlId,
        how: How,
        ready: &mut Vec<usize>,
    ) -> bool {
        if self.how[control].is_some() {
            return false;
        }
        self.how[control] = Some(how);
        for waiting in wholes.of_part(control) {
            if let Some(count) = self.missing.get_mut(*waiting) {
                *count -= 1;
                if *count == 0 {
                    ready.push(*waiting);
                }
            }
        }
        true
    }
}
