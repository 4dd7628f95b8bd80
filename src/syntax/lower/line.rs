//! Clauses: words with their values one behind the other on a line, or one per line in a block.

use super::Lower;
use super::property::Seen;
use super::values::Values;
use super::words::{Block, Word};
use crate::ast::Text;
use crate::tree::{Atom, Entry};
use xwalk_diagnostic::Diagnostic;
use xwalk_diagnostic::codes::vocabulary::REPEATED_PROPERTY;
use xwalk_source::Span;

/// A construct whose words are clauses, with a note at the end of its line or in its block.
pub trait Line<'s>: Block<'s> + Default {
    /// What is wrong with a clause that stands twice.
    const TWICE: &'static str;
    /// What its block takes.
    const BLOCK: &'static str;

    /// The note.
    fn note(&mut self) -> &mut Option<Text<'s>>;
}

impl<'s> Lower<'s> {
    /// The values behind the word of a clause. Those of one that stands twice are read all the same, so that reading can
    /// go on behind them.
    pub fn clause<N: Line<'s>>(
        &mut self,
        word: &Word<'s, N>,
        atom: Atom<'s>,
        values: &mut Values<'_, 's>,
        node: &mut N,
        seen: &mut Seen,
    ) {
        values.of = atom;
        values.stop = N::knows;
        let slot = word.slot();
        let first = seen.iter().find(|(other, _)| *other == slot);
        if let Some((_, first)) = first {
            self.said_twice(atom.text, atom.span(), *first, N::TWICE);
            word.sets.set(self, values, &mut N::default());
        } else {
            word.sets.set(self, values, node);
            seen.push((slot, atom.span()));
        }
    }

    /// The clauses of a block, one per line.
    pub fn clause_block<'e, N: Line<'s>>(
        &mut self,
        block: impl Iterator<Item = &'e Entry<'s>>,
        node: &mut N,
        seen: &mut Seen,
    ) where
        's: 'e,
    {
        for entry in block {
            let Entry::Property(property) = entry else {
                self.misplaced(entry, N::OF, N::BLOCK);
                continue;
            };
            let Some(word) = self.known::<N>(property) else {
                continue;
            };
            if word.word == "note"
                && let Some(first) = node.note()
            {
                let first = first.span;
                self.said_twice("note", property.word.span(), first, N::TWICE);
                continue;
            }
            let mut values = Values::of(property);
            self.clause(word, property.word, &mut values, node, seen);
            self.finish(&values);
        }
    }

    /// Says that a clause stands twice.
    pub fn said_twice(&mut self, word: &str, span: Span, first: Span, already: &str) {
        let message = format!("`{word}` is one clause too many: {already}");
        let diagnostic = Diagnostic::new(REPEATED_PROPERTY, self.place(span), message)
            .also(self.place(first), "said here")
            .help("keep one of the two");
        self.report(diagnostic);
    }
}
