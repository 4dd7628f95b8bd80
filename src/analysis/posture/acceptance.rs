//! Which of the mappings that an organization accepts are accepted on a day.

use std::collections::BTreeSet;

use crate::claims_digest;
use xwalk_model::posture::{Acceptance, OrganizationId};
use xwalk_model::{MappingId, Model};
use xwalk_syntax::ast::Date;

/// What an acceptance comes to on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It counts.
    Accepted,
    /// It is of other claims: those of the mapping have this digest.
    Changed(String),
    /// Its day has not come yet.
    NotYet,
}

/// What an acceptance comes to on a day. That it is of other claims holds on every day, and so comes first.
#[must_use]
pub fn standing(model: &Model<'_>, acceptance: &Acceptance<'_>, today: Date) -> Standing {
    let digest = claims_digest(model, acceptance.mapping);
    if digest != acceptance.digest {
        Standing::Changed(digest)
    } else if acceptance.on > today {
        Standing::NotYet
    } else {
        Standing::Accepted
    }
}

/// The mappings whose rows count in the exports of an organization on a day, whatever their status.
#[must_use]
pub fn accepted(
    model: &Model<'_>,
    organization: OrganizationId,
    today: Date,
) -> BTreeSet<MappingId> {
    let all = model.posture.organizations[organization].accepts.iter();
    all.filter(|acceptance| standing(model, acceptance, today) == Standing::Accepted)
        .map(|acceptance| acceptance.mapping)
        .collect()
}
