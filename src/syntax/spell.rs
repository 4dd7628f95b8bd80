//! How identifiers and texts are written, for text that the program writes itself.

use std::borrow::Cow;

use crate::is_identifier;

/// An identifier as it is written in a file: in backticks where it needs them.
#[must_use]
pub fn spelled_identifier(identifier: &str) -> Cow<'_, str> {
    // Two slashes would begin a comment.
    if is_identifier(identifier) && !identifier.contains("//") {
        Cow::Borrowed(identifier)
    } else {
        Cow::Owned(format!("`{identifier}`"))
    }
}

/// A text as it is written in a file: in quotation marks, on one line.
#[must_use]
pub fn spelled_text(text: &str) -> String {
    let mut written = String::with_capacity(text.len() + 2);
    written.push('"');
    for character in text.chars() {
        match character {
            '"' => written.push_str("\\\""),
            '\\' => written.push_str("\\\\"),
            '\n' => written.push_str("\\n"),
            '\t' => written.push_str("\\t"),
            // No other control character can be written, nor read.
            character if character.is_control() => written.push(' '),
            character => written.push(character),
        }
    }
    written.push('"');
    written
}
