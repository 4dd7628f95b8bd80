//! The verdicts on each framework in numbers, for the board and for the lead.

use serde::Serialize;

use super::name::Name;
use super::page::Page;
use super::places::framework_name;
use super::projection::{self, JudgedFrom};
use crate::view::view;
use xwalk_report::Share;
use xwalk_report::posture::{Projection, Verdict};

view! {
    /// A framework, and how many of its assessable controls have each verdict.
    #[derive(Serialize)]
    pub(super) struct FrameworkCounts<'r> {
        /// The framework.
        name: Name<'r>,
        /// How many controls are assessable.
        assessable: usize,
        /// How many are met.
        met: usize,
        /// The share of those.
        share: String,
        /// How many are not met.
        not_met: usize,
        /// Whether none can be not met, whatever the tiers.
        never_not_met: bool,
        /// How many are partly evidenced.
        partly_evidenced: usize,
        /// How many are not applicable.
        not_applicable: usize,
        /// For how many nobody can tell, not even with drafts.
        cannot_tell: usize,
        /// For how many only drafts would tell.
        draft: usize,
        /// For how many nobody can tell, those among them for which drafts would.
        unknown: usize,
        /// How many contradict.
        contradiction: usize,
        /// How many verdicts rest on rows that nobody has reviewed.
        resting_on_drafts: usize,
        /// From which tiers they are judged.
        judged_from: Vec<JudgedFrom<'r>>,
    }
}

pub(super) fn frameworks(page: Page<'_>) -> Vec<FrameworkCounts<'_>> {
    let projections = page.posture.verdicts.iter();
    projections.map(|projection| judged(projection)).collect()
}

fn judged<'r>(projection: &'r Projection) -> FrameworkCounts<'r> {
    let tally = &projection.tally;
    let met = tally.of(Verdict::Met);
    FrameworkCounts {
        name: framework_name(&projection.framework),
        assessable: tally.total(),
        met,
        share: Share::shown(tally.share(Verdict::Met)),
        not_met: tally.of(Verdict::NotMet),
        never_not_met: projection.never_not_met,
        partly_evidenced: tally.of(Verdict::PartlyEvidenced),
        not_applicable: tally.of(Verdict::NotApplicable),
        cannot_tell: tally.of(Verdict::CannotTell),
        draft: tally.of(Verdict::CannotTellDraft),
        unknown: tally.of(Verdict::CannotTell) + tally.of(Verdict::CannotTellDraft),
        contradiction: tally.of(Verdict::Contradiction),
        resting_on_drafts: projection::drafts(projection),
        judged_from: projection::judged_from(projection),
    }
}
