//! Every verdict on every framework, with what it rests on.

use serde::Serialize;

use super::proof::GroundView;
use crate::anchors;
use crate::posture::page::Page;
use crate::posture::places::Places;
use crate::posture::projection::{self, JudgedFrom};
use crate::posture::verdict::VerdictView;
use crate::view::view;
use xwalk_report::posture::{Control, Projection, Verdict};

view! {
    /// A framework on whose controls there are verdicts.
    #[derive(Serialize)]
    pub(super) struct Judged<'r> {
        /// The `id` of its place in the page.
        id: String,
        /// Its name and edition, by which the script filters.
        key: &'r str,
        /// Its short name.
        short: &'r str,
        /// How many controls are counted.
        total: usize,
        /// How many have each verdict; only those that occur.
        counts: Vec<Count>,
        /// From which tier the controls of each assessment count as fulfilled.
        thresholds: Vec<JudgedFrom<'r>>,
        /// What was reconstructed, and from what.
        reconstruction: Option<&'r str>,
    }
}

view! {
    /// How many controls have a verdict.
    #[derive(Serialize)]
    struct Count {
        /// How many.
        count: usize,
        /// The verdict.
        verdict: VerdictView,
    }
}

view! {
    /// The verdict on a control.
    pub(in crate::posture) struct VerdictRow<'r> {
        /// The `id` of its place in the page.
        id: String,
        /// Whether the control is assessable, and counted.
        counted: bool,
        /// Its identifier.
        identifier: &'r str,
        /// Its title.
        title: &'r str,
        /// The link to its assessment, if it is assessed.
        assessment: Option<String>,
        /// The link to its gap, if it has one.
        gap: Option<String>,
        /// The verdict.
        verdict: VerdictView,
        /// Whether only drafts would say what follows.
        only_drafts: bool,
        /// What it rests on, or why nobody can tell.
        grounds: Vec<GroundView<'r>>,
    }
}

pub(super) fn judged(page: Page<'_>) -> Vec<Judged<'_>> {
    let projections = page.posture.verdicts.iter();
    projections
        .map(|projection| framework(page, projection))
        .collect()
}

fn framework<'r>(page: Page<'r>, projection: &'r Projection) -> Judged<'r> {
    let occurring = Verdict::ALL.into_iter().map(|verdict| Count {
        count: projection.tally.of(verdict),
        verdict: VerdictView::of(verdict),
    });
    let mut frameworks = page.posture.frameworks.iter();
    let framework = frameworks.find(|one| one.key == projection.framework);
    Judged {
        id: Places::framework_id(&projection.framework),
        key: &projection.framework,
        short: projection.framework.short(),
        total: projection.tally.total(),
        counts: occurring.filter(|count| count.count > 0).collect(),
        thresholds: projection::judged_from(projection),
        reconstruction: framework.and_then(|framework| framework.reconstruction),
    }
}

/// The verdicts on the controls of a framework.
pub(super) fn rows<'r>(
    page: Page<'r>,
    projection: &'r Projection,
) -> impl Iterator<Item = VerdictRow<'r>> {
    let controls = projection.controls.iter();
    controls.map(move |control| row(page, projection, control))
}

fn row<'r>(page: Page<'r>, judged: &'r Projection, of: &'r Control) -> VerdictRow<'r> {
    let (places, control) = (page.places, &of.control);
    let grounds = of.grounds.iter();
    let grounds = grounds.map(|ground| GroundView::ground(page, judged, ground));
    let doubt = of.doubt.iter();
    let doubt = doubt.map(|doubt| GroundView::doubt(page, judged, doubt));
    let is_assessed = places.assessed(control).is_some();
    VerdictRow {
        id: places.verdict_id(control),
        counted: of.assessable,
        identifier: control.identifier(),
        title: control.title(),
        assessment: is_assessed.then(|| anchors::link(&places.assessed_id(control))),
        gap: places.gap_link(control),
        verdict: VerdictView::of(of.verdict),
        only_drafts: of.verdict == Verdict::CannotTellDraft,
        grounds: grounds.chain(doubt).collect(),
    }
}
