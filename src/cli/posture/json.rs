//! The posture of an organization, as programs read it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Page;
use super::words::Words;
use crate::analysis::posture::{
    Benchmark, Change, Condition, Distribution, Fraction, Gap, Ground, Indicator, Line, Moved,
    Profile, Projected, Projection, RiskFrom, Tally, Verdict,
};
use crate::model::posture::AssessmentId;
use crate::model::{ControlId, RowId};

#[derive(Serialize)]
pub struct DocumentV1<'a> {
    schema: &'static str,
    version: u32,
    organization: &'a str,
    title: &'a str,
    /// The day of which is spoken: evidence is stale or not on it.
    date: String,
    baseline: String,
    /// Whether tiers are believed only where their evidence holds.
    evidence_required: bool,
    assessments: Vec<AssessmentV1<'a>>,
    profiles: Vec<ProfileV1<'a>>,
    benchmarks: Vec<BenchmarkV1<'a>>,
    /// The baseline first, then the adopted frameworks.
    frameworks: Vec<FrameworkV1<'a>>,
    conditions: Vec<ConditionV1<'a>>,
    /// Ranked, the most urgent first.
    gaps: Vec<GapV1<'a>>,
    gaps_without_risk: Vec<String>,
    indicators: Vec<IndicatorV1<'a>>,
}

#[derive(Serialize)]
struct AssessmentV1<'a> {
    name: &'a str,
    framework: String,
    assessed: String,
    achieved_from: u32,
}

#[derive(Serialize)]
struct ProfileV1<'a> {
    assessment: &'a str,
    total: LineV1,
    lines: Vec<LineV1>,
    controls: Vec<StandV1<'a>>,
}

#[derive(Serialize)]
struct LineV1 {
    /// Absent for all together.
    #[serde(skip_serializing_if = "Option::is_none")]
    control: Option<String>,
    /// The lowest tier of its controls.
    tier: Option<u32>,
    target: Option<u32>,
    assessed: usize,
    achieved: usize,
    at_target: usize,
    unsupported: usize,
    not_applicable: usize,
    not_assessed: usize,
    current_tiers: BTreeMap<u32, usize>,
    target_tiers: BTreeMap<u32, usize>,
}

#[derive(Serialize)]
struct StandV1<'a> {
    control: &'a str,
    /// `null` where the control is not applicable.
    current: Option<u32>,
    target: Option<u32>,
    /// What is wrong with its evidence: then the tier is unsupported.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unsupported: Vec<String>,
}

#[derive(Serialize)]
struct BenchmarkV1<'a> {
    before: &'a str,
    after: &'a str,
    raised: usize,
    lowered: usize,
    same: usize,
    moved: Vec<MovedV1>,
}

#[derive(Serialize)]
pub(super) struct MovedV1 {
    control: String,
    before: Option<u32>,
    after: Option<u32>,
}

#[derive(Serialize)]
struct FrameworkV1<'a> {
    framework: String,
    thresholds: BTreeMap<&'a str, u32>,
    tally: TallyV1,
    controls: Vec<ControlV1<'a>>,
}

#[derive(Serialize)]
pub(super) struct TallyV1 {
    assessable: usize,
    met: usize,
    not_met: usize,
    partly_evidenced: usize,
    cannot_tell: usize,
    contradiction: usize,
}

#[derive(Serialize)]
struct ControlV1<'a> {
    control: &'a str,
    verdict: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    grounds: Vec<GroundV1>,
    /// Why nobody can tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    doubt: Option<String>,
}

#[derive(Serialize)]
pub(super) struct GroundV1 {
    verdict: &'static str,
    why: String,
    /// The assessed controls that speak for it.
    controls: Vec<String>,
    /// The weakest status among the rows.
    status: &'static str,
    /// `file:line`.
    rows: Vec<String>,
}

#[derive(Serialize)]
struct ConditionV1<'a> {
    condition: &'a str,
    holds: bool,
    rows: Vec<String>,
    would_change: Vec<ChangeV1>,
}

#[derive(Serialize)]
pub(super) struct ChangeV1 {
    control: String,
    before: &'static str,
    after: &'static str,
}

#[derive(Serialize)]
struct GapV1<'a> {
    rank: usize,
    control: String,
    assessment: &'a str,
    current: u32,
    target: u32,
    risk: u32,
    /// `stated`, `default`, or the risk of the register.
    risk_from: &'a str,
    effort_days: u32,
    effort_stated: bool,
    priority: FractionV1,
    rank_if: RankIfV1,
}

