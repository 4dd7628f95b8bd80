//! What stands behind the targets of a row and is not a clause: nothing of it may take a claim away unseen.

use super::Lower;
use super::clauses::Behind;
use super::message::shortened;
use super::property::A_ROW_LESS;
use super::spelling::is_identifier;
use super::values::Values;
use super::words::Block;
use crate::ast::Date;
use crate::explain;
use crate::tree::{Atom, Sign};
use xwalk_diagnostic::codes::syntax::{RANGE, UNKNOWN_CLAUSE};
use xwalk_diagnostic::codes::vocabulary::{MISSPELT_PROPERTY, SUPERFLUOUS};
use xwalk_diagnostic::{Diagnostic, nearest};
use xwalk_relation::Word;

/// What people write between the first and the last control of a range.
const RANGES: [&str; 9] = ["-", "–", "—", "..", "...", "…", "to", "through", "until"];

/// What people write between two controls instead of a comma.
const JOINTS: [&str; 7] = ["and", "&", "/", "or", "as-well-as", "plus", "also"];

impl<'s> Lower<'s> {
    /// Reads over a clause that nobody knows, up to the next one that is known, or to the note; and says so.
    pub fn unknown_clause(&mut self, values: &mut Values<'_, 's>) {
        let Some(atom) = values.next() else { return };
        if atom.text == "note" {
            let help = "the note of a row is the text at its end, without a word before it";
            self.report(self.no_clause(MISSPELT_PROPERTY, &atom).help(help));
            return;
        }
        let mut skipped = Vec::new();
        while let Some(next) = values.peek() {
            let known = next.sign == Sign::Bare && Behind::knows(next.text);
            let note = next.is_text() && values.rest().len() == 1 && !skipped.is_empty();
            if known || note {
                break;
            }
            skipped.extend(values.next());
        }
        let diagnostic = self.why_unknown(&atom, &skipped);
        self.report(diagnostic);
    }

    /// What is wrong with a word behind which these were skipped.
    fn why_unknown(&self, atom: &Atom<'s>, skipped: &[Atom<'s>]) -> Diagnostic {
        if let Some(diagnostic) = self.joined(atom, skipped.first()) {
            return diagnostic;
        }
        if let Some(near) = nearest(atom.text, Behind::known()) {
            let help = format!("did you mean `{near}`?");
            return self.no_clause(MISSPELT_PROPERTY, atom).help(help);
        }
        match skipped.iter().find(|atom| names_control(atom)) {
            Some(control) => {
                let message = format!(
                    "`{}` is not a clause, and `{}` after it would be lost",
                    shortened(atom.text),
                    shortened(control.text)
                );
                Diagnostic::new(SUPERFLUOUS, self.place(atom.span()), message)
                    .also(self.place(control.span()), "no claim is made from this")
                    .help("put a comma between two controls, and what explains a row in quotation marks at its end")
            }
            None if skipped
                .iter()
                .filter(|atom| atom.sign == Sign::Bare)
                .count()
                > 1 =>
            {
                let message = format!("`{}` is not a clause", shortened(atom.text));
                Diagnostic::new(SUPERFLUOUS, self.place(atom.span()), message)
                    .help("put the note in quotation marks")
            }
            None => self.no_clause(UNKNOWN_CLAUSE, atom).help(A_ROW_LESS),
        }
    }

    /// Two controls with something else than a comma between them.
    pub fn joined(&self, between: &Atom<'s>, next: Option<&Atom<'s>>) -> Option<Diagnostic> {
        let next = next.filter(|next| matches!(next.sign, Sign::Bare | Sign::Quoted))?;
        if !(next.sign == Sign::Quoted || is_identifier(next.text)) {
            return None;
        }
        let place = self.place(between.span());
        if RANGES.contains(&between.text) {
            let message = format!(
                "`{} {}` makes a range, and there are no ranges",
                between.text,
                shortened(next.text)
            );
            let help = "write every control: a range would hide what a later edition inserts";
            return Some(Diagnostic::new(RANGE, place, message).help(help));
        }
        JOINTS.contains(&between.text).then(|| {
            let message = format!("`{}` does not join two controls", between.text);
            Diagnostic::new(SUPERFLUOUS, place, message).help("put a comma between two controls")
        })
    }

    /// Something that is neither a clause nor the note.
    pub fn nonsense(&mut self, values: &Values<'_, 's>, atom: &Atom<'s>) {
        let what = shortened(atom.text);
        if let Some(diagnostic) = explain::curly_quotes(self.place(atom.span()), &what) {
            self.report(diagnostic);
            return;
        }
        let (message, help) = if atom.is_text() {
            (
                "the note does not end the row".to_owned(),
                match values.rest().get(1).map(|next| next.sign) {
                    Some(Sign::Comma) => "remove the comma: the note ends the row",
                    Some(Sign::Text) => "write `\\\"` for a quotation mark inside a text",
                    _ => {
                        "the note is the last thing in a row; put clauses before it, and write `\\\"` for a quotation mark inside it"
                    }
                },
            )
        } else if values
            .rest()
            .iter()
            .skip(1)
            .any(|next| Word::parse(next.text).is_some())
        {
            (
                format!("`{what}` begins a second row on this line"),
                "begin a new line for each row",
            )
        } else if matches!(atom.sign, Sign::Bare | Sign::Quoted)
            && values.rest().get(1).is_some_and(Atom::is_word)
        {
            (
                format!("`{what}` is neither a clause nor the note"),
                "put the note in quotation marks; if this is another target, put a comma before it",
            )
        } else if matches!(atom.sign, Sign::Bare | Sign::Quoted) {
            (
                format!("`{what}` is neither a clause nor the note"),
                "if it is another target, put a comma before it",
            )
        } else {
            (
                format!("`{what}` does not belong after the targets"),
                "a row is a source, a relation, targets, clauses and a note",
            )
        };
        let place = self.place(if atom.is_text() {
            values.rest().get(1).unwrap_or(atom).span()
        } else {
            atom.span()
        });
        self.report(Diagnostic::new(SUPERFLUOUS, place, message).help(help));
    }

    fn no_clause(&self, code: &'static xwalk_diagnostic::Code, atom: &Atom<'s>) -> Diagnostic {
        let message = format!("a row has no clause `{}`", shortened(atom.text));
        Diagnostic::new(code, self.place(atom.span()), message)
    }
}

/// Whether something looks like a control, and not like a number, a percentage or a date.
fn names_control(atom: &Atom<'_>) -> bool {
    let number = atom.text.bytes().all(|byte| byte.is_ascii_digit());
    match atom.sign {
        Sign::Quoted => true,
        Sign::Bare => {
            let id = atom.text.split_once(':').map_or(atom.text, |(_, id)| id);
            is_identifier(id) && !number && Date::parse(id).is_none()
        }
        _ => false,
    }
}
