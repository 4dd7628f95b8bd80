//! Blanks that look like the blank and are another character.

use std::borrow::Cow;

/// The text with blanks other than the blank itself by number (`H-2<U+00A0>`): where a name is not found because of one,
/// nobody would see why.
#[must_use]
pub fn unusual_blanks(text: &str) -> Cow<'_, str> {
    let is_unusual = |character: char| character != ' ' && character.is_whitespace();
    if !text.contains(is_unusual) {
        return Cow::Borrowed(text);
    }
    let shown = text.chars().map(|character| match is_unusual(character) {
        true => format!("<U+{:04X}>", u32::from(character)),
        false => character.to_string(),
    });
    Cow::Owned(shown.collect())
}

#[cfg(test)]
mod tests {
    use super::unusual_blanks;

    #[test]
    fn a_no_break_space_is_shown() {
        assert_eq!(unusual_blanks("H-2\u{a0}"), "H-2<U+00A0>");
        assert_eq!(unusual_blanks("Art. 5"), "Art. 5");
    }
}
