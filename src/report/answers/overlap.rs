//! What has to be assessed only once among some frameworks.

use super::Named;
use super::namer::Namer;
use crate::analysis::Facts;
use crate::model::{ControlId, FrameworkId, Model};
use crate::source::SourceMap;

/// What has to be assessed only once among some frameworks, by all that is known, stated or proved.
#[derive(Debug)]
pub struct WhatIsSpared<'m> {
    /// The frameworks.
    pub frameworks: Vec<String>,
    /// Their assessable controls.
    pub assessable: usize,
    /// The different things to assess.
    pub distinct: usize,
    /// The difference of the two.
    pub spared: usize,
    /// Controls that are proved equal, two and more.
    pub classes: Vec<Vec<Named<'m>>>,
    /// What each control contains or equals of other frameworks, those first that cover most; framework by framework.
    pub covers: Vec<(Named<'m>, Vec<Named<'m>>)>,
}

impl<'m> WhatIsSpared<'m> {
    /// Among these frameworks. What is proved by way of others stays proved.
    #[must_use]
    pub fn among(
        model: &'m Model<'_>,
        sources: &SourceMap,
        facts: &Facts,
        frameworks: &[FrameworkId],
    ) -> Self {
        let namer = Namer::new(model, sources);
        let overlap = facts.overlap.among(model, frameworks);
        let named = |ids: &[ControlId]| namer.controls(ids.iter().copied());
        let covers = overlap.covers.iter();
        Self {
            frameworks: frameworks.iter().map(|id| namer.framework(*id)).collect(),
            assessable: overlap.assessable,
            distinct: overlap.distinct(),
            spared: overlap.spared(),
            classes: overlap.classes.iter().map(|class| named(class)).collect(),
            covers: covers
                .map(|(id, covered)| (namer.control(*id), named(covered)))
                .collect(),
        }
    }
}
