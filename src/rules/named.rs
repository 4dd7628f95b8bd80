//! Of which controls rows say something.

use xwalk_model::{ControlId, FrameworkId, Model, Row};

/// The assessable controls of a framework in preorder, each with whether one of these rows names it itself.
pub(super) fn named<'m, 's: 'm>(
    model: &'m Model<'s>,
    framework: FrameworkId,
    rows: impl Iterator<Item = &'m Row<'s>>,
) -> Vec<(ControlId, bool)> {
    let first = model.frameworks[framework].first_control;
    let mut is_named = vec![false; model.controls_of(framework).count()];
    for row in rows {
        for control in row.source.controls().iter().chain(row.target.controls()) {
            let at = control.0.checked_sub(first.0).map(|at| at as usize);
            if let Some(mark) = at.and_then(|at| is_named.get_mut(at)) {
                *mark = true;
            }
        }
    }
    let controls = model.controls_of(framework).zip(is_named);
    let assessable = controls.filter(|((_, control), _)| control.assessable);
    assessable
        .map(|((control, _), is_named)| (control, is_named))
        .collect()
}