#[derive(Serialize)]
struct FractionV1 {
    numerator: u64,
    denominator: u64,
}

#[derive(Serialize)]
struct RankIfV1 {
    risk_lower: usize,
    risk_higher: usize,
    effort_lower: usize,
    effort_higher: usize,
}

#[derive(Serialize)]
struct IndicatorV1<'a> {
    kind: &'static str,
    control: String,
    title: &'a str,
    on: Vec<String>,
    shown: bool,
    lacking: Vec<LackingV1>,
}

#[derive(Serialize)]
struct LackingV1 {
    control: String,
    lack: String,
}

impl Page<'_, '_> {
    /// The posture for programs.
    pub(super) fn document(&self) -> DocumentV1<'_> {
        let facts = &self.facts;
        let assessments = facts.stands.assessments.iter();
        let without_risk = facts.gaps.without_risk.iter();
        DocumentV1 {
            schema: "xwalk-posture",
            version: 1,
            organization: self.organization.name,
            title: &self.organization.title,
            date: self.date.to_string(),
            baseline: self.words.label(self.organization.baseline),
            evidence_required: self.evidence_is_required,
            assessments: assessments.map(|id| self.assessment_v1(*id)).collect(),
            profiles: facts
                .profiles
                .iter()
                .map(|it| self.profile_v1(it))
                .collect(),
            benchmarks: facts
                .benchmarks
                .iter()
                .map(|it| self.benchmark_v1(it))
                .collect(),
            frameworks: facts
                .projections
                .iter()
                .map(|it| self.framework_v1(it))
                .collect(),
            conditions: facts
                .conditions
                .iter()
                .map(|it| self.condition_v1(it))
                .collect(),
            gaps: (1..)
                .zip(&facts.gaps.ranked)
                .map(|(rank, gap)| self.gap_v1(rank, gap))
                .collect(),
            gaps_without_risk: without_risk
                .map(|(_, id)| self.model.qualified(*id))
                .collect(),
            indicators: facts
                .indicators
                .iter()
                .map(|it| self.indicator_v1(it))
                .collect(),
        }
    }

    fn assessment_v1(&self, id: AssessmentId) -> AssessmentV1<'_> {
        let assessment = &self.model.posture.assessments[id];
        AssessmentV1 {
            name: assessment.name,
            framework: self.words.label(assessment.framework),
            assessed: assessment.assessed.to_string(),
            achieved_from: assessment.achieved_from,
        }
    }

    fn profile_v1(&self, profile: &Profile) -> ProfileV1<'_> {
        let assessment = &self.model.posture.assessments[profile.assessment];
        let controls = assessment.controls.iter();
        ProfileV1 {
            assessment: assessment.name,
            total: self.line_v1(&profile.total),
            lines: profile
                .lines
                .iter()
                .map(|line| self.line_v1(line))
                .collect(),
            controls: controls
                .map(|assessed| StandV1 {
                    control: self.model.controls[assessed.control].identifier,
                    current: assessed.current(),
                    target: assessed.target(),
                    unsupported: self.faults(assessed.control),
                })
                .collect(),
        }
    }

    fn line_v1(&self, line: &Line) -> LineV1 {
        let tiers = |distribution: &Distribution| distribution.0.clone();
        LineV1 {
            control: line.control.map(|id| self.model.qualified(id)),
            tier: line.tier(),
            target: line.target.minimum(),
            assessed: line.assessed(),
            achieved: line.achieved,
            at_target: line.at_target,
            unsupported: line.unsupported,
            not_applicable: line.not_applicable,
            not_assessed: line.not_assessed,
            current_tiers: tiers(&line.current),
            target_tiers: tiers(&line.target),
        }
    }

    fn benchmark_v1(&self, benchmark: &Benchmark) -> BenchmarkV1<'_> {
        BenchmarkV1 {
            before: self.words.assessment(benchmark.before),
            after: self.words.assessment(benchmark.after),
            raised: benchmark.raised(),
            lowered: benchmark.lowered(),
            same: benchmark.same,
            moved: self.words.moved_v1(&benchmark.moved),
        }
    }

    fn framework_v1(&self, projection: &Projection) -> FrameworkV1<'_> {
        let thresholds = projection.thresholds.iter();
        let controls = projection.controls.iter();
        FrameworkV1 {
            framework: self.words.label(projection.framework),
            thresholds: thresholds
                .map(|it| (self.words.assessment(it.assessment), it.tier))
                .collect(),
            tally: projection.tally(self.model).into(),
            controls: controls
                .filter(|it| self.model.controls[it.control].assessable)
                .map(|it| self.control_v1(it))
                .collect(),
        }
    }

    fn control_v1(&self, projected: &Projected) -> ControlV1<'_> {
        let grounds = projected.grounds.iter();
        ControlV1 {
            control: self.model.controls[projected.control].identifier,
            verdict: projected.verdict.word(),
            grounds: grounds.map(|ground| self.words.ground_v1(ground)).collect(),
            doubt: projected
                .doubt
                .as_ref()
                .map(|doubt| self.words.doubt(doubt)),
        }
    }

    fn condition_v1<'c>(&self, condition: &Condition<'c>) -> ConditionV1<'c> {
        let changes = condition.would_change.iter();
        ConditionV1 {
            condition: condition.text,
            holds: condition.holds,
            rows: self.words.places(&condition.rows),
            would_change: changes
                .map(|change: &Change| ChangeV1 {
                    control: self.model.qualified(change.control),
                    before: change.before.word(),
                    after: change.after.word(),
                })
                .collect(),
        }
    }

    fn gap_v1(&self, rank: usize, gap: &Gap) -> GapV1<'_> {
        let [risk_lower, risk_higher, effort_lower, effort_higher] = gap.turned;
        let Fraction {
            numerator,
            denominator,
        } = gap.priority;
        GapV1 {
            rank,
            control: self.model.qualified(gap.control),
            assessment: self.words.assessment(gap.assessment),
            current: gap.current,
            target: gap.target,
            risk: gap.risk,
            risk_from: match gap.risk_from {
                RiskFrom::Stated => "stated",
                RiskFrom::Register(risk) => self.model.posture.risks[risk].name,
                RiskFrom::Default => "default",
            },
            effort_days: gap.effort,
            effort_stated: gap.effort_is_stated,
            priority: FractionV1 {
                numerator,
                denominator,
            },
            rank_if: RankIfV1 {
                risk_lower,
                risk_higher,
                effort_lower,
                effort_higher,
            },
        }
    }

    fn indicator_v1<'i>(&self, indicator: &'i Indicator<'_, '_>) -> IndicatorV1<'i> {
        let lacking = indicator.lacking.iter();
        IndicatorV1 {
            kind: indicator.activity.kind.word(),
            control: self.model.qualified(indicator.control),
            title: &indicator.activity.title,
            on: self.words.qualified(&indicator.activity.on),
            shown: indicator.is_shown(),
            lacking: lacking
                .map(|it| LackingV1 {
                    control: self.model.qualified(it.control),
                    lack: self.lack(it.lack),
                })
                .collect(),
        }
    }
}

