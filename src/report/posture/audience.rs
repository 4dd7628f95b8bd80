//! For whom an export is.

use super::namer::Namer;
use super::{ForAudience, PostureOptions};
use xwalk_model::posture::OrganizationId;
use xwalk_redaction::SaltSeed;
use xwalk_syntax::ast::posture::Field;
use xwalk_syntax::ast::{Date, Duration};

/// For whom an export is.
#[derive(Debug)]
pub struct Audience<'m> {
    /// Its name.
    pub name: &'m str,
    /// Its title.
    pub title: &'m str,
    /// What is hidden from it, in order, each once.
    pub hides: Vec<Field>,
    /// Where the salts of what is hidden come from.
    pub seed: SaltSeed,
    valid: Option<Duration>,
}

impl<'m> Audience<'m> {
    /// The audience that is asked for, if the organization has one of that name.
    pub(super) fn of(
        names: Namer<'m, '_>,
        organization: OrganizationId,
        asked: &ForAudience,
    ) -> Option<Self> {
        let posture = &names.model.posture;
        let mut audiences = posture.of(&posture.audiences, organization);
        let (_, audience) = audiences.find(|(_, audience)| audience.name == asked.name)?;
        Some(Self {
            name: audience.name,
            title: &audience.title,
            hides: audience.hides.clone(),
            seed: asked.seed.clone(),
            valid: audience.valid,
        })
    }
}

/// The last day on which an export of today may be relied on: as asked for, else as its audience has it.
pub(super) fn valid_until(
    options: &PostureOptions,
    audience: Option<&Audience<'_>>,
    today: Date,
) -> Option<Date> {
    let valid = audience.and_then(|audience| audience.valid);
    let declared = valid.map(|valid| valid.after(today));
    options.valid_until.or(declared)
}
