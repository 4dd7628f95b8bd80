//! Playbooks: what is done, by whom or what, whether it was tried, and how long it took.

use super::times::{self, Times};
use crate::fragment::Fragment;
use crate::posture::name::{Name, Names};
use crate::posture::page::Page;
use crate::posture::places::Kind;
use xwalk_format::EmitError;

use crate::posture::words;
use crate::rows::Rows;
use crate::view::view;
use xwalk_report::posture::{Playbook, PlaybookStep};

view! {
    /// A playbook.
    pub(in crate::posture) struct Play<'r> {
        /// The `id` of its place in the page.
        id: String,
        /// Its title.
        title: &'r str,
        /// What its author says about it.
        doc: Option<&'r str>,
        /// What triggers it.
        trigger: Option<&'r str>,
        /// The technology that notices that.
        detector: Option<Name<'r>>,
        /// The technology that carries it out.
        executor: Option<Name<'r>>,
        /// The controls that it supports.
        supports: Names<'r>,
        /// The day on which it was last exercised.
        exercised: Option<String>,
        /// Until when that counts; missing if it was after the day of the report.
        counts_until: Option<String>,
        /// Whether that is over.
        is_over: bool,
        /// How many steps are automated, of how many.
        automated: String,
        /// The steps.
        steps: Vec<Step<'r>>,
        /// How long it takes, where that is limited or measured.
        times: Option<Times<'r>>,
    }
}

view! {
    /// A step of a playbook.
    struct Step<'r> {
        /// What is done.
        title: &'r str,
        /// Whether a technology does it; else it is done by hand.
        is_automated: bool,
        /// Who or what does it, where that is declared.
        by: Option<Name<'r>>,
    }
}

pub(super) fn rows<'r>(page: Page<'r>, rows: Rows<'_>) -> Result<Vec<Fragment<'r>>, EmitError> {
    let playbooks = move || {
        let playbooks = page.posture.preparedness.playbooks.iter();
        playbooks.map(move |playbook| play(page, playbook))
    };
    Ok(vec![rows.fragment("posture-playbook", 0, playbooks)?])
}

fn play<'r>(page: Page<'r>, playbook: &'r Playbook<'r>) -> Play<'r> {
    let places = page.places;
    let technology = |name| Kind::Technology.name(name);
    let steps = playbook.steps.iter();
    let until = playbook.exercise_counts_until;
    Play {
        id: Kind::Playbook.id(playbook.name),
        title: playbook.title,
        doc: playbook.doc,
        trigger: playbook.trigger,
        detector: playbook.detector.map(technology),
        executor: playbook.executor.map(technology),
        supports: places.supports(&playbook.supports),
        exercised: playbook.exercised.map(|day| day.to_string()),
        counts_until: until.map(|day| day.to_string()),
        is_over: until.is_some_and(|day| day < page.report.meta.date),
        automated: words::share_text(playbook.automated, playbook.steps.len()),
        steps: steps.map(|one| step(one)).collect(),
        times: times::times(playbook),
    }
}

fn step<'r>(step: &'r PlaybookStep<'r>) -> Step<'r> {
    let kind = if step.is_automated {
        Kind::Technology
    } else {
        Kind::Role
    };
    Step {
        title: step.title,
        is_automated: step.is_automated,
        by: step.by.map(|by| kind.name(by)),
    }
}
