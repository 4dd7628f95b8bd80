//! The posture of an organization, as programs read it.

mod views;

pub(super) use self::views::{ChangeV1, GroundV1, MovedV1, TallyV1};

use self::views::{
    AssessmentV1, BenchmarkV1, ConditionV1, ControlV1, DocumentV1, FractionV1, FrameworkV1,
    FunctionV1, GapV1, IndicatorV1, LackingV1, LineV1, ProfileV1, RankIfV1, StandV1,
};
use super::Page;
use super::words::Words;
use crate::analysis::posture::{
    Benchmark, Change, Condition, Distribution, Fraction, Gap, Ground, Indicator, Line, Moved,
    Profile, Projected, Projection, RiskFrom,
};
use crate::model::posture::AssessmentId;
use crate::model::{ControlId, RowId};

impl Page<'_, '_> {
    /// The posture for programs.
    pub(super) fn document(&self, against: Option<&Benchmark>) -> DocumentV1<'_> {
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
            against: against.map(|it| self.benchmark_v1(it)),
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
        let functions = benchmark.functions.iter();
        BenchmarkV1 {
            before: self.words.assessment(benchmark.before),
            by: benchmark.by.word(),
            after: self.words.assessment(benchmark.after),
            raised: benchmark.raised(),
            lowered: benchmark.lowered(),
            same: benchmark.same,
            functions: functions
                .map(|(function, counts)| FunctionV1 {
                    function: self.model.qualified(*function),
                    above: counts.above,
                    same: counts.same,
                    below: counts.below,
                    without_tier: counts.without_tier,
                    without_measure: counts.without_measure,
                })
                .collect(),
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
