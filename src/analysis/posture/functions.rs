//! Functions: the tops of a framework's hierarchy.

use xwalk_model::{ControlId, FrameworkId, Model};

/// The functions of a framework, in order: not those of which nothing applies any more.
pub(super) fn functions(
    model: &Model<'_>,
    framework: FrameworkId,
) -> impl Iterator<Item = ControlId> {
    let controls = model.controls_of(framework);
    controls
        .filter(|(_, control)| control.parent.is_none())
        .filter(|(id, control)| {
            let mut within = model.controls.range(*id, control.subtree_end);
            control.superseded.is_none() || within.any(|(_, control)| control.assessable)
        })
        .map(|(id, _)| id)
}

/// The function in which a control lies.
pub(super) fn function_of(model: &Model<'_>, control: ControlId) -> ControlId {
    let above = |control: &ControlId| model.controls[*control].parent;
    std::iter::successors(Some(control), above)
        .last()
        .unwrap_or(control)
}
