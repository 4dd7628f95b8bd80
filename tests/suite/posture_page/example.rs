//! The example, built as its reader would, as it is and with text that would like to be markup.

use std::sync::LazyLock;

use serde_json::Value;
use tempfile::TempDir;

use crate::harness::read;
use crate::program::{write, xwalk};

/// The page of a workspace and the export of the same verdicts.
pub struct Built {
    pub page: String,
    pub export: Value,
}

/// What a title may hold that a page must not be broken by.
pub const BAIT: &str =
    "</script><script>alert(1)</script><img src=x onerror=alert(1)> & ' שלום 情報";

/// The example as it is.
pub static PLAIN: LazyLock<Built> = LazyLock::new(|| built(str::to_owned));

/// The example with hostile titles.
pub static HOSTILE: LazyLock<Built> = LazyLock::new(|| built(baited));

/// The example with its files changed.
pub fn built(change: fn(&str) -> String) -> Built {
    const FILES: [&str; 8] = [
        "assessment.xwalk",
        "evidence.xwalk",
        "governance.xwalk",
        "organization.xwalk",
        "playbooks.xwalk",
        "risks.xwalk",
        "roadmap.xwalk",
        "technology.xwalk",
    ];
    let folder = TempDir::new().unwrap();
    let folder = folder.path();
    xwalk(folder, &["init", "--posture"]).ended(0);
    for name in FILES {
        let text = read(&folder.join(name));
        write(folder, name, &change(&text));
    }
    let arguments = [
        "build",
        "--date",
        "2026-12-02",
        "--allow-draft",
        "--emit",
        "posture,posture-html",
    ];
    xwalk(folder, &arguments).ended(0);
    Built {
        page: read(&folder.join("out/posture.html")),
        export: serde_json::from_str(&read(&folder.join("out/posture.json"))).unwrap(),
    }
}

/// The titles of a file that stand at the beginning of what is declared, with bait before their end.
fn baited(text: &str) -> String {
    const DECLARED: [&str; 12] = [
        "organization",
        "role",
        "committee",
        "escalation",
        "risk",
        "evidence",
        "initiative",
        "phase",
        "roadmap",
        "technology",
        "playbook",
        "assessment",
    ];
    let lines = text.lines().map(|line| {
        let is_declared = DECLARED.contains(&line.split_whitespace().next().unwrap_or(""));
        match line.rsplit_once('"') {
            Some((before, after)) if is_declared => format!("{before}{BAIT}\"{after}"),
            _ => line.to_owned(),
        }
    });
    lines.map(|line| line + "\n").collect()
}
