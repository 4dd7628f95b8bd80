//! How much of the playbooks runs by itself, whether they were tried, and how fast they are.

use crate::columns::Columns;
use xwalk_analysis::posture::spelled;
use xwalk_report::posture::{Inquiry, Playbook, Times};
use xwalk_syntax::ast::Duration;

/// The playbooks of the organization; nothing where none is declared.
pub(super) fn playbooks(inquiry: &Inquiry<'_, '_, '_>) -> String {
    let found = inquiry.preparedness();
    if found.playbooks.is_empty() {
        return String::new();
    }
    let mut columns = Columns::right(&[2, 3]);
    columns.push(["", "", "steps", "automated", "last exercised"]);
    let mut times = Columns::right(&[3, 4, 5, 6, 7, 8]);
    let head = [
        "",
        "",
        "",
        "limit",
        "incidents",
        "open",
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
        text += "  incidents: those whose time is known, of all on record. open: not detected, or not responded to, until the day of the report.\n";
        text += "  A limit is kept where nine in ten keep it; what is open and over the limit already does not.\n";
    }
    text
}

/// What the file of incidents says of the times to detect and to respond.
fn measured(playbook: &Playbook<'_>) -> Vec<[String; 9]> {
    let Some(measured) = &playbook.measured else {
        return Vec::new();
    };
    let both = [
        ("detect", playbook.detect, &measured.detect),
        ("respond", playbook.respond, &measured.respond),
    ];
    let both = both.into_iter().filter(|(.., times)| !times.is_empty());
    both.map(|(what, limit, times)| {
        let [verdict, limit, open] = against(limit, times);
        let known = times.statistics;
        let count = known.map_or(0, |known| known.count);
        let shown = |seconds: Option<u64>| seconds.map_or_else(|| "-".to_owned(), spelled);
        [
            playbook.name.to_owned(),
            what.to_owned(),
            verdict,
            limit,
            format!("{count} of {}", measured.incidents),
            open,
            shown(known.map(|known| known.mean)),
            shown(known.map(|known| known.median)),
            shown(known.map(|known| known.percentile_90)),
        ]
    })
    .collect()
}

/// Whether a limit is kept, the limit, and what is open.
fn against(limit: Option<Duration>, times: &Times) -> [String; 3] {
    let verdict = match (limit, times.is_kept) {
        (None, _) => "no limit",
        (_, Some(true)) => "kept",
        (_, Some(false)) => "missed",
        (_, None) => "open",
    };
    [
        verdict.to_owned(),
        limit.map_or_else(|| "-".to_owned(), |limit| limit.to_string()),
        match (times.open, times.overdue) {
            (0, _) => "-".to_owned(),
            (open, 0) => open.to_string(),
            (open, overdue) => format!("{open}, {overdue} over the limit"),
        },
    ]
}
