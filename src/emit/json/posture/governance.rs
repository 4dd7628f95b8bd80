//! Who answers for what, who decides, who is heard.

use schemars::JsonSchema;
use serde::Serialize;

use super::hidden::Hideable;
use super::words::{ControlName, Name, Owner, TimeSpan, owner};
use crate::report::posture;

/// Who answers for what, who decides, who is heard.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Governance<'r> {
    /// The roles, by name.
    roles: Vec<Hideable<Role<'r>>>,
    /// The committees, by name.
    committees: Vec<Hideable<Committee<'r>>>,
    /// The ways on which incidents are passed upwards, by name.
    escalations: Vec<Hideable<Escalation<'r>>>,
    /// Who answers for each assessed control.
    accountable: Vec<Accountable<'r>>,
    /// Who takes each kind of decision.
    decisions: Vec<Decision<'r>>,
    /// The functions of the baseline for which no role is accountable as a whole: none where all is well.
    unowned_functions: Hideable<Vec<ControlName<'r>>>,
}

/// A role.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Role<'r> {
    /// Its name.
    name: Name<'r>,
    /// Its title.
    title: &'r str,
    /// Whom it represents.
    represents: Vec<&'static str>,
    /// The role above; absent for the board.
    #[serde(skip_serializing_if = "Option::is_none")]
    reports_to: Option<Name<'r>>,
    /// Whether it is the board.
    board: bool,
    /// What it answers for, with all below, except where another role answers for something below.
    accountable: Hideable<Vec<ControlName<'r>>>,
    /// What it decides: `risk-acceptance`, `targets`, `mappings`.
    decides: Vec<&'static str>,
}

/// A committee.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Committee<'r> {
    /// Its name.
    name: Name<'r>,
    /// Its title.
    title: &'r str,
    /// Who leads it: a role.
    #[serde(skip_serializing_if = "Option::is_none")]
    chair: Option<Name<'r>>,
    /// The roles that sit in it.
    members: Vec<Name<'r>>,
    /// The longest time between two meetings.
    #[serde(skip_serializing_if = "Option::is_none")]
    meets: Option<TimeSpan>,
    /// Whom neither its chair nor one of its members represents: none where all are heard.
    not_heard: Vec<&'static str>,
}

/// A way on which an incident is passed upwards.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Escalation<'r> {
    /// Its name.
    name: Name<'r>,
    /// Its title.
    title: &'r str,
    /// Its steps.
    steps: Vec<Step<'r>>,
}

/// A step of an escalation.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "EscalationStep", deny_unknown_fields)]
struct Step<'r> {
    /// The role that passes it on.
    from: Name<'r>,
    /// The role to which.
    to: Name<'r>,
    /// How long after the beginning of the incident, at most.
    within: TimeSpan,
}

/// Who answers for an assessed control.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Accountable<'r> {
    /// The assessment.
    assessment: Name<'r>,
    /// The control.
    control: ControlName<'r>,
    /// The role; absent where there is none, or more than one.
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Owner<'r>,
}

/// A kind of decision.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Decision<'r> {
    /// Which.
    #[schemars(extend("enum" = ["risk-acceptance", "targets", "mappings"]))]
    decision: &'static str,
    /// The roles that take it: exactly one where all is well.
    roles: Hideable<Vec<Name<'r>>>,
}

impl<'r> Governance<'r> {
    pub(super) fn new(governance: &'r posture::Governance<'r>) -> Self {
        let roles = governance.roles.iter();
        let committees = governance.committees.iter();
        let escalations = governance.escalations.iter();
        let accountable = governance.accountable.iter();
        let decisions = governance.decisions.iter();
        Self {
            roles: Hideable::all(roles.map(Role::new)),
            committees: Hideable::all(committees.map(Committee::new)),
            escalations: Hideable::all(escalations.map(Escalation::new)),
            accountable: accountable.map(Accountable::new).collect(),
            decisions: decisions
                .map(|(decision, roles)| Decision {
                    decision: decision.word(),
                    roles: Hideable(Name::all(roles)),
                })
                .collect(),
            unowned_functions: Hideable(ControlName::all(&governance.unowned_functions)),
        }
    }
}

impl<'r> Role<'r> {
    fn new(role: &'r posture::Role<'r>) -> Self {
        Self {
            name: Name(role.name),
            title: role.title,
            represents: role.represents.iter().map(|party| party.word()).collect(),
            reports_to: role.reports_to.map(Name),
            board: role.is_board,
            accountable: Hideable(ControlName::all(&role.accountable)),
            decides: role
                .decides
                .iter()
                .map(|decision| decision.word())
                .collect(),
        }
    }
}

impl<'r> Committee<'r> {
    fn new(committee: &'r posture::Committee<'r>) -> Self {
        Self {
            name: Name(committee.name),
            title: committee.title,
            chair: committee.chair.map(Name),
            members: Name::all(&committee.members),
            meets: committee.meets.map(TimeSpan::of),
            not_heard: committee
                .not_heard
                .iter()
                .map(|party| party.word())
                .collect(),
        }
    }
}

impl<'r> Escalation<'r> {
    fn new(escalation: &'r posture::Escalation<'r>) -> Self {
        let steps = escalation.steps.iter();
        let steps = steps.map(|step| Step {
            from: Name(step.from),
            to: Name(step.to),
            within: TimeSpan::of(step.within),
        });
        Self {
            name: Name(escalation.name),
            title: escalation.title,
            steps: steps.collect(),
        }
    }
}

impl<'r> Accountable<'r> {
    fn new(accountable: &'r posture::Accountable<'r>) -> Self {
        Self {
            assessment: Name(accountable.assessment),
            control: ControlName(&accountable.control),
            role: owner(accountable.role),
        }
    }
}
