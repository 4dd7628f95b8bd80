//! One finding about a user's text.

use super::{Code, Severity};
use xwalk_source::Place;

/// A place with what it has to do with the finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub place: Place,
    /// What stands there, in a few words; may be empty on the primary label.
    pub text: String,
}

/// One finding: code, message, primary place, other places (also in other files), help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Its kind.
    pub code: &'static Code,
    /// The code's own level until [`Levels`](super::Levels) are applied.
    pub severity: Severity,
    /// What is wrong, one sentence without a full stop, lower case first, user text in backticks.
    pub message: String,
    /// Where it is wrong.
    pub primary: Label,
    /// Other places that matter, in the order of the explanation.
    pub others: Vec<Label>,
    /// What to do, one or two sentences.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A finding at a place. A code that is off by default is made a warning when somebody turns it on.
    #[must_use]
    pub fn new(code: &'static Code, place: Place, message: impl Into<String>) -> Self {
        let severity = match code.level {
            super::Level::At(severity) => severity,
            super::Level::Off => Severity::Warning,
        };
        let primary = Label {
            place,
            text: String::new(),
        };
        Self {
            code,
            severity,
            message: shortened(message.into()),
            primary,
            others: Vec::new(),
            help: None,
        }
    }

    /// Says what stands at the primary place.
    #[must_use]
    pub fn label(mut self, text: impl Into<String>) -> Self {
        self.primary.text = text.into();
        self
    }

    /// Adds another place that matters.
    #[must_use]
    pub fn also(mut self, place: Place, text: impl Into<String>) -> Self {
        self.others.push(Label {
            place,
            text: text.into(),
        });
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help = Some(text.into());
        self
    }

    /// Says what to do, if there is something to say.
    #[must_use]
    pub fn maybe_help(mut self, text: Option<String>) -> Self {
        self.help = text;
        self
    }

    /// The order in which diagnostics are reported: place, then code, then message.
    #[must_use]
    pub fn order(&self, other: &Self) -> std::cmp::Ordering {
        (self.primary.place, self.code.id, &self.message).cmp(&(
            other.primary.place,
            other.code.id,
            &other.message,
        ))
    }
}

/// The most characters of a word that a message quotes.
const LONGEST: usize = 60;

/// A message in which no word is longer than a line: whoever reads it sees the whole of it at its place.
fn shortened(message: String) -> String {
    let long = |word: &str| word.len() > LONGEST && word.chars().count() > LONGEST;
    if !message.split(' ').any(long) {
        return message;
    }
    let words: Vec<String> = message
        .split(' ')
        .map(|word| {
            if !long(word) {
                return word.to_owned();
            }
            let kept = word.chars().take(LONGEST - 1).chain(std::iter::once('…'));
            let closing = word.starts_with('`').then_some('`');
            kept.chain(closing).collect()
        })
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn a_word_of_megabytes_is_quoted_by_its_beginning() {
        let message = format!("there is no control `{}` here", "A".repeat(1_000_000));
        let expected = format!("there is no control `{}…` here", "A".repeat(58));
        assert_eq!(shortened(message), expected);
    }
}
