//! The document as a whole.

use schemars::JsonSchema;
use serde::Serialize;

use super::assessments::Assessment;
use super::gaps::{Gaps, Risk};
use super::governance::Governance;
use super::plan::{Evidence, Roadmap};
use super::used::{Framework, Mapping};
use super::verdicts::Projection;
use super::words::{Name, Sha256};
use crate::emit::json::words::{Day, FrameworkKey, Status};
use crate::report::posture;
use crate::report::{Meta, Posture};

/// The name of this form.
const FORM: &str = "xwalk-posture";

/// The version of this form.
const VERSION: u32 = 1;

/// Where one organization stands against all frameworks that it answers to.
///
/// A member that has nothing to say is absent; nothing is ever null. Lists are always there. All numbers are integers.
/// Controls are named with their framework, rows as in `crosswalk.json`, all else by its name in this document.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "xwalk-posture 1", deny_unknown_fields)]
pub(in crate::emit::json) struct PostureV1<'r> {
    /// The name of this form.
    #[schemars(extend("const" = FORM))]
    schema: &'static str,
    /// The version of this form. It changes when a reader of the old one could be misled.
    #[schemars(extend("const" = VERSION))]
    version: u32,
    /// When and how this document was made, and how long it may be relied on.
    meta: ExportMeta<'r>,
    /// Whose posture it is, and of what.
    organization: Organization<'r>,
    /// The frameworks that anything here speaks of, by name and edition.
    frameworks: Vec<Framework<'r>>,
    /// The mappings whose rows are named here, by name.
    mappings: Vec<Mapping<'r>>,
    /// The newest assessment of each framework that is assessed.
    assessments: Vec<Assessment<'r>>,
    /// The verdicts on the baseline, and then on each adopted framework.
    verdicts: Vec<Projection<'r>>,
    /// What is missing to the targets.
    gaps: Gaps<'r>,
    /// The risk register, by name.
    risks: Vec<Risk<'r>>,
    /// Who answers for what, who decides, who is heard.
    governance: Governance<'r>,
    /// The evidence, by name, as it is declared: no file was looked at for this document.
    evidence: Vec<Evidence<'r>>,
    /// The roadmaps, by name, as they are declared.
    roadmaps: Vec<Roadmap<'r>>,
}

/// When and how a document was made, and how long it may be relied on.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct ExportMeta<'r> {
    /// The day that the document speaks of.
    created: Day,
    /// Its number among the exports of the organization: 1, or one more than the export before.
    #[schemars(range(min = 1))]
    sequence: u64,
    /// The SHA-256 of the export before; absent where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    previous: Option<Sha256<'r>>,
    /// The last day on which it may be relied on; absent where its maker does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    valid_until: Option<Day>,
    /// The program that made it, with its version.
    generator: &'static str,
    /// The weakest status of rows that were looked at.
    status_floor: Status,
    /// What became of verdicts that rest on draft rows: `held-back` where they read `cannot-tell-draft`, `allowed` where
    /// they count like others, with the status that they rest on beside them.
    #[schemars(extend("enum" = ["held-back", "allowed"]))]
    drafts: &'static str,
}

/// Whose posture it is, and of what.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Organization<'r> {
    /// Its name.
    name: Name<'r>,
    /// Its title.
    title: &'r str,
    /// What it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    doc: Option<&'r str>,
    /// Its sector, in its own word.
    #[serde(skip_serializing_if = "Option::is_none")]
    sector: Option<&'r str>,
    /// What of it is assessed, in its own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    scope: Option<&'r str>,
    /// The framework that it measures itself by.
    baseline: FrameworkKey<'r>,
    /// The frameworks that it adopts besides.
    adopts: Vec<Adopted<'r>>,
    /// The conditions of rows that are true there: only under them do these rows count.
    holds: Vec<&'r str>,
    /// The greatest risk (likelihood times impact) that it accepts.
    #[serde(skip_serializing_if = "Option::is_none")]
    tolerance: Option<u32>,
    /// Working days that initiatives may take together in a quarter of a year.
    #[serde(skip_serializing_if = "Option::is_none")]
    capacity: Option<u32>,
}

/// A framework that the organization adopts.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Adopted<'r> {
    /// Which.
    framework: FrameworkKey<'r>,
    /// Its own threshold, which counts where it is stricter than that of an assessment.
    #[serde(skip_serializing_if = "Option::is_none")]
    achieved_from: Option<u32>,
}

impl<'r> PostureV1<'r> {
    /// The document that says what an export says.
    pub(super) fn new(meta: &'r Meta<'_>, export: &'r Posture<'r>) -> Self {
        let frameworks = export.frameworks.iter();
        let mappings = export.mappings.iter();
        let assessments = export.assessments.iter();
        let verdicts = export.verdicts.iter();
        let risks = export.risks.iter();
        let evidence = export.evidence.iter();
        let roadmaps = export.roadmaps.iter();
        Self {
            schema: FORM,
            version: VERSION,
            meta: ExportMeta {
                created: Day::of(meta.date),
                sequence: export.sequence,
                previous: export.previous.as_deref().map(Sha256),
                valid_until: export.valid_until.map(Day::of),
                generator: meta.generator,
                status_floor: Status(meta.status_floor),
                drafts: if export.allow_draft {
                    "allowed"
                } else {
                    "held-back"
                },
            },
            organization: Organization::new(&export.organization),
            frameworks: frameworks.map(Framework::new).collect(),
            mappings: mappings.map(Mapping::new).collect(),
            assessments: assessments.map(Assessment::new).collect(),
            verdicts: verdicts.map(Projection::new).collect(),
            gaps: Gaps::new(&export.gaps),
            risks: risks.map(Risk::new).collect(),
            governance: Governance::new(&export.governance),
            evidence: evidence.map(Evidence::new).collect(),
            roadmaps: roadmaps.map(Roadmap::new).collect(),
        }
    }
}

impl<'r> Organization<'r> {
    fn new(organization: &'r posture::Organization<'r>) -> Self {
        let adopts = organization.adopts.iter();
        Self {
            name: Name(organization.name),
            title: organization.title,
            doc: organization.doc,
            sector: organization.sector,
            scope: organization.scope,
            baseline: FrameworkKey(&organization.baseline),
            adopts: adopts
                .map(|(framework, achieved_from)| Adopted {
                    framework: FrameworkKey(framework),
                    achieved_from: *achieved_from,
                })
                .collect(),
            holds: organization.holds.clone(),
            tolerance: organization.tolerance,
            capacity: organization.capacity,
        }
    }
}
