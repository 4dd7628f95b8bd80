//! The burn-up: tiers and verdicts after each initiative.

use crate::columns::{Columns, indented};
use crate::posture::phrase::moved;
use xwalk_analysis::posture::{Tally, Verdict};
use xwalk_report::posture::{Planned, Rise, RiseStep};

/// How many controls are met in each framework after each initiative; if all is asked for, the other verdicts too.
pub(super) fn burned(planned: &Planned<'_>, all: bool) -> String {
    let rise = &planned.roadmap.rise;
    let frameworks = 0..rise.frameworks.len();
    let right: Vec<usize> = (2..2 + frameworks.len()).collect();
    let mut columns = Columns::right(&right);
    let head = ["ends".to_owned(), String::new()].into_iter();
    let labels = rise.frameworks.iter().map(ToString::to_string);
    columns.push(head.chain(labels).chain(["tiers that rise".to_owned()]));
    let now = ["now".to_owned(), String::new()].into_iter();
    columns.push(now.chain(frameworks.clone().map(|at| rise.met_now(at).to_string())));
    for step in &rise.steps {
        let met = frameworks.clone().map(|at| step.met(at).to_string());
        let moved: Vec<String> = step
            .moved
            .iter()
            .map(|it| moved(&planned.names, it))
            .collect();
        columns.push(begun(step).into_iter().chain(met).chain([moved.join(", ")]));
    }
    let assessable = ["assessable".to_owned(), String::new()].into_iter();
    columns.push(assessable.chain(frameworks.map(|at| rise.assessable(at).to_string())));
    let mut text = format!(
        "\nControls met after each initiative, in order of their ends\n{}",
        columns.indented()
    );
    if all {
        for (at, framework) in rise.frameworks.iter().enumerate() {
            text += &format!(
                "\nVerdicts on {framework}\n{}",
                indented(&tallies(rise, at))
            );
        }
    } else {
        text += "\n  `--all` shows all verdicts.\n";
    }
    text
}

fn tallies(rise: &Rise<'_>, at: usize) -> String {
    let mut columns = Columns::right(&[2, 3, 4, 5, 6]);
    let head = ["ends", ""].into_iter();
    columns.push(head.chain(Verdict::ALL.map(Verdict::word)));
    let counts = |tallies: &[Tally]| {
        let tally = tallies.get(at).copied().unwrap_or_default();
        Verdict::ALL.map(|verdict| tally.of(verdict).to_string())
    };
    let now = ["now".to_owned(), String::new()].into_iter();
    columns.push(now.chain(counts(&rise.now)));
    for step in &rise.steps {
        columns.push(begun(step).into_iter().chain(counts(&step.tallies)));
    }
    columns.text()
}

/// The first cells of a step.
fn begun(step: &RiseStep<'_>) -> [String; 2] {
    [step.last_day().to_string(), step.initiative.to_string()]
}
