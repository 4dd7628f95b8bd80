//! Silence of a mapping that claims to be complete, where another mapping speaks.

use super::context::{count, listed};
use super::{Context, Rule};
use crate::analysis::{ContradictedSilence, Options, contradicted_silences};
use crate::diagnostic::{Diagnostic, code};

code! {
    /// A mapping claims to be complete and has no row for a control that another mapping maps.
    ///
    /// Silence in a complete mapping says that somebody looked and found nothing. The other mapping found something, so
    /// that one of them has missed it. Its row wins: the control is counted by what the row says, not as a gap.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A "One"
    ///   B "Two"
    /// }
    /// mapping first from acme@1 to nist-csf@2.0 {
    ///   rationale functional
    ///   complete  source
    ///   A intersects-with GV.OC-01
    /// }
    /// mapping second from acme@1 to nist-csf@2.0 {
    ///   rationale functional
    ///   B intersects-with GV.OC-02
    /// }
    /// ```
    ///
    /// Look at the control again, and write a row for it in the complete mapping: with `no-relationship *` if the
    /// other mapping is wrong.
    SILENCE_CONTRADICTED = "XW0606" "silence-contradicted" Warning;
}

pub(super) const RULE: Rule = Rule {
    code: SILENCE_CONTRADICTED,
    check,
};

/// One warning for each mapping and each framework in which it is silent.
fn check(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let framework =
        |silence: &ContradictedSilence| context.model.controls[silence.control].framework;
    contradicted_silences(context.model, Options::default())
        .chunk_by(|a, b| (a.silent, framework(a)) == (b.silent, framework(b)))
        .filter_map(|silences| one(context, silences))
        .collect()
}

fn one(context: &Context<'_, '_>, silences: &[ContradictedSilence]) -> Option<Diagnostic> {
    let model = context.model;
    let first = silences.first()?;
    let mapping = &model.mappings[first.silent];
    let speaks = &model.mappings[model.rows[first.row].mapping];
    let place = mapping.complete_place.unwrap_or(mapping.place);
    let message = format!(
        "`{}` claims to be complete, and has no row for {} that other mappings map",
        mapping.name,
        count(silences.len(), "control"),
    );
    let names = silences.iter().map(|silence| context.name(silence.control));
    Some(
        Diagnostic::new(SILENCE_CONTRADICTED, place, message)
            .also(
                context.claim_place(first.row),
                format!("mapped by `{}`", speaks.name),
            )
            .help(format!(
                "write a row in `{}` for each, with `no-relationship *` where the other mapping is wrong: {}",
                mapping.name,
                listed(names)
            )),
    )
}
