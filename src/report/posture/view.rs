//! What one organization shows of where it stands.

use super::{
    Assessment, Evidence, Framework, Gaps, Governance, Mapping, Organization, Projection, Risk,
    Roadmap,
};
use crate::syntax::ast::Date;

/// What one organization shows of where it stands.
#[derive(Debug)]
pub struct Posture<'m> {
    /// The organization.
    pub organization: Organization<'m>,
    /// Whether verdicts may rest on draft rows.
    pub allow_draft: bool,
    /// The last day on which this may be relied on.
    pub valid_until: Option<Date>,
    /// Its number among the exports of the organization, from 1.
    pub sequence: u64,
    /// The SHA-256 of the export before.
    pub previous: Option<String>,
    /// The frameworks that anything here speaks of, by name and edition.
    pub frameworks: Vec<Framework<'m>>,
    /// The mappings whose rows are named here, by name.
    pub mappings: Vec<Mapping<'m>>,
    /// The newest assessment of each framework, by framework.
    pub assessments: Vec<Assessment<'m>>,
    /// The verdicts on the baseline and on each adopted framework, the baseline first.
    pub verdicts: Vec<Projection>,
    /// What is missing to the targets.
    pub gaps: Gaps<'m>,
    /// The risk register, by name.
    pub risks: Vec<Risk<'m>>,
    /// Who answers for what, who decides, who is heard.
    pub governance: Governance<'m>,
    /// All evidence, by name.
    pub evidence: Vec<Evidence<'m>>,
    /// All roadmaps, by name.
    pub roadmaps: Vec<Roadmap<'m>>,
}
