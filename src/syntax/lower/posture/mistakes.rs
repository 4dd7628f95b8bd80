//! What is wrong with the clauses of an assessed control.

use crate::ast::posture::Assessed;
use crate::lower::Lower;
use crate::lower::message::shortened;
use crate::lower::values::Values;
use crate::lower::words::Block;
use crate::tree::{Atom, Sign};
use xwalk_diagnostic::codes::syntax::UNKNOWN_CLAUSE;
use xwalk_diagnostic::codes::vocabulary::{MISSPELT_PROPERTY, SUPERFLUOUS, WRONG_VALUE};
use xwalk_diagnostic::{Diagnostic, nearest};

use super::assessed::known;

impl<'s> Lower<'s> {
    /// Reads over a clause that nobody knows, up to the next one that is known, or to the note; and says so.
    pub fn unknown_assessed_clause(&mut self, values: &mut Values<'_, 's>, atom: &Atom<'s>) {
        values.next();
        let message = format!(
            "an assessed control has no clause `{}`",
            shortened(atom.text)
        );
        let place = self.place(atom.span());
        let near = nearest(atom.text, Assessed::known());
        self.report(match near {
            _ if atom.text == "note" => Diagnostic::new(MISSPELT_PROPERTY, place, message)
                .help("the note of a row is the text at its end, without a word before it"),
            Some(near) => Diagnostic::new(MISSPELT_PROPERTY, place, message)
                .help(format!("did you mean `{near}`?")),
            None => Diagnostic::new(UNKNOWN_CLAUSE, place, message).help(NO_CONDITION),
        });
        while values
            .next_if(|next| known(next).is_none() && !next.is_text())
            .is_some()
        {}
        // A text behind it may be its own; the last one is the note.
        while values.rest().len() > 1 && values.next_if(|next| known(next).is_none()).is_some() {}
    }

    pub fn no_assessed_clause(&mut self, values: &Values<'_, 's>, atom: &Atom<'s>) {
        let what = shortened(atom.text);
        let place = self.place(atom.span());
        let diagnostic = if atom.is_text() {
            let next = values.rest().get(1).unwrap_or(atom);
            Diagnostic::new(
                SUPERFLUOUS,
                self.place(next.span()),
                "the note does not end the row",
            )
            .help("the note is the last thing in a row: put clauses before it")
        } else if atom.sign == Sign::Comma {
            Diagnostic::new(SUPERFLUOUS, place, "no comma goes between two clauses")
                .help("remove the comma: commas go between pieces of evidence only")
        } else {
            Diagnostic::new(SUPERFLUOUS, place, format!("`{what}` is neither a clause nor the note"))
                .help("write `tier`, `risk`, `effort`, `owner` or `evidence` before a value, and put the note in quotation marks")
        };
        self.report(diagnostic);
    }

    /// Says that something else than an arrow stands between two tiers.
    pub fn no_arrow(&mut self, values: &mut Values<'_, 's>, current: u32) {
        let Some(joint) = values.next() else { return };
        let target = values.next_if(|atom| atom.text.bytes().all(|byte| byte.is_ascii_digit()));
        let target = target.map_or("4", |target| target.text);
        let message = format!("`{}` does not join two tiers", joint.text);
        let help = format!("write an arrow, as in `tier {current} -> {target}`");
        let place = self.place(joint.span());
        self.report(Diagnostic::new(WRONG_VALUE, place, message).help(help));
    }
}

/// What follows from a clause that nobody knows.
const NO_CONDITION: &str = "it may limit what the row says, so the row counts nowhere; what only explains is the note, a text in quotation marks at the end";

/// What people write between two tiers instead of an arrow.
pub fn is_joint(atom: &Atom<'_>) -> bool {
    matches!(atom.text, "-" | "–" | "—" | ">" | "to" | "→" | ".." | "…")
}
