//! Audiences of exports.

use std::borrow::Cow;

use super::OrganizationId;
use crate::id;
use xwalk_source::Place;
use xwalk_syntax::ast::Duration;
use xwalk_syntax::ast::posture::Field;

id! {
    /// The number of an audience.
    AudienceId
}

/// An audience to which the posture is shown.
#[derive(Debug)]
pub struct Audience<'s> {
    /// The organization that shows it.
    pub organization: OrganizationId,
    /// Its name.
    pub name: &'s str,
    /// The title; the name where none is given.
    pub title: Cow<'s, str>,
    /// The doc comment.
    pub doc: Option<Cow<'s, str>>,
    /// What is hidden from it, in order, each once.
    pub hides: Vec<Field>,
    /// How long an export for it may be relied on.
    pub valid: Option<Duration>,
    /// Where its header stands.
    pub place: Place,
}
