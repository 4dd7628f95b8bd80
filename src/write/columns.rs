//! Widths on the screen, and breaking long lists.

use unicode_width::UnicodeWidthStr;

/// Where a line should end, in columns.
pub const WIDTH: usize = 110;

/// How many columns a text takes.
pub fn width(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// The text with blanks behind it, so that it takes so many columns.
pub fn padded(text: &str, columns: usize) -> String {
    let blanks = columns.saturating_sub(width(text));
    format!("{text}{}", " ".repeat(blanks))
}

/// A list, whose members end in their comma, on as many lines as it needs when it begins in a column.
pub fn wrapped(members: &[String], column: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for member in members {
        match lines.last_mut() {
            Some(line) if column + width(line) + 1 + width(member) <= WIDTH => {
                line.push(' ');
                line.push_str(member);
            }
            _ => lines.push(member.clone()),
        }
    }
    lines
}
