//! The lead's part: everything that the work is planned from, section by section.

mod changes;
mod conditions;
mod evidence;
mod frameworks;
mod gaps;
mod governance;
mod indicators;
mod load;
mod playbooks;
mod profile;
mod remainder;
mod rise;
mod risks;
mod roadmap;
mod technology;
mod times;

use serde::Serialize;

use self::changes::Change;
use self::roadmap::Course;
use super::counts::{self, FrameworkCounts};
use super::name::Names;
use super::page::Page;
use crate::fragment::Fragment;
use crate::rows::Rows;
use crate::view::view;
use xwalk_format::EmitError;

pub(super) use self::changes::Mover;
pub(super) use self::conditions::Conditional;
pub(super) use self::evidence::EvidenceRow;
pub(super) use self::gaps::{Ranked, WithoutRisk};
pub(super) use self::governance::{Answering, Governance};
pub(super) use self::indicators::{Indicated, Lacked};
pub(super) use self::playbooks::Play;
pub(super) use self::profile::Tiers;
pub(super) use self::remainder::Remainders;
pub(super) use self::rise::Risen;
pub(super) use self::risks::Registered;
pub(super) use self::roadmap::Planned;
pub(super) use self::technology::{Dependent, Landscape, Used};
pub(super) use self::times::Time;

view! {
    /// The whole part.
    #[derive(Serialize)]
    pub(super) struct Lead<'r> {
        /// What the organization is, if that is said.
        doc: Option<&'r str>,
        /// Its sector, if that is said.
        sector: Option<&'r str>,
        /// The frameworks side by side.
        frameworks: Vec<FrameworkCounts<'r>>,
        /// What changed since each previous assessment.
        benchmarks: Vec<Change<'r>>,
        /// How many gaps have a rank.
        gaps: usize,
        /// Whether no control is assessed.
        none_assessed: bool,
        /// Whether controls are assessed, and none of them is below its target.
        all_reached: bool,
        /// Of how many frameworks something is partly evidenced.
        remainders: usize,
        /// How many pieces of evidence there are.
        evidence: usize,
        /// How many of these do not hold.
        flawed: usize,
        /// The roadmaps.
        roadmaps: Vec<Course<'r>>,
        /// How many risks there are.
        risks: usize,
        /// How many conditions of rows there are.
        conditions: usize,
        /// How many key activities and maturity indicators there are.
        indicators: usize,
        /// How many of these are shown.
        shown: usize,
        /// Who answers, decides and is represented.
        governance: Governance<'r>,
        /// What technology there is.
        technology: Landscape<'r>,
        /// Controls of response and recovery that no playbook supports.
        uncovered: Names<'r>,
        /// How many playbooks there are.
        playbooks: usize,
    }
}

impl<'r> Lead<'r> {
    pub(super) fn of(page: Page<'r>) -> Self {
        let posture = page.posture;
        let mut assessments = posture.assessments.iter();
        let none_assessed = assessments.all(|one| one.controls.is_empty());
        let uncovered = posture.preparedness.uncovered.iter();
        Self {
            doc: posture.organization.doc,
            sector: posture.organization.sector,
            frameworks: counts::frameworks(page),
            benchmarks: changes::benchmarks(page),
            gaps: posture.gaps.ranked.len(),
            none_assessed,
            all_reached: !none_assessed && posture.gaps.controls().next().is_none(),
            remainders: posture.remainders.len(),
            evidence: posture.evidence.len(),
            flawed: evidence::flawed(page),
            roadmaps: roadmap::roadmaps(page),
            risks: posture.risks.len(),
            conditions: posture.conditions.len(),
            indicators: posture.indicators.len(),
            shown: indicators::shown(page),
            governance: Governance::of(page),
            technology: Landscape::of(page),
            uncovered: page.places.controls(uncovered),
            playbooks: posture.preparedness.playbooks.len(),
        }
    }
}

/// The long lists of the part, and its pictures.
pub(super) fn fragments<'r>(
    page: Page<'r>,
    rows: Rows<'_>,
) -> Result<Vec<Fragment<'r>>, EmitError> {
    let mut fragments = vec![frameworks::picture(page)];
    for section in [
        profile::rows,
        changes::rows,
        gaps::rows,
        remainder::rows,
        evidence::rows,
        roadmap::rows,
        rise::rows,
        risks::rows,
        conditions::rows,
        indicators::rows,
        governance::rows,
        technology::rows,
        playbooks::rows,
    ] {
        fragments.extend(section(page, rows)?);
    }
    Ok(fragments)
}
