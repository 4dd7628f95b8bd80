//! What controls, frameworks and assessments are called.

use crate::analysis::posture::Stands;
use crate::model::posture::AssessmentId;
use crate::model::{ControlId, FrameworkId, Model};
use crate::report::Wordings;
use crate::source::SourceMap;

/// What posture is told with.
pub(super) struct Words<'a, 's> {
    pub model: &'a Model<'s>,
    pub sources: &'a SourceMap,
    pub wordings: Wordings<'a>,
    /// The framework whose controls go by their bare identifiers.
    pub baseline: FrameworkId,
    /// Where the organization stands, or would stand.
    pub stands: &'a Stands,
}

impl<'a> Words<'a, '_> {
    pub(super) fn label(&self, framework: FrameworkId) -> String {
        self.model.frameworks[framework].label()
    }

    pub(super) fn assessment(&self, id: AssessmentId) -> &'a str {
        self.model.posture.assessments[id].name
    }

    pub(super) fn title(&self, control: ControlId) -> &str {
        self.wordings.title(control, &self.model.controls[control])
    }

    /// `ID.AM.a`, with its framework where that is not the baseline.
    pub(super) fn name(&self, control: ControlId) -> String {
        let known = &self.model.controls[control];
        if known.framework == self.baseline {
            known.identifier.to_owned()
        } else {
            self.model.qualified(control)
        }
    }

    pub(super) fn names(&self, controls: &[ControlId]) -> String {
        let names: Vec<String> = controls.iter().map(|id| self.name(*id)).collect();
        names.join(", ")
    }
}
