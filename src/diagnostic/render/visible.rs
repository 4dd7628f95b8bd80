//! Characters that would act on a terminal, or hide, made visible.

use std::borrow::Cow;

/// The text with control characters as symbols (`␛`) and direction marks and invisible characters by number
/// (`<U+202E>`), so that a terminal shows a user's text and never obeys it. Tabs and line breaks stay.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if text
        .chars()
        .all(|character| matches!(symbol(character), Symbol::Itself))
    {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        match symbol(character) {
            Symbol::Itself => shown.push(character),
            Symbol::Picture(picture) => shown.push(picture),
            Symbol::Number => shown.push_str(&format!("<U+{:04X}>", u32::from(character))),
        }
    }
    Cow::Owned(shown)
}

/// Whether a reader does not see a character: controls, direction marks, and what has no width.
#[must_use]
pub fn is_hidden(character: char) -> bool {
    character.is_control() || matches!(symbol(character), Symbol::Number)
}

/// What stands for a character.
enum Symbol {
    Itself,
    Picture(char),
    Number,
}

fn symbol(character: char) -> Symbol {
    match character {
        '\t' | '\n' => Symbol::Itself,
        // Unicode's control pictures stand in the order of the controls.
        '\0'..='\u{1f}' => {
            Symbol::Picture(char::from_u32(0x2400 + u32::from(character)).unwrap_or('␀'))
        }
        '\u{7f}' => Symbol::Picture('␡'),
        // C1 controls; soft hyphen; grapheme joiner; direction marks, embeddings, overrides and isolates; zero-width characters and
        // fillers; line and paragraph separator; byte order mark; tags.
        '\u{80}'..='\u{9f}'
        | '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{3164}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{e0000}'..='\u{e007f}' => Symbol::Number,
        _ => Symbol::Itself,
    }
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn terminal_escapes_are_shown() {
        assert_eq!(visible("a\u{1b}[31mb\u{7f}\r"), "a␛[31mb␡␍");
        assert_eq!(visible("\u{9b}2J"), "<U+009B>2J");
    }

    #[test]
    fn direction_marks_and_invisible_characters_are_shown_by_number() {
        assert_eq!(visible("A\u{202e}B\u{200b}C"), "A<U+202E>B<U+200B>C");
    }

    #[test]
    fn ordinary_text_is_borrowed() {
        assert!(matches!(
            visible("Informations\u{fc}bersicht\tß"),
            std::borrow::Cow::Borrowed(_)
        ));
    }
}
