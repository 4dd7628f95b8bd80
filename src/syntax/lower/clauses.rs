//! The clauses of a row: behind its targets, or one per line in its block.

use super::Lower;
use super::line::Line;
use super::message::{one_of, shortened};
use super::property::Seen;
use super::value::{NOTHING, Value};
use super::values::Values;
use super::words::Often::{Once, OneOf};
use super::words::{Block, Word, words};
use crate::ast::{
    Clauses, Confidence, Digests, ImportedFrom, RareClauses, Rationale, Spanned, SupportProperty,
    Text,
};
use crate::tree::Sign;
use xwalk_diagnostic::codes::syntax::UNKNOWN_CLAUSE;
use xwalk_diagnostic::codes::vocabulary::WRONG_VALUE;
use xwalk_diagnostic::{Code, Diagnostic};

/// What stands behind the targets of a row and in its block.
#[derive(Default)]
pub struct Behind<'s> {
    /// The clauses.
    pub clauses: Clauses<'s>,
    /// The note.
    pub note: Option<Text<'s>>,
}

impl<'s> Block<'s> for Behind<'s> {
    const OF: &'static str = "a row";
    const UNKNOWN: &'static Code = UNKNOWN_CLAUSE;
    const WORDS: &'s [Word<'s, Self>] = words! {
        "syntactic" OneOf(RATIONALE), Value::new(NOTHING, |_, _| Some(Rationale::Syntactic)), |row| row.clauses.rationale, "the wording is similar";
        "semantic" OneOf(RATIONALE), Value::new(NOTHING, |_, _| Some(Rationale::Semantic)), |row| row.clauses.rationale, "the meaning of the wording is similar";
        "functional" OneOf(RATIONALE), Value::new(NOTHING, |_, _| Some(Rationale::Functional)), |row| row.clauses.rationale, "the result of carrying it out is similar";
        "strength" Once, Value::new(A_STRENGTH, Lower::strength), |row| row.clauses.strength, "how strong the relation is";
        "confidence" Once, Value::CONFIDENCE, |row| row.clauses.confidence, "how sure the author is";
        "status" Once, Value::UNPLACED, |row| row.clauses.status, "how far the claim has progressed";
        "author" Once, Value::ATTRIBUTION, |row| rare(&mut row.clauses).author, "who wrote the row";
        "reviewer" Once, Value::ATTRIBUTION, |row| rare(&mut row.clauses).reviewer, "who reviewed the row";
        "source" Once, Value::TEXT, |row| rare(&mut row.clauses).source, "where the claim comes from";
        "when" Once, Value::TEXT, |row| rare(&mut row.clauses).when, "the only condition under which the claim holds";
        "from" Once, Value::FROM, |row| rare(&mut row.clauses).from, "where an import found the row: the number of an `origin`, and the place in it";
        "seen" Once, Value::DIGESTS, |row| rare(&mut row.clauses).seen, "digests of the wording of both ends when the row was reviewed";
        "example-of" OneOf(PROPERTY), Value::new(NOTHING, |_, _| Some(SupportProperty::ExampleOf)), |row| row.clauses.property, "with `supports`: one way among others";
        "integral-to" OneOf(PROPERTY), Value::new(NOTHING, |_, _| Some(SupportProperty::IntegralTo)), |row| row.clauses.property, "with `supports`: needed for it";
        "precedes" OneOf(PROPERTY), Value::new(NOTHING, |_, _| Some(SupportProperty::Precedes)), |row| row.clauses.property, "with `supports`: has to come first";
        "note" Once, Value::TEXT, |row| row.note, "why the claim is made; only in the block of a row, since on its line it is the text at the end";
    };
}

impl<'s> Line<'s> for Behind<'s> {
    const TWICE: &'static str = "the row already says that";
    const BLOCK: &'static str =
        "the block of a row takes clauses such as `when`, one per line, and `note`";

    fn note(&mut self) -> &mut Option<Text<'s>> {
        &mut self.note
    }
}

/// The three rationales are one clause.
const RATIONALE: &str = "rationale";
/// So are the three properties of `supports`.
const PROPERTY: &str = "property of `supports`";

const A_STRENGTH: &str = "a whole number from 0 to 10";

