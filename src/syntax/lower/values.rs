//! The values of a property or clause, read one after the other.

use std::fmt::Display;

use super::Lower;
use super::message::{one_of, shortened};
use crate::ast::{Attribution, Spanned, Text};
use crate::explain;
use crate::tree::{Atom, Property, Sign};
use xwalk_diagnostic::codes::syntax::MISSING_VALUE;
use xwalk_diagnostic::codes::vocabulary::{
    NUMBER_OUT_OF_RANGE, SUPERFLUOUS, UNKNOWN_WORD, WRONG_VALUE,
};
use xwalk_diagnostic::{Diagnostic, nearest};
use xwalk_source::Span;

/// A text, as a message says it.
pub const A_TEXT: &str = "a text in quotation marks";

/// What is left of the values of something, and what that is.
pub struct Values<'a, 's> {
    /// The property or clause.
    pub of: Atom<'s>,
    /// The words that are never a value here: they begin the next clause.
    pub stop: fn(&str) -> bool,
    /// The whole entry that they belong to.
    pub entry: Span,
    atoms: &'a [Atom<'s>],
    last: Span,
}

impl<'a, 's> Values<'a, 's> {
    /// All values of something.
    pub fn new(of: Atom<'s>, atoms: &'a [Atom<'s>]) -> Self {
        Self {
            of,
            stop: |_| false,
            entry: of.span(),
            atoms,
            last: of.span(),
        }
    }

    /// The values of a property.
    pub fn of(property: &'a Property<'s>) -> Self {
        Self {
            entry: property.span,
            ..Self::new(property.word, &property.values)
        }
    }

    /// The next one, which stays.
    pub fn peek(&self) -> Option<Atom<'s>> {
        self.atoms.first().copied()
    }

    /// What is left.
    pub fn rest(&self) -> &'a [Atom<'s>] {
        self.atoms
    }

    /// What was read last.
    pub fn last(&self) -> Span {
        self.last
    }

    /// Takes the next one.
    pub fn next(&mut self) -> Option<Atom<'s>> {
        let (first, rest) = self.atoms.split_first()?;
        self.atoms = rest;
        self.last = first.span();
        Some(*first)
    }

    /// Takes the next one if it is as asked.
    pub fn next_if(&mut self, test: impl FnOnce(&Atom<'s>) -> bool) -> Option<Atom<'s>> {
        if self.atoms.first().is_some_and(test) {
            self.next()
        } else {
            None
        }
    }

    /// Takes the next one if it looks so.
    pub fn sign(&mut self, sign: Sign) -> Option<Atom<'s>> {
        self.next_if(|atom| atom.sign == sign)
    }

    /// Takes the next one if it is this word.
    pub fn word(&mut self, word: &str) -> Option<Atom<'s>> {
        self.next_if(|atom| atom.sign == Sign::Bare && atom.text == word)
    }
}

