//! What stands where a row's relation should.

use xwalk_diagnostic::codes::syntax::{MISSING_RELATION, UNKNOWN_RELATION};
use xwalk_diagnostic::{Diagnostic, nearest};
use xwalk_relation::Word;
use xwalk_source::Place;

/// Something that cannot be a relation, where one should be: a word that nobody knows, or the target itself.
pub fn no_relation(place: Place, written: &str) -> Diagnostic {
    if let Some(near) = meant(written) {
        return Diagnostic::new(
            UNKNOWN_RELATION,
            place,
            format!("there is no relation `{written}`"),
        )
        .help(format!("did you mean `{near}`?"));
    }
    if written.starts_with(',') {
        return Diagnostic::new(
            MISSING_RELATION,
            place,
            "the row has no relation before the comma",
        )
        .help("a row has one source: write a row for each, with the relation after the source");
    }
    if written.starts_with(|first: char| first.is_alphanumeric() || matches!(first, '`' | '*')) {
        return Diagnostic::new(
            MISSING_RELATION,
            place,
            format!("the row has no relation before `{written}`"),
        )
        .help("write what the source is to the target, as in `PR.AA-05 equal A.5.15`");
    }
    Diagnostic::new(
        UNKNOWN_RELATION,
        place,
        format!("there is no relation `{written}`"),
    )
    .help(format!("the relations are {}", all()))
}

/// All relation words, in backticks.
pub fn all() -> String {
    Word::ALL
        .map(|word| format!("`{}`", word.word()))
        .join(", ")
}

/// The relation that is meant by one or several words: `is a subset of`, `Equals`.
pub fn meant(written: &str) -> Option<&'static str> {
    let folded = written.to_lowercase().replace('_', "-");
    let words: Vec<&str> = folded
        .split_whitespace()
        .filter(|word| !matches!(*word, "is" | "are" | "a" | "an" | "the"))
        .collect();
    let joined = words.join("-");
    common_name(&joined)
        .or_else(|| nearest(&joined, Word::ALL.map(Word::word)))
        .or_else(|| Word::parse(words.first()?).map(Word::word))
}

/// Words and signs that other tools and standards use, and what they are called here.
fn common_name(written: &str) -> Option<&'static str> {
    Some(match written {
        "=" | "==" | "≡" | "equals" | "equal-to" | "same-as" | "exact" | "exact-match" => "equal",
        "equivalent-to" => "equivalent",
        "⊂" | "⊆" | "<" | "subset" | "part-of" | "within" | "contained-in" | "included-in"
        | "is-subset-of" => "subset-of",
        "⊃" | "⊇" | ">" | "superset" | "contains" | "includes" | "is-superset-of" => {
            "superset-of"
        }
        "∩" | "intersect" | "intersects" | "partial" => "intersects-with",
        "overlap" | "overlaps-with" | "overlapping" => "overlaps",
        "none" | "no-relation" | "unrelated" | "not-related" => "no-relationship",
        "->" | "→" | "related" | "relates-to" | "maps-to" | "see" => "related-to",
        _ => return None,
    })
}
