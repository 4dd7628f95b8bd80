//! Codes of names: references that mean nothing, or something else than their author thinks.

use crate::declare::codes;

codes! {
    /// A framework is named that is neither in the workspace nor bundled.
    ///
    /// Nothing that refers to it can be checked, so the construct that names it is left out.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" { A "One" }
    /// mapping acme-csf from acme@1 to nist-cfs@2.0 {
    ///   A related-to GV.OC-01
    /// }
    /// ```
    ///
    /// Correct the name, or declare the framework in a file of the workspace.
    UNKNOWN_FRAMEWORK = "XW0301" "unknown-framework" Error;

    /// A framework exists, but not in the edition that is named.
    ///
    /// Identifiers move between editions, so a reference always says which edition it means.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" { A "One" }
    /// mapping acme-csf from acme@1 to nist-csf@2.1 {
    ///   A related-to GV.OC-01
    /// }
    /// ```
    ///
    /// Name one of the editions that the help lists, or declare the edition that is missing.
    UNKNOWN_EDITION = "XW0302" "unknown-edition" Error;

    /// An identifier is not a control of the framework in which it is looked up.
    ///
    /// The row or the reference is left out; everything else still counts. A left-out row is a hole in the
    /// coverage, so this is an error.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" { A "One" }
    /// mapping acme-csf from acme@1 to nist-csf@2.0 {
    ///   A related-to GV.OC-1
    /// }
    /// ```
    ///
    /// Use the nearest identifier that the help offers, or look the control up with `xwalk show`.
    UNKNOWN_CONTROL = "XW0303" "unknown-control" Error;

    /// An identifier was withdrawn from its framework.
    ///
    /// A correspondence to something that is no longer asked for means nothing today. The row is left out.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A "One"
    ///   withdrawn B -> A "merged"
    /// }
    /// mapping acme-csf from acme@1 to nist-csf@2.0 {
    ///   B related-to GV.OC-01
    /// }
    /// ```
    ///
    /// Decide which of the successors that the help names the row means, and write that one.
    WITHDRAWN_IDENTIFIER = "XW0304" "withdrawn-identifier" Error;

    /// A policy names a mapping that does not exist.
    ///
    /// What it requires of that mapping cannot be checked.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// policy release "Before publication" for acme-to-csf {
    ///   require note on equal
    /// }
    /// ```
    ///
    /// Correct the name, or leave out `for` to include all mappings of the workspace.
    UNKNOWN_MAPPING = "XW0305" "unknown-mapping" Error;

    /// A control is written with a framework that does not belong there.
    ///
    /// The left side of a row belongs to the framework after `from`, the right side to the framework after `to`.
    /// A row about a third framework belongs in a mapping of its own.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" { A "One" }
    /// mapping acme-csf from acme@1 to nist-csf@2.0 {
    ///   A related-to nist-csf@1.1:ID.AM
    /// }
    /// ```
    ///
    /// Write the control of this mapping's framework, or move the row to a mapping between the two frameworks.
    FOREIGN_CONTROL = "XW0306" "foreign-control" Error;

    /// The two ends of a row, or of all rows, are swapped.
    ///
    /// What is on the left would be found in the target framework, and what is on the right in the source
    /// framework. `subset-of` and `superset-of` read the other way round, so the compiler does not swap silently.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" { A "One" { A.1 "Two" } }
    /// mapping acme-csf from acme@1 to nist-csf@2.0 {
    ///   rationale functional
    ///   A.1      intersects-with GV.OC-01
    ///   GV.OC-02 superset-of     A.1
    /// }
    /// ```
    ///
    /// Swap the ends of the row, and turn `subset-of` into `superset-of` and vice versa. If every row is affected,
    /// swap `from` and `to` in the header instead.
    SWAPPED_ENDS = "XW0307" "swapped-ends" Error;

    /// A control is referred to by an alias instead of its identifier.
    ///
    /// Both are understood. Readers who compare two files find it easier when both use the same one. Off by default.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" { A.01 "One" { alias A.1 } }
    /// mapping acme-csf from acme@1 to nist-csf@2.0 {
    ///   style crosswalk
    ///   A.1 related-to GV.OC-01
    /// }
    /// ```
    ///
    /// Write the identifier that the help names.
    ALIAS_USED = "XW0308" "alias-used" Off;

    /// A framework succeeds one that is not here.
    ///
    /// Nothing is wrong with that: the earlier edition need not be in the workspace. It is worth a look, since a
    /// mistyped name reads the same.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@2 "Acme" {
    ///   succeeds acme@1
    ///   A "One"
    /// }
    /// ```
    ///
    /// Correct the name if it is mistyped, else leave it as it is.
    UNKNOWN_PREDECESSOR = "XW0309" "unknown-predecessor" Note;

    /// A framework of the workspace replaces a bundled one, and bundled rows no longer fit it.
    ///
    /// A workspace may have its own version of a framework that comes with the program. The bundled crosswalks
    /// then refer to the version in the workspace; rows about controls that it lacks are left out.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework nist-csf@2.0 "Our reading of the CSF" {
    ///   GV "Govern"
    /// }
    /// ```
    ///
    /// Complete the framework, give it an edition of its own, or declare the mapping in the workspace as well.
    BUNDLED_ROWS_LEFT_OUT = "XW0310" "bundled-rows-left-out" Warning;

    /// A control is relied on that no longer applies.
    ///
    /// Its framework says that it was superseded: others took its place on a day, and since then it is not assessed. Its
    /// identifier stays valid, but it is in no count, and what relies on it counts nowhere: a row that says how its set
    /// relates to another one, a row of an assessment, `raises`, evidence and whatever else `supports` it, what `threatens` it,
    /// who is `accountable` for it. Rows that say nothing about sets, such as `related-to` and `supports`, are left alone:
    /// published lists name the old control and the new one, and nothing rests on them.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A "Review by hand" { superseded by B on 2025-03-31 }
    ///   B "Review by machine"
    /// }
    /// mapping acme-csf from acme@1 to nist-csf@2.0 {
    ///   rationale functional
    ///   A intersects-with ID.RA-01
    /// }
    /// ```
    ///
    /// Write the control that took its place, if the same can be said of that.
    SUPERSEDED = "XW0311" "superseded" Warning;
}
