//! Silence of a mapping that claims to be complete, where another mapping speaks.

use super::context::{count, listed};
use super::{Context, Rule};
use xwalk_analysis::{ContradictedSilence, Options, contradicted_silences};
use xwalk_diagnostic::{Diagnostic, code};

code! {
    /// A mapping claims to be complete and has no row for a control that another mapping maps.
    ///
    /// Silence in a complete mapping says that somebody looked and found nothing. The author of the other mapping found
    /// something, so one of the two is mistaken. The row takes precedence: the control is counted by what the row says, not
    /// as a gap.
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
    contradicted_silences(context.model, Options::default())
        .filter_map(|silence| warning(context, &silence))
        .collect()
}

fn warning(context: &Context<'_, '_>, silence: &ContradictedSilence) -> Option<Diagnostic> {
    let model = context.model;
    let (_, row) = silence.mapped.first()?;
    let mapping = &model.mappings[silence.silent];
    let speaks = &model.mappings[model.rows[*row].mapping];
    let place = mapping.complete_place.unwrap_or(mapping.place);
    let message = format!(
        "`{}` claims to be complete, and has no row for {} that other mappings map",
        mapping.name,
        count(silence.mapped.len(), "control"),
    );
    let names = silence.mapped.iter();
    let names = listed(names.map(|(control, _)| context.name(*control)));
    let help = format!(
        "write a row in `{}` for each, with `no-relationship *` where the other mapping is wrong: {names}",
        mapping.name
    );
    let speaks = format!("mapped by `{}`", speaks.name);
    Some(
        Diagnostic::new(SILENCE_CONTRADICTED, place, message)
            .also(context.claim_place(*row), speaks)
            .help(help),
    )
}
