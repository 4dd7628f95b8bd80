//! Playbooks, how far they are automated, and how fast they were.

use crate::JsonSchema;
use serde::Serialize;

use super::words::{Owner, control_names, owner};
use xwalk_report::Share;
use xwalk_report::posture;
use xwalk_report::posture::{Declared, Duration, Times};
use xwalk_report::published::{ControlName, Day, Hideable, Name, TimeSpan};

/// How prepared the organization is to respond and to recover.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Preparedness<'r> {
    /// The playbooks, by name.
    playbooks: Vec<Hideable<Playbook<'r>>>,
    /// The assessable controls of the functions Respond and Recover that no playbook supports; what is not applicable is
    /// left out.
    uncovered: Hideable<Vec<ControlName<'r>>>,
}

/// What is done when something happens.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Playbook<'r> {
    /// Its name.
    name: Name<'r>,
    /// Its title.
    title: &'r str,
    /// What it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    doc: Option<&'r str>,
    /// What triggers it.
    #[serde(skip_serializing_if = "Option::is_none")]
    trigger: Option<&'r str>,
    /// The technology that notices.
    #[serde(skip_serializing_if = "Option::is_none")]
    detector: Option<Hideable<Name<'r>>>,
    /// The technology that carries it out.
    #[serde(skip_serializing_if = "Option::is_none")]
    executor: Option<Hideable<Name<'r>>>,
    /// What it supports.
    supports: &'r [posture::Supports],
    /// Its steps, in order.
    steps: Vec<Step<'r>>,
    /// How many of them a declared technology does by itself.
    automated: usize,
    /// The share of these in basis points; `null` where there is no step, so that there is nothing to count.
    automated_basis_points: Option<u32>,
    /// When it was last tried; absent where it was not.
    #[serde(skip_serializing_if = "Option::is_none")]
    exercised: Option<Day>,
    /// The last day on which that counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    exercise_counts_until: Option<Day>,
    /// The time from the beginning of an incident until it is detected.
    detect: Time,
    /// The time from detection until the response is complete.
    respond: Time,
    /// Where incidents are recorded; absent where they are not.
    #[serde(skip_serializing_if = "Option::is_none")]
    incidents: Option<Incidents<'r>>,
}

/// A step of a playbook.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "PlaybookStep", deny_unknown_fields)]
struct Step<'r> {
    /// What is done.
    title: &'r str,
    /// Whether a technology does it by itself; else a role does it.
    automated: bool,
    /// The technology; absent where a role does it, or the technology is not declared.
    #[serde(skip_serializing_if = "Option::is_none")]
    technology: Option<Hideable<Name<'r>>>,
    /// The role; absent where a technology does it, or the role is not declared.
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Owner<'r>,
}

/// A time for which a playbook sets a limit, and how long it was.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Time {
    /// The limit; absent where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    limit: Option<TimeSpan>,
    /// How long it was; absent where nothing was measured.
    #[serde(skip_serializing_if = "Option::is_none")]
    measured: Option<Measured>,
    /// The incidents that have not come so far yet; absent where there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    open: Option<Open>,
    /// Whether nine incidents in ten keep the limit; one that is still open and over it already does not. Absent where there is
    /// no limit, or nothing can be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    kept: Option<bool>,
}

/// Times of incidents, in seconds.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Measured {
    /// Of how many incidents.
    incidents: usize,
    /// The mean, rounded half up.
    mean: u64,
    /// The middle one, or the mean of the two in the middle.
    median: u64,
    /// The smallest value that at least nine in ten do not exceed.
    percentile_90: u64,
}

/// Incidents that have not been detected yet, or not been responded to.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Open {
    /// How many.
    incidents: usize,
    /// How many of them have lasted longer than the limit already.
    overdue: usize,
    /// The day since which the oldest of them lasts.
    since: Day,
}

/// A file of incidents.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Incidents<'r> {
    /// The file, as it is named.
    file: &'r str,
    /// How many it contains.
    count: usize,
    /// How many things in it could not be read.
    faults: usize,
}

impl<'r> Preparedness<'r> {
    pub(super) fn new(preparedness: &'r posture::Preparedness<'r>) -> Self {
        Self {
            playbooks: Hideable::all(preparedness.playbooks.iter().map(Playbook::new)),
            uncovered: Hideable(control_names(&preparedness.uncovered)),
        }
    }
}

impl<'r> Playbook<'r> {
    fn new(playbook: &'r posture::Playbook<'r>) -> Self {
        let measured = playbook.measured.as_ref();
        let technology =
            |technology: Option<Declared<'r>>| technology.map(|one| Hideable(Name(one.name)));
        Self {
            name: Name(playbook.name),
            title: playbook.title,
            doc: playbook.doc,
            trigger: playbook.trigger,
            detector: technology(playbook.detector),
            executor: technology(playbook.executor),
            supports: &playbook.supports,
            steps: playbook.steps.iter().map(Step::new).collect(),
            automated: playbook.automated,
            automated_basis_points: playbook.automated_share.map(Share::basis_points),
            exercised: playbook.exercised.map(Day::of),
            exercise_counts_until: playbook.exercise_counts_until.map(Day::of),
            detect: Time::new(playbook.detect, measured.map(|measured| &measured.detect)),
            respond: Time::new(playbook.respond, measured.map(|measured| &measured.respond)),
            incidents: measured.map(|measured| Incidents {
                file: measured.file,
                count: measured.incidents,
                faults: measured.faults,
            }),
        }
    }
}

impl<'r> Step<'r> {
    fn new(step: &'r posture::PlaybookStep<'r>) -> Self {
        let by = owner(step.by);
        let (technology, role) = if step.is_automated {
            (by, None)
        } else {
            (None, by)
        };
        Self {
            title: step.title,
            automated: step.is_automated,
            technology,
            role,
        }
    }
}

impl Time {
    fn new(limit: Option<Duration>, times: Option<&Times>) -> Self {
        let measured = times.and_then(|times| times.statistics);
        let open = times.filter(|times| times.open > 0);
        Self {
            limit: limit.map(TimeSpan::of),
            measured: measured.map(|times| Measured {
                incidents: times.count,
                mean: times.mean,
                median: times.median,
                percentile_90: times.percentile_90,
            }),
            open: open.and_then(|times| {
                Some(Open {
                    incidents: times.open,
                    overdue: times.overdue,
                    since: Day::of(times.oldest?),
                })
            }),
            kept: times.and_then(|times| times.is_kept),
        }
    }
}
