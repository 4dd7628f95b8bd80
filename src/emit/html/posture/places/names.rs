//! What has a place, as templates name it.

use super::{Kind, Places};
use crate::anchors;
use crate::posture::name::{Name, Names};
use xwalk_report::posture::{NamedControl, Supports};

impl<'r> Places<'r> {
    /// A control by its identifier, with the link to its verdict, or else to its assessment.
    pub(in crate::posture) fn control_name(&self, control: &'r NamedControl) -> Name<'r> {
        let link = self.control_link(control).unwrap_or_default();
        Name::link("id", link, control.identifier())
    }

    /// A framework by its short name, with the link to the verdicts on its controls.
    pub(in crate::posture) fn framework_name(&self, framework: &'r str) -> Name<'r> {
        let link = anchors::link(&Self::framework_id(framework));
        Name::link("t", link, self.short(framework))
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

    /// What has a name, by its title.
    pub(in crate::posture) fn name(&self, kind: Kind, name: &'r str) -> Name<'r> {
        match self.named.get(&(kind, name)) {
            Some(title) => Name::link("t", anchors::link(&Self::id(kind, name)), *title),
            None => Name::word("", name),
        }
    }

    /// Several of them.
    pub(in crate::posture) fn names(&self, kind: Kind, names: &[&'r str]) -> Names<'r> {
        Names::of(names.iter().map(|name| self.name(kind, name)))
    }

    /// A role, or a dash where there is none.
    pub(in crate::posture) fn owner_name(&self, role: Option<&'r str>) -> Name<'r> {
        role.map_or_else(|| Name::word("", "–"), |role| self.name(Kind::Role, role))
    }
}
