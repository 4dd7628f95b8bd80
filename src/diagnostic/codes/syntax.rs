//! Codes of syntax: the shape of entries, and the words that nobody knows.

use crate::declare::codes;

codes! {
    /// An entry makes no sense from some point on.
    ///
    /// The entry is left out, or what comes before that point is kept if it is complete; everything else is read.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A.1 "One" "Two"
    /// }
    /// ```
    ///
    /// Write the entry as the help says: a property, a control or a row.
    NONSENSE = "XW0201" "nonsense" Error;

    /// A row does not say how its controls relate.
    ///
    /// A correspondence without its relation is no claim that anybody could check.
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
    ///   A.2 GV.OC-02
    /// }
    /// ```
    ///
    /// Write the relation between source and target; `related-to` says that there is one, but not which.
    MISSING_RELATION = "XW0202" "missing-relation" Error;

    /// A row uses a relation that does not exist.
    ///
    /// The relations are those of NIST IR 8477, in its words.
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
    ///   A.2 equals GV.OC-02
    /// }
    /// ```
    ///
    /// Write one of the relations that the help names.
    UNKNOWN_RELATION = "XW0203" "unknown-relation" Error;

    /// A row has no target.
    ///
    /// A target is never left out; a control that corresponds to nothing says so with `no-relationship *`.
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
    ///   A.2 related-to
    /// }
    /// ```
    ///
    /// Write the control, or `no-relationship *`.
    MISSING_TARGET = "XW0204" "missing-target" Error;

    /// A construct has no block.
    ///
    /// Every construct has one, even if it is empty, so that a header cannot be taken for a property.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A.1 "One"
    ///   A.2 "Two"
    /// }
    /// overlay acme-de of acme@1
    /// ```
    ///
    /// End the line with `{` and close the block with `}`, or write `{}`.
    MISSING_BLOCK = "XW0205" "missing-block" Error;

    /// A construct has no name.
    ///
    /// Other constructs, and the outputs, refer to it by its name.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A.1 "One"
    ///   A.2 "Two"
    /// }
    /// overlay "German" of acme@1 {}
    /// ```
    ///
    /// Write a name after the keyword, before the title.
    MISSING_NAME = "XW0206" "missing-name" Error;

    /// A property or clause has no value, or lacks part of it.
    ///
    /// What it is meant to say is not there.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   publisher
    ///   A.1 "One"
    /// }
    /// ```
    ///
    /// Write the value that the help describes.
    MISSING_VALUE = "XW0207" "missing-value" Error;

    /// A header does not say what its construct is about.
    ///
    /// A mapping needs both frameworks, an overlay the one whose wording it gives.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A.1 "One"
    ///   A.2 "Two"
    /// }
    /// overlay acme-de "German" {}
    /// ```
    ///
    /// Write the part that is missing before the block.
    MISSING_HEADER_PART = "XW0208" "missing-header-part" Error;

    /// Something that cannot be a control identifier is written where one belongs.
    ///
    /// An identifier begins with a letter or digit; letters, digits and `. - _ ( ) / &` follow. Words of only small letters
    /// and hyphens are never identifiers, so that the language can learn words.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A.1 "One"
    ///   -2 "Two"
    /// }
    /// ```
    ///
    /// Correct it, or put it into backticks if the framework writes it so: `` `Art. 21` ``.
    BAD_IDENTIFIER = "XW0209" "bad-identifier" Error;

    /// Something that cannot be a name is written where one belongs.
    ///
    /// A name begins with a small letter; small letters, digits and hyphens follow, and it does not end in a hyphen.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A.1 "One"
    ///   A.2 "Two"
    /// }
    /// overlay Acme_DE of acme@1 {}
    /// ```
    ///
    /// Write it as the help proposes.
    BAD_NAME = "XW0210" "bad-name" Error;

    /// A framework is named without its edition, or with something that cannot be one.
    ///
    /// Identifiers move between editions, so a framework is always named with its edition.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A.1 "One"
    ///   A.2 "Two"
    /// }
    /// overlay acme-de of acme {}
    /// ```
    ///
    /// Write the edition after `@`, as in `acme@1`.
    BAD_REFERENCE = "XW0211" "bad-reference" Error;

    /// A row names a range of controls.
    ///
    /// A range would silently include what a later edition inserts.
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
    ///   A.2 related-to GV.OC-02..GV.OC-04
    /// }
    /// ```
    ///
    /// Write each control.
    RANGE = "XW0212" "range" Error;

    /// An entry ends with a semicolon.
    ///
    /// Each entry is on a line of its own, so that one changed claim is one changed line.
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
    ///   A.2 related-to GV.OC-02;
    /// }
    /// ```
    ///
    /// Remove it and begin a new line for the next entry. Comments begin with `//`.
    SEMICOLON = "XW0213" "semicolon" Error;

    /// A comment begins with `#`.
    ///
    /// `#` begins a tag of a control.
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
    ///   # the second one
    ///   A.2 related-to GV.OC-02
    /// }
    /// ```
    ///
    /// Write `//` instead.
    HASH_COMMENT = "XW0214" "hash-comment" Error;

    /// A row leaves its source to the row above.
    ///
    /// Each row is complete by itself: sorted, moved or quoted alone, it still says the same.
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
    ///   related-to GV.OC-02
    /// }
    /// ```
    ///
    /// Repeat the identifier of the row above; several targets of one source can be written in one row with commas.
    DITTO_ROW = "XW0215" "ditto-row" Error;

    /// Two rows have become one.
    ///
    /// An entry continues after a comma at the end of a line, so the next row is read as part of it.
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
    ///   A.2 related-to GV.OC-02,
    ///   A.2 related-to GV.OC-03
    /// }
    /// ```
    ///
    /// Remove the comma.
    SWALLOWED_ROW = "XW0216" "swallowed-row" Error;

    /// A construct has no such property.
    ///
    /// It is skipped up to the end of its entry, so that a file written for a later version can be read. In a mapping or
    /// an assessment it is an error (XW0233).
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   sector healthcare
    ///   A.1 "One"
    /// }
    /// ```
    ///
    /// Use the version of xwalk that the file was written for.
    UNKNOWN_PROPERTY = "XW0217" "unknown-property" Warning;

    /// A row has no such clause.
    ///
    /// It may be a condition or an exception, and without it the row would say more than its author meant. So the row
    /// counts nowhere: in no verdict, in no proof, and its controls do not count as looked at where the mapping says that
    /// it is complete.
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
    ///   A.2 related-to GV.OC-02 weight 3
    /// }
    /// ```
    ///
    /// Correct the word, write a condition with `when`, or put what explains the row into its note.
    UNKNOWN_CLAUSE = "XW0218" "unknown-clause" Error;

    /// A file contains a construct of an unknown kind.
    ///
    /// It is skipped up to the end of its block, so that a file written for a later version can be read.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A.1 "One"
    ///   A.2 "Two"
    /// }
    /// questionnaire acme-ltd "Acme" {
    ///   sector healthcare
    /// }
    /// ```
    ///
    /// Use the version of xwalk that the file was written for.
    UNKNOWN_CONSTRUCT = "XW0219" "unknown-construct" Warning;

    /// The keyword of a construct is misspelt.
    ///
    /// Nothing in its block has been read, so what it says is missing.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A.1 "One"
    ///   A.2 "Two"
    /// }
    /// overlya acme-de of acme@1 {}
    /// ```
    ///
    /// Correct the keyword.
    MISSPELT_CONSTRUCT = "XW0220" "misspelt-construct" Error;
}
