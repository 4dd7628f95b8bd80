//! What is asked of one organization, with a function for each question, as its own people ask: whatever status of rows is
//! asked for counts, and nothing is held back.

use crate::JsonSchema;
use serde::Serialize;

use super::explained::{Explained, Explainer};
use super::named::{NameTable, NamedControl, NamedFramework};
use super::namer::Namer;
use super::remainder::stands;
use super::{
    Assessment, Comparison, Condition, Gaps, Indicator, Landscape, Names, Organization,
    PostureOptions, Preparedness, Profile, Tally, Threshold, Verdict,
};
use crate::answers::RemainderOf;
use xwalk_analysis::Options;
use xwalk_analysis::posture::{self, Credit, Facts, Line, Projected, Projection, Threats, examine};
use xwalk_model::posture::OrganizationId;
use xwalk_model::{ControlId, Model};
use xwalk_source::SourceMap;
use xwalk_syntax::ast::{Date, Status};

/// What is asked of one organization.
pub struct Inquiry<'a, 'm, 's> {
    model: &'m Model<'s>,
    table: NameTable<'m>,
    id: OrganizationId,
    sources: &'a SourceMap,
    options: &'a PostureOptions,
    facts: Facts<'m, 's>,
    /// The day of which is spoken.
    pub date: Date,
    /// Whether tiers are believed only where their evidence holds.
    pub evidence_is_required: bool,
    /// What controls are called.
    pub names: Names,
}

/// Where the controls of one assessment stand.
#[derive(Debug)]
pub struct Profiled<'m> {
    /// The framework.
    pub framework: NamedFramework,
    /// All tiers of the framework, and those that the assessment uses besides; lowest first.
    pub scale: Vec<u32>,
    /// The profile.
    pub profile: Profile<'m>,
    /// Its controls, in the order of the framework.
    pub controls: Vec<Stood<'m>>,
}

/// The tiers of a control.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "AssessedControl")]
pub struct Stood<'m> {
    /// Its identifier within its framework.
    pub control: &'m str,
    /// Its tier; `null` where it is not applicable.
    pub current: Option<u32>,
    /// The tier that it should have; `null` where it is not applicable.
    pub target: Option<u32>,
    /// What is wrong with its evidence: then its tier is unsupported. Absent where nothing is.
    #[serde(rename = "unsupported", skip_serializing_if = "Vec::is_empty")]
    pub faults: Vec<String>,
}

/// A claimed tier that evidence does not bear out.
#[derive(Debug)]
pub struct Unsupported {
    /// The control.
    pub control: NamedControl,
    /// The tier that is claimed.
    pub tier: u32,
    /// What is wrong with its evidence: `mfa-export is stale`.
    pub faults: Vec<String>,
    /// What it counts as.
    pub counts: &'static str,
}

/// The verdicts on one framework.
#[derive(Debug)]
pub struct Judged {
    /// The framework.
    pub framework: NamedFramework,
    /// From which tier the controls of each assessment count as fulfilled here.
    pub thresholds: Vec<Threshold>,
    /// How many assessable controls have each verdict.
    pub tally: Tally,
    /// No control of it can be not met, whatever the tiers: none is known to ask for all of an assessed control.
    pub never_not_met: bool,
    /// How many verdicts on assessable controls rest on a draft row.
    pub by_drafts: usize,
}

/// The verdict on one control.
#[derive(Debug)]
pub struct JudgedControl {
    /// The control.
    pub control: NamedControl,
    /// The verdict.
    pub verdict: Verdict,
    /// What it rests on.
    pub explained: Explained,
}

impl<'a, 'm, 's> Inquiry<'a, 'm, 's> {
    /// Looks at where an organization stands on a day, with the rows that have come far enough.
    #[must_use]
    pub fn of(
        model: &'m Model<'s>,
        sources: &'a SourceMap,
        id: OrganizationId,
        status_floor: Status,
        date: Date,
        evidence_is_required: bool,
        options: &'a PostureOptions,
    ) -> Self {
        let examined = examine(&model.posture, &options.files, date);
        let floor = Options { status_floor };
        let table = NameTable::new(model, false);
        let names = Names::of(
            Namer {
                model,
                table: &table,
            },
            id,
        );
        Self {
            model,
            table,
            id,
            sources,
            options,
            facts: Facts::of(model, id, floor, date, &examined, evidence_is_required),
            date,
            evidence_is_required,
            names,
        }
    }

