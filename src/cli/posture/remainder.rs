//! What is left of the controls that are partly evidenced.

use crate::remainder;
use xwalk_emit::EmitError;
use xwalk_report::answers::RemainderOf;
use xwalk_report::counted;
use xwalk_report::posture::{Inquiry, NamedFramework};

/// What is left of one framework.
pub(super) type Left<'m> = (NamedFramework, Vec<RemainderOf<'m>>);

/// What is left of each framework, or of the one that is asked for.
pub(super) fn asked<'m>(inquiry: &Inquiry<'_, 'm, '_>, framework: Option<String>) -> Vec<Left<'m>> {
    let mut left = inquiry.remainders();
    left.retain(|(of, _)| framework.as_ref().is_none_or(|asked| *of == **asked));
    left
}

pub(super) fn text(left: &[Left<'_>]) -> String {
    let mut text = String::new();
    for (framework, controls) in left {
        let count = counted(
            controls.len(),
            "assessable control is partly evidenced",
            "assessable controls are partly evidenced",
        );
        text += &format!("\n{framework}: {count}\n");
        text += &remainder::list(controls);
    }
    text
}

pub(super) fn csv(left: &[Left<'_>]) -> Result<String, EmitError> {
    let left = left.iter();
    remainder::csv(left.map(|(framework, controls)| (&**framework, &**controls)))
}
