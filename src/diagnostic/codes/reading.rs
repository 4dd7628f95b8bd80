//! Codes of reading: bytes, characters, and what must be closed.

use crate::diagnostic::codes;

codes! {
    /// Invalid utf8.
    INVALID_UTF8 = "XW0101" "invalid-utf8" Error;
    /// File too large.
    FILE_TOO_LARGE = "XW0102" "file-too-large" Error;
    /// Control character.
    CONTROL_CHARACTER = "XW0103" "control-character" Error;
    /// Bidirectional control.
    BIDIRECTIONAL_CONTROL = "XW0104" "bidirectional-control" Error;
    /// Unterminated text.
    UNTERMINATED_TEXT = "XW0105" "unterminated-text" Error;
    /// Unterminated backticks.
    UNTERMINATED_BACKTICKS = "XW0106" "unterminated-backticks" Error;
    /// Unterminated comment.
    UNTERMINATED_COMMENT = "XW0107" "unterminated-comment" Error;
    /// Nesting too deep.
    NESTING_TOO_DEEP = "XW0108" "nesting-too-deep" Error;
    /// Unclosed brace.
    UNCLOSED_BRACE = "XW0109" "unclosed-brace" Error;
    /// Unopened brace.
    UNOPENED_BRACE = "XW0110" "unopened-brace" Error;
    /// Bad escape.
    BAD_ESCAPE = "XW0111" "bad-escape" Error;
    /// Misleading identifier.
    MISLEADING_IDENTIFIER = "XW0112" "misleading-identifier" Error;
}
