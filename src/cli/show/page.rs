//! What is known of a control, for people.

use crate::columns::{Columns, indented};
use crate::findings::one_line;
use xwalk_analysis::Eligibility;
use xwalk_report::answers::{
    KnownControl, KnownMapping, KnownWithdrawn, Named, NamingMapping, NamingRow, ProvedPair,
};
use xwalk_report::counted;

pub fn control(known: &KnownControl<'_>) -> String {
    let control = &known.control;
    let mut text = format!("{control}  {}\n\n", one_line(control.title));
    text.push_str(&indented(&properties(known)));
    for paragraph in [known.doc, known.text].into_iter().flatten() {
        text.push_str(&format!("\n{}", indented(&format!("{paragraph}\n"))));
    }
    for worded in &known.wordings {
        let licensed = if worded.licensed { ", licensed" } else { "" };
        text.push_str(&format!("\nIn the words of {}{licensed}\n", worded.overlay));
        for words in [worded.title, worded.text].into_iter().flatten() {
            text.push_str(&indented(&format!("{words}\n")));
        }
    }
    text.push_str(&activities(known));
    if known.mappings.is_empty() {
        text.push_str("\nNo row names it.\n");
    }
    text.extend(known.mappings.iter().map(mapping));
    text.push_str(&proved(control, &known.proved));
    text
}

pub fn withdrawn(known: &KnownWithdrawn<'_>) -> String {
    let mut text = format!("{}:{}  withdrawn", known.framework, known.identifier);
    if let Some(reason) = known.reason {
        text.push_str(&format!(", {reason}"));
    }
    text.push_str("\n\n");
    let mut columns = Columns::default();
    for successor in &known.successors {
        // Another framework may have the same identifiers.
        let name = match successor.framework == known.framework {
            true => successor.identifier.to_owned(),
            false => successor.to_string(),
        };
        columns.push(["see", &name, successor.title]);
    }
    columns.push(["place", &known.place]);
    text.push_str(&columns.indented());
    text
}

pub fn of_mapping(known: &KnownMapping<'_>) -> String {
    let mut columns = Columns::default();
    columns.push(["from", &known.from]);
    columns.push(["to", &known.to]);
    if let Some(version) = &known.version {
        columns.push(["version", version]);
    }
    columns.push(["status", known.status.word()]);
    let statuses = known.statuses.iter().rev();
    let statuses = statuses.map(|(status, count)| format!("{count} {}", status.word()));
    let statuses: Vec<String> = statuses.collect();
    let rows = match statuses.as_slice() {
        [] => "none".to_owned(),
        statuses => format!(
            "{}: {}",
            counted(known.rows, "claim", "claims"),
            statuses.join(", ")
        ),
    };
    columns.push(["rows", &rows]);
    columns.push(["claims", &format!("SHA-256 {}", known.claims_sha256)]);
    for accepted in &known.accepted {
        let changed = match accepted.unchanged {
            true => "",
            false => ", when it claimed something else: it is not accepted any more",
        };
        let by = format!(
            "by `{}` of `{}` on {}{changed}: {}",
            accepted.role, accepted.organization, accepted.on, accepted.why
        );
        columns.push(["accepted", &by]);
    }
    columns.push(["place", &known.place]);
    let text = columns.indented();
    format!("{}  {}\n\n{text}", known.name, one_line(known.title))
}

