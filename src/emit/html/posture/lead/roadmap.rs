//! The roadmaps: phases, initiatives, dates, and what each initiative changes.

use serde::Serialize;

use super::load::{self, Load};
use crate::fragment::Fragment;
use crate::pictures;
use crate::posture::name::{Name, Names};
use crate::posture::page::Page;
use crate::posture::places::{Kind, owner_name};
use crate::posture::words::last_day;
use crate::rows::Rows;
use crate::view::view;
use xwalk_format::EmitError;
use xwalk_report::posture::{Dates, Declared, Initiative, Period, Roadmap};

view! {
    /// A roadmap.
    #[derive(Serialize)]
    pub(super) struct Course<'r> {
        /// Its title.
        title: &'r str,
        /// The assessment from which it starts.
        assessment: &'r str,
        /// Its first day.
        begins: String,
        /// Its last day.
        ends: String,
        /// The initiatives that must not be delayed.
        critical: Names<'r>,
        /// Initiatives that wait for each other.
        circles: Vec<Names<'r>>,
        /// Its phases.
        phases: Vec<Stage<'r>>,
        /// The work that it asks for.
        load: Load<'r>,
        /// Whether its steps change anything.
        rises: bool,
    }
}

view! {
    /// A phase.
    #[derive(Serialize)]
    struct Stage<'r> {
        /// Its position among the phases of all roadmaps, which names its fragment.
        index: usize,
        /// Its title.
        title: &'r str,
    }
}

view! {
    /// An initiative.
    pub(in crate::posture) struct Planned<'r> {
        /// The `id` of its place in the page.
        id: String,
        /// Its title.
        title: &'r str,
        /// When it is done; none if it waits for itself.
        dates: Option<When>,
        /// The effort in days.
        effort: usize,
        /// Who answers for it.
        owner: Name<'r>,
        /// The initiatives for which it waits.
        after: Names<'r>,
        /// The risks that it treats.
        treats: Names<'r>,
        /// The controls that it raises.
        raises: Names<'r>,
    }
}

view! {
    /// When an initiative is done.
    struct When {
        /// As early as possible.
        earliest: Between,
        /// As late as it can be.
        latest: Between,
        /// The days between the two.
        slack: String,
        /// Whether it must not be delayed.
        is_critical: bool,
    }
}

view! {
    /// A span of days.
    struct Between {
        /// The first.
        begins: String,
        /// The last.
        ends: String,
    }
}

pub(super) fn roadmaps(page: Page<'_>) -> Vec<Course<'_>> {
    let mut phases = 0..;
    let roadmaps = page.posture.roadmaps.iter();
    roadmaps
        .map(|roadmap| course(roadmap, &mut phases))
        .collect()
}

fn course<'r>(roadmap: &'r Roadmap<'r>, indices: &mut impl Iterator<Item = usize>) -> Course<'r> {
    let named = |names: &[Declared<'r>]| Kind::Initiative.names(names);
    let circles = roadmap.circles.iter();
    let phases = roadmap.phases.iter();
    Course {
        title: roadmap.title,
        assessment: roadmap.assessment.name,
        begins: roadmap.whole.begins.to_string(),
        ends: last_day(roadmap.whole),
        critical: named(&roadmap.critical),
        circles: circles.map(|circle| named(circle)).collect(),
        phases: phases
            .zip(indices)
            .map(|(phase, index)| Stage {
                index,
                title: phase.title,
            })
            .collect(),
        load: load::load(roadmap),
        rises: !roadmap.rise.steps.is_empty(),
    }
}

pub(super) fn rows<'r>(page: Page<'r>, rows: Rows<'_>) -> Result<Vec<Fragment<'r>>, EmitError> {
    let mut fragments = Vec::new();
    let roadmaps = &page.posture.roadmaps;
    for (at, roadmap) in roadmaps.iter().enumerate() {
        let gantt = pictures::gantt(roadmap, page.posture);
        fragments.push(Fragment::html("gantt", at, gantt));
    }
    let phases = roadmaps.iter().flat_map(|roadmap| &roadmap.phases);
    for (at, phase) in phases.enumerate() {
        fragments.push(rows.fragment("posture-initiative", at, move || {
            let initiatives = phase.initiatives.iter();
            initiatives.map(move |initiative| planned(page, initiative))
        })?);
    }
    Ok(fragments)
}

fn planned<'r>(page: Page<'r>, initiative: &'r Initiative<'r>) -> Planned<'r> {
    let places = page.places;
    let raises = initiative.raises.iter().map(|raise| {
        let control = places.control_name(&raise.control);
        (control, format!(" to {}", raise.to))
    });
    Planned {
        id: Kind::Initiative.id(&initiative.declared().key()),
        title: initiative.title,
        dates: initiative.dates.as_ref().map(when),
        effort: initiative.effort as usize,
        owner: owner_name(initiative.owner),
        after: Kind::Initiative.names(&initiative.after),
        treats: Kind::Risk.names(&initiative.treats),
        raises: Names::with(raises),
    }
}

fn when(dates: &Dates) -> When {
    When {
        earliest: between(dates.earliest),
        latest: between(dates.latest),
        slack: dates.slack.to_string(),
        is_critical: dates.is_critical,
    }
}

fn between(period: Period) -> Between {
    Between {
        begins: period.begins.to_string(),
        ends: last_day(period),
    }
}
