//! How prepared the organization is to respond and to recover.

use super::named::{Declared, NamedControl};
use super::namer::Namer;
use super::{PostureOptions, Supports};
use xwalk_analysis::Share;
use xwalk_analysis::posture::{self, CurrentState, Steps, Times, incidents, preparedness};
use xwalk_model::posture::{Agent, PlaybookId};
use xwalk_syntax::ast::{Date, Duration};

/// How prepared an organization is to respond and to recover.
#[derive(Debug)]
pub struct Preparedness<'m> {
    /// The playbooks, by name.
    pub playbooks: Vec<Playbook<'m>>,
    /// The assessable controls of the functions Respond and Recover that no playbook supports; what is not applicable is
    /// left out.
    pub uncovered: Vec<NamedControl>,
    /// The functions of the baseline that are looked at for that: Respond and Recover, as far as it has them.
    pub functions: Vec<NamedControl>,
}

/// What is done when something happens.
#[derive(Debug)]
pub struct Playbook<'m> {
    /// Its name.
    pub name: &'m str,
    /// Its title.
    pub title: &'m str,
    /// What it is.
    pub doc: Option<&'m str>,
    /// What triggers it.
    pub trigger: Option<&'m str>,
    /// The technology that notices.
    pub detector: Option<Declared<'m>>,
    /// The technology that carries it out.
    pub executor: Option<Declared<'m>>,
    /// What it supports.
    pub supports: Vec<Supports>,
    /// Its steps, in order.
    pub steps: Vec<PlaybookStep<'m>>,
    /// How many of them a declared technology does by itself.
    pub automated: usize,
    /// The share of these; `None` where there is no step.
    pub automated_share: Option<Share>,
    /// When it was last tried.
    pub exercised: Option<Date>,
    /// The last day on which that counts; `None` where it was never tried until the day of the report.
    pub exercise_counts_until: Option<Date>,
    /// The limit for the time from the beginning of an incident until it is detected.
    pub detect: Option<Duration>,
    /// The limit for the time from detection until the response is complete.
    pub respond: Option<Duration>,
    /// What the file of incidents says.
    pub measured: Option<Measured<'m>>,
}

/// A step of a playbook.
#[derive(Debug)]
pub struct PlaybookStep<'m> {
    /// What is done.
    pub title: &'m str,
    /// Who or what does it; `None` where that is not declared, which was reported.
    pub by: Option<Declared<'m>>,
    /// Whether a technology does it by itself; else a role does it.
    pub is_automated: bool,
}

/// What a file of incidents says.
#[derive(Debug)]
pub struct Measured<'m> {
    /// The file, as it is named.
    pub file: &'m str,
    /// How many incidents it holds.
    pub incidents: usize,
    /// The times from the beginning of an incident until it was detected, in seconds.
    pub detect: Times,
    /// The times from detection until the response was complete, in seconds.
    pub respond: Times,
    /// How many things in it could not be read.
    pub faults: usize,
}

impl<'m> Preparedness<'m> {
    pub(super) fn of(
        names: Namer<'m, '_>,
        state: &CurrentState,
        today: Date,
        options: &PostureOptions,
    ) -> Self {
        let found = preparedness(names.model, state.organization, &state.assessments);
        let playbooks = found.playbooks.iter();
        Self {
            playbooks: playbooks
                .map(|(id, steps)| Playbook::new(names, *id, *steps, today, options))
                .collect(),
            uncovered: names.controls(&found.uncovered),
            functions: names.controls(&found.functions),
        }
    }
}

impl<'m> Playbook<'m> {
    fn new(
        names: Namer<'m, '_>,
        id: PlaybookId,
        steps: Steps,
        today: Date,
        options: &PostureOptions,
    ) -> Self {
        let playbook = &names.model.posture.playbooks[id];
        let agents = playbook.steps.iter().map(|step| match step.by {
            Agent::Automated(by) => (by.map(|id| names.technology(id)), true),
            Agent::Manual(by) => (names.owner(by), false),
        });
        let titles = playbook.steps.iter().map(|step| &*step.title);
        Self {
            name: playbook.name,
            title: &playbook.title,
            doc: playbook.doc.as_deref(),
            trigger: playbook.trigger.as_deref(),
            detector: playbook.detector.map(|id| names.technology(id)),
            executor: playbook.executor.map(|id| names.technology(id)),
            supports: Supports::all(names, &playbook.supports),
            steps: titles
                .zip(agents)
                .map(|(title, (by, is_automated))| PlaybookStep {
                    title,
                    by,
                    is_automated,
                })
                .collect(),
            automated: steps.automated,
            automated_share: steps.automated_share(),
            exercised: playbook.exercised,
            exercise_counts_until: posture::Preparedness::exercised_until(playbook, today),
            detect: playbook.detect,
            respond: playbook.respond,
            measured: playbook.measured.as_ref().and_then(|measured| {
                let found = incidents(playbook, &options.files, today)?;
                Some(Measured {
                    file: &measured.file,
                    incidents: found.count,
                    detect: found.detect,
                    respond: found.respond,
                    faults: found.faults.len(),
                })
            }),
        }
    }
}
