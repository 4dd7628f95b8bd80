//! What lies ahead: the greatest risks, and the way to the targets.

use serde::Serialize;

use crate::posture::name::{Name, Names};
use crate::posture::page::Page;
use crate::posture::places::{Kind, owner_name};
use crate::posture::words::last_day;
use crate::view::view;
use xwalk_report::posture::{Risk, Roadmap, Treatment};

/// How many risks a board is shown.
const GREATEST: usize = 3;

view! {
    /// One of the greatest risks.
    #[derive(Serialize)]
    pub(super) struct GreatRisk<'r> {
        /// The risk.
        name: Name<'r>,
        /// Likelihood × impact.
        level: usize,
        /// Whether that is above the tolerance.
        is_above: bool,
        /// Whether it is within the tolerance.
        is_within: bool,
        /// What the organization tolerates, where it says so.
        tolerance: usize,
        /// What is done about it.
        treatment: Option<&'static str>,
        /// Who answers for it.
        owner: Name<'r>,
        /// The initiatives that treat it.
        initiatives: Names<'r>,
    }
}

view! {
    /// A roadmap.
    #[derive(Serialize)]
    pub(super) struct Way<'r> {
        /// Its title.
        title: &'r str,
        /// How many initiatives it has.
        initiatives: usize,
        /// Its first day.
        begins: String,
        /// Its last day.
        ends: String,
        /// Whether the organization says what it can do in a quarter.
        is_capacity_known: bool,
        /// The quarters that ask for more.
        overloaded: Vec<Overloaded>,
        /// Whether its steps change anything.
        rises: bool,
        /// What will be met of each framework.
        frameworks: Vec<Rising<'r>>,
    }
}

view! {
    /// A quarter that asks for more than the organization can do.
    #[derive(Serialize)]
    struct Overloaded {
        /// Which.
        quarter: String,
        /// The working days that it asks for.
        effort: String,
        /// The working days that there are.
        capacity: usize,
    }
}

view! {
    /// What will be met of a framework at the end of a roadmap.
    #[derive(Serialize)]
    struct Rising<'r> {
        /// Its short name.
        title: &'r str,
        /// How many controls are met now.
        now: usize,
        /// How many are met then.
        then: usize,
        /// Of how many.
        assessable: usize,
    }
}

pub(super) fn greatest(page: Page<'_>) -> Vec<GreatRisk<'_>> {
    let mut risks: Vec<&Risk<'_>> = page.posture.risks.iter().collect();
    risks.sort_by_key(|risk| std::cmp::Reverse(risk.level));
    let risks = risks.into_iter().take(GREATEST);
    risks.map(|risk| great(page, risk)).collect()
}

fn great<'r>(page: Page<'r>, risk: &'r Risk<'r>) -> GreatRisk<'r> {
    let tolerance = page.posture.organization.tolerance;
    let is_above = risk.is_above.filter(|_| tolerance.is_some());
    GreatRisk {
        name: Kind::Risk.titled(risk.name, risk.title),
        level: risk.level as usize,
        is_above: is_above == Some(true),
        is_within: is_above == Some(false),
        tolerance: tolerance.unwrap_or(0) as usize,
        treatment: risk.treatment.map(Treatment::word),
        owner: owner_name(risk.owner),
        initiatives: Kind::Initiative.names(&risk.treated_by),
    }
}

pub(super) fn roadmaps(page: Page<'_>) -> Vec<Way<'_>> {
    let roadmaps = page.posture.roadmaps.iter();
    roadmaps.map(|roadmap| way(roadmap)).collect()
}

fn way<'r>(roadmap: &'r Roadmap<'r>) -> Way<'r> {
    let phases = roadmap.phases.iter();
    let load = roadmap.load.iter();
    let overloaded = load.filter(|load| load.excess > 0).map(|load| Overloaded {
        quarter: load.quarter.to_string(),
        effort: (load.effort + load.elsewhere).to_string(),
        capacity: load.capacity.unwrap_or(0) as usize,
    });
    let end = roadmap.rise.steps.last();
    let frameworks = roadmap.rise.frameworks.iter().enumerate();
    Way {
        title: roadmap.title,
        initiatives: phases.map(|phase| phase.initiatives.len()).sum(),
        begins: roadmap.whole.begins.to_string(),
        ends: last_day(roadmap.whole),
        is_capacity_known: roadmap.load.iter().any(|load| load.capacity.is_some()),
        overloaded: overloaded.collect(),
        rises: end.is_some(),
        frameworks: frameworks
            .map(|(at, framework)| Rising {
                title: framework.short(),
                now: roadmap.rise.met_now(at),
                then: end.map_or(0, |end| end.met(at)),
                assessable: roadmap.rise.assessable(at),
            })
            .collect(),
    }
}
