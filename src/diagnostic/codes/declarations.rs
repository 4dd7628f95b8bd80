//! Codes of declarations: what is declared twice, or cannot be declared so.

use crate::declare::codes;

codes! {
    /// A framework, mapping, overlay or policy is declared twice.
    ///
    /// All files of a workspace are one namespace. The first declaration, in the order of file names, is kept;
    /// the other one is left out. (A declaration of the workspace replaces a bundled one without a message.)
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" { A "One" }
    /// framework acme@1 "Acme" { A "One" }
    /// ```
    ///
    /// Rename one of the two, or delete it.
    DUPLICATE_DECLARATION = "XW0401" "duplicate-declaration" Error;

    /// An identifier means two things in one framework, or is worded twice in one overlay.
    ///
    /// A reference to it could mean either. The first is kept, the second is left out; controls that are nested
    /// in it move up to where it was.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A.1 "One"
    ///   A.2 "Two" { alias A.1 }
    /// }
    /// ```
    ///
    /// Give one of the two the identifier that the framework's publisher gave it.
    DUPLICATE_IDENTIFIER = "XW0402" "duplicate-identifier" Error;

    /// Two identifiers look the same to a reader.
    ///
    /// They differ only in upper and lower case, in how their characters are encoded, or in characters that cannot
    /// be seen. The compiler can tell them apart, but a person cannot.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A.1a "One"
    ///   A.1A "Two"
    /// }
    /// ```
    ///
    /// If both are the publisher's, keep them and set the code to `off`; else write one of them as it should be.
    ALIKE_IDENTIFIERS = "XW0403" "alike-identifiers" Warning;

    /// A control is also declared withdrawn.
    ///
    /// Either the framework asks for it or it does not. The control is kept, and the withdrawal is left out.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A.1 "One"
    ///   A.2 "Two"
    ///   withdrawn A.2 -> A.1 "merged"
    /// }
    /// ```
    ///
    /// Delete the control if its publisher withdrew it, else the withdrawal.
    WITHDRAWN_CONTROL = "XW0404" "withdrawn-control" Error;

    /// A mapping goes from a framework to itself.
    ///
    /// A mapping relates two frameworks, or two editions of one. What a framework says about its own controls is
    /// its hierarchy. The mapping is left out.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// mapping own from nist-csf@2.0 to nist-csf@2.0 {
    ///   GV.OC-01 intersects-with GV.OC-02
    /// }
    /// ```
    ///
    /// Name the other framework or edition. If the hierarchy has a meaning, say so with `nesting`.
    MAPPING_ONTO_ITSELF = "XW0405" "mapping-onto-itself" Error;

    /// A framework is nested deeper than its levels have names.
    ///
    /// Reports then call the deeper ones "level 3" and so on.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   levels chapter
    ///   A "One" { A.1 "Two" }
    /// }
    /// ```
    ///
    /// Name every level after `levels`, outermost first, with `>` between them.
    UNNAMED_LEVEL = "XW0406" "unnamed-level" Note;

    /// A control appears twice in one union.
    ///
    /// A union of a control with itself is just that control, so perhaps another one was meant.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" { A "One" }
    /// mapping acme-csf from acme@1 to nist-csf@2.0 {
    ///   rationale functional
    ///   A superset-of GV.OC-01 + GV.OC-01
    /// }
    /// ```
    ///
    /// Delete the repetition, or write the control that was meant.
    REPEATED_PART = "XW0407" "repeated-part" Warning;
}
