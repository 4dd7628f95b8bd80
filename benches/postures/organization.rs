//! The organization: its roles, risks, technologies and evidence.

use std::fmt::Write;

use super::Size;
use crate::chance::Chance;
use crate::generator::catalog::{self, SUBJECTS, category_name, function, identifier};

/// Under which some rows hold; the organization holds the first.
pub const CONDITIONS: [&str; 3] = [
    "cards are accepted",
    "software is sold",
    "patients are treated",
];

/// The path of the file of a piece of evidence.
pub fn evidence_file(evidence: usize) -> String {
    format!("evidence/export-{evidence}.json")
}

/// The name of a role.
pub fn role(role: usize) -> String {
    format!("role-{role}")
}

/// Everything but where it stands and what it plans.
pub fn organization(size: Size, chance: &mut Chance) -> String {
    let mut text = String::new();
    let adopts: Vec<String> = (1..=size.adopted)
        .map(|framework| format!("generated-{framework}@2026"))
        .collect();
    let _ = writeln!(
        text,
        "organization acme \"Acme\" {{\n  baseline  generated-0@2026\n  adopts    {}\n  \
         holds     \"{}\"\n  tolerance 16\n  capacity  {}d per quarter\n}}\n",
        adopts.join(", "),
        CONDITIONS[0],
        size.initiatives * 20
    );
    roles(&mut text, size);
    for risk in 0..size.risks() {
        self::risk(&mut text, size, risk, chance);
    }
    for technology in 0..size.technologies() {
        self::technology(&mut text, size, technology, chance);
    }
    for evidence in 0..size.evidence() {
        self::evidence(&mut text, size, evidence, chance);
    }
    text
}

/// The board first; every function has one who answers for it, and every tenth category another.
fn roles(text: &mut String, size: Size) {
    let categories = size.controls.div_ceil(catalog::CONTROLS_IN_CATEGORY);
    text.push_str("role board \"Board\" {\n  decides risk-acceptance, targets, mappings\n}\n\n");
    for number in 0..size.roles() {
        let functions = (number..size.functions()).step_by(size.roles());
        let tenths = (number..categories.div_ceil(10)).step_by(size.roles());
        let accountable: Vec<String> = functions
            .map(|each| function(0, each))
            .chain(tenths.map(|tenth| category_name(0, tenth * 10)))
            .collect();
        let _ = writeln!(
            text,
            "role {} \"Role {number}\" {{\n  reports-to  board",
            role(number)
        );
        if !accountable.is_empty() {
            let _ = writeln!(text, "  accountable {}", accountable.join(", "));
        }
        text.push_str("}\n\n");
    }
}

fn risk(text: &mut String, size: Size, risk: usize, chance: &mut Chance) {
    let _ = writeln!(
        text,
        "risk risk-{risk} \"{} fail\" {{\n  threatens  {}\n  likelihood {}\n  impact     {}\n  owner      {}\n  treatment  mitigate\n}}\n",
        chance.one_of(&SUBJECTS),
        controls(size, 8, chance),
        1 + chance.below(4),
        1 + chance.below(4),
        role(chance.below(size.roles())),
    );
}

fn technology(text: &mut String, size: Size, technology: usize, chance: &mut Chance) {
    let kind = chance.one_of(&["siem", "edr", "iam", "dlp", "backup"]);
    let _ = writeln!(
        text,
        "technology technology-{technology} \"Technology {technology}\" {{\n  kind     {kind}\n  supports {}",
        controls(size, 40, chance)
    );
    if technology > 0 {
        let _ = writeln!(text, "  feeds    technology-{}", chance.below(technology));
    }
    text.push_str("}\n\n");
}

fn evidence(text: &mut String, size: Size, evidence: usize, chance: &mut Chance) {
    let _ = writeln!(
        text,
        "evidence evidence-{evidence} \"Export {evidence}\" {{\n  supports  {}\n  file      \"{}\"\n  \
         require   \"/share\" >= 96\n  collected 2026-09-{:02}\n  valid     90d\n  owner     {}\n}}\n",
        controls(size, 5, chance),
        evidence_file(evidence),
        1 + chance.below(28),
        role(chance.below(size.roles())),
    );
}

/// Some controls, each once, in order.
pub fn controls(size: Size, count: usize, chance: &mut Chance) -> String {
    let mut drawn: Vec<usize> = (0..count).map(|_| chance.below(size.controls)).collect();
    drawn.sort_unstable();
    drawn.dedup();
    let names: Vec<String> = drawn.into_iter().map(|it| identifier(0, it)).collect();
    names.join(", ")
}
