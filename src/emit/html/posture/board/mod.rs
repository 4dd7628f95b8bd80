//! The board's part: one printed page, in plain words.

mod ahead;
mod changes;
pub(super) mod decisions;
mod progress;

use serde::Serialize;

use self::ahead::{GreatRisk, Way};
use self::changes::Change;
use self::decisions::Decisions;
use self::progress::{Convention, Progress};
use super::counts::{self, FrameworkCounts};
use super::page::Page;
use super::projection;
use crate::fragment::Fragment;
use crate::pictures::{bar, tiers};
use crate::view::view;
use xwalk_report::posture::Assessment;

view! {
    /// The whole part.
    #[derive(Serialize)]
    pub(super) struct Board<'r> {
        /// The title of the organization.
        title: &'r str,
        /// The day of the report.
        date: String,
        /// The assessments.
        assessments: Vec<Signed<'r>>,
        /// The part of the organization that is assessed, if that is stated.
        scope: Option<&'r str>,
        /// How many verdicts rest on rows that nobody has reviewed.
        drafts: usize,
        /// How many of these rest on no draft rows but those of mappings that the organization accepts.
        accepted: usize,
        /// The tiers of each assessment.
        profiles: Vec<Progress<'r>>,
        /// What the tiers of each assessment mean.
        conventions: Vec<Convention<'r>>,
        /// The verdicts on each framework.
        frameworks: Vec<FrameworkCounts<'r>>,
        /// What changed since each previous assessment.
        benchmarks: Vec<Change<'r>>,
        /// The greatest risks.
        greatest: Vec<GreatRisk<'r>>,
        /// How many risks there are.
        risks: usize,
        /// The roadmaps.
        roadmaps: Vec<Way<'r>>,
        /// What needs a decision.
        decisions: Decisions<'r>,
    }
}

view! {
    /// An assessment, and who stands for it.
    #[derive(Serialize)]
    struct Signed<'r> {
        /// The day to which it refers.
        assessed: String,
        /// The short name of its framework.
        framework: &'r str,
        /// Who assessed.
        assessor: Option<&'r str>,
        /// Who approved it.
        approver: Option<&'r str>,
    }
}

impl<'r> Board<'r> {
    pub(super) fn of(page: Page<'r>) -> Self {
        let posture = page.posture;
        let assessments = posture.assessments.iter();
        Self {
            title: posture.organization.title,
            date: page.report.meta.date.to_string(),
            assessments: assessments.map(|one| signed(one)).collect(),
            scope: posture.organization.scope,
            drafts: posture.verdicts.iter().map(projection::drafts).sum(),
            accepted: posture
                .verdicts
                .iter()
                .map(|one| projection::accepted_drafts(page, one))
                .sum(),
            profiles: progress::profiles(page),
            conventions: progress::conventions(page),
            frameworks: counts::frameworks(page),
            benchmarks: changes::benchmarks(page),
            greatest: ahead::greatest(page),
            risks: posture.risks.len(),
            roadmaps: ahead::roadmaps(page),
            decisions: Decisions::of(page),
        }
    }
}

/// The pictures of the part.
pub(super) fn pictures<'r>(page: Page<'r>) -> impl Iterator<Item = Fragment<'r>> {
    let bars = page.posture.verdicts.iter().enumerate();
    let bars = bars.map(|(at, projection)| Fragment::html("bar", at, bar(&projection.tally)));
    let tiers = Fragment::html("tiers", 0, tiers(page.posture));
    std::iter::once(tiers).chain(bars)
}

fn signed<'r>(assessment: &'r Assessment<'r>) -> Signed<'r> {
    Signed {
        assessed: assessment.assessed.to_string(),
        framework: assessment.framework.short(),
        assessor: assessment.assessor.as_ref().map(|it| it.name),
        approver: assessment.approved.as_ref().map(|it| it.name),
    }
}
