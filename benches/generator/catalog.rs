//! Frameworks: three levels of controls, numbered in the fashion of a known standard.

use std::fmt::Write;

use crate::chance::Chance;

/// How many controls a category has, but for the last.
pub const CONTROLS_IN_CATEGORY: usize = 40;
/// How many categories a function has, but for the last.
pub const CATEGORIES_IN_FUNCTION: usize = 10;

/// Words for titles and notes.
pub const SUBJECTS: [&str; 24] = [
    "access rights",
    "asset inventory",
    "audit logging",
    "backup copies",
    "change control",
    "configuration baselines",
    "contingency plans",
    "cryptographic keys",
    "data classification",
    "event monitoring",
    "identity proofing",
    "incident handling",
    "least privilege",
    "malware defences",
    "media disposal",
    "network segments",
    "patch levels",
    "physical entry",
    "recovery tests",
    "remote work",
    "risk treatment",
    "secure coding",
    "supplier contracts",
    "training records",
];

const VERBS: [&str; 8] = [
    "Defined",
    "Documented",
    "Enforced",
    "Kept current",
    "Monitored",
    "Protected",
    "Reviewed",
    "Tested",
];

impl Chance {
    /// One of several words.
    pub fn one_of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        let at = self.below(words.len());
        words.get(at).copied().unwrap_or_default()
    }
}

/// Writes a framework with so many assessable controls, and what its hierarchy means.
pub fn framework(
    text: &mut String,
    framework: usize,
    controls: usize,
    nesting: &str,
    chance: &mut Chance,
) {
    let header = format!(
        "/// A catalog of {controls} controls that nobody asks for.\n\
         framework generated-{framework}@2026 \"Generated framework {framework}\" {{\n  \
         publisher \"Nobody\"\n  \
         published 2026-01-15\n  \
         url       \"https://example.org/{framework}\"\n  \
         language  en\n  \
         levels    function > category > control\n  \
         nesting   {nesting}\n"
    );
    text.push_str(&header);
    let categories = controls.div_ceil(CONTROLS_IN_CATEGORY);
    for category in 0..categories {
        if category % CATEGORIES_IN_FUNCTION == 0 {
            let function = function(framework, category / CATEGORIES_IN_FUNCTION);
            let subject = chance.one_of(&SUBJECTS);
            let _ = writeln!(text, "\n  {function} \"Everything about {subject}\" {{");
        }
        let name = category_name(framework, category);
        let subject = chance.one_of(&SUBJECTS);
        let _ = writeln!(text, "    {name} \"A matter of {subject}\" {{");
        let first = category * CONTROLS_IN_CATEGORY;
        for control in first..controls.min(first + CONTROLS_IN_CATEGORY) {
            leaf(text, framework, control, chance);
        }
        text.push_str("    }\n");
        if category % CATEGORIES_IN_FUNCTION == CATEGORIES_IN_FUNCTION - 1
            || category + 1 == categories
        {
            text.push_str("  }\n");
        }
    }
    text.push_str("}\n\n");
}

fn leaf(text: &mut String, framework: usize, control: usize, chance: &mut Chance) {
    let identifier = identifier(framework, control);
    let (verb, subject) = (chance.one_of(&VERBS), chance.one_of(&SUBJECTS));
    if chance.percent(5) {
        let _ = writeln!(text, "      /// Somebody asked what {subject} are.");
    }
    let tag = if chance.percent(20) { " #core" } else { "" };
    let _ = writeln!(text, "      {identifier} \"{verb} {subject}\"{tag}");
}

/// The identifier of the assessable control of this number, counted from 0.
pub fn identifier(framework: usize, control: usize) -> String {
    let category = category_name(framework, control / CONTROLS_IN_CATEGORY);
    let number = control % CONTROLS_IN_CATEGORY + 1;
    match framework % 4 {
        0 => format!("{category}-{number:02}"),
        1 | 3 => format!("{category}.{number}"),
        _ => format!("{category}({number})"),
    }
}

/// The identifier of the category of this number, counted from 0.
pub fn category_name(framework: usize, category: usize) -> String {
    let function = function(framework, category / CATEGORIES_IN_FUNCTION);
    let number = category % CATEGORIES_IN_FUNCTION;
    match framework % 4 {
        0 => format!("{function}.{}", letters(number + 26)),
        1 | 3 => format!("{function}.{}", number + 1),
        _ => format!("{function}({})", number + 1),
    }
}

/// The identifier of the function of this number, counted from 0.
pub fn function(framework: usize, function: usize) -> String {
    match framework % 4 {
        0 => letters(function + 26),
        1 => format!("A.{}", function + 5),
        2 => format!("164.{}", function + 302),
        _ => format!("{}", function + 1),
    }
}

/// `AA`, `AB`, … for 26, 27, ….
fn letters(number: usize) -> String {
    let letter = |at: usize| char::from(b'A' + u8::try_from(at % 26).unwrap_or(0));
    let first = (number / 26).saturating_sub(1);
    [letter(first), letter(number)].into_iter().collect()
}
