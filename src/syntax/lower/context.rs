//! What lowering knows and what it found.

use super::values::{Values, shortened};
use super::words::{Block, Often, Word};
use crate::diagnostic::codes::syntax::{NONSENSE, UNKNOWN_PROPERTY};
use crate::diagnostic::codes::vocabulary::{MISPLACED_ENTRY, MISSPELT_PROPERTY, REPEATED_PROPERTY};
use crate::diagnostic::{Diagnostic, nearest};
use crate::source::{Place, SourceId, Span};
use crate::syntax::tree::{Entry, Property, is_word};

/// The file that is lowered, and what has been found in it.
pub struct Lower<'s> {
    /// The file.
    pub source: SourceId,
    /// Its whole text.
    pub text: &'s str,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
}

/// Which words have been read, and where.
pub type Seen = Vec<(&'static str, Span)>;

impl<'s> Lower<'s> {
    /// Nothing found so far.
    pub fn new(source: SourceId, text: &'s str) -> Self {
        Self {
            source,
            text,
            diagnostics: Vec::new(),
        }
    }

    /// A span of this file.
    pub fn place(&self, span: Span) -> Place {
        span.in_source(self.source)
    }

    /// Keeps a finding.
    pub fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

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

    /// Says that an entry has no place in a construct.
    pub fn misplaced(&mut self, entry: &Entry<'s>, within: &str, help: &str) {
        if let Entry::Control(control) = entry
            && self.colon(control.id.text, control.id.span())
        {
            return;
        }
        let (what, span) = match entry {
            Entry::Construct(construct) => {
                (format!("`{}`", construct.word.text), construct.word.span())
            }
            Entry::Control(control) => (
                format!("the control `{}`", control.id.text),
                control.id.span(),
            ),
            Entry::Row(row) => (
                "a row".to_owned(),
                row.atoms.first().map_or(row.span, |atom| atom.span()),
            ),
            Entry::Property(property) => {
                (format!("`{}`", property.word.text), property.word.span())
            }
        };
        let message = format!("{what} does not belong in {within}");
        self.report(Diagnostic::new(MISPLACED_ENTRY, self.place(span), message).help(help));
    }

    /// Says that a colon stands behind the word of a property, if one does.
    pub fn colon(&mut self, text: &str, span: Span) -> bool {
        let Some(word) = text.strip_suffix(':').filter(|word| is_word(word)) else {
            return false;
        };
        let message = format!("no colon goes after `{}`", shortened(word));
        let help = "remove the `:`: a property is a word and its values";
        self.report(Diagnostic::new(NONSENSE, self.place(span), message).help(help));
        true
    }
}
