//! What controls are called where people read of one organization.

use super::named::{NamedControl, NamedFramework};
use super::namer::Namer;
use xwalk_model::posture::OrganizationId;

/// What controls are called where people read of one organization.
#[derive(Debug)]
pub struct Names {
    /// The framework whose controls go by their bare identifiers.
    baseline: NamedFramework,
}

impl Names {
    pub(super) fn of(namer: Namer<'_, '_>, organization: OrganizationId) -> Self {
        let organization = &namer.model.posture.organizations[organization];
        Self {
            baseline: namer.framework(organization.baseline),
        }
    }

    /// `ID.AM.a`, with its framework where that is not the baseline.
    #[must_use]
    pub fn short<'c>(&self, control: &'c NamedControl) -> &'c str {
        match control.named().framework == self.baseline {
            true => control.identifier(),
            false => control.as_str(),
        }
    }

    /// The short names of several controls, with commas between them.
    #[must_use]
    pub fn list<'c>(&self, controls: impl IntoIterator<Item = &'c NamedControl>) -> String {
        let names = controls.into_iter().map(|control| self.short(control));
        names.collect::<Vec<_>>().join(", ")
    }
}
