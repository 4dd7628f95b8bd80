//! The words of a text, folded so that only what they are about is compared.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use super::stem::stem;
use super::stop_words::is_stop_word;

/// A word of a title counts as much as this many in the text: a title says what all of the text is about. Counting
/// words several times is how BM25 takes fields of different weight (Robertson and Zaragoza 2009, section 3.6).
const TITLE: u32 = 3;

/// The words of one text, each with how often it counts. Letters lose their case and their accents, words their
/// inflection, and words that say nothing of what the text is about are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    counted: BTreeMap<String, Counted>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Counted {
    times: u32,
    form: Form,
}

/// How a folded word is shown to people: the shortest of its forms in a text; of several, the first in byte order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Form(String);

impl Form {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Takes this form if it is to be preferred.
    pub fn or_shorter(&mut self, other: Self) {
        if other.order() < self.order() {
            *self = other;
        }
    }

    fn order(&self) -> (bool, usize, &str) {
        (self.0.is_empty(), self.0.len(), &self.0)
    }
}

impl Words {
    /// With the words of a title too.
    #[must_use]
    pub fn title(mut self, text: &str) -> Self {
        self.add(text, TITLE);
        self
    }

    /// With the words of a text too.
    #[must_use]
    pub fn text(mut self, text: &str) -> Self {
        self.add(text, 1);
        self
    }

    /// The folded words in byte order: the key that all forms of a word share, its form in the text, and how often it
    /// counts.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str, u32)> {
        self.counted
            .iter()
            .map(|(key, word)| (key.as_str(), word.form.as_str(), word.times))
    }

    /// Whether there is nothing to compare.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.counted.is_empty()
    }

    /// The folded words, each with its form and how often it counts.
    pub(super) fn into_counted(self) -> impl Iterator<Item = (String, Form, u32)> {
        self.counted
            .into_iter()
            .map(|(key, word)| (key, word.form, word.times))
    }

    fn add(&mut self, text: &str, times: u32) {
        let text = small_letters(text);
        for form in text.split(|letter: char| !letter.is_alphanumeric()) {
            // A single letter is what an apostrophe or a list leaves: "organization's", "a)".
            if form.len() < 2 || is_stop_word(form) {
                continue;
            }
            let word = self.counted.entry(stem(form)).or_default();
            word.times = word.times.saturating_add(times);
            word.form.or_shorter(Form(form.to_owned()));
        }
    }
}

/// Compatibility forms as their plain letters, all small, without accents. To capitals and back, as Unicode's case
/// folding does, makes one of `ß` and `ss`, of `ς` and `σ`.
fn small_letters(text: &str) -> String {
    text.nfkd()
        .filter(|letter| !matches!(letter, '\u{300}'..='\u{36f}'))
        .flat_map(char::to_lowercase)
        .flat_map(char::to_uppercase)
        .flat_map(char::to_lowercase)
        .collect()
}
