//! What follows for every adopted framework.

use super::phrase::changed;
use crate::columns::{Columns, indented};
use crate::findings::one_line;
use xwalk_analysis::posture::Verdict;
use xwalk_report::counted;
use xwalk_report::posture::{Inquiry, Judged, JudgedControl};

/// How many verdicts that a condition would change are shown, unless all are asked for.
const SHOWN: usize = 10;

/// How many controls of each framework have each verdict, and what contradicts itself.
pub(super) fn verdicts(inquiry: &Inquiry<'_, '_, '_>) -> String {
    let mut columns = Columns::right(&[2, 3, 4, 5, 6, 7, 8]);
    let words = Verdict::ALL.map(Verdict::word);
    let head = ["", "from tier", "assessable"];
    columns.push(head.into_iter().chain(words).chain(["by drafts"]));
    for judged in inquiry.verdicts() {
        let tally = &judged.tally;
        let head = [
            judged.framework.to_string(),
            thresholds(&judged),
            tally.total().to_string(),
        ];
        let counts = Verdict::ALL.map(|verdict| tally.of(verdict.into()).to_string());
        let by_drafts = judged.by_drafts.to_string();
        columns.push(head.into_iter().chain(counts).chain([by_drafts]));
    }
    let mut text = format!(
        "\nWhat follows for the baseline and for each framework that is adopted\n{}",
        columns.indented()
    );
    text += "\n  met: achieved controls contain all of it. not met: it asks for all of something below the threshold.\n";
    text += "  partly evidenced: an achieved control shares something with it. `by drafts`: verdicts that rest on a draft row.\n";
    for never in inquiry.verdicts().iter().filter(|it| it.never_not_met) {
        text += &format!(
            "  {}: no control can be not met, since none is known to ask for all of an assessed one; its 0 says nothing.\n",
            never.framework
        );
    }
    text += &contradictions(inquiry);
    text +=
        "\n  `xwalk posture --framework FRAMEWORK` shows every verdict with what it rests on.\n";
    text
}

fn contradictions(inquiry: &Inquiry<'_, '_, '_>) -> String {
    let mut text = String::new();
    for judged in inquiry.contradictions() {
        let control = &judged.control;
        text += &format!("  {control} {}\n", one_line(control.title()));
        for reason in &judged.explained.reasons {
            let verdict = reason.verdict.word();
            text += &format!("    {verdict}: {}{}\n", one_line(&reason.why), reason.by());
        }
    }
    if text.is_empty() {
        return text;
    }
    format!(
        "\nContradictions: what is met by one control is not met by another; a tier or a row is wrong\n{text}"
    )
}

/// The verdict on every assessable control of one framework, with what it rests on.
pub(super) fn framework(inquiry: &Inquiry<'_, '_, '_>, framework: &str) -> String {
    let mut text = String::new();
    let all = inquiry.verdicts();
    for judged in all.iter().filter(|judged| judged.framework == *framework) {
        let tally = &judged.tally;
        let counts = Verdict::ALL.map(|it| format!("{} {}", tally.of(it.into()), it.word()));
        text += &format!(
            "\n{framework}: {} of {}, judged from tier {}\n",
            counts.join(", "),
            counted(tally.total(), "assessable control", "assessable controls"),
            thresholds(judged),
        );
        let controls = inquiry.controls(&judged.framework);
        for verdict in Verdict::ALL {
            text += &with_verdict(&controls, verdict);
        }
    }
    text += "\n`xwalk why A B` shows the proof for two controls A and B.\n";
    text
}

fn with_verdict(controls: &[JudgedControl], verdict: Verdict) -> String {
    let mut columns = Columns::default();
    for judged in controls.iter().filter(|it| it.verdict == verdict.into()) {
        columns.push([
            judged.control.identifier(),
            judged.control.title(),
            &judged.explained.sentence(),
        ]);
    }
    let text = columns.text();
    if text.is_empty() {
        return text;
    }
    format!("\n{}\n{}", verdict.word(), indented(&text))
}

/// The rows that hold under a condition only, and what they would change.
pub(super) fn conditions(inquiry: &Inquiry<'_, '_, '_>, all: bool) -> String {
    let mut text = String::new();
    let mut without_change = 0;
    for condition in inquiry.conditions() {
        let rows = counted(condition.rows.len(), "row", "rows");
        let changes = &condition.would_change;
        if condition.holds {
            text += &format!("  \"{}\" holds: {rows} counted\n", one_line(condition.text));
            continue;
        }
        if changes.is_empty() && !all {
            without_change += 1;
            continue;
        }
        text += &format!(
            "  \"{}\" is not declared to hold: {rows} left out, which would change {}\n",
            one_line(condition.text),
            counted(changes.len(), "verdict", "verdicts"),
        );
        let shown = if all { usize::MAX } else { SHOWN };
        let mut columns = Columns::default();
        for change in changes.iter().take(shown) {
            columns.push([change.control.as_str(), &changed(change)]);
        }
        text += &indented(&columns.indented());
        if changes.len() > shown {
            let more = changes.len() - shown;
            text += &format!("    {more} more; `--all` shows them.\n");
        }
    }
    if without_change > 0 {
        let (one, several) = match text.is_empty() {
            true => ("condition that is", "conditions that are"),
            false => ("more that is", "more that are"),
        };
        text += &format!(
            "  {} not declared to hold would change no verdict; `--all` shows {}.\n",
            counted(without_change, one, several),
            if without_change == 1 { "it" } else { "them" },
        );
    }
    if text.is_empty() {
        return text;
    }
    format!("\nRows that hold only under a condition\n{text}")
}

/// `3`; where assessments differ in it, each.
fn thresholds(judged: &Judged) -> String {
    let tiers = judged.thresholds.iter().map(|it| it.tier);
    let mut tiers: Vec<u32> = tiers.collect();
    tiers.dedup();
    let tiers: Vec<String> = tiers.iter().map(u32::to_string).collect();
    tiers.join(" and ")
}
