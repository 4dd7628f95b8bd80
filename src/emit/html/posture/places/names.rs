//! What has a place, as templates name it.

use super::{Kind, Places};
use crate::anchors;
use crate::posture::name::{Name, Names};
use xwalk_report::posture::{Declared, NamedControl, NamedFramework, Supports};

impl<'r> Places<'r> {
    /// A control by its identifier, with its framework where that is not the baseline; with the link to its verdict, or else
    /// to its assessment.
    pub(in crate::posture) fn control_name(&self, control: &'r NamedControl) -> Name<'r> {
        if control.named().framework == *self.baseline {
            return self.bare_name(control);
        }
        let name = format!("{} {}", control.short(), control.identifier());
        Name::link("id", self.control_link(control).unwrap_or_default(), name)
    }

    /// The same without its framework, where that is said beside it.
    pub(in crate::posture) fn bare_name(&self, control: &'r NamedControl) -> Name<'r> {
        let link = self.control_link(control).unwrap_or_default();
        Name::link("id", link, control.identifier())
    }

    /// Several controls.
    pub(in crate::posture) fn controls(
        &self,
        controls: impl Iterator<Item = &'r NamedControl>,
    ) -> Names<'r> {
        Names::of(controls.map(|control| self.control_name(control)))
    }

    /// The controls that something supports, each with how, where it is said.
    pub(in crate::posture) fn supports(&self, supports: &'r [Supports]) -> Names<'r> {
        let supports = supports.iter();
        Names::with(supports.map(|one| {
            let how = one.property.map(|how| format!(" ({})", how.word()));
            (self.control_name(&one.control), how.unwrap_or_default())
        }))
    }
}

/// A framework by its short name, with the link to the verdicts on its controls.
pub(in crate::posture) fn framework_name(framework: &NamedFramework) -> Name<'_> {
    let link = anchors::link(&Places::framework_id(framework));
    Name::link("t", link, framework.short())
}

/// A role, or a dash where there is none.
pub(in crate::posture) fn owner_name(role: Option<Declared<'_>>) -> Name<'_> {
    role.map_or_else(|| Name::word("", "–"), |role| Kind::Role.name(role))
}
