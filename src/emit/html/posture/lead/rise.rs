//! The state when an initiative is over, together with all that are over before it.

use crate::fragment::Fragment;
use crate::pictures;
use crate::posture::name::{Name, Names};
use crate::posture::page::Page;
use crate::posture::places::Kind;
use crate::posture::words::tier_text;
use crate::rows::Rows;
use crate::view::view;
use xwalk_format::EmitError;
use xwalk_report::posture::{Rise, RiseStep};

view! {
    /// An initiative that is over, or the day of the report.
    pub(in crate::posture) struct Risen<'r> {
        /// The last day of the initiative; none for the day of the report.
        day: Option<String>,
        /// The initiative.
        initiative: Option<Name<'r>>,
        /// The controls whose tiers rise.
        moved: Names<'r>,
        /// The controls that it does not raise, since not applicable or already at that tier.
        idle: Names<'r>,
        /// How many controls of each framework are met then.
        met: Vec<Met<'r>>,
    }
}

view! {
    /// How many controls of a framework are met.
    struct Met<'r> {
        /// Its short name.
        framework: &'r str,
        /// How many.
        count: usize,
    }
}

pub(super) fn rows<'r>(page: Page<'r>, rows: Rows<'_>) -> Result<Vec<Fragment<'r>>, EmitError> {
    let mut fragments = Vec::new();
    for (at, roadmap) in page.posture.roadmaps.iter().enumerate() {
        let burn_up = pictures::burn_up(roadmap);
        fragments.push(Fragment::html("burn-up", at, burn_up));
        let rise = &roadmap.rise;
        fragments.push(rows.fragment("posture-rise", at, move || {
            let steps = rise.steps.iter().map(Some);
            let steps = std::iter::once(None).chain(steps);
            steps.map(move |step| risen(page, rise, step))
        })?);
    }
    Ok(fragments)
}

fn risen<'r>(page: Page<'r>, rise: &'r Rise<'r>, step: Option<&'r RiseStep<'r>>) -> Risen<'r> {
    let places = page.places;
    let moved = step.into_iter().flat_map(|step| &step.moved).map(|moved| {
        let control = places.control_name(&moved.control);
        let [before, after] = [moved.before, moved.after].map(tier_text);
        (control, format!(" {before} → {after}"))
    });
    let idle = step.into_iter().flat_map(|step| &step.idle);
    let frameworks = rise.frameworks.iter().enumerate();
    Risen {
        day: step.map(|step| step.last_day().to_string()),
        initiative: step.map(|step| Kind::Initiative.name(step.initiative)),
        moved: Names::with(moved),
        idle: places.controls(idle),
        met: frameworks
            .map(|(at, framework)| Met {
                framework: framework.short(),
                count: step.map_or_else(|| rise.met_now(at), |step| step.met(at)),
            })
            .collect(),
    }
}
