//! Codes of reading: bytes, characters, and what must be closed.

use crate::declare::codes;

codes! {
    /// A file is not UTF-8.
    ///
    /// Only UTF-8 writes every language in one way; other encodings silently turn letters into other letters. What is not
    /// UTF-8 is shown as `\u{FFFD}`, and the rest of the file is read.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acm<0xE9>" {
    ///   A.1 "One"
    /// }
    /// ```
    ///
    /// Save the file again and choose UTF-8 as its encoding.
    INVALID_UTF8 = "XW0101" "invalid-utf8" Error;

    /// A file is larger than 256 MiB.
    ///
    /// A file of this size is not a text that somebody wrote. The whole file is left out.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// // <268435457 x " ">
    /// ```
    ///
    /// Split it: all files of a workspace are read together, and their order does not matter.
    FILE_TOO_LARGE = "XW0102" "file-too-large" Error;

    /// A file contains a control character.
    ///
    /// Control characters are invisible, and terminals and spreadsheets act on them.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A.1 "One<U+0007>"
    /// }
    /// ```
    ///
    /// Remove the character. A tab or a line break inside a text is written `\t` or `\n`.
    CONTROL_CHARACTER = "XW0103" "control-character" Error;

    /// A file contains a character that changes the direction of writing.
    ///
    /// With such a character, a line shows something other than what is compiled; the attack is known as "Trojan source".
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A.1 "One" // <U+202E>two
    /// }
    /// ```
    ///
    /// Remove the character.
    BIDIRECTIONAL_CONTROL = "XW0104" "bidirectional-control" Error;

    /// A text has no closing quotation mark.
    ///
    /// A text between `"` ends on its line, so that a mark that was forgotten damages one entry and not the file.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A.1 "One
    ///   A.2 "Two"
    /// }
    /// ```
    ///
    /// Close the text. A text over several lines is written between `"""` and `"""`.
    UNTERMINATED_TEXT = "XW0105" "unterminated-text" Error;

    /// An identifier in backticks has no closing backtick.
    ///
    /// Identifiers with blanks or special characters are written in backticks, on one line.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A.1 "One"
    ///   `Art. 2 "Two"
    /// }
    /// ```
    ///
    /// Close it with a backtick.
    UNTERMINATED_BACKTICKS = "XW0106" "unterminated-backticks" Error;

    /// A comment has no closing `*/`.
    ///
    /// The rest of the line is taken for the comment, and reading goes on with the next one.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A.1 "One" /* the first
    ///   A.2 "Two"
    /// }
    /// ```
    ///
    /// Close the comment with `*/`, or begin it with `//`, which goes to the end of the line.
    UNTERMINATED_COMMENT = "XW0107" "unterminated-comment" Error;

    /// Blocks are nested more than 128 deep.
    ///
    /// No framework has so many levels, and a file could make a program fail that follows any depth.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    /// <130 x "A {">
    /// <130 x "}">
    /// }
    /// ```
    ///
    /// Close the blocks that were meant to end earlier.
    NESTING_TOO_DEEP = "XW0108" "nesting-too-deep" Error;

    /// A block is opened and never closed.
    ///
    /// The indentation shows which block that is; an item keyword at the beginning of a line ends whatever is open.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A.1 "One" {
    ///     A.1.1 "Part"
    /// }
    /// ```
    ///
    /// Write `}` on a line of its own after the last entry of the block.
    UNCLOSED_BRACE = "XW0109" "unclosed-brace" Error;

    /// A brace closes nothing.
    ///
    /// It is disregarded, and everything else is read.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A.1 "One"
    /// }
    /// }
    /// ```
    ///
    /// Remove it, or write `{` at the end of the line that it belongs to.
    UNOPENED_BRACE = "XW0110" "unopened-brace" Error;

    /// A backslash in a text comes before something that has no meaning there.
    ///
    /// A text knows `\"`, `\\`, `\n`, `\t` and `\u{1F512}`; anything else is left out of the text.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A.1 "Files in C:\data"
    /// }
    /// ```
    ///
    /// Write `\\` for a backslash.
    BAD_ESCAPE = "XW0111" "bad-escape" Error;

    /// A name or identifier contains characters that do not show what they are.
    ///
    /// Letters of two scripts that look alike, and characters that cannot be seen, make two identifiers that nobody can tell
    /// apart.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A.1 "One"
    ///   A.<U+0410>2 "Two"
    /// }
    /// ```
    ///
    /// Type the identifier again by hand: text that was copied often carries such characters.
    MISLEADING_IDENTIFIER = "XW0112" "misleading-identifier" Error;

    /// More is wrong with a file than anybody reads.
    ///
    /// The first 2,000 findings of a file are shown, and the others are counted. Where there are more than 2,000,000, the rest
    /// of the file is not read.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// mapping acme-csf from nist-csf@1.1 to nist-csf@2.0 {
    ///   <2001 x ";\n">
    /// }
    /// ```
    ///
    /// Mend the first ones and look again: where there are so many, most have one cause.
    TOO_MANY_FINDINGS = "XW0113" "too-many-findings" Error;
}
