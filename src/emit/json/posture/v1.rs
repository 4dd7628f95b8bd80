//! The document as a whole.

use schemars::JsonSchema;
use serde::Serialize;

use super::assessments::Assessment;
use super::evidence::Evidence;
use super::gaps::Gaps;
use super::governance::Governance;
use super::hidden::Hideable;
use super::indicators::{Condition, Indicator};
use super::meta::ExportMeta;
use super::organization::Organization;
use super::playbooks::Preparedness;
use super::profiles::{Benchmark, Profile};
use super::redact::Redaction;
use super::risks::Risk;
use super::roadmaps::Roadmap;
use super::technology::Landscape;
use super::used::{Framework, Mapping};
use super::verdicts::Projection;
use crate::report::{Meta, Posture};

/// The name of this form.
pub(in crate::emit) const FORM: &str = "xwalk-posture";

/// The version of this form.
pub(in crate::emit) const VERSION: u32 = 1;

/// Where one organization stands against all frameworks that it answers to.
///
/// A member that has nothing to say is absent; nothing is ever null. Lists are always there. All numbers are integers.
/// Controls are named with their framework, rows as in `crosswalk.json`, all else by its name in this document. What is
/// hidden from the audience gives way to an object with the one member `hidden`.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "xwalk-posture 1", deny_unknown_fields)]
pub(in crate::emit::json) struct PostureV1<'r> {
    /// The name of this form.
    #[schemars(extend("const" = FORM))]
    schema: &'static str,
    /// The version of this form. It changes when a reader of the old one could be misled.
    #[schemars(extend("const" = VERSION))]
    version: u32,
    /// Who issues this document, for whom, when and how it was made, and how long it may be relied on.
    meta: ExportMeta<'r>,
    /// What is hidden from the audience, by the words with which that is asked for; nothing where nothing is.
    redactions: Vec<Redaction<'r>>,
    /// Whose posture it is.
    organization: Organization<'r>,
    /// The frameworks that anything here speaks of, by name and edition.
    frameworks: Vec<Framework<'r>>,
    /// The mappings whose rows are named here, by name.
    mappings: Vec<Mapping<'r>>,
    /// The newest assessment of each framework that is assessed.
    assessments: Vec<Assessment<'r>>,
    /// Current and target tiers of each of them, summed up by function and category.
    profiles: Vec<Profile<'r>>,
    /// What changed since the assessment before, for each framework that was assessed before.
    benchmarks: Vec<Benchmark<'r>>,
    /// The verdicts on the baseline, and then on each adopted framework.
    verdicts: Vec<Projection<'r>>,
    /// The conditions under which rows hold, with the verdicts that they would change.
    conditions: Vec<Condition<'r>>,
    /// Key activities and maturity indicators of the assessed frameworks.
    indicators: Vec<Indicator<'r>>,
    /// What is missing to the targets.
    gaps: Gaps<'r>,
    /// The risk register, by name.
    risks: Vec<Hideable<Risk<'r>>>,
    /// Who answers for what, who decides, who is heard.
    governance: Governance<'r>,
    /// The evidence, by name, as it is declared and as it was found on the day of this document.
    evidence: Vec<Hideable<Evidence<'r>>>,
    /// The technology.
    technology: Landscape<'r>,
    /// The playbooks, and what has none.
    preparedness: Preparedness<'r>,
    /// The roadmaps, by name, with their dates, their load, and the verdicts after each initiative.
    roadmaps: Vec<Hideable<Roadmap<'r>>>,
}

impl<'r> PostureV1<'r> {
    /// The document that says what an export says, with nothing hidden.
    pub(super) fn new(meta: &Meta<'_>, export: &'r Posture<'r>) -> Self {
        let frameworks = export.frameworks.iter();
        let mappings = export.mappings.iter();
        let assessments = export.assessments.iter();
        let profiles = export.profiles.iter();
        let benchmarks = export.benchmarks.iter();
        let verdicts = export.verdicts.iter();
        let conditions = export.conditions.iter();
        let indicators = export.indicators.iter();
        Self {
            schema: FORM,
            version: VERSION,
            meta: ExportMeta::new(meta, export),
            redactions: Vec::new(),
            organization: Organization::new(&export.organization),
            frameworks: frameworks.map(Framework::new).collect(),
            mappings: mappings.map(Mapping::new).collect(),
            assessments: assessments.map(Assessment::new).collect(),
            profiles: profiles.map(Profile::new).collect(),
            benchmarks: benchmarks.map(Benchmark::new).collect(),
            verdicts: verdicts.map(Projection::new).collect(),
            conditions: conditions.map(Condition::new).collect(),
            indicators: indicators.map(Indicator::new).collect(),
            gaps: Gaps::new(&export.gaps),
            risks: Hideable::all(export.risks.iter().map(Risk::new)),
            governance: Governance::new(&export.governance),
            evidence: Hideable::all(export.evidence.iter().map(Evidence::new)),
            technology: Landscape::new(&export.technology),
            preparedness: Preparedness::new(&export.preparedness),
            roadmaps: Hideable::all(export.roadmaps.iter().map(Roadmap::new)),
        }
    }
}
