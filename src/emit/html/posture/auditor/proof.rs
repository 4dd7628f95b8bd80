//! What a verdict rests on, or why nobody can tell, in words that lead to everything they name.

use super::claims::Said;
use crate::anchors;
use crate::posture::name::{Name, folded};
use crate::posture::page::Page;
use crate::view::view;
use xwalk_report::posture::{Doubt, Ground, NamedControl, Projection, Status};

/// How many rows stand beside a verdict before they are folded.
const UNFOLDED: usize = 5;

view! {
    /// One thing that a verdict rests on, or why nobody can tell.
    pub(super) struct GroundView<'r> {
        /// The key of its definition.
        key: &'static str,
        /// How it speaks, as a clause that the controls follow.
        phrase: &'static str,
        /// Whether the control that is judged speaks for itself.
        itself: bool,
        /// The first few of the assessed controls that speak.
        shown: Vec<Speaker<'r>>,
        /// How many are folded away.
        more: usize,
        /// Those.
        folded: Vec<Speaker<'r>>,
        /// The weakest status of the rows, if there are any.
        status: Option<&'static str>,
        /// The rows.
        rows: Vec<RowView<'r>>,
        /// How many they are, if these are too many to be shown at once.
        many: Option<usize>,
    }
}

view! {
    /// An assessed control that speaks for a verdict.
    struct Speaker<'r> {
        /// The control, if it is another than the one that is judged.
        name: Option<Name<'r>>,
        /// Its tier, if it is assessed.
        stand: Option<Name<'r>>,
    }
}

view! {
    /// A row behind a verdict.
    struct RowView<'r> {
        /// Its name.
        name: &'r str,
        /// What it says.
        said: Option<Said<'r>>,
    }
}

impl<'r> GroundView<'r> {
    /// One thing that a verdict rests on.
    pub(super) fn ground(page: Page<'r>, judged: &Projection, ground: &'r Ground) -> Self {
        let (because, is_itself) = (ground.because, ground.because.is_itself());
        let speakers = speakers(page, judged, &ground.controls, is_itself);
        Self {
            itself: is_itself,
            status: ground.status.map(Status::word),
            ..Self::of(
                because.key(),
                because.phrase(),
                speakers,
                rows(page, &ground.rows),
            )
        }
    }

    /// Why nobody can tell.
    pub(super) fn doubt(page: Page<'r>, judged: &Projection, doubt: &'r Doubt) -> Self {
        let because = doubt.because;
        let speakers = speakers(page, judged, &doubt.controls, false);
        Self::of(
            because.key(),
            because.phrase(),
            speakers,
            rows(page, &doubt.rows),
        )
    }

    fn of(
        key: &'static str,
        phrase: &'static str,
        speakers: Vec<Speaker<'r>>,
        rows: Vec<RowView<'r>>,
    ) -> Self {
        let (shown, folded) = folded(speakers);
        Self {
            key,
            phrase,
            itself: false,
            shown,
            more: folded.len(),
            folded,
            status: None,
            many: Some(rows.len()).filter(|count| *count > UNFOLDED),
            rows,
        }
    }
}

fn rows<'r>(page: Page<'r>, names: &'r [String]) -> Vec<RowView<'r>> {
    let row = |name: &'r String| RowView {
        name,
        said: page.places.claim(name).map(Said::of),
    };
    names.iter().map(row).collect()
}

fn speakers<'r>(
    page: Page<'r>,
    judged: &Projection,
    controls: &'r [NamedControl],
    is_itself: bool,
) -> Vec<Speaker<'r>> {
    let speaker = |control: &'r NamedControl| Speaker {
        name: (!is_itself).then(|| page.places.control_name(control)),
        stand: page.places.assessed(control).map(|(assessment, assessed)| {
            let link = anchors::link(&page.places.assessed_id(control));
            let text = assessed.stand(judged.threshold(assessment));
            Name::link("quiet", link, text)
        }),
    };
    controls.iter().map(speaker).collect()
}
