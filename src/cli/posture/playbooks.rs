//! How much of the playbooks runs by itself, whether they were tried, and how fast they are.

use crate::columns::Columns;
use xwalk_analysis::posture::spelled;
use xwalk_report::posture::{Inquiry, Playbook, Statistics};
use xwalk_syntax::ast::Duration;

/// The playbooks of the organization; nothing where none is declared.
pub(super) fn playbooks(inquiry: &Inquiry<'_, '_, '_>) -> String {
    let found = inquiry.preparedness();
    if found.playbooks.is_empty() {
        return String::new();
    }
    let mut columns = Columns::right(&[2, 3]);
    columns.push(["", "", "steps", "automated", "last exercised"]);
    let mut times = Columns::right(&[3, 4, 5, 6, 7]);
    let head = [
        "",
        "",
        "",
        "limit",
        "incidents",
        "mean",
        "median",
        "90th percentile",
    ];
    times.push(head);
    let mut is_measured = false;
    for playbook in &found.playbooks {
        columns.push([
            playbook.name.to_owned(),
            playbook.title.to_string(),
            playbook.steps.len().to_string(),
            playbook.automated.to_string(),
            playbook
                .exercised
                .map_or_else(|| "never".to_owned(), |day| day.to_string()),
        ]);
        for line in measured(playbook) {
            times.push(line);
            is_measured = true;
        }
    }
    let mut text = format!("\nPlaybooks\n{}", columns.indented());
    if !found.uncovered.is_empty() {
        text += &format!(
            "  Controls of response and recovery without one: {}.\n",
            inquiry.names.list(&found.uncovered)
        );
    }
    if is_measured {
        text += &format!(
            "\nHow long incidents took to be detected, and from then to be responded to\n{}",
            times.indented()
        );
        text += "  A limit is kept where the 90th percentile is at most the limit.\n";
    }
    text
}

/// What the file of incidents says of the times to detect and to respond.
fn measured(playbook: &Playbook<'_>) -> Vec<[String; 8]> {
    let Some(measured) = &playbook.measured else {
        return Vec::new();
    };
    let both = [
        ("detect", playbook.detect, measured.detect),
        ("respond", playbook.respond, measured.respond),
    ];
    let both = both.into_iter();
    both.filter_map(|(what, limit, times)| Some(line(playbook.name, what, limit, times?)))
        .collect()
}

fn line(name: &str, what: &str, limit: Option<Duration>, times: Statistics) -> [String; 8] {
    let kept = limit.map(|limit| times.keep(limit));
    [
        name.to_owned(),
        what.to_owned(),
        match kept {
            Some(true) => "kept",
            Some(false) => "missed",
            None => "no limit",
        }
        .to_owned(),
        limit.map_or_else(|| "-".to_owned(), |limit| limit.to_string()),
        times.count.to_string(),
        spelled(times.mean),
        spelled(times.median),
        spelled(times.percentile_90),
    ]
}
