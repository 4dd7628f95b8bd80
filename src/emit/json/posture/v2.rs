//! The document as a whole.

use crate::JsonSchema;
use serde::Serialize;

use super::assessments::Assessment;
use super::gaps::Gaps;
use super::indicators::Indicator;
use super::meta::ExportMeta;
use super::playbooks::Preparedness;
use super::redact::Redaction;
use xwalk_report::posture::{
    Benchmark, Condition, Evidence, Framework, Governance, Landscape, Mapping, Organization,
    Profile, Projection, Risk, Roadmap,
};
use xwalk_report::published::Hideable;
use xwalk_report::{Meta, Posture};

/// The name of this form.
pub const FORM: &str = "xwalk-posture";

/// The version of this form.
pub const VERSION: u32 = 2;

/// Where one organization stands against all frameworks that it answers to.
///
/// A member that has nothing to say is absent; the only null is a share where there is nothing to count. Lists are always
/// there. All numbers are integers.
/// Controls are named with their framework, rows as in `crosswalk.json`, everything else by its name in this document. What
/// is hidden from the audience is replaced by an object with the one member `hidden`.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "xwalk-posture 2", deny_unknown_fields)]
pub(crate) struct PostureV2<'r> {
    /// The name of this form.
    #[schemars(extend("const" = FORM))]
    schema: &'static str,
    /// The version of this form. It changes when a reader of the old one could be misled.
    #[schemars(extend("const" = VERSION))]
    version: u32,
    /// Who issues this document, for whom, when and how it was made, and how long it may be relied on.
    meta: ExportMeta<'r>,
    /// What is hidden from the audience, by the words with which that is asked for; empty where nothing is hidden.
    redactions: Vec<Redaction<'r>>,
    /// Whose posture it is.
    organization: &'r Organization<'r>,
    /// The frameworks that are mentioned here, by name and edition.
    frameworks: &'r [Framework<'r>],
    /// The mappings whose rows are named here, by name.
    mappings: &'r [Mapping<'r>],
    /// The newest assessment of each framework that is assessed.
    assessments: Vec<Assessment<'r>>,
    /// Current and target tiers of each of them, summed up by function and category.
    profiles: &'r [Profile<'r>],
    /// What changed since the previous assessment, for each framework that was assessed before.
    benchmarks: &'r [Benchmark<'r>],
    /// The verdicts on the baseline, and then on each adopted framework.
    verdicts: &'r [Projection],
    /// The conditions under which rows hold, with the verdicts that they would change.
    conditions: &'r [Condition<'r>],
    /// Key activities and maturity indicators of the assessed frameworks.
    indicators: Vec<Indicator<'r>>,
    /// What is missing to reach the targets.
    gaps: Gaps<'r>,
    /// The risk register, by name.
    #[schemars(with = "Vec<Hideable<Risk>>")]
    risks: &'r [Risk<'r>],
    /// Who answers for what, who decides, and who is represented.
    governance: &'r Governance<'r>,
    /// The evidence, by name, as it is declared and as it was found on the day of this document.
    #[schemars(with = "Vec<Hideable<Evidence>>")]
    evidence: &'r [Evidence<'r>],
    /// The technology.
    technology: &'r Landscape<'r>,
    /// The playbooks, and what has none.
    preparedness: Preparedness<'r>,
    /// The roadmaps, by name, with their dates, their load, and the verdicts after each initiative.
    #[schemars(with = "Vec<Hideable<Roadmap>>")]
    roadmaps: &'r [Roadmap<'r>],
}

impl<'r> PostureV2<'r> {
    /// The document that says what an export says, with nothing hidden.
    pub(super) fn new(meta: &Meta<'_>, export: &'r Posture<'r>) -> Self {
        let assessments = export.assessments.iter();
        let indicators = export.indicators.iter();
        Self {
            schema: FORM,
            version: VERSION,
            meta: ExportMeta::new(meta, export),
            redactions: Vec::new(),
            organization: &export.organization,
            frameworks: &export.frameworks,
            mappings: &export.mappings,
            assessments: assessments.map(Assessment::new).collect(),
            profiles: &export.profiles,
            benchmarks: &export.benchmarks,
            verdicts: &export.verdicts,
            conditions: &export.conditions,
            indicators: indicators.map(Indicator::new).collect(),
            gaps: Gaps::new(&export.gaps),
            risks: &export.risks,
            governance: &export.governance,
            evidence: &export.evidence,
            technology: &export.technology,
            preparedness: Preparedness::new(&export.preparedness),
            roadmaps: &export.roadmaps,
        }
    }
}
