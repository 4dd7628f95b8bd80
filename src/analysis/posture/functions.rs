//! Functions: the tops of a framework's hierarchy.

use xwalk_model::{ControlId, FrameworkId, Model};

/// The functions of a framework, in order.
pub(super) fn functions(
    model: &Model<'_>,
    framework: FrameworkId,
) -> impl Iterator<Item = ControlId> {
    let controls = model.controls_of(framework);
    controls
        .filter(|(_, control)| control.parent.is_none())
        .map(|(id, _)| id)
}

/// The function in which a control lies.
pub(super) fn function_of(model: &Model<'_>, control: ControlId) -> ControlId {
    let above = |control: &ControlId| model.controls[*control].parent;
    std::iter::successors(Some(control), above)
        .last()
        .unwrap_or(control)
}
