//! Properties: words of a construct, each with its values on a line of its own.

use super::Lower;
use super::message::shortened;
use super::values::Values;
use super::words::{Block, Often, Word};
use crate::tree::Property;
use xwalk_diagnostic::codes::syntax::UNKNOWN_PROPERTY;
use xwalk_diagnostic::codes::vocabulary::{MISSPELT_PROPERTY, REPEATED_PROPERTY};
use xwalk_diagnostic::{Diagnostic, nearest};
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
            let message = format!("{} has no property `{}`", N::OF, shortened(name));
            let place = self.place(span);
            // What is nearly a known word is meant to be that word; only what is like none can be of a later version.
            self.report(match nearest(name, N::known()) {
                Some(near) => Diagnostic::new(MISSPELT_PROPERTY, place, message)
                    .help(format!("did you mean `{near}`?")),
                None => Diagnostic::new(UNKNOWN_PROPERTY, place, message)
                    .help("perhaps it was written for a newer xwalk; it is skipped and everything else is kept"),
            });
        }
        word
    }
}
