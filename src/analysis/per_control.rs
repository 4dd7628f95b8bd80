//! One value for each control of one framework.

use xwalk_model::{ControlId, FrameworkId, Model};

/// One value for each control of one framework, found by its id.
#[derive(Clone, Debug)]
pub(super) struct PerControl<T> {
    first: ControlId,
    values: Vec<T>,
}

impl<T: Clone> PerControl<T> {
    /// The same value for every control.
    pub fn all(model: &Model<'_>, framework: FrameworkId, value: T) -> Self {
        let framework = &model.frameworks[framework];
        let first = framework.first_control;
        let count = framework.end_control.0.saturating_sub(first.0);
        Self {
            first,
            values: vec![value; count as usize],
        }
    }
}

impl<T> PerControl<T> {
    /// The value of a control; `None` for a control of another framework.
    pub fn get(&self, control: ControlId) -> Option<&T> {
        self.values.get(self.position(control)?)
    }

    /// The value of a control, to change it; `None` for a control of another framework.
    pub fn get_mut(&mut self, control: ControlId) -> Option<&mut T> {
        let position = self.position(control)?;
        self.values.get_mut(position)
    }

    /// Sets the value of a control; nothing for a control of another framework.
    pub fn set(&mut self, control: ControlId, value: T) {
        if let Some(place) = self.get_mut(control) {
            *place = value;
        }
    }

    fn position(&self, control: ControlId) -> Option<usize> {
        control.0.checked_sub(self.first.0).map(|at| at as usize)
    }
}