fn properties(known: &KnownControl<'_>) -> String {
    let mut columns = Columns::default();
    let titled = |control: &Named<'_>| format!("{} {}", control.identifier, control.title);
    columns.push(["framework", known.framework_title]);
    if known.control.title != known.own_title {
        columns.push(["its title", known.own_title]);
    }
    let above: Vec<String> = known.above.iter().map(titled).collect();
    if !above.is_empty() {
        columns.push(["within", &above.join(" > ")]);
    }
    let assessable = match known.assessable {
        true => "assessable",
        false => "not assessed by itself",
    };
    columns.push(["level", &format!("{}, {assessable}", known.level)]);
    for below in &known.below {
        columns.push(["holds", &titled(below)]);
    }
    if !known.tags.is_empty() {
        let tags: Vec<String> = known.tags.iter().map(|tag| format!("#{tag}")).collect();
        columns.push(["tags", &tags.join(" ")]);
    }
    if !known.aliases.is_empty() {
        columns.push(["also", &known.aliases.join(", ")]);
    }
    if let Some(superseded) = &known.superseded {
        let by: Vec<String> = superseded.by.iter().map(titled).collect();
        let on = superseded.on;
        columns.push(["superseded", &format!("as of {on} by {}", by.join(", "))]);
    }
    for old in &known.supersedes {
        columns.push(["supersedes", old]);
    }
    for gone in &known.continues {
        columns.push(["continues", gone]);
    }
    columns.push(["place", &known.place]);
    columns.text()
}

/// The key activities and maturity indicators of the control, and those that it carries.
fn activities(known: &KnownControl<'_>) -> String {
    let mut columns = Columns::default();
    for one in &known.activities {
        let of = one.of.map_or_else(String::new, |of| format!("of {of}"));
        columns.push([one.kind.word(), one.title, &of]);
    }
    let text = columns.text();
    if text.is_empty() {
        text
    } else {
        format!("\nActivities and indicators\n{}", indented(&text))
    }
}

/// The rows of a mapping that name the control, on either side.
fn mapping(mapping: &NamingMapping<'_>) -> String {
    let mut columns = Columns::default();
    for row in &mapping.rows {
        columns.push([
            end(&row.source),
            row.claim.to_string(),
            end(&row.target),
            row.title.unwrap_or_default().to_owned(),
            clauses(row),
            row.place.clone(),
        ]);
    }
    let aligned = columns.text();
    let mut text = format!("\n{} ({})\n", one_line(mapping.title), mapping.name);
    for (line, row) in aligned.lines().zip(&mapping.rows) {
        text.push_str(&format!("  {line}\n"));
        if let Some(condition) = row.condition {
            text.push_str(&format!("      only when {}\n", one_line(condition)));
        }
        if let Some(note) = row.note {
            text.push_str(&format!("      {}\n", note.replace('\n', "\n      ")));
        }
    }
    text
}

fn end(identifiers: &[&str]) -> String {
    match identifiers {
        [] => "*".to_owned(),
        identifiers => identifiers.join(" + "),
    }
}

fn clauses(row: &NamingRow<'_>) -> String {
    let mut clauses = vec![row.status.word().to_owned()];
    clauses.extend(row.rationale.map(|rationale| rationale.word().to_owned()));
    clauses.extend(row.strength.map(|strength| format!("strength {strength}")));
    let confidence = row.confidence;
    clauses.extend(confidence.map(|confidence| format!("confidence {confidence}")));
    // Status and condition stand there anyway.
    let told = [Eligibility::Disputed, Eligibility::Superseded].map(Eligibility::left_out);
    let left_out = row.left_out.filter(|_| told.contains(&row.left_out));
    clauses.extend(left_out.map(str::to_owned));
    clauses.join(", ")
}

/// What is proved of it beyond what rows say, by framework.
fn proved(control: &Named<'_>, pairs: &[ProvedPair<'_>]) -> String {
    if pairs.is_empty() {
        return String::new();
    }
    let mut columns = Columns::default();
    for pair in pairs {
        let mixed = match pair.merit.mixes_rationales() {
            true => ", mixed rationales",
            false => "",
        };
        let rows = match pair.rows {
            1 => "by 1 row and the hierarchy".to_owned(),
            count => format!("by {count} rows"),
        };
        columns.push([
            control.identifier,
            &pair.label.to_string(),
            &pair.other,
            pair.title,
            &format!("{}{mixed}", pair.status.word()),
            &rows,
        ]);
    }
    format!(
        "\nProved by rows together, stated by none (`xwalk why` shows each proof)\n{}",
        columns.indented()
    )
}
