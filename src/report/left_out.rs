//! What the outputs leave out, although it takes part in the reasoning.

use std::collections::BTreeSet;

use super::selection::mappings_between;
use super::{Choice, counted, names};
use xwalk_model::{FrameworkId, Model};
use xwalk_source::SourceMap;

/// What the outputs leave out, although it takes part in the reasoning: proofs may rest on it.
#[derive(Debug, Default)]
pub struct LeftOut<'m> {
    /// The frameworks, by name and edition.
    pub frameworks: Vec<FrameworkElsewhere>,
    /// The names of their mappings, in order: those that one of these frameworks is an end of.
    pub mappings: Vec<&'m str>,
    /// Whether somebody named the frameworks to show. Else these come with the program, and nothing in the workspace names
    /// them.
    pub is_asked_for: bool,
}

/// A framework that the outputs leave out.
#[derive(Debug)]
pub struct FrameworkElsewhere {
    /// `nist-csf@2.0`.
    pub key: String,
    /// The title with the edition: `NIST Cybersecurity Framework 2.0`.
    pub heading: String,
}

impl<'m> LeftOut<'m> {
    /// What a choice leaves out.
    #[must_use]
    pub fn of(model: &'m Model<'_>, sources: &SourceMap, choice: &Choice) -> Self {
        let shown = choice.frameworks(model, sources);
        let is_shown = |id: FrameworkId| shown.binary_search(&id).is_ok();
        let frameworks = model.frameworks.iter().filter(|(id, _)| !is_shown(*id));
        let between: BTreeSet<_> = mappings_between(model, is_shown).collect();
        let mappings = model.mappings.iter();
        let mappings = mappings.filter(|(id, _)| !between.contains(id));
        Self {
            frameworks: frameworks
                .map(|(_, framework)| FrameworkElsewhere {
                    key: framework.label(),
                    heading: names::heading(framework),
                })
                .collect(),
            mappings: mappings.map(|(_, mapping)| mapping.name).collect(),
            is_asked_for: matches!(choice, Choice::Only(_)),
        }
    }

    /// The same in two sentences for readers; `None` where nothing is left out.
    #[must_use]
    pub fn sentence(&self) -> Option<String> {
        let keys: Vec<&str> = self.frameworks.iter().map(|it| it.key.as_str()).collect();
        let keys = match keys.as_slice() {
            [] => return None,
            keys => keys.join(", "),
        };
        let frameworks = counted(self.frameworks.len(), "framework", "frameworks");
        let mappings = match self.mappings.len() {
            0 => String::new(),
            count => format!(", and {}", counted(count, "mapping", "mappings")),
        };
        Some(if self.is_asked_for {
            format!(
                "Left out, since --only or xwalk.toml names the frameworks to show: {frameworks} ({keys}){mappings}. Proofs may rest on them."
            )
        } else {
            format!(
                "Left out, since they come with the program and this workspace does not name them: {frameworks} ({keys}){mappings}. Proofs may rest on them, and --bundled shows them too."
            )
        })
    }
}
