//! Codes of vocabulary: which values, relations and entries go where.

use crate::declare::codes;

codes! {
    /// A property or clause appears twice where it may appear once.
    ///
    /// Which of the two applies would depend on their order, and order never matters.
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
    /// Texts are written in quotation marks; words, numbers and dates are not.
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
    /// Dates are written as year, month and day, with four, two and two digits.
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

    /// One of several words is expected, and another one is found.
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
    /// Every answer of the compiler is exact. That is possible for fourteen sets of relations, and this one is not among
    /// them.
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

    /// A row has a union although its relation takes none, or has one on both sides.
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

    /// `*` is written where the whole other framework is not possible.
    ///
    /// The only thing that can be said of a whole framework at once is that there is no relationship.
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

    /// An entry is in a block, or in a file, where it does not belong.
    ///
    /// Rows belong in mappings, controls in frameworks and overlays.
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

    /// Something follows what is already complete.
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

    /// A text is in quotation marks that are not straight.
    ///
    /// Word processors put them in; the language accepts only straight ones, so that a text ends where it seems to.
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
    /// It is probably meant to be that one; if it were skipped as a word of a later version, it would be missing without
    /// anybody noticing.
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

    /// A mapping or an assessment has no such property.
    ///
    /// It may be a condition or a scope, and without it everything in the block would claim more than its author meant. So
    /// nothing in the block counts: no row of the mapping, nothing in the assessment.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A.1 "One"
    ///   A.2 "Two"
    /// }
    /// mapping acme-csf from acme@1 to nist-csf@2.0 {
    ///   style     crosswalk
    ///   territory "European Union"
    ///
    ///   A.1 related-to GV.OC-01
    ///   A.2 related-to GV.OC-02
    /// }
    /// ```
    ///
    /// Correct the word. Write a condition with `when` on each row that it limits, and an explanation as a comment.
    UNKNOWN_LIMIT = "XW0233" "unknown-limit" Error;
}
