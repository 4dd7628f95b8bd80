//! What is left of the controls that are partly evidenced.

use crate::remainder;
use xwalk_emit::EmitError;
use xwalk_report::answers::RemainderOf;
use xwalk_report::counted;
use xwalk_report::posture::{Inquiry, Judged, NamedFramework, Verdict};

/// What is left of one framework.
pub(super) type Left<'m> = (NamedFramework, Vec<RemainderOf<'m>>);

/// What is left of each framework, or of the one that is asked for.
pub(super) fn asked<'m>(inquiry: &Inquiry<'_, 'm, '_>, framework: Option<&str>) -> Vec<Left<'m>> {
    let mut left = inquiry.remainders();
    left.retain(|(of, _)| framework.is_none_or(|asked| *of == *asked));
    left
}

pub(super) fn text(left: &[Left<'_>], judged: &[Judged]) -> String {
    let mut text = String::new();
    for (framework, controls) in left {
        let count = counted(
            controls.len(),
            "assessable control is partly evidenced",
            "assessable controls are partly evidenced",
        );
        text += &format!("\n{framework}: {count}\n");
        text += &remainder::list(controls);
        text += &not_listed(judged, framework);
    }
    text
}

/// What the list does not hold, though it is not met.
fn not_listed(judged: &[Judged], framework: &NamedFramework) -> String {
    let judged = judged.iter().find(|one| one.framework == *framework);
    let Some(tally) = judged.map(|one| &one.tally) else {
        return String::new();
    };
    let others = [Verdict::NotMet, Verdict::CannotTell, Verdict::Contradiction];
    let others = others.map(|verdict| (tally.of(verdict), verdict.word()));
    let others: Vec<String> = others
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
    match others.is_empty() {
        true => String::new(),
        false => format!(
            "\n  Not in this list: {}. `xwalk posture --framework {framework}` shows them.\n",
            others.join(", ")
        ),
    }
}

pub(super) fn csv(left: &[Left<'_>]) -> Result<String, EmitError> {
    let left = left.iter();
    remainder::csv(left.map(|(framework, controls)| (&**framework, &**controls)))
}
