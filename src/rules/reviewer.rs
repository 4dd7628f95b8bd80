//! Who read what others wrote.

use super::context::count;
use super::{Context, Rule};
use xwalk_diagnostic::{Diagnostic, code};
use xwalk_model::{Mapping, Row};
use xwalk_syntax::ast::Status;

code! {
    /// A claim is reviewed or final, and nobody is named who reviewed it.
    ///
    /// An auditor will ask who it was. `reviewed` without a name is only a word. A mapping that carries over a published
    /// document, with `source` and without `author`, was reviewed by whoever published that.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A "One"
    /// }
    /// mapping acme-csf from acme@1 to nist-csf@2.0 {
    ///   status    reviewed
    ///   rationale functional
    ///   A intersects-with GV.OC-01
    /// }
    /// ```
    ///
    /// Name the reviewer, `reviewer "…" on 2026-03-01`, in the header or in the row; or go back to `draft`.
    MISSING_REVIEWER = "XW0513" "missing-reviewer" Note;

    /// The reviewer of a claim is its author.
    ///
    /// A review by a second person finds what the first one overlooked. Teams of one have no choice, so this is
    /// for information only.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A "One"
    /// }
    /// mapping acme-csf from acme@1 to nist-csf@2.0 {
    ///   author    "Standards team"
    ///   reviewer  "Standards team"
    ///   rationale functional
    ///   A intersects-with GV.OC-01
    /// }
    /// ```
    ///
    /// Let somebody else read it.
    REVIEWED_BY_AUTHOR = "XW0514" "reviewed-by-author" Note;
}

pub(super) const MISSING: Rule = Rule {
    code: MISSING_REVIEWER,
    check: missing,
};
pub(super) const SAME: Rule = Rule {
    code: REVIEWED_BY_AUTHOR,
    check: same,
};

/// The reviewer of a row: its own, else its mapping's.
pub(super) fn reviewer<'m>(row: &'m Row<'_>, mapping: &'m Mapping<'_>) -> Option<&'m str> {
    let own = row
        .details
        .as_ref()
        .and_then(|details| details.reviewer.as_ref());
    own.or(mapping.reviewer.as_ref())
        .map(|(name, _)| name.as_ref())
}

fn author<'m>(row: &'m Row<'_>, mapping: &'m Mapping<'_>) -> Option<&'m str> {
    let own = row
        .details
        .as_ref()
        .and_then(|details| details.author.as_ref());
    own.or(mapping.author.as_ref())
        .map(|(name, _)| name.as_ref())
}

fn missing(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let concerns = |row: &Row<'_>, mapping: &Mapping<'_>| {
        let is_carried_over = mapping.source.is_some() && author(row, mapping).is_none();
        context.model.status(row) > Status::Draft
            && reviewer(row, mapping).is_none()
            && !is_carried_over
    };
    each_mapping(context, concerns, |mapping, claims| {
        let message = format!(
            "no reviewer is named for {claims} of `{}` with status reviewed or final",
            mapping.name
        );
        Diagnostic::new(MISSING_REVIEWER, mapping.place, message)
            .help("name that person, `reviewer \"…\"`, in the header or in the row; else the status is `draft`")
    })
}

fn same(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let concerns = |row: &Row<'_>, mapping: &Mapping<'_>| {
        author(row, mapping).is_some_and(|author| reviewer(row, mapping) == Some(author))
    };
    each_mapping(context, concerns, |mapping, claims| {
        Diagnostic::new(
            REVIEWED_BY_AUTHOR,
            mapping.place,
            format!(
                "in `{}`, the reviewer of {claims} is the author",
                mapping.name
            ),
        )
        .help("let a second person read it, and name that person as `reviewer`")
    })
}

/// One note for each mapping with such rows.
fn each_mapping(
    context: &Context<'_, '_>,
    concerns: impl Fn(&Row<'_>, &Mapping<'_>) -> bool,
    note: impl Fn(&Mapping<'_>, &str) -> Diagnostic,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (id, mapping) in context.mappings() {
        let mut rows = context
            .rows_of(id)
            .filter(|(_, row)| concerns(row, mapping));
        if let Some((_, first)) = rows.next() {
            let claims = count(1 + rows.count(), "claim");
            found.push(note(mapping, &claims).also(context.row_place(first), "the first of them"));
        }
    }
    found
}
