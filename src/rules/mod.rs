//! Findings on a model whose names all resolve: one file each, and the table [`RULES`].
//!
//! A rule looks at the whole model and says what it finds; it changes nothing and knows of no other rule. A new rule
//! is one file and one row of the table. The doc comment of its code is the page that `xwalk explain` prints.

mod alike_rows;
mod argument;
mod assessable;
mod completeness;
mod comprehensive;
mod condition_in_note;
mod conflict;
mod context;
mod contradiction;
mod contrary;
mod disagreement;
mod duplicate;
mod empty;
mod licence;
mod named;
mod pin;
mod policy;
mod posture;
mod rationale;
mod redundant;
mod related_denied;
mod reviewer;
mod rule;
mod several_equal;
mod silence_contradicted;
mod strength;
mod style;
mod superseded;
mod support;
mod suspects;
mod unmapped;
mod withdrawn;

use rayon::prelude::*;

use xwalk_analysis::Logic;
use xwalk_analysis::posture::{Present, examine};
use xwalk_diagnostic::{Code, Diagnostic, Level, Levels};
use xwalk_model::Model;
use xwalk_source::SourceMap;

pub use context::Context;
pub use licence::{LICENSED_TEXT_LEFT_OUT, licensed_text_left_out};
pub use pin::{PIN_MISMATCH, pin_mismatch};
pub use rule::{PresentRule, Rule, Seen};

/// The rules on frameworks, mappings and policies, in the order of their codes.
pub const RULES: &[Rule] = &[
    duplicate::RULE,
    conflict::CONFLICTING,
    conflict::DIFFERING,
    disagreement::RULE,
    unmapped::RULE,
    strength::RULE,
    assessable::SINGLE,
    assessable::CROSSWALK,
    several_equal::RULE,
    support::RULE,
    style::RULE,
    rationale::RULE,
    reviewer::MISSING,
    reviewer::SAME,
    contradiction::RULE,
    contradiction::ACROSS_RATIONALES,
    redundant::RULE,
    related_denied::RULE,
    condition_in_note::RULE,
    contrary::RULE,
    completeness::RULE,
    empty::RULE,
    withdrawn::RULE,
    policy::RULE,
    silence_contradicted::RULE,
    comprehensive::RULE,
    superseded::IN_CIRCLE,
];

/// All rules, those on posture last.
fn all() -> impl Iterator<Item = &'static Rule> {
    RULES.iter().chain(posture::RULES)
}

/// The rules that look at the day and at files, in the order of their codes.
fn present_rules() -> impl Iterator<Item = &'static PresentRule> {
    const CATALOGS: &[PresentRule] = &[superseded::LATER];
    CATALOGS.iter().chain(posture::PRESENT)
}

/// The codes of what is found when one looks at the day and at files.
pub fn present_codes() -> impl Iterator<Item = &'static Code> {
    present_rules().map(|rule| rule.code)
}

/// The codes of all rules, and those that need more than a model, in order.
pub fn codes() -> impl Iterator<Item = &'static Code> {
    let raised_elsewhere = [LICENSED_TEXT_LEFT_OUT, PIN_MISMATCH];
    let raised_by_rules = all().map(|rule| rule.code);
    let mut codes: Vec<_> = raised_by_rules
        .chain(present_codes())
        .chain(raised_elsewhere)
        .collect();
    codes.sort_by_key(|code| code.id);
    codes.into_iter()
}

/// Asks every rule that is not off. The findings are in the order of the table.
#[must_use]
pub fn check(
    model: &Model<'_>,
    logic: &Logic,
    sources: &SourceMap,
    levels: &Levels,
) -> Vec<Diagnostic> {
    let context = Context::new(model, logic, sources);
    let asked: Vec<&Rule> = all()
        .filter(|rule| levels.of(rule.code) != Level::Off)
        .collect();
    asked
        .into_par_iter()
        .flat_map_iter(|rule| (rule.check)(&context))
        .collect()
}

/// Asks every rule that is not off of a model on a day, with the files that it names. The findings are in the order of
/// the codes.
#[must_use]
pub fn check_present(
    model: &Model<'_>,
    logic: &Logic,
    sources: &SourceMap,
    levels: &Levels,
    present: &Present,
) -> Vec<Diagnostic> {
    let context = Context::new(model, logic, sources);
    let seen = Seen {
        present,
        examined: examine(&model.posture, &present.files, present.today),
    };
    let asked = present_rules().filter(|rule| levels.of(rule.code) != Level::Off);
    asked
        .flat_map(|rule| (rule.check)(&context, &seen))
        .collect()
}
