//! Words that mean one thing, however spreadsheets and people spell them.

/// Which truth a word is: spreadsheets write `TRUE`, scripts in Python `True`.
#[must_use]
pub fn truth(text: &str) -> Option<bool> {
    let is = |word: &str| text.eq_ignore_ascii_case(word);
    match (is("true"), is("false")) {
        (true, _) => Some(true),
        (_, true) => Some(false),
        _ => None,
    }
}

/// Whether a cell says that a control is not applicable: `N/A`, `n.a.`, `Not applicable`.
#[must_use]
pub fn is_not_applicable(text: &str) -> bool {
    matches!(&*letters(text), "na" | "notapplicable")
}

/// Whether a cell says that nobody has assessed a control.
#[must_use]
pub fn is_not_assessed(text: &str) -> bool {
    text.is_empty() || letters(text) == "notassessed"
}

/// The small letters of a short text without what people put between them; nothing where it has anything else.
fn letters(text: &str) -> String {
    let between = [' ', '-', '_', '.', '/', '\u{a0}'];
    let letters = text
        .chars()
        .filter(|character| !between.contains(character));
    let letters = letters.take("notapplicable".len() + 1);
    letters.map(|letter| letter.to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_known_in_every_spelling() {
        for text in [
            "N/A",
            "n.a.",
            "NA",
            "Not applicable",
            "NOT-APPLICABLE",
            "not_applicable",
        ] {
            assert!(is_not_applicable(text), "{text}");
        }
        for text in ["", "3", "nah", "not applicable to us", "none"] {
            assert!(!is_not_applicable(text), "{text}");
        }
        assert!(is_not_assessed("") && is_not_assessed("Not assessed") && !is_not_assessed("0"));
        assert_eq!(
            ["TRUE", "False", "yes"].map(truth),
            [Some(true), Some(false), None]
        );
    }
}
