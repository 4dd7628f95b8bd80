//! What things are called where there is little room.

use crate::report::Posture;
use crate::report::posture::Framework;

/// `PR.AC` of `iso-ts-27103@2026:PR.AC`.
pub(super) fn identifier(control: &str) -> &str {
    control
        .split_once(':')
        .map_or(control, |(_, identifier)| identifier)
}

/// A framework of the posture, by name and edition.
pub(super) fn framework<'p, 'm>(posture: &'p Posture<'m>, key: &str) -> Option<&'p Framework<'m>> {
    let mut frameworks = posture.frameworks.iter();
    frameworks.find(|framework| framework.key == key)
}
