//! What things are called where there is little room.

use xwalk_report::Posture;
use xwalk_report::posture::Framework;

/// A framework of the posture, by name and edition.
pub(super) fn framework<'p, 'm>(posture: &'p Posture<'m>, key: &str) -> Option<&'p Framework<'m>> {
    let mut frameworks = posture.frameworks.iter();
    frameworks.find(|framework| framework.key == key)
}
