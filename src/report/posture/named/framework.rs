//! A framework as everything in a posture names it.

use std::sync::Arc;

use super::by_name;
use crate::names::short;
use xwalk_model::Framework;

/// A framework by its name with its edition, `nist-csf@2.0`, which is all that a document shows of it.
#[derive(Clone)]
pub struct NamedFramework(Arc<Names>);

struct Names {
    key: String,
    short: String,
    title: String,
    tiers: Vec<(u32, String)>,
}

impl NamedFramework {
    pub(super) fn new(framework: &Framework<'_>) -> Self {
        let tiers = framework.tiers.iter();
        Self(Arc::new(Names {
            key: framework.label(),
            short: short(framework),
            title: framework.title.clone().into_owned(),
            tiers: tiers
                .map(|tier| (tier.number, tier.title.clone().into_owned()))
                .collect(),
        }))
    }

    /// With its edition: `nist-csf@2.0`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0.key
    }

    /// Its name for headers of columns: `NIST CSF 2.0`.
    #[must_use]
    pub fn short(&self) -> &str {
        &self.0.short
    }

    /// Its title.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.0.title
    }

    /// Its tiers, lowest first, each with its title; none where it declares none.
    #[must_use]
    pub fn tiers(&self) -> &[(u32, String)] {
        &self.0.tiers
    }

    /// The highest of its tiers; none where it declares none.
    #[must_use]
    pub fn highest_tier(&self) -> Option<u32> {
        self.0.tiers.iter().map(|(number, _)| *number).max()
    }
}

by_name!(NamedFramework);
