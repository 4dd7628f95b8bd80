//! Gaps with the inputs of their ranks, and the risk register.

use schemars::JsonSchema;
use serde::Serialize;

use super::words::{ControlName, Name};
use crate::report::posture;

/// What the rank of a gap is computed from.
const FORMULA: &str = "risk x (target - current) / effort";

/// What is missing to the targets.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Gaps<'r> {
    /// The formula of the priority.
    #[schemars(extend("const" = FORMULA))]
    formula: &'static str,
    /// The gaps, those first that should be closed first; ties by identifier.
    ranked: Vec<Gap<'r>>,
    /// The gaps of which no risk is known: they have no rank.
    without_risk: Vec<Unranked<'r>>,
}

/// A control below its target.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Gap<'r> {
    /// Its place in the list, from 1.
    rank: usize,
    /// The assessment.
    assessment: Name<'r>,
    /// The control.
    control: ControlName<'r>,
    /// Where it stands.
    current: u32,
    /// Where it should stand.
    target: u32,
    /// The risk.
    risk: u32,
    /// Where the risk is from: `stated` for the control, the greatest in the `register` that threatens it, or the `default`
    /// of the assessment.
    #[schemars(extend("enum" = ["stated", "register", "default"]))]
    risk_from: &'static str,
    /// The risk of the register that it is from.
    #[serde(skip_serializing_if = "Option::is_none")]
    risk_name: Option<Name<'r>>,
    /// Working days, at least one.
    effort: u32,
    /// Where the effort is from: `stated` for the control, or the `default` of the assessment, which is a day where it names
    /// none.
    #[schemars(extend("enum" = ["stated", "default"]))]
    effort_from: &'static str,
    /// The priority, exactly.
    priority: Quotient,
    /// The rank that it takes where one of its own inputs is a quarter lower or higher, and all else is as it is.
    ranks: Ranks,
}

/// A fraction in lowest terms.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Quotient {
    /// Above the line.
    numerator: u64,
    /// Below the line; never 0.
    denominator: u64,
}

/// The ranks of a gap with other inputs.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Ranks {
    /// With three quarters of the risk.
    risk_lower: usize,
    /// With five quarters of the risk.
    risk_higher: usize,
    /// With three quarters of the effort, at least a day.
    effort_lower: usize,
    /// With five quarters of the effort.
    effort_higher: usize,
}

/// A gap without a rank.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Unranked<'r> {
    /// The assessment.
    assessment: Name<'r>,
    /// The control.
    control: ControlName<'r>,
}

/// A risk of the register.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Risk<'r> {
    /// Its name.
    name: Name<'r>,
    /// Its title.
    title: &'r str,
    /// The controls whose absence makes it worse.
    threatens: Vec<ControlName<'r>>,
    /// How likely, on the organization's own scale.
    likelihood: u32,
    /// How grave, on the organization's own scale.
    impact: u32,
    /// Likelihood times impact.
    level: u32,
    /// Whether the level is above what the organization tolerates; absent where it does not say what it tolerates.
    #[serde(skip_serializing_if = "Option::is_none")]
    above_tolerance: Option<bool>,
    /// Who answers for it: a role.
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Option<Name<'r>>,
    /// What is done about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("enum" = ["mitigate", "accept", "transfer", "avoid"]))]
    treatment: Option<&'static str>,
    /// The initiatives that treat it.
    treated_by: Vec<Name<'r>>,
}

impl<'r> Gaps<'r> {
    pub(super) fn new(gaps: &'r posture::Gaps<'r>) -> Self {
        let ranked = (1..).zip(&gaps.ranked);
        let without_risk = gaps.without_risk.iter();
        Self {
            formula: FORMULA,
            ranked: ranked.map(|(rank, gap)| Gap::new(rank, gap)).collect(),
            without_risk: without_risk
                .map(|(assessment, control)| Unranked {
                    assessment: Name(assessment),
                    control: ControlName(control),
                })
                .collect(),
        }
    }
}

impl<'r> Gap<'r> {
    fn new(rank: usize, gap: &'r posture::Gap<'r>) -> Self {
        let [risk_lower, risk_higher, effort_lower, effort_higher] = gap.ranks;
        let (risk_from, risk_name) = match gap.risk_from {
            posture::RiskFrom::Stated => ("stated", None),
            posture::RiskFrom::Register(risk) => ("register", Some(Name(risk))),
            posture::RiskFrom::Default => ("default", None),
        };
        Self {
            rank,
            assessment: Name(gap.assessment),
            control: ControlName(&gap.control),
            current: gap.current,
            target: gap.target,
            risk: gap.risk,
            risk_from,
            risk_name,
            effort: gap.effort,
            effort_from: if gap.effort_is_stated {
                "stated"
            } else {
                "default"
            },
            priority: Quotient {
                numerator: gap.priority.numerator,
                denominator: gap.priority.denominator,
            },
            ranks: Ranks {
                risk_lower,
                risk_higher,
                effort_lower,
                effort_higher,
            },
        }
    }
}

impl<'r> Risk<'r> {
    pub(super) fn new(risk: &'r posture::Risk<'r>) -> Self {
        Self {
            name: Name(risk.name),
            title: risk.title,
            threatens: ControlName::all(&risk.threatens),
            likelihood: risk.likelihood,
            impact: risk.impact,
            level: risk.level,
            above_tolerance: risk.is_above,
            owner: risk.owner.map(Name),
            treatment: risk.treatment,
            treated_by: Name::all(&risk.treated_by),
        }
    }
}