    fn namer(&self) -> Namer<'m, '_> {
        Namer {
            model: self.model,
            table: &self.table,
        }
    }

    /// Who is asked.
    #[must_use]
    pub fn organization(&self) -> Organization<'m> {
        Organization::of(self.namer(), self.id)
    }

    /// The newest assessment of each framework, by framework.
    #[must_use]
    pub fn assessments(&self) -> Vec<Assessment<'m>> {
        let assessments = self.facts.state.assessments.iter();
        let threats = Threats::of(self.model, &self.facts.state);
        let found = (&self.facts.support, &threats);
        assessments
            .map(|id| Assessment::of(self.namer(), *id, found))
            .collect()
    }

    /// Where the controls of each assessment stand.
    #[must_use]
    pub fn profiles(&self) -> Vec<Profiled<'m>> {
        let profiles = self.facts.profiles.iter();
        profiles.map(|profile| self.profile(profile)).collect()
    }

    fn profile(&self, profile: &posture::Profile) -> Profiled<'m> {
        let model = self.model;
        let assessment = &model.posture.assessments[profile.assessment];
        let tiers = model.frameworks[assessment.framework].tiers.iter();
        let Line {
            current, target, ..
        } = &profile.total;
        let used = current.0.keys().chain(target.0.keys()).copied();
        let mut scale: Vec<u32> = tiers.map(|tier| tier.number).chain(used).collect();
        scale.sort_unstable();
        scale.dedup();
        let controls = assessment.controls.iter();
        Profiled {
            framework: self.namer().framework(assessment.framework),
            scale,
            profile: Profile::new(self.namer(), profile),
            controls: controls
                .map(|assessed| Stood {
                    control: model.controls[assessed.control].identifier,
                    current: assessed.current(),
                    target: assessed.target(),
                    faults: self.faults(assessed.control),
                })
                .collect(),
        }
    }

    /// What changed since the previous assessment, for each framework that was assessed before.
    #[must_use]
    pub fn benchmarks(&self) -> Vec<Comparison<'m>> {
        let benchmarks = self.facts.benchmarks.iter();
        benchmarks
            .map(|benchmark| Comparison::new(self.namer(), benchmark))
            .collect()
    }

    /// An assessment measured against another one.
    #[must_use]
    pub fn against(&self, benchmark: &posture::Benchmark) -> Comparison<'m> {
        Comparison::new(self.namer(), benchmark)
    }

    /// The claimed tiers that evidence does not bear out.
    #[must_use]
    pub fn unsupported(&self) -> Vec<Unsupported> {
        let support = &self.facts.support;
        let assessed = self.facts.state.iter();
        let unsupported = assessed.filter_map(|(control, stand)| {
            let stand = stand?;
            // What has no evidence at all is counted beside the profile.
            support.faults(control).next()?;
            Some(Unsupported {
                control: self.namer().control(control),
                tier: stand.tier?,
                faults: self.faults(control),
                counts: match stand.credit {
                    Credit::Claimed => "counts as claimed",
                    Credit::Unsupported if stand.is_below(stand.achieved_from) => {
                        "counts as below: an admission needs no evidence"
                    }
                    Credit::Unsupported => "does not count as achieved",
                    Credit::Refuted => "counts as below",
                },
            })
        });
        unsupported.collect()
    }

    fn faults(&self, control: ControlId) -> Vec<String> {
        let faults = self.facts.support.faults(control);
        faults
            .map(|(evidence, fault)| {
                format!("{} is {}", self.namer().evidence(evidence), fault.word())
            })
            .collect()
    }

    /// The verdicts on the baseline and on each adopted framework, the baseline first.
    #[must_use]
    pub fn verdicts(&self) -> Vec<Judged> {
        let projections = self.facts.projections.iter();
        projections
            .map(|projection| self.judged(projection))
            .collect()
    }

    fn judged(&self, projection: &Projection) -> Judged {
        let by_drafts = self.assessable(projection).filter(|projected| {
            let mut grounds = projected.grounds.iter();
            grounds.any(|ground| ground.status == Status::Draft)
        });
        Judged {
            framework: self.namer().framework(projection.framework),
            thresholds: Threshold::all(self.namer(), projection),
            tally: (&projection.tally(self.model)).into(),
            never_not_met: projection.never_not_met,
            by_drafts: by_drafts.count(),
        }
    }

    fn assessable<'p>(&self, projection: &'p Projection) -> impl Iterator<Item = &'p Projected> {
        let controls = projection.controls.iter();
        controls.filter(|projected| self.model.controls[projected.control].assessable)
    }

    /// The verdict on each assessable control of a framework, in its order.
    #[must_use]
    pub fn controls(&self, framework: &NamedFramework) -> Vec<JudgedControl> {
        let projections = self.facts.projections.iter();
        let of_it = projections.filter(|it| self.namer().framework(it.framework) == *framework);
        let controls = of_it.flat_map(|projection| self.assessable(projection));
        controls.map(|projected| self.control(projected)).collect()
    }

    /// The controls of all frameworks that are met by one control and not met by another.
    #[must_use]
    pub fn contradictions(&self) -> Vec<JudgedControl> {
        let projections = self.facts.projections.iter();
        let controls = projections.flat_map(|projection| &projection.controls);
        let contradicted = controls.filter(|it| it.verdict == posture::Verdict::Contradiction);
        contradicted
            .map(|projected| self.control(projected))
            .collect()
    }

    fn control(&self, projected: &Projected) -> JudgedControl {
        JudgedControl {
            control: self.namer().control(projected.control),
            verdict: projected.verdict.into(),
            explained: self.explainer().explain(projected),
        }
    }

    /// What is left of the assessable controls that are partly evidenced, framework by framework.
    #[must_use]
    pub fn remainders(&self) -> Vec<(NamedFramework, Vec<RemainderOf<'m>>)> {
        let projections = self.facts.projections.iter();
        let found = projections.zip(&self.facts.remainders);
        found
            .map(|(projection, found)| {
                (
                    self.namer().framework(projection.framework),
                    RemainderOf::all(self.model, self.sources, found, |control| {
                        stands(&self.facts.state, &self.facts.projections, control)
                    }),
                )
            })
            .collect()
    }

    fn explainer(&self) -> Explainer<'_, 'm> {
        Explainer {
            namer: self.namer(),
            names: &self.names,
            sources: self.sources,
            state: &self.facts.state,
        }
    }

    /// The conditions of rows, by their text; the rows as `file:line`.
    #[must_use]
    pub fn conditions(&self) -> Vec<Condition<'m>> {
        let conditions = self.facts.conditions.iter();
        conditions
            .map(|condition| Condition {
                rows: self.explainer().places(&condition.rows),
                ..Condition::new(self.namer(), condition)
            })
            .collect()
    }

    /// Whether any control has a tier, so that there is something of which one can say that it reached its target.
    #[must_use]
    pub fn is_anything_assessed(&self) -> bool {
        let mut profiles = self.facts.profiles.iter();
        profiles.any(|profile| profile.total.assessed() > 0)
    }

    /// What is missing to reach the targets.
    #[must_use]
    pub fn gaps(&self) -> Gaps<'m> {
        Gaps::new(self.namer(), &self.facts.gaps)
    }

    /// Key activities and maturity indicators of the assessed frameworks.
    #[must_use]
    pub fn indicators(&self) -> Vec<Indicator<'m>> {
        let indicators = self.facts.indicators.iter();
        indicators
            .map(|indicator| Indicator::new(self.namer(), indicator))
            .collect()
    }

    /// The technology.
    #[must_use]
    pub fn technology(&self) -> Landscape<'m> {
        Landscape::of(self.namer(), self.id)
    }

    /// The playbooks, and what has none.
    #[must_use]
    pub fn preparedness(&self) -> Preparedness<'m> {
        Preparedness::of(self.namer(), &self.facts.state, self.date, self.options)
    }
}
