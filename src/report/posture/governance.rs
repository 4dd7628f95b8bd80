//! Who answers for what, who decides, and who is represented.

use crate::JsonSchema;
use serde::Serialize;

use super::named::{Declared, NamedControl};
use super::namer::Namer;
use crate::published::{As, ControlName, Hideable, Name, TimeSpan, Word, written_as};
use xwalk_analysis::posture::{CurrentState, Heard, governance};
use xwalk_model::posture;
use xwalk_model::posture::OrganizationId;
use xwalk_syntax::ast::Duration;
use xwalk_syntax::ast::posture::{Decision, Party};

/// Who answers for what, who decides, and who is represented.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Governance<'m> {
    /// The roles, by name.
    #[schemars(with = "Vec<Hideable<Role>>")]
    pub roles: Vec<Role<'m>>,
    /// The committees, by name.
    #[schemars(with = "Vec<Hideable<Committee>>")]
    pub committees: Vec<Committee<'m>>,
    /// The paths along which incidents are passed upwards, by name.
    #[schemars(with = "Vec<Hideable<Escalation>>")]
    pub escalations: Vec<Escalation<'m>>,
    /// Who answers for each assessed control.
    #[schemars(with = "Hideable<Vec<Accountable>>")]
    pub accountable: Vec<Accountable<'m>>,
    /// Who takes each kind of decision.
    #[serde(with = "As::<Vec<Taken>>")]
    pub decisions: Vec<(Decision, Vec<Declared<'m>>)>,
    /// The functions of the baseline for which no role is accountable as a whole: none where everything is in order.
    #[schemars(with = "Hideable<Vec<ControlName>>")]
    pub unowned_functions: Vec<NamedControl>,
}

/// A role.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Role<'m> {
    /// Its name.
    #[schemars(with = "Name")]
    pub name: &'m str,
    /// Its title.
    pub title: &'m str,
    /// Whom it represents.
    #[serde(with = "As::<Vec<Word<Party>>>")]
    pub represents: Vec<Party>,
    /// The role above; absent for the board.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<Name>")]
    pub reports_to: Option<Declared<'m>>,
    /// Whether it is the board.
    #[serde(rename = "board")]
    pub is_board: bool,
    /// What it answers for, with everything below, except where another role answers for something below.
    #[schemars(with = "Hideable<Vec<ControlName>>")]
    pub accountable: Vec<NamedControl>,
    /// What it decides: `risk-acceptance`, `targets`, `mappings`.
    #[serde(with = "As::<Vec<Word<Decision>>>")]
    pub decides: Vec<Decision>,
}

/// A committee.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Committee<'m> {
    /// Its name.
    #[schemars(with = "Name")]
    pub name: &'m str,
    /// Its title.
    pub title: &'m str,
    /// Who leads it: a role.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<Name>")]
    pub chair: Option<Declared<'m>>,
    /// The roles that sit in it.
    #[schemars(with = "Vec<Name>")]
    pub members: Vec<Declared<'m>>,
    /// The longest time between two meetings.
    #[serde(
        with = "As::<Option<TimeSpan>>",
        skip_serializing_if = "Option::is_none"
    )]
    pub meets: Option<Duration>,
    /// The parties that neither its chair nor one of its members represents: none where all are represented.
    #[serde(with = "As::<Vec<Word<Party>>>")]
    pub not_heard: Vec<Party>,
}

/// A path along which an incident is passed upwards.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Escalation<'m> {
    /// Its name.
    #[schemars(with = "Name")]
    pub name: &'m str,
    /// Its title.
    pub title: &'m str,
    /// Its steps.
    pub steps: Vec<EscalationStep<'m>>,
}

/// A step of an escalation.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct EscalationStep<'m> {
    /// The role that passes it on.
    #[schemars(with = "Name")]
    pub from: Declared<'m>,
    /// The role to which.
    #[schemars(with = "Name")]
    pub to: Declared<'m>,
    /// How long after the beginning of the incident, at most.
    #[serde(with = "As::<TimeSpan>")]
    pub within: Duration,
}

/// Who answers for an assessed control.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Accountable<'m> {
    /// The assessment.
    #[schemars(with = "Name")]
    pub assessment: Declared<'m>,
    /// The control.
    #[schemars(with = "ControlName")]
    pub control: NamedControl,
    /// The role; absent where there is none, or more than one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<Name>")]
    pub role: Option<Declared<'m>>,
}

/// A kind of decision.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Decision", deny_unknown_fields)]
pub struct Taken<'r> {
    /// Which.
    decision: Word<Decision>,
    /// The roles that take it: exactly one where everything is in order.
    #[schemars(with = "Hideable<Vec<Name>>")]
    roles: &'r [Declared<'r>],
}

written_as!(Taken<'_>: (Decision, Vec<Declared<'_>>), |(decision, roles)| Taken {
    decision: Word(*decision),
    roles,
});

impl<'m> Governance<'m> {
    /// The governance of an organization; who answers, for what its newest assessments speak of.
    pub(super) fn of(names: Namer<'m, '_>, state: &CurrentState, id: OrganizationId) -> Self {
        let posture = &names.model.posture;
        let roles = posture.of(&posture.roles, id);
        let committees = posture.of(&posture.committees, id);
        let escalations = posture.of(&posture.escalations, id);
        let found = governance(names.model, id, &state.assessments);
        let answers = found.accountability.controls.iter();
        let decisions = found.decisions.iter();
        Self {
            roles: roles.map(|(_, role)| Role::new(names, role)).collect(),
            committees: committees
                .map(|(id, committee)| {
                    let heard = found.committees.iter().find(|heard| heard.committee == id);
                    Committee::new(names, committee, heard)
                })
                .collect(),
            escalations: escalations
                .map(|(_, escalation)| Escalation::new(names, escalation))
                .collect(),
            accountable: answers
                .map(|answers| Accountable {
                    assessment: names.assessment(answers.assessment),
                    control: names.control(answers.control),
                    role: names.owner(answers.role),
                })
                .collect(),
            decisions: decisions
                .map(|decided| {
                    let by = decided.by.iter().map(|role| names.role(*role));
                    (decided.decision, by.collect())
                })
                .collect(),
            unowned_functions: names.controls(&found.accountability.unowned_functions),
        }
    }
}

impl<'m> Role<'m> {
    fn new(names: Namer<'m, '_>, role: &'m posture::Role<'_>) -> Self {
        Self {
            name: role.name,
            title: &role.title,
            represents: role.represents.clone(),
            reports_to: names.owner(role.reports_to),
            is_board: role.is_board,
            accountable: names.controls(&role.accountable),
            decides: role.decides.clone(),
        }
    }
}

impl<'m> Committee<'m> {
    fn new(
        names: Namer<'m, '_>,
        committee: &'m posture::Committee<'_>,
        heard: Option<&Heard>,
    ) -> Self {
        let members = committee.members.iter();
        let missing = heard.iter().flat_map(|heard| &heard.missing);
        Self {
            name: committee.name,
            title: &committee.title,
            chair: names.owner(committee.chair),
            members: members.map(|role| names.role(*role)).collect(),
            meets: committee.meets,
            not_heard: missing.copied().collect(),
        }
    }
}

impl<'m> Escalation<'m> {
    fn new(names: Namer<'m, '_>, escalation: &'m posture::Escalation<'_>) -> Self {
        let steps = escalation.steps.iter();
        let steps = steps.map(|step| EscalationStep {
            from: names.role(step.from),
            to: names.role(step.to),
            within: step.within,
        });
        Self {
            name: escalation.name,
            title: &escalation.title,
            steps: steps.collect(),
        }
    }
}
