//! What has to be assessed only once among some frameworks.

use crate::JsonSchema;
use serde::Serialize;

use super::Named;
use super::namer::Namer;
use crate::published::As;
use xwalk_analysis::Overlap;
use xwalk_model::{ControlId, FrameworkId, Model};
use xwalk_source::SourceMap;

/// What has to be assessed only once, according to everything that is known about the controls, stated or proved. Controls
/// are written `framework@edition:identifier`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct WhatIsSpared<'m> {
    /// The frameworks that are looked at, with their editions.
    pub frameworks: Vec<String>,
    /// Their assessable controls.
    pub assessable: usize,
    /// The different things to assess: each class is one, and each control that belongs to none.
    pub distinct: usize,
    /// How many assessments are saved by assessing each class once: the difference between the two.
    pub spared: usize,
    /// Controls that are proved equal, two and more.
    #[serde(with = "As::<Vec<Vec<String>>>")]
    #[schemars(inner(length(min = 2)))]
    pub classes: Vec<Vec<Named<'m>>>,
    /// What each control contains or equals of other frameworks, those first that cover most.
    pub covers: Vec<Covering<'m>>,
}

/// A control, and everything that whoever fulfils it also fulfils elsewhere.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Covers")]
pub struct Covering<'m> {
    /// The control.
    #[serde(with = "As::<String>")]
    pub control: Named<'m>,
    /// The assessable controls of other frameworks that it contains or equals.
    #[serde(with = "As::<Vec<String>>")]
    #[schemars(length(min = 1))]
    pub covers: Vec<Named<'m>>,
}

impl<'m> WhatIsSpared<'m> {
    /// Among these frameworks. What is proved by way of others stays proved.
    #[must_use]
    pub fn among(
        model: &'m Model<'_>,
        sources: &SourceMap,
        overlap: &Overlap,
        frameworks: &[FrameworkId],
    ) -> Self {
        let namer = Namer::new(model, sources);
        let overlap = overlap.among(model, frameworks);
        let named = |ids: &[ControlId]| namer.controls(ids.iter().copied());
        let covers = overlap.covers.iter();
        Self {
            frameworks: frameworks.iter().map(|id| namer.framework(*id)).collect(),
            assessable: overlap.assessable,
            distinct: overlap.distinct(),
            spared: overlap.spared(),
            classes: overlap.classes.iter().map(|class| named(class)).collect(),
            covers: covers
                .map(|(id, covered)| Covering {
                    control: namer.control(*id),
                    covers: named(covered),
                })
                .collect(),
        }
    }
}
