//! What controls, frameworks and rows are called in answers.

use crate::JsonSchema;
use serde::Serialize;

use crate::Wordings;
use crate::published::written_as;
use xwalk_model::{ControlId, End, FrameworkId, Model, Row};
use xwalk_source::{Place, SourceMap};

/// One of the two controls.
// As it is named; its title in the words that the outputs show.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "End")]
pub struct Named<'m> {
    /// Its framework, with the edition.
    pub framework: String,
    /// Its identifier within the framework.
    pub identifier: &'m str,
    /// Its title.
    pub title: &'m str,
}

impl std::fmt::Display for Named<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}:{}", self.framework, self.identifier)
    }
}

/// A control.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Control")]
pub struct Identified<'r> {
    /// Its identifier within its framework.
    identifier: &'r str,
    /// Its title.
    title: &'r str,
}

written_as!(Identified<'_>: Named<'_>, |named| Identified {
    identifier: named.identifier,
    title: named.title,
});

/// Names what answers speak of.
pub(super) struct Namer<'m, 's, 'a> {
    pub model: &'m Model<'s>,
    sources: &'a SourceMap,
    wordings: Wordings<'m>,
}

impl<'m, 's, 'a> Namer<'m, 's, 'a> {
    pub fn new(model: &'m Model<'s>, sources: &'a SourceMap) -> Self {
        Self {
            model,
            sources,
            wordings: Wordings::of(model, false),
        }
    }

    pub fn control(&self, id: ControlId) -> Named<'m> {
        let control = &self.model.controls[id];
        Named {
            framework: self.framework(control.framework),
            identifier: control.identifier,
            title: self.wordings.title(id, control),
        }
    }

    pub fn controls(&self, ids: impl IntoIterator<Item = ControlId>) -> Vec<Named<'m>> {
        ids.into_iter().map(|id| self.control(id)).collect()
    }

    /// The name of a framework, with its edition.
    pub fn framework(&self, id: FrameworkId) -> String {
        self.model.frameworks[id].label()
    }

    /// The identifiers of an end; none for the whole framework.
    pub fn end(&self, end: &End) -> Vec<&'m str> {
        let controls = end.controls().iter();
        controls
            .map(|id| self.model.controls[*id].identifier)
            .collect()
    }

    /// The mapping of a row.
    pub fn mapping(&self, row: &Row<'_>) -> &'m str {
        self.model.mappings[row.mapping].name
    }

    /// `file:line`.
    pub fn place(&self, place: Place) -> String {
        self.sources.file_line(place)
    }
}
