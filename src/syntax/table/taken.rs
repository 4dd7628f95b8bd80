//! Cells that are taken for what they do not literally say, told once for a table.

use crate::lower::Lower;
use xwalk_diagnostic::Diagnostic;
use xwalk_diagnostic::codes::posture::TAKEN_CELL;
use xwalk_source::Span;

/// The cells of a table that are taken for something.
#[derive(Default)]
pub(super) struct Taken<'s> {
    /// Other spellings of `not-applicable`.
    pub not_applicable: Cells<'s>,
    /// The controls that have no tier.
    pub not_assessed: Cells<'s>,
}

/// Cells of which the first is shown and the others are counted.
#[derive(Default)]
pub(super) struct Cells<'s> {
    first: Option<(Span, &'s str)>,
    more: usize,
}

impl<'s> Cells<'s> {
    pub(super) fn push(&mut self, span: Span, text: &'s str) {
        match self.first {
            None => self.first = Some((span, text)),
            Some(_) => self.more += 1,
        }
    }
}

impl Taken<'_> {
    /// Says what was taken for what.
    pub(super) fn report(self, lower: &mut Lower<'_>) {
        let mut note = |cells: Cells<'_>, message: fn(&str, usize) -> String, help: &str| {
            let Some((span, text)) = cells.first else {
                return;
            };
            let place = lower.place(span);
            let message = message(text, cells.more);
            lower.report(Diagnostic::new(TAKEN_CELL, place, message).help(help));
        };
        note(
            self.not_applicable,
            |text, more| match more {
                0 => format!("`{text}` is taken for `not-applicable`"),
                1 => format!("`{text}` and 1 more cell are taken for `not-applicable`"),
                more => format!("`{text}` and {more} more cells are taken for `not-applicable`"),
            },
            "if nobody has assessed it, leave the cell empty",
        );
        note(
            self.not_assessed,
            |text, more| match more {
                0 => format!("`{text}` has no tier, and counts as not assessed"),
                1 => format!("`{text}` and 1 more control have no tier, and count as not assessed"),
                more => format!(
                    "`{text}` and {more} more controls have no tier, and count as not assessed"
                ),
            },
            "write the tier once it is known, or `not-applicable`; whatever else the line says is left out until then",
        );
    }
}
