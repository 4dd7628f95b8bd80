//! Conditions that stand in a note alone.

use std::ops::Range;

use super::{Context, Rule};
use xwalk_diagnostic::{Diagnostic, code};
use xwalk_model::{End, Row, RowId};
use xwalk_relation::{Label, Relation};
use xwalk_source::{Place, Span};

code! {
    /// A note makes a condition, and the claim counts without it.
    ///
    /// Whoever relies on the row reads that one control contains the other, and a verdict of *full* rests on it. A condition
    /// that stands in the note alone (*contained, if paper counts*) is then lost: the claim counts for everybody, whether
    /// the condition holds for them or not.
    ///
    /// The rule looks at rows that claim a containment (`equal`, `subset-of`, `superset-of`, or one of the latter two with
    /// `|equal`) and have no `when`, for words of English that usually make a condition, among them *if*, *unless*,
    /// *provided that*, *assuming*, *is read as*, *is taken to mean* and *counts as*. Notes in other languages are not
    /// understood. Words that mostly say something else are left alone: *once*, *when*, *as long as*, *in case*,
    /// *only where*, *depending on*. Since it judges by single words it can be wrong, so it is off by default.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A "Records"
    /// }
    /// framework house@1 "House rules" {
    ///   H "Keep the visitors' book"
    /// }
    /// mapping acme-house from acme@1 to house@1 {
    ///   rationale functional
    ///   A superset-of H "The visitors' book is one record of many, if paper counts"
    /// }
    /// ```
    ///
    /// Write the condition as `when "…"`, so that the claim counts only where an organization declares that it holds. If it is a
    /// doubt about what the texts mean, write both relations, as in `superset-of|intersects-with`. If it is neither, put the
    /// note in other words.
    CONDITION_IN_NOTE = "XW0519" "condition-in-note" Off;
}

pub(super) const RULE: Rule = Rule {
    code: CONDITION_IN_NOTE,
    check,
};

/// What makes a condition, in small letters. A phrase is as long as it must be not to be found where frameworks speak of
/// their own subject: logs are read, steps are taken to prevent, records are kept as long as they are needed.
const PHRASES: &[&str] = &[
    "if",
    "unless",
    "provided that",
    "provided the",
    "provided it",
    "provided they",
    "providing that",
    "so long as",
    "on condition that",
    "on the condition that",
    "on the assumption",
    "assuming",
    "presuming",
    "is read as",
    "are read as",
    "is read to",
    "are read to",
    "taken as",
    "taken to be",
    "taken to include",
    "taken to mean",
    "is understood as",
    "are understood as",
    "is understood to",
    "are understood to",
    "accepted as",
    "count as",
    "counts as",
    "counted as",
];

/// Before an `if` that makes no condition: *as if*, *even if*.
const BEFORE_IF: &[&str] = &["as", "even"];

fn check(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut last = None;
    for (id, row) in context
        .mappings()
        .flat_map(|(mapping, _)| context.rows_of(mapping))
    {
        // The targets of one line share its note.
        if !is_sure(row) || row.condition().is_some() || last == Some(row.place) {
            continue;
        }
        let note = row.note.as_deref().unwrap_or_default();
        if let Some(words) = condition(note) {
            last = Some(row.place);
            found.push(lost(context, id, note, words));
        }
    }
    found
}

/// Whether a row claims that one of its ends contains the other.
fn is_sure(row: &Row<'_>) -> bool {
    row.label.implies(Label::WITHIN) || row.label.implies(Label::CONTAINS)
}

/// The first words in a text that make a condition.
fn condition(text: &str) -> Option<Range<usize>> {
    // Neither change moves a byte.
    let text = text.to_ascii_lowercase().replace(['\n', '\t'], " ");
    let stands = |phrase: &str| {
        let mut places = text.match_indices(phrase).map(|(at, _)| at);
        let at = places.find(|at| {
            let (before, rest) = text.split_at_checked(*at).unwrap_or_default();
            let behind = rest.get(phrase.len()..).unwrap_or_default();
            let is_whole = !before.ends_with(char::is_alphanumeric)
                && !behind.starts_with(char::is_alphanumeric);
            let previous = before.split_whitespace().next_back().unwrap_or_default();
            is_whole && !(phrase == "if" && BEFORE_IF.contains(&previous))
        })?;
        Some(at..at + phrase.len())
    };
    let found = PHRASES.iter().filter_map(|phrase| stands(phrase));
    found.min_by_key(|words| words.start)
}

fn lost(context: &Context<'_, '_>, id: RowId, note: &str, words: Range<usize>) -> Diagnostic {
    let row = &context.model.rows[id];
    let said = note.get(words.clone()).unwrap_or_default();
    let message = format!(
        "`{said}` in the note of {} makes a condition, yet the claim counts for everybody",
        context.claim(id)
    );
    let when = "write the condition as `when \"…\"`, so that the claim counts only where it is declared to hold";
    let help = match weaker(row) {
        Some(relation) => {
            format!("{when}; or, if it is a doubt, weaken the relation to `{relation}`")
        }
        None => when.to_owned(),
    };
    Diagnostic::new(CONDITION_IN_NOTE, place(context, row, note, words), message).help(help)
}

/// What somebody can write who is not sure of the containment. Of unions nothing weaker can be said.
fn weaker(row: &Row<'_>) -> Option<String> {
    let is_union = |end| matches!(end, &End::Union(_));
    if is_union(&row.source) || is_union(&row.target) {
        return None;
    }
    let strict = [Relation::SubsetOf, Relation::SupersetOf].map(Label::only);
    let weaker = match strict.contains(&row.label) {
        true => row.label.or(Label::only(Relation::IntersectsWith)),
        false => Label::OVERLAPS,
    };
    Some(weaker.to_string())
}

/// Where the words stand in the text of the row. A note that is not written as it reads, over several lines or with a
/// `\"` in it, is searched again; if that does not find them, the row is shown.
fn place(context: &Context<'_, '_>, row: &Row<'_>, note: &str, words: Range<usize>) -> Place {
    let text = context.sources.text(row.place);
    let verbatim = || Some(text.rfind(note)? + words.start);
    let again = || {
        let quote = text.find('"')?;
        Some(quote + condition(text.get(quote..)?)?.start)
    };
    match verbatim().or_else(again) {
        Some(at) => {
            let start = row.place.span.start as usize + at;
            Span::new(start, start + words.len()).in_source(row.place.source)
        }
        None => context.row_place(row),
    }
}
