//! How much of the playbooks runs by itself, whether they were tried, and how fast they are.

use super::{Page, indented};
use crate::analysis::posture::{Statistics, incidents, preparedness, spelled};
use crate::cli::columns::Columns;
use crate::model::posture::Playbook;
use crate::syntax::ast::Duration;

impl Page<'_, '_> {
    /// The playbooks of the organization; nothing where none is declared.
    pub(super) fn playbooks(&self) -> String {
        let found = preparedness(self.model, self.id);
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
        for (id, steps) in &found.playbooks {
            let playbook = &self.model.posture.playbooks[*id];
            columns.push([
                playbook.name.to_owned(),
                playbook.title.to_string(),
                steps.all.to_string(),
                steps.automated.to_string(),
                playbook
                    .exercised
                    .map_or_else(|| "never".to_owned(), |day| day.to_string()),
            ]);
            for line in self.measured(playbook) {
                times.push(line);
                is_measured = true;
            }
        }
        let mut text = format!("\nPlaybooks\n{}", indented(&columns.text()));
        if !found.uncovered.is_empty() {
            text += &format!(
                "  Controls of response and recovery without one: {}.\n",
                self.words.names(&found.uncovered)
            );
        }
        if is_measured {
            text += &format!(
                "\nHow long incidents took to be detected, and from then to be responded to\n{}",
                indented(&times.text())
            );
            text += "  A limit is kept where the 90th percentile is at most the limit.\n";
        }
        text
    }

    /// What the file of incidents says of the times to detect and to respond.
    fn measured(&self, playbook: &Playbook<'_>) -> Vec<[String; 8]> {
        let Some(measured) = &playbook.measured else {
            return Vec::new();
        };
        let found = incidents(measured, self.files);
        let both = [
            ("detect", playbook.detect, found.detect),
            ("respond", playbook.respond, found.respond),
        ];
        let both = both.into_iter();
        both.filter_map(|(what, limit, times)| Some(line(playbook.name, what, limit, times?)))
            .collect()
    }
}

fn line(name: &str, what: &str, limit: Option<Duration>, times: Statistics) -> [String; 8] {
    let kept = limit.map(|limit| times.percentile_90 <= limit.minutes() * 60);
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
