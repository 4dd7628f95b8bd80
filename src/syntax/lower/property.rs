//! Properties: words of a construct, each with its values on a line of its own.

use super::Lower;
use super::message::shortened;
use super::values::Values;
use super::words::{Block, Often, Word};
use crate::tree::Property;
use xwalk_diagnostic::codes::syntax::UNKNOWN_CLAUSE;
use xwalk_diagnostic::codes::vocabulary::{MISSPELT_PROPERTY, REPEATED_PROPERTY, UNKNOWN_LIMIT};
use xwalk_diagnostic::{Code, Diagnostic, nearest};
use xwalk_source::Span;

/// Which words have been read, and where.
pub type Seen = Vec<(&'static str, Span)>;

impl<'s> Lower<'s> {
    /// Reads a property into what its construct is made into; says so where it is unknown, or stands a second time.
    pub fn property<N: Block<'s>>(
        &mut self,
        node: &mut N,
        seen: &mut Seen,
        property: &Property<'s>,
    ) {
        let Some(word) = self.known::<N>(property) else {
            return;
        };
        let (name, span) = (word.word, property.word.span());
        let first = seen.iter().find(|(other, _)| *other == name);
        if let Some((_, first)) = first
            && !matches!(word.often, Often::Repeated)
        {
            let message = format!("`{name}` is given twice");
            let diagnostic = Diagnostic::new(REPEATED_PROPERTY, self.place(span), message)
                .also(self.place(*first), "first given here")
                .help("keep one of the two");
            return self.report(diagnostic);
        }
        seen.push((name, span));
        let mut values = Values::of(property);
        word.sets.set(self, &mut values, node);
        self.finish(&values);
    }

    /// The row of a property; says so where there is none.
    pub fn known<N: Block<'s>>(&mut self, property: &Property<'s>) -> Option<&'s Word<'s, N>> {
        let (name, span) = (property.word.text, property.word.span());
        let word = N::word(name);
        if word.is_none() {
            let kind = if *N::UNKNOWN == *UNKNOWN_CLAUSE {
                "clause"
            } else {
                "property"
            };
            let message = format!("{} has no {kind} `{}`", N::OF, shortened(name));
            let place = self.place(span);
            // What is nearly a known word is meant to be that word; only what is like none can be of a later version.
            self.report(match nearest(name, N::known()) {
                Some(near) => {
                    let help = match *N::UNKNOWN == *UNKNOWN_LIMIT {
                        true => format!(
                            "did you mean `{near}`? Until that is known, nothing of this counts"
                        ),
                        false => format!("did you mean `{near}`?"),
                    };
                    Diagnostic::new(MISSPELT_PROPERTY, place, message).help(help)
                }
                None => Diagnostic::new(N::UNKNOWN, place, message).help(format!(
                    "{}{}",
                    known_words::<N>(),
                    consequence(N::UNKNOWN)
                )),
            });
        }
        word
    }
}

/// Which words there are; nothing where there are none.
fn known_words<'s, N: Block<'s>>() -> String {
    let words: Vec<String> = N::known().map(|word| format!("`{word}`")).collect();
    match words.split_last() {
        None => String::new(),
        Some((last, [])) => format!("{} has {last} only; ", N::OF),
        Some((last, others)) => format!("{} has {} and {last}; ", N::OF, others.join(", ")),
    }
}

/// What follows from a word that nobody knows.
fn consequence(code: &Code) -> &'static str {
    match code {
        code if *code == *UNKNOWN_CLAUSE => A_ROW_LESS,
        code if *code == *UNKNOWN_LIMIT => {
            "the word may limit what is claimed here, so nothing in this block counts; an explanation goes into a comment, `// …`"
        }
        _ => "perhaps it was written for a newer xwalk; it is skipped and everything else is kept",
    }
}

/// What follows from a clause that nobody knows.
pub const A_ROW_LESS: &str = "it may limit what the row says, so the row counts nowhere; a condition is `when \"…\"`, and what only explains is the note, a text in quotation marks at the end";
