//! What would be so, as people read it.

use crate::columns::{Columns, indented};
use crate::findings::one_line;
use crate::posture::phrase::{changed, moved};
use xwalk_analysis::posture::Verdict;
use xwalk_report::counted;
use xwalk_report::posture::{Declared, WhatIf};

pub(super) fn text(what_if: &WhatIf<'_>) -> String {
    let mut text = format!(
        "{}: what if only {} done\n",
        one_line(what_if.title),
        match what_if.initiatives.as_slice() {
            [one] => format!("{} is", one.key()),
            several => format!("{} are", keys(several)),
        }
    );
    text += &left_out(what_if);
    text += &tiers(what_if);
    text += &counts(what_if);
    for turned in &what_if.turned {
        text += &changes(what_if, &turned.framework);
    }
    text += &risks(what_if);
    text
}

fn left_out(what_if: &WhatIf<'_>) -> String {
    let left_out = what_if.left_out.iter();
    let lines = left_out.map(|one| {
        format!(
            "  {}: {} for it\n",
            one.initiative,
            match one.waiting.as_slice() {
                [one] => format!("{one} waits"),
                several => format!("{} wait", several.join(", ")),
            }
        )
    });
    let lines: String = lines.collect();
    if lines.is_empty() {
        return lines;
    }
    format!("\nHas to be done first, but was not asked for: what it raises is not counted\n{lines}")
}

fn tiers(what_if: &WhatIf<'_>) -> String {
    let names = &what_if.names;
    let mut text = format!(
        "\n{}\n",
        counted(what_if.moved.len(), "tier rises", "tiers rise")
    );
    let mut columns = Columns::default();
    for one in &what_if.moved {
        columns.push([&moved(names, one), one.control.title()]);
    }
    text += &columns.indented();
    if !what_if.idle.is_empty() {
        text += &format!(
            "  Not raised, since not applicable or already at that tier: {}\n",
            names.list(&what_if.idle)
        );
    }
    text
}

fn counts(what_if: &WhatIf<'_>) -> String {
    let mut columns = Columns::right(&[1, 2, 3, 4, 5, 6]);
    let head = ["", "assessable"].into_iter();
    columns.push(head.chain(Verdict::ALL.map(Verdict::word)));
    for turned in &what_if.turned {
        let count = |verdict: Verdict| {
            let verdict = verdict.into();
            match (turned.before.of(verdict), turned.after.of(verdict)) {
                (before, after) if before == after => before.to_string(),
                (before, after) => format!("{before} -> {after}"),
            }
        };
        let head = [
            turned.framework.to_string(),
            turned.after.total().to_string(),
        ];
        columns.push(head.into_iter().chain(Verdict::ALL.map(count)));
    }
    format!(
        "\n{}\n{}",
        counted(what_if.changed.len(), "verdict changes", "verdicts change"),
        columns.indented()
    )
}

fn changes(what_if: &WhatIf<'_>, framework: &str) -> String {
    let mut columns = Columns::default();
    for one in &what_if.changed {
        let control = &one.change.control;
        let identifier = control
            .strip_prefix(framework)
            .and_then(|it| it.strip_prefix(':'));
        if let Some(identifier) = identifier {
            let title = control.title();
            columns.push([
                identifier,
                title,
                &changed(&one.change),
                &one.after.sentence(),
            ]);
        }
    }
    match columns.text() {
        text if text.is_empty() => text,
        text => format!("\n{framework}\n{}", indented(&text)),
    }
}

fn risks(what_if: &WhatIf<'_>) -> String {
    let mut columns = Columns::right(&[2]);
    for risk in &what_if.treated {
        let above = if risk.is_above { "above tolerance" } else { "" };
        columns.push([
            risk.risk.name,
            risk.risk.title,
            &risk.level.to_string(),
            above,
            &format!("by {}", keys(&risk.by)),
        ]);
    }
    match columns.text() {
        text if text.is_empty() => text,
        text => format!("\nRisks treated\n{}", indented(&text)),
    }
}

/// Initiatives by name, with their roadmaps where names are not enough.
fn keys(initiatives: &[Declared<'_>]) -> String {
    let keys = initiatives.iter().map(|one| one.key());
    keys.collect::<Vec<_>>().join(", ")
}
