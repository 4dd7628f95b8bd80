//! All frameworks side by side.

use serde::Serialize;

use crate::fragment::Fragment;
use crate::pictures;
use crate::posture::name::Name;
use crate::posture::page::Page;
use crate::posture::projection::{self, JudgedFrom};
use crate::posture::words;
use crate::view::view;
use xwalk_report::posture::{Projection, Verdict};

view! {
    /// A framework, and how many of its assessable controls have each verdict.
    #[derive(Serialize)]
    pub(super) struct Judged<'r> {
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
        /// How many are partly evidenced.
        partly_evidenced: usize,
        /// For how many nobody can tell.
        cannot_tell: usize,
        /// For how many only drafts would tell.
        draft: usize,
        /// How many contradict.
        contradiction: usize,
        /// How many verdicts rest on rows that nobody has reviewed.
        resting_on_drafts: usize,
        /// From which tiers they are judged.
        judged_from: Vec<JudgedFrom<'r>>,
    }
}

pub(super) fn frameworks(page: Page<'_>) -> Vec<Judged<'_>> {
    let projections = page.posture.verdicts.iter();
    projections
        .map(|projection| judged(page, projection))
        .collect()
}

fn judged<'r>(page: Page<'r>, projection: &'r Projection) -> Judged<'r> {
    let tally = &projection.tally;
    let met = tally.of(Verdict::Met);
    Judged {
        name: page.places.framework_name(&projection.framework),
        assessable: tally.total(),
        met,
        share: words::percent(met, tally.total()),
        not_met: tally.of(Verdict::NotMet),
        partly_evidenced: tally.of(Verdict::PartlyEvidenced),
        cannot_tell: tally.of(Verdict::CannotTell),
        draft: tally.of(Verdict::CannotTellDraft),
        contradiction: tally.of(Verdict::Contradiction),
        resting_on_drafts: projection::drafts(projection),
        judged_from: projection::judged_from(projection),
    }
}

/// The picture of the section.
pub(super) fn picture(page: Page<'_>) -> Fragment<'_> {
    Fragment::html("verdict-map", 0, pictures::verdicts(page.posture))
}
