//! What lowering knows and what it found.

use super::message::shortened;
use crate::tree::{Entry, is_word};
use xwalk_diagnostic::codes::syntax::NONSENSE;
use xwalk_diagnostic::codes::vocabulary::MISPLACED_ENTRY;
use xwalk_diagnostic::{Diagnostic, Severity};
use xwalk_source::{Place, SourceId, Span};

/// The file that is lowered, and what has been found in it.
pub struct Lower<'s> {
    /// The file.
    pub source: SourceId,
    /// Its whole text.
    pub text: &'s str,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
}

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

    /// How much has been found so far.
    pub fn mark(&self) -> usize {
        self.diagnostics.len()
    }

    /// Whether an error has been found since.
    pub fn has_erred(&self, mark: usize) -> bool {
        let mut since = self.diagnostics.iter().skip(mark);
        since.any(|found| found.severity == Severity::Error)
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
