//! The risk register.

use std::borrow::Cow;

use super::{OrganizationId, RoleId};
use crate::{ControlId, id};
use xwalk_source::Place;
use xwalk_syntax::ast::posture::Treatment;

id! {
    /// The number of a risk.
    RiskId
}

/// A risk.
#[derive(Debug)]
pub struct Risk<'s> {
    /// Its organization.
    pub organization: OrganizationId,
    /// Its name.
    pub name: &'s str,
    /// The title; the name where none is given.
    pub title: Cow<'s, str>,
    /// The doc comment.
    pub doc: Option<Cow<'s, str>>,
    /// The controls whose absence it makes worse, in order, each once.
    pub threatens: Vec<ControlId>,
    /// How likely, 1 to 100 on the organization's own scale.
    pub likelihood: u32,
    /// How grave, 1 to 100 on the organization's own scale.
    pub impact: u32,
    /// Who answers for it.
    pub owner: Option<RoleId>,
    /// What is done about it.
    pub treatment: Option<Treatment>,
    /// Where its header stands.
    pub place: Place,
}

impl Risk<'_> {
    /// Likelihood times impact, 1 to 10000.
    #[must_use]
    pub fn level(&self) -> u32 {
        self.likelihood * self.impact
    }
}
