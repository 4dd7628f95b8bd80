//! The posture of an organization, as programs read it.

mod views;

pub(super) use self::views::{MovedV1, TallyV1};

use self::views::{
    AssessmentV1, BenchmarkV1, ChangeV1, ConditionV1, ControlV1, DocumentV1, FractionV1,
    FrameworkV1, FunctionV1, GapV1, IndicatorV1, LackingV1, LineV1, ProfileV1, RankIfV1,
    RemainderV1,
};
use super::indicators::lack;
use super::remainder::Left;
use crate::contract::{Contract, contract};
use xwalk_report::posture::{
    Assessment, Change, Comparison, Condition, Fraction, Gap, Indicator, Inquiry, Judged,
    JudgedControl, Moved, ProfileLine, Profiled, RiskFrom, Tally, Verdict,
};
use xwalk_report::published::{Spoken, Word};

/// The answer for programs. `xwalk-posture` is the export that `build` writes.
pub const CONTRACT: Contract = contract!(
    "posture-answer" 1,
    "The answer of `posture --format json`",
    "docs/answers/posture-answer.md",
    Contract::schema_of::<DocumentV1<'_>>
);

/// The posture for programs.
pub(super) fn text(
    inquiry: &Inquiry<'_, '_, '_>,
    against: Option<&Comparison<'_>>,
    left: Option<&[Left<'_>]>,
) -> String {
    let organization = inquiry.organization();
    let (assessments, profiles) = (inquiry.assessments(), inquiry.profiles());
    let (benchmarks, conditions) = (inquiry.benchmarks(), inquiry.conditions());
    let (gaps, indicators) = (inquiry.gaps(), inquiry.indicators());
    let verdicts = inquiry.verdicts().into_iter();
    let verdicts: Vec<(Judged, Vec<JudgedControl>)> = verdicts
        .map(|judged| {
            let controls = inquiry.controls(&judged.framework);
            (judged, controls)
        })
        .collect();
    let without_risk = gaps.without_risk.iter();
    CONTRACT.text(&DocumentV1 {
        organization: organization.name,
        title: organization.title,
        date: inquiry.date.to_string(),
        baseline: &organization.baseline,
        evidence_required: inquiry.evidence_is_required,
        assessments: assessments.iter().map(AssessmentV1::new).collect(),
        profiles: profiles.iter().map(ProfileV1::new).collect(),
        benchmarks: benchmarks.iter().map(BenchmarkV1::new).collect(),
        against: against.map(BenchmarkV1::new),
        frameworks: verdicts
            .iter()
            .map(|(judged, controls)| FrameworkV1::new(judged, controls))
            .collect(),
        conditions: conditions.iter().map(ConditionV1::new).collect(),
        gaps: (1..)
            .zip(&gaps.ranked)
            .map(|(rank, gap)| GapV1::new(rank, gap))
            .collect(),
        gaps_without_risk: without_risk.map(|(_, control)| &**control).collect(),
        indicators: indicators.iter().map(IndicatorV1::new).collect(),
        remainder: left.map(|left| left.iter().map(RemainderV1::new).collect()),
    })
}

impl<'a> AssessmentV1<'a> {
    fn new(assessment: &'a Assessment<'_>) -> Self {
        Self {
            name: assessment.name,
            framework: &assessment.framework,
            assessed: assessment.assessed.to_string(),
            achieved_from: assessment.achieved_from,
        }
    }
}

impl<'a> ProfileV1<'a> {
    fn new(profiled: &'a Profiled<'_>) -> Self {
        let profile = &profiled.profile;
        Self {
            assessment: profile.assessment.name,
            total: LineV1::new(&profile.total),
            lines: profile.lines.iter().map(LineV1::new).collect(),
            controls: &profiled.controls,
        }
    }
}

impl<'a> LineV1<'a> {
    fn new(line: &'a ProfileLine) -> Self {
        Self {
            control: line.control.as_deref(),
            tier: line.tier,
            target: line.target,
            assessed: line.assessed,
            achieved: line.achieved,
            at_target: line.at_target,
            unsupported: line.unsupported,
            without_evidence: line.without_evidence,
            not_applicable: line.not_applicable,
            not_assessed: line.not_assessed,
            current_tiers: line.current.iter().copied().collect(),
            target_tiers: line.targets.iter().copied().collect(),
        }
    }
}

impl<'a> BenchmarkV1<'a> {
    fn new(comparison: &'a Comparison<'_>) -> Self {
        let benchmark = &comparison.benchmark;
        let functions = comparison.functions.iter();
        Self {
            before: benchmark.before.name,
            by: Word(comparison.by),
            after: benchmark.after.name,
            raised: benchmark.raised,
            lowered: benchmark.lowered,
            same: benchmark.same,
            functions: functions
                .map(|(function, counts)| FunctionV1 {
                    function,
                    above: counts.above,
                    same: counts.same,
                    below: counts.below,
                    without_tier: counts.without_tier,
                    without_measure: counts.without_measure,
                })
                .collect(),
            moved: benchmark.moved.iter().map(MovedV1::new).collect(),
        }
    }
}

impl<'a> MovedV1<'a> {
    pub fn new(moved: &'a Moved) -> Self {
        Self {
            control: &moved.control,
            before: moved.before,
            after: moved.after,
        }
    }
}

impl<'a> FrameworkV1<'a> {
    fn new(judged: &'a Judged, controls: &'a [JudgedControl]) -> Self {
        let thresholds = judged.thresholds.iter();
        Self {
            framework: &judged.framework,
            thresholds: thresholds.map(|it| (&*it.assessment, it.tier)).collect(),
            tally: TallyV1::new(&judged.tally),
            never_not_met: judged.never_not_met,
            controls: controls.iter().map(ControlV1::new).collect(),
        }
    }
}

impl TallyV1 {
    pub fn new(tally: &Tally) -> Self {
        Self {
            assessable: tally.total(),
            met: tally.of(Verdict::Met),
            not_met: tally.of(Verdict::NotMet),
            partly_evidenced: tally.of(Verdict::PartlyEvidenced),
            not_applicable: tally.of(Verdict::NotApplicable),
            cannot_tell: tally.of(Verdict::CannotTell),
            contradiction: tally.of(Verdict::Contradiction),
        }
    }
}

impl<'a> ControlV1<'a> {
    fn new(judged: &'a JudgedControl) -> Self {
        Self {
            control: judged.control.identifier(),
            verdict: Word(Spoken(judged.verdict)),
            grounds: &judged.explained.reasons,
            doubt: judged.explained.doubt.as_deref(),
        }
    }
}

impl<'a> ConditionV1<'a> {
    fn new(condition: &'a Condition<'_>) -> Self {
        let changes = condition.would_change.iter();
        Self {
            condition: condition.text,
            holds: condition.holds,
            rows: &condition.rows,
            would_change: changes
                .map(|change: &Change| ChangeV1 {
                    control: &change.control,
                    before: Word(Spoken(change.before)),
                    after: Word(Spoken(change.after)),
                })
                .collect(),
        }
    }
}

impl<'a> GapV1<'a> {
    fn new(rank: usize, gap: &'a Gap<'_>) -> Self {
        let [risk_lower, risk_higher, effort_lower, effort_higher] = gap.ranks;
        let Fraction {
            numerator,
            denominator,
        } = gap.priority;
        Self {
            rank,
            control: &gap.control,
            assessment: gap.assessment.name,
            current: gap.current,
            target: gap.target,
            risk: gap.risk,
            risk_from: match gap.risk_from {
                RiskFrom::Stated => "stated",
                RiskFrom::Register(risk) => risk.name,
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
}

impl<'a> RemainderV1<'a> {
    fn new((framework, controls): &'a Left<'_>) -> Self {
        Self {
            framework,
            controls,
        }
    }
}

impl<'a> IndicatorV1<'a> {
    fn new(indicator: &'a Indicator<'_>) -> Self {
        let lacking = indicator.lacking.iter();
        Self {
            kind: Word(indicator.kind),
            control: &indicator.control,
            title: indicator.title,
            on: &indicator.on,
            shown: indicator.lacking.is_empty(),
            lacking: lacking
                .map(|lacking| LackingV1 {
                    control: &lacking.control,
                    lack: lack(lacking),
                })
                .collect(),
        }
    }
}