const CONFIDENCES: [(&str, Confidence); 3] = [
    ("low", Confidence::Low),
    ("medium", Confidence::Medium),
    ("high", Confidence::High),
];

impl Value<'_, Confidence> {
    const CONFIDENCE: Self = Self::new(
        "`low`, `medium`, `high`, or a percentage from `0%` to `100%`",
        Lower::confidence,
    );
}

impl<'s> Value<'s, ImportedFrom<'s>> {
    const FROM: Self = Self::new(
        "a whole number and a text, as in `1 \"Sheet1!B14\"`",
        Lower::imported_from,
    );
}

impl<'s> Value<'s, Spanned<Digests<'s>>> {
    const DIGESTS: Self = Self::new("two texts in quotation marks", Lower::digests);
}

impl<'s> Lower<'s> {
    /// The clauses behind the targets, and the note.
    pub fn clauses(
        &mut self,
        values: &mut Values<'_, 's>,
        behind: &mut Behind<'s>,
        seen: &mut Seen,
    ) {
        while let Some(atom) = values.peek() {
            let known = Behind::word(atom.text).filter(|word| word.word != "note");
            if atom.is_text() && values.rest().len() == 1 {
                behind.note = Some(self.text_of(&atom));
                return;
            } else if let Some(word) = known.filter(|_| atom.sign == Sign::Bare) {
                values.next();
                self.clause(word, atom, values, behind, seen);
            } else if atom.is_word() {
                self.unknown_clause(values);
            } else if let Some(diagnostic) = self.joined(&atom, values.rest().get(1)) {
                self.report(diagnostic);
                values.next();
                values.next();
            } else {
                self.nonsense(values, &atom);
                return;
            }
        }
    }

    fn strength(&mut self, values: &mut Values<'_, 's>) -> Option<u8> {
        u8::try_from(self.number(values, 0, 10)?.value).ok()
    }

    fn confidence(&mut self, values: &mut Values<'_, 's>) -> Option<Confidence> {
        const EXPECTED: &str = "a percentage from `0%` to `100%`";
        let percentage = values.peek().filter(|atom| atom.sign == Sign::Bare);
        if let Some((atom, digits)) =
            percentage.and_then(|atom| atom.text.strip_suffix('%').map(|digits| (atom, digits)))
        {
            values.next();
            let number = self.number_of(values.of.text, &atom, digits, 0..=100, EXPECTED)?;
            return u8::try_from(number).ok().map(Confidence::Percent);
        }
        if let Some(atom) = percentage.filter(|atom| is_number(atom.text)) {
            values.next();
            let message = format!("`{}` is not a percentage", shortened(atom.text));
            let help = format!(
                "write {}, or {}",
                percentage_of(atom.text),
                one_of(CONFIDENCES.iter().map(|(word, _)| *word))
            );
            self.report(Diagnostic::new(WRONG_VALUE, self.place(atom.span()), message).help(help));
            return None;
        }
        self.choice(values, &CONFIDENCES).map(|word| word.value)
    }

    /// `1 "Sheet1!B14"`
    fn imported_from(&mut self, values: &mut Values<'_, 's>) -> Option<ImportedFrom<'s>> {
        let origin = self.number(values, 0, u32::MAX)?;
        let place = self.text_value(values)?;
        Some(ImportedFrom { origin, place })
    }

    /// `"…" "…"`
    fn digests(&mut self, values: &mut Values<'_, 's>) -> Option<Spanned<Digests<'s>>> {
        let first = self.text_value(values)?;
        let second = self.text_value(values)?;
        Some(Spanned {
            value: (first.value, second.value),
            span: first.span.to(second.span),
        })
    }
}

fn rare<'c, 's>(clauses: &'c mut Clauses<'s>) -> &'c mut RareClauses<'s> {
    clauses.rare.get_or_insert_default()
}

fn is_number(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_digit()) && text.parse::<f64>().is_ok()
}

/// The percentage that a share or a number without its sign stands for.
fn percentage_of(number: &str) -> String {
    match number.parse::<f64>() {
        Ok(share) if share <= 1.0 => format!("`{:.0}%`", share * 100.0),
        Ok(percent) if percent <= 100.0 => format!("`{percent:.0}%`"),
        _ => "a percentage such as `80%`".to_owned(),
    }
}
