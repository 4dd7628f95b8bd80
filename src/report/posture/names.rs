//! What controls are called where people read of one organization.

use std::collections::{BTreeMap, BTreeSet};

use crate::Wordings;
use xwalk_model::posture::OrganizationId;
use xwalk_model::{FrameworkId, Model};

/// What controls are called where people read of one organization.
#[derive(Debug)]
pub struct Names<'m> {
    /// The framework whose controls go by their bare identifiers: `nist-csf@2.0:`.
    baseline: String,
    known: BTreeMap<String, Entry<'m>>,
}

/// What is known of a control.
#[derive(Debug)]
struct Entry<'m> {
    title: &'m str,
    depth: u8,
}

impl<'m> Names<'m> {
    /// The names of all controls that the organization is judged by.
    #[must_use]
    pub fn of(model: &'m Model<'_>, organization: OrganizationId) -> Self {
        let posture = &model.posture;
        let assessed = posture.assessments.iter();
        let assessed = assessed.map(|(_, assessment)| assessment.framework);
        let own = posture.organizations[organization].frameworks();
        let frameworks: BTreeSet<FrameworkId> = own.chain(assessed).collect();
        let wordings = Wordings::of(model, false);
        let controls = frameworks.iter().flat_map(|id| model.controls_of(*id));
        let known = controls.map(|(id, control)| {
            let title = wordings.title(id, control);
            let depth = control.depth;
            (model.qualified(id), Entry { title, depth })
        });
        Self {
            baseline: format!(
                "{}:",
                model.frameworks[posture.organizations[organization].baseline].label()
            ),
            known: known.collect(),
        }
    }

    /// `ID.AM.a`, with its framework where that is not the baseline.
    #[must_use]
    pub fn short<'c>(&self, control: &'c str) -> &'c str {
        control.strip_prefix(&self.baseline).unwrap_or(control)
    }

    /// The short names of several controls, with commas between them.
    #[must_use]
    pub fn list<S: AsRef<str>>(&self, controls: &[S]) -> String {
        let names: Vec<&str> = controls.iter().map(|it| self.short(it.as_ref())).collect();
        names.join(", ")
    }

    /// The title of a control.
    #[must_use]
    pub fn title(&self, control: &str) -> &'m str {
        self.known.get(control).map_or("", |known| known.title)
    }

    /// How deep it is nested: 0 for functions, chapters and the like.
    #[must_use]
    pub fn depth(&self, control: &str) -> usize {
        self.known
            .get(control)
            .map_or(0, |known| usize::from(known.depth))
    }

    /// `ID.AM.a`, without its framework.
    #[must_use]
    pub fn bare(control: &str) -> &str {
        control
            .split_once(':')
            .map_or(control, |(_, identifier)| identifier)
    }
}
