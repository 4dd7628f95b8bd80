//! Gaps with the inputs of their ranks.

use crate::JsonSchema;
use serde::Serialize;

use xwalk_report::posture;
use xwalk_report::published::{ControlName, Hideable, Name};

/// What the rank of a gap is computed from.
const FORMULA: &str = "risk x (target - current) / effort";

/// What is missing to reach the targets.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Gaps<'r> {
    /// The formula of the priority.
    #[schemars(extend("const" = FORMULA))]
    formula: &'static str,
    /// The gaps, by assessment and in the order of its framework. The one of `rank` 1 should be closed first; where two
    /// are equal, the one that comes first has the lower rank. Hidden as a whole where risks are, since it tells which
    /// controls one threatens.
    ranked: Hideable<Vec<Gap<'r>>>,
    /// The gaps for which no risk is known: they have no rank.
    without_risk: Hideable<Vec<Unranked<'r>>>,
}

/// A control below its target.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Gap<'r> {
    /// Its place in the order in which gaps should be closed, from 1.
    rank: Hideable<usize>,
    /// The assessment.
    assessment: Name<'r>,
    /// The control.
    control: ControlName<'r>,
    /// Its current tier.
    current: u32,
    /// Its target tier.
    target: u32,
    /// The risk.
    risk: u32,
    /// Source of the risk.
    risk_from: RiskFrom<'r>,
    /// Working days, at least one.
    effort: Hideable<u32>,
    /// Source of the effort. Where it is hidden, one effort that is shown tells nothing of those of other controls.
    effort_from: Hideable<EffortFrom>,
    /// The priority, exactly.
    priority: Hideable<Quotient>,
    /// The rank that it takes where one of its own inputs is a quarter lower or higher, and all else is as it is.
    ranks: Hideable<Ranks>,
}

/// Where the effort of a gap is from.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum EffortFrom {
    /// It is stated for the control.
    Stated,
    /// It is that of the assessment, which is a day where it names none.
    Default,
}

/// Where the risk of a gap is from.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct RiskFrom<'r> {
    /// `stated` for the control, the greatest in the `register` that threatens it, or the `default` of the assessment.
    #[schemars(extend("enum" = ["stated", "register", "default"]))]
    source: &'static str,
    /// The risk of the register.
    #[serde(skip_serializing_if = "Option::is_none")]
    risk: Option<Name<'r>>,
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

impl<'r> Gaps<'r> {
    pub(super) fn new(gaps: &'r posture::Gaps<'r>) -> Self {
        let mut ranked: Vec<(usize, &posture::Gap<'_>)> = (1..).zip(&gaps.ranked).collect();
        // The order of ranks would tell of risks and efforts where these are hidden.
        ranked.sort_by_key(|(_, gap)| (gap.assessment.as_str(), gap.control.named().place));
        let without_risk = gaps.without_risk.iter();
        Self {
            formula: FORMULA,
            ranked: Hideable(
                ranked
                    .into_iter()
                    .map(|(rank, gap)| Gap::new(rank, gap))
                    .collect(),
            ),
            without_risk: Hideable(
                without_risk
                    .map(|(assessment, control)| Unranked {
                        assessment: Name(assessment),
                        control: ControlName(control),
                    })
                    .collect(),
            ),
        }
    }
}

impl<'r> Gap<'r> {
    fn new(rank: usize, gap: &'r posture::Gap<'r>) -> Self {
        let [risk_lower, risk_higher, effort_lower, effort_higher] = gap.ranks;
        let (source, risk) = match gap.risk_from {
            posture::RiskFrom::Stated => ("stated", None),
            posture::RiskFrom::Register(risk) => ("register", Some(Name(risk.name))),
            posture::RiskFrom::Default => ("default", None),
        };
        Self {
            rank: Hideable(rank),
            assessment: Name(gap.assessment.name),
            control: ControlName(&gap.control),
            current: gap.current,
            target: gap.target,
            risk: gap.risk,
            risk_from: RiskFrom { source, risk },
            effort: Hideable(gap.effort),
            effort_from: Hideable(match gap.effort_is_stated {
                true => EffortFrom::Stated,
                false => EffortFrom::Default,
            }),
            priority: Hideable(Quotient {
                numerator: gap.priority.numerator,
                denominator: gap.priority.denominator,
            }),
            ranks: Hideable(Ranks {
                risk_lower,
                risk_higher,
                effort_lower,
                effort_higher,
            }),
        }
    }
}
