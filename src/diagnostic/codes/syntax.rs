//! Codes of syntax: the shape of entries and the vocabulary.

use crate::diagnostic::codes;

codes! {
    /// Nonsense.
    NONSENSE = "XW0201" "nonsense" Error;
    /// Missing relation.
    MISSING_RELATION = "XW0202" "missing-relation" Error;
    /// Unknown relation.
    UNKNOWN_RELATION = "XW0203" "unknown-relation" Error;
    /// Missing target.
    MISSING_TARGET = "XW0204" "missing-target" Error;
    /// Missing block.
    MISSING_BLOCK = "XW0205" "missing-block" Error;
    /// Missing name.
    MISSING_NAME = "XW0206" "missing-name" Error;
    /// Missing value.
    MISSING_VALUE = "XW0207" "missing-value" Error;
    /// Missing header part.
    MISSING_HEADER_PART = "XW0208" "missing-header-part" Error;
    /// Bad identifier.
    BAD_IDENTIFIER = "XW0209" "bad-identifier" Error;
    /// Bad name.
    BAD_NAME = "XW0210" "bad-name" Error;
    /// Bad reference.
    BAD_REFERENCE = "XW0211" "bad-reference" Error;
    /// Range.
    RANGE = "XW0212" "range" Error;
    /// Semicolon.
    SEMICOLON = "XW0213" "semicolon" Error;
    /// Hash comment.
    HASH_COMMENT = "XW0214" "hash-comment" Error;
    /// Ditto row.
    DITTO_ROW = "XW0215" "ditto-row" Error;
    /// Swallowed row.
    SWALLOWED_ROW = "XW0216" "swallowed-row" Error;
    /// Unknown property.
    UNKNOWN_PROPERTY = "XW0217" "unknown-property" Warning;
    /// Unknown clause.
    UNKNOWN_CLAUSE = "XW0218" "unknown-clause" Warning;
    /// Unknown construct.
    UNKNOWN_CONSTRUCT = "XW0219" "unknown-construct" Warning;
    /// Misspelt construct.
    MISSPELT_CONSTRUCT = "XW0220" "misspelt-construct" Error;
    /// Repeated property.
    REPEATED_PROPERTY = "XW0221" "repeated-property" Error;
    /// Wrong value.
    WRONG_VALUE = "XW0222" "wrong-value" Error;
    /// Bad date.
    BAD_DATE = "XW0223" "bad-date" Error;
    /// Number out of range.
    NUMBER_OUT_OF_RANGE = "XW0224" "number-out-of-range" Error;
    /// Unknown word.
    UNKNOWN_WORD = "XW0225" "unknown-word" Error;
    /// Unreasonable relation.
    UNREASONABLE_RELATION = "XW0226" "unreasonable-relation" Error;
    /// Union not allowed.
    UNION_NOT_ALLOWED = "XW0227" "union-not-allowed" Error;
    /// Star not allowed.
    STAR_NOT_ALLOWED = "XW0228" "star-not-allowed" Error;
    /// Misplaced entry.
    MISPLACED_ENTRY = "XW0229" "misplaced-entry" Error;
    /// Curly quotes.
    CURLY_QUOTES = "XW0231" "curly-quotes" Error;
    /// Superfluous.
    SUPERFLUOUS = "XW0230" "superfluous" Error;
}
