//! Identifiers that a reader cannot tell apart.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// What an identifier looks like to a reader: compatibility forms unified (NFKC), case folded, what cannot be seen
/// dropped. Two different identifiers with one appearance are alike.
pub(super) fn appearance(identifier: &str) -> Cow<'_, str> {
    if identifier
        .bytes()
        .all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase())
    {
        return Cow::Borrowed(identifier);
    }
    if identifier.is_ascii() {
        return Cow::Owned(identifier.to_ascii_lowercase());
    }
    Cow::Owned(
        visible(identifier)
            .nfkc()
            .flat_map(char::to_lowercase)
            .collect(),
    )
}

/// In what two identifiers of one appearance differ, to follow "differ only in".
pub(super) fn difference(one: &str, other: &str) -> &'static str {
    if one.to_lowercase() == other.to_lowercase() {
        "upper and lower case"
    } else if visible(one).eq(visible(other)) {
        "characters that cannot be seen"
    } else if one.nfkc().eq(other.nfkc()) {
        "how their characters are encoded (Unicode normal form)"
    } else {
        "case, Unicode normal form or characters that cannot be seen"
    }
}

/// The characters that can be seen: without soft hyphens, joiners, marks of direction and variation selectors.
fn visible(identifier: &str) -> impl Iterator<Item = char> + '_ {
    identifier.chars().filter(|character| {
        !matches!(character,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_encoding_and_invisible_characters_do_not_change_the_appearance() {
        let pairs = [
            ("A.1a", "A.1A", "upper and lower case"),
            ("Art. 5", "Art.\u{200b} 5", "characters that cannot be seen"),
            (
                "Ma\u{df}nahme \u{e9}",
                "Ma\u{df}nahme e\u{301}",
                "how their characters are encoded (Unicode normal form)",
            ),
            (
                "a\u{200b}\u{e9}",
                "Ae\u{301}",
                "case, Unicode normal form or characters that cannot be seen",
            ),
        ];
        for (one, other, expected) in pairs {
            assert_eq!(appearance(one), appearance(other));
            assert_eq!(difference(one, other), expected);
        }
        assert_ne!(appearance("A.1"), appearance("A.01"));
    }
}
