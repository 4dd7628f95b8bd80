//! Which controls have a playbook, how much of it runs by itself, and whether it was tried.

use std::collections::BTreeSet;

use crate::Share;
use crate::posture::functions::{function_of, functions};
use xwalk_model::posture::{Agent, AssessmentId, OrganizationId, Playbook, PlaybookId, Posture};
use xwalk_model::{ControlId, Model};
use xwalk_syntax::ast::posture::AssessedTier;
use xwalk_syntax::ast::{Date, Duration, Unit};

/// How prepared an organization is to respond and to recover.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preparedness {
    /// The baseline's functions `Respond` and `Recover`, in order; none where it has neither.
    pub functions: Vec<ControlId>,
    /// The assessable controls of the baseline's functions `Respond` and `Recover` that no playbook supports, in order;
    /// what is not applicable is left out.
    pub uncovered: Vec<ControlId>,
    /// The steps of each playbook, in order of names.
    pub playbooks: Vec<(PlaybookId, Steps)>,
}

/// The steps of a playbook, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Steps {
    /// All.
    pub all: usize,
    /// Those that a declared technology does by itself.
    pub automated: usize,
    /// Those that are said to be automated by a technology that is not declared, which was reported.
    pub undeclared: usize,
}

impl Steps {
    /// The share of automated steps; nothing where there is no step.
    #[must_use]
    pub fn automated_share(self) -> Option<Share> {
        Share::of(self.automated, self.all)
    }

    fn of(playbook: &Playbook<'_>) -> Self {
        let mut steps = Self::default();
        for step in &playbook.steps {
            steps.all += 1;
            match step.by {
                Agent::Automated(Some(_)) => steps.automated += 1,
                Agent::Automated(None) => steps.undeclared += 1,
                Agent::Manual(_) => {}
            }
        }
        steps
    }
}

impl Preparedness {
    /// How long ago a playbook may have been exercised at most: PCI DSS 4.0.1 asks for a test every twelve months
    /// (12.10.2), and the language has no word for another time.
    pub const EXERCISED_WITHIN: Duration = Duration {
        count: 1,
        unit: Unit::Year,
    };

    /// The last day on which the last exercise still counts; nothing where there was none until a day.
    #[must_use]
    pub fn exercised_until(playbook: &Playbook<'_>, today: Date) -> Option<Date> {
        let exercised = playbook.exercised.filter(|day| *day <= today)?;
        Some(Self::EXERCISED_WITHIN.after(exercised))
    }
}

/// How prepared an organization is, whose newest assessments are these.
#[must_use]
pub fn preparedness(
    model: &Model<'_>,
    organization: OrganizationId,
    assessments: &[AssessmentId],
) -> Preparedness {
    let posture = &model.posture;
    let playbooks = || posture.of(&posture.playbooks, organization);
    let covered: BTreeSet<ControlId> = playbooks()
        .flat_map(|(_, playbook)| &playbook.supports)
        .map(|supports| supports.control)
        .collect();
    let baseline = posture.organizations[organization].baseline;
    let concerned: Vec<ControlId> = functions(model, baseline)
        .filter(|function| is_respond_or_recover(&model.controls[*function].title))
        .collect();
    let out_of_scope = not_applicable(posture, assessments);
    Preparedness {
        uncovered: model
            .assessable(baseline)
            .map(|(id, _)| id)
            .filter(|id| concerned.contains(&function_of(model, *id)))
            .filter(|id| !covered.contains(id) && !out_of_scope.contains(id))
            .collect(),
        functions: concerned,
        playbooks: playbooks()
            .map(|(id, playbook)| (id, Steps::of(playbook)))
            .collect(),
    }
}

/// ISO/IEC TS 27103 and the CSF name the two alike.
fn is_respond_or_recover(title: &str) -> bool {
    ["respond", "recover"]
        .iter()
        .any(|name| title.eq_ignore_ascii_case(name))
}

fn not_applicable(posture: &Posture<'_>, assessments: &[AssessmentId]) -> BTreeSet<ControlId> {
    let assessments = assessments.iter();
    let rows = assessments.flat_map(|id| &posture.assessments[*id].controls);
    rows.filter(|row| row.tier == AssessedTier::NotApplicable)
        .map(|row| row.control)
        .collect()
}
