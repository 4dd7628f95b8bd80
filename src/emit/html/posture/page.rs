//! What every part of the page is written from.

use super::places::Places;
use xwalk_report::posture::{Declared, Initiative, NamedFramework};
use xwalk_report::{Posture, Report};

/// The report, the posture of which the page tells, and where everything stands in it.
#[derive(Clone, Copy)]
pub(super) struct Page<'r> {
    pub(super) report: &'r Report<'r>,
    pub(super) posture: &'r Posture<'r>,
    pub(super) places: &'r Places<'r>,
}

impl<'r> Page<'r> {
    /// Who answers for an assessed control.
    pub(super) fn owner_of(self, control: &str) -> Option<Declared<'r>> {
        let (_, assessed) = self.places.assessed(control)?;
        assessed.responsible
    }

    /// The name of the framework that is assessed, where there are several assessments.
    pub(super) fn among_several(self, framework: &'r NamedFramework) -> Option<&'r str> {
        (self.posture.assessments.len() > 1).then(|| framework.short())
    }

    /// The initiatives of all roadmaps that raise a control.
    pub(super) fn raised_by(self, control: &str) -> Vec<Declared<'r>> {
        let roadmaps = self.posture.roadmaps.iter();
        let phases = roadmaps.flat_map(|roadmap| &roadmap.phases);
        let raises = |initiative: &&Initiative<'_>| {
            let mut raised = initiative.raises.iter();
            raised.any(|raise| *raise.control == *control)
        };
        phases
            .flat_map(|phase| &phase.initiatives)
            .filter(raises)
            .map(Initiative::declared)
            .collect()
    }
}
