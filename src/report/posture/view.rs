//! What one organization shows of where it stands.

use std::borrow::Cow;

use super::{
    Assessment, Audience, Benchmark, Claim, Condition, Evidence, Framework, Gaps, Governance,
    Indicator, Landscape, Mapping, Organization, Preparedness, Profile, Projection, Remaining,
    Risk, Roadmap,
};
use xwalk_syntax::ast::Date;

/// What one organization shows of where it stands.
#[derive(Debug)]
pub struct Posture<'m> {
    /// The organization.
    pub organization: Organization<'m>,
    /// Who issues it.
    pub issuer: Cow<'m, str>,
    /// For whom it is; for everybody, where this is nothing.
    pub audience: Option<Audience<'m>>,
    /// Whether there is an export of it: not where one for an audience is asked for that the organization does not
    /// declare.
    pub is_exported: bool,
    /// Whether verdicts may rest on draft rows, with that status beside them; else these are held back, or left out.
    pub allow_draft: bool,
    /// The last day on which this may be relied on.
    pub valid_until: Option<Date>,
    /// Its number among the exports of the organization, from 1.
    pub sequence: u64,
    /// The SHA-256 of the export before.
    pub previous: Option<String>,
    /// The frameworks that are mentioned here, by name and edition.
    pub frameworks: Vec<Framework<'m>>,
    /// The mappings whose rows are named here, by name.
    pub mappings: Vec<Mapping<'m>>,
    /// The newest assessment of each framework, by framework.
    pub assessments: Vec<Assessment<'m>>,
    /// Current and target profile of each of them.
    pub profiles: Vec<Profile<'m>>,
    /// What changed since the previous assessment, for each framework that was assessed before.
    pub benchmarks: Vec<Benchmark<'m>>,
    /// The verdicts on the baseline and on each adopted framework, the baseline first.
    pub verdicts: Vec<Projection>,
    /// What is left of the controls that are partly evidenced, for each framework that has any. Not in what is shown to
    /// others with drafts held back.
    pub remainders: Vec<Remaining>,
    /// What the rows say that verdicts and conditions name, by mapping and number.
    pub claims: Vec<Claim<'m>>,
    /// The conditions under which rows hold, by their text.
    pub conditions: Vec<Condition<'m>>,
    /// Key activities and maturity indicators of the assessed frameworks.
    pub indicators: Vec<Indicator<'m>>,
    /// What is missing to reach the targets.
    pub gaps: Gaps<'m>,
    /// The risk register, by name.
    pub risks: Vec<Risk<'m>>,
    /// Who answers for what, who decides, and who is represented.
    pub governance: Governance<'m>,
    /// All evidence, by name.
    pub evidence: Vec<Evidence<'m>>,
    /// The technology.
    pub technology: Landscape<'m>,
    /// The playbooks, and what has none.
    pub preparedness: Preparedness<'m>,
    /// All roadmaps, by name.
    pub roadmaps: Vec<Roadmap<'m>>,
}