impl Words<'_, '_> {
    pub(super) fn moved_v1(&self, moved: &[Moved]) -> Vec<MovedV1> {
        let moved = moved.iter();
        moved
            .map(|moved| MovedV1 {
                control: self.model.qualified(moved.control),
                before: moved.before,
                after: moved.after,
            })
            .collect()
    }

    pub(super) fn ground_v1(&self, ground: &Ground) -> GroundV1 {
        GroundV1 {
            verdict: ground.because.verdict().word(),
            why: self.because(ground),
            controls: self.qualified(&ground.controls),
            status: ground.status.word(),
            rows: self.places(&ground.rows),
        }
    }

    pub(super) fn qualified(&self, controls: &[ControlId]) -> Vec<String> {
        controls
            .iter()
            .map(|id| self.model.qualified(*id))
            .collect()
    }

    pub(super) fn places(&self, rows: &[RowId]) -> Vec<String> {
        rows.iter().map(|row| self.place(*row)).collect()
    }
}

impl From<Tally> for TallyV1 {
    fn from(tally: Tally) -> Self {
        Self {
            assessable: tally.total(),
            met: tally.of(Verdict::Met),
            not_met: tally.of(Verdict::NotMet),
            partly_evidenced: tally.of(Verdict::PartlyEvidenced),
            cannot_tell: tally.of(Verdict::CannotTell),
            contradiction: tally.of(Verdict::Contradiction),
        }
    }
}