impl<'s> Lower<'s> {
    /// The next value, or the finding that there is none.
    pub fn value(
        &mut self,
        values: &mut Values<'_, 's>,
        expected: impl Display,
    ) -> Option<Atom<'s>> {
        let stop = values.stop;
        let next = values.next_if(|atom| atom.sign != Sign::Bare || !stop(atom.text));
        if next.is_none() {
            let message = format!("`{}` has no value", values.of.text);
            let place = self.place(values.last());
            self.report(
                Diagnostic::new(MISSING_VALUE, place, message)
                    .help(format!("write {expected} after it")),
            );
        }
        next
    }

    /// Says that a value is of another kind than expected.
    pub fn wrong(&mut self, of: &str, atom: &Atom<'s>, expected: &str) {
        let message = format!("`{of}` takes {expected}, not `{}`", shortened(atom.text));
        if let Some(diagnostic) = explain::curly_quotes(self.place(atom.span()), atom.text) {
            self.report(diagnostic);
            return;
        }
        let mut diagnostic = Diagnostic::new(WRONG_VALUE, self.place(atom.span()), message);
        if atom.sign == Sign::Bare && expected.starts_with("a text") {
            diagnostic = diagnostic.help("put quotation marks around the text");
        } else if atom.is_text() {
            diagnostic = diagnostic.help("write it without quotation marks");
        }
        self.report(diagnostic);
    }

    /// Says that something stands behind the last value.
    ///
    /// Where something before it is wrong already, nothing is said: it was not read that far.
    pub fn finish(&mut self, values: &Values<'_, 's>) {
        let wrong = |found: &Diagnostic| found.primary.place.span.start > values.of.start;
        if self.diagnostics.last().is_some_and(wrong) {
            return;
        }
        let Some(atom) = values.peek() else { return };
        let what = shortened(atom.text);
        let message = format!("`{}` is complete before `{what}`", values.of.text);
        let diagnostic = Diagnostic::new(SUPERFLUOUS, self.place(atom.span()), message);
        let help = match atom.sign {
            Sign::Comma => "remove the comma, or write another value after it",
            Sign::Bare | Sign::Quoted => {
                "remove it, or put a comma before it if it belongs to a list"
            }
            _ => "remove it",
        };
        self.report(diagnostic.help(help));
    }

    /// A text in quotation marks.
    pub fn text_value(&mut self, values: &mut Values<'_, 's>) -> Option<Text<'s>> {
        let atom = self.value(values, A_TEXT)?;
        if !atom.is_text() {
            self.wrong(values.of.text, &atom, A_TEXT);
            return None;
        }
        Some(self.text_of(&atom))
    }

    /// A whole number between two bounds.
    pub fn number(
        &mut self,
        values: &mut Values<'_, 's>,
        least: u32,
        most: u32,
    ) -> Option<Spanned<u32>> {
        let expected = WholeNumber { least, most };
        let atom = self.value(values, expected)?;
        self.number_of(values.of.text, &atom, atom.text, least..=most, expected)
            .map(|value| Spanned {
                value,
                span: atom.span(),
            })
    }

    /// The number that digits of an atom stand for.
    pub fn number_of(
        &mut self,
        of: &str,
        atom: &Atom<'s>,
        digits: &str,
        bounds: std::ops::RangeInclusive<u32>,
        expected: impl Display,
    ) -> Option<u32> {
        let whole = digits.strip_prefix('-').unwrap_or(digits);
        let shaped = atom.sign == Sign::Bare
            && !whole.is_empty()
            && whole.bytes().all(|byte| byte.is_ascii_digit());
        if !shaped {
            self.wrong(of, atom, &expected.to_string());
            return None;
        }
        let value = digits
            .parse::<u32>()
            .ok()
            .filter(|value| bounds.contains(value));
        if value.is_none() {
            let message = format!(
                "`{}` is out of range: `{of}` takes {expected}",
                shortened(atom.text)
            );
            self.report(Diagnostic::new(
                NUMBER_OUT_OF_RANGE,
                self.place(atom.span()),
                message,
            ));
        }
        value
    }

    /// One of several words.
    pub fn choice<T: Copy>(
        &mut self,
        values: &mut Values<'_, 's>,
        options: &[(&'static str, T)],
    ) -> Option<Spanned<T>> {
        self.choice_of(values, options.iter().copied())
    }

    /// One of several words, however they are kept.
    pub fn choice_of<T>(
        &mut self,
        values: &mut Values<'_, 's>,
        options: impl Iterator<Item = (&'static str, T)> + Clone,
    ) -> Option<Spanned<T>> {
        let known = |atom: &Atom<'s>| {
            let mut options = options.clone();
            options.find(|(word, _)| atom.sign == Sign::Bare && *word == atom.text)
        };
        if let Some((atom, (_, value))) = values.peek().and_then(|atom| Some((atom, known(&atom)?)))
        {
            values.next();
            return Some(Spanned {
                value,
                span: atom.span(),
            });
        }
        let words = options.map(|(word, _)| word);
        let expected = one_of(words.clone());
        let atom = self.value(values, &expected)?;
        if atom.is_text() {
            self.wrong(values.of.text, &atom, &expected);
            return None;
        }
        let message = format!(
            "`{}` takes {expected}, not `{}`",
            values.of.text,
            shortened(atom.text)
        );
        let help = nearest(atom.text, words).map(|near| format!("did you mean `{near}`?"));
        self.report(
            Diagnostic::new(UNKNOWN_WORD, self.place(atom.span()), message).maybe_help(help),
        );
        None
    }

    /// `"…" [on DATE]`
    pub fn attribution(&mut self, values: &mut Values<'_, 's>) -> Option<Attribution<'s>> {
        let name = self.text_value(values)?;
        let on = values.word("on").and_then(|_| self.date(values));
        Some(Attribution { name, on })
    }

    /// The word that joins what was read to what follows.
    pub fn expect_word(
        &mut self,
        values: &mut Values<'_, 's>,
        word: &'static str,
        expected: &str,
    ) -> Option<Span> {
        if let Some(atom) = values.word(word) {
            return Some(atom.span());
        }
        let of = values.of.text;
        let message = format!("`{of}` is followed by {}", one_of(std::iter::once(word)));
        let place = self.place(values.peek().map_or(values.last(), |atom| atom.span()));
        self.report(
            Diagnostic::new(MISSING_VALUE, place, message).help(format!("write {expected}")),
        );
        None
    }

    /// Values with commas between them.
    pub fn list<T>(
        &mut self,
        values: &mut Values<'_, 's>,
        mut one: impl FnMut(&mut Self, &mut Values<'_, 's>) -> Option<T>,
    ) -> Vec<T> {
        let mut all = Vec::new();
        loop {
            all.extend(one(self, values));
            if values.sign(Sign::Comma).is_none() {
                return all;
            }
        }
    }
}

/// What a number is expected to be. Written out only where it is something else: rows have numbers by the million.
#[derive(Clone, Copy)]
pub struct WholeNumber {
    /// The least that is allowed.
    pub least: u32,
    /// The most; `u32::MAX` where there is no bound.
    pub most: u32,
}

impl Display for WholeNumber {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self { most: u32::MAX, .. } => formatter.write_str("a whole number"),
            Self { least, most } => write!(formatter, "a whole number from {least} to {most}"),
        }
    }
}
