//! Codes of vocabulary: which values, relations and entries go where.

use crate::diagnostic::codes;

codes! {
    /// A property or clause stands twice where it may stand once.
    ///
    /// Which of the two holds would depend on their order, and order never matters.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   language en
    ///   language de
    ///   A.1 "One"
    /// }
    /// ```
    ///
    /// Keep one of the two.
    REPEATED_PROPERTY = "XW0221" "repeated-property" Error;

    /// A value is of another kind than its property or clause takes.
    ///
    /// Texts stand in quotation marks; words, numbers and dates do not.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   publisher Acme
    ///   A.1 "One"
    /// }
    /// ```
    ///
    /// Write the value as the help says.
    WRONG_VALUE = "XW0222" "wrong-value" Error;

    /// A date does not exist.
    ///
    /// Dates are written year, month, day, with four, two and two digits.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   published 2026-02-30
    ///   A.1 "One"
    /// }
    /// ```
    ///
    /// Write a day of the calendar, as in `2026-02-28`.
    BAD_DATE = "XW0223" "bad-date" Error;

    /// A number is smaller or larger than it may be.
    ///
    /// A strength is 0 to 10, as NIST IR 8278A counts it; a percentage is at most 100.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A.1 "One"
    ///   A.2 "Two"
    /// }
    /// mapping acme-csf from acme@1 to nist-csf@2.0 {
    ///   style crosswalk
    ///   rationale semantic
    ///
    ///   A.1 related-to GV.OC-01
    ///   A.2 related-to GV.OC-02 strength 12
    /// }
    /// ```
    ///
    /// Write a number within the bounds that the message names.
    NUMBER_OUT_OF_RANGE = "XW0224" "number-out-of-range" Error;

    /// One of several words is expected, and another one stands there.
    ///
    /// What the author meant cannot be guessed.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   nesting subsets
    ///   A.1 "One"
    /// }
    /// ```
    ///
    /// Write one of the words that the message names.
    UNKNOWN_WORD = "XW0225" "unknown-word" Error;

    /// A combination of relations cannot be reasoned about exactly.
    ///
    /// Every answer of the compiler is exact, which holds for fourteen sets of relations; this one is not among them.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A.1 "One"
    ///   A.2 "Two"
    /// }
    /// mapping acme-csf from acme@1 to nist-csf@2.0 {
    ///   style crosswalk
    ///   rationale semantic
    ///
    ///   A.1 related-to GV.OC-01
    ///   A.2 subset-of|superset-of GV.OC-02
    /// }
    /// ```
    ///
    /// Write one of the combinations that the help names, or `related-to`.
    UNREASONABLE_RELATION = "XW0226" "unreasonable-relation" Error;

    /// A union stands in a row whose relation takes none, or on both sides.
    ///
    /// `A + B` is what two controls ask for together. What follows from it is exact for `equal`, `subset-of` and
    /// `superset-of` only.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A.1 "One"
    ///   A.2 "Two"
    /// }
    /// mapping acme-csf from acme@1 to nist-csf@2.0 {
    ///   style crosswalk
    ///   rationale semantic
    ///
    ///   A.1 related-to GV.OC-01
    ///   A.2 intersects-with GV.OC-02 + GV.OC-03
    /// }
    /// ```
    ///
    /// Write the controls with commas, which makes several claims, or use another relation.
    UNION_NOT_ALLOWED = "XW0227" "union-not-allowed" Error;

    /// `*` stands where the whole other framework cannot stand.
    ///
    /// Only that there is no relationship can be said of a whole framework at once.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A.1 "One"
    ///   A.2 "Two"
    /// }
    /// mapping acme-csf from acme@1 to nist-csf@2.0 {
    ///   style crosswalk
    ///   rationale semantic
    ///
    ///   A.1 related-to GV.OC-01
    ///   A.2 related-to *
    /// }
    /// ```
    ///
    /// Write `no-relationship *`, or name the controls.
    STAR_NOT_ALLOWED = "XW0228" "star-not-allowed" Error;

    /// An entry stands in a block, or in a file, that it does not belong to.
    ///
    /// Rows belong in mappings, controls into frameworks and overlays.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A.1 "One"
    ///   A.2 "Two"
    ///   A.1 equal A.2
    /// }
    /// ```
    ///
    /// Move it to where it belongs.
    MISPLACED_ENTRY = "XW0229" "misplaced-entry" Error;

    /// Something stands behind what is already complete.
    ///
    /// A comma is missing, or it belongs to another entry.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A.1 "One"
    ///   A.2 "Two"
    /// }
    /// mapping acme-csf from acme@1 to nist-csf@2.0 {
    ///   style crosswalk
    ///   rationale semantic
    ///
    ///   A.1 related-to GV.OC-01
    ///   A.2 related-to GV.OC-02 GV.OC-03
    /// }
    /// ```
    ///
    /// Put a comma before it if it is one of a list, else remove it.
    SUPERFLUOUS = "XW0230" "superfluous" Error;

    /// A text stands in quotation marks that are not straight.
    ///
    /// Word processors put them in; the language knows the straight ones alone, so that a text ends where it seems to.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   publisher “Acme”
    ///   A.1 "One"
    /// }
    /// ```
    ///
    /// Write straight double quotation marks.
    CURLY_QUOTES = "XW0231" "curly-quotes" Error;

    /// A property or clause is nearly one that exists.
    ///
    /// It is meant to be that one; skipped as if a later version had it, it would be missing without anybody's notice.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   publishr "Acme Ltd"
    ///   A.1 "One"
    /// }
    /// ```
    ///
    /// Correct the word.
    MISSPELT_PROPERTY = "XW0232" "misspelt-property" Error;
}
