//! The clauses of a row: behind its targets, or one a line in its block.

use super::Lower;
use super::context::Vocabulary;
use super::values::{Values, one_of, shortened};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::vocabulary::{REPEATED_PROPERTY, WRONG_VALUE};
use crate::source::Span;
use crate::syntax::ast::{
    Clauses, Confidence, Digests, ImportedFrom, RareClauses, Rationale, Spanned, Status,
    SupportProperty, Text,
};
use crate::syntax::tree::{self, Atom, Entry, Sign};

/// What the block of a row knows; behind the targets the same without `note`.
pub const WORDS: Vocabulary = Vocabulary {
    of: "a row",
    known: &[
        "syntactic",
        "semantic",
        "functional",
        "strength",
        "confidence",
        "status",
        "author",
        "reviewer",
        "source",
        "when",
        "from",
        "seen",
        "example-of",
        "integral-to",
        "precedes",
        "note",
    ],
    repeating: &[],
};

/// The three rationales.
pub const RATIONALES: [(&str, Rationale); 3] = [
    (Rationale::Syntactic.word(), Rationale::Syntactic),
    (Rationale::Semantic.word(), Rationale::Semantic),
    (Rationale::Functional.word(), Rationale::Functional),
];

/// The four statuses.
pub const STATUSES: [(&str, Status); 4] = [
    (Status::Draft.word(), Status::Draft),
    (Status::Reviewed.word(), Status::Reviewed),
    (Status::Final.word(), Status::Final),
    (Status::Withdrawn.word(), Status::Withdrawn),
];

/// What `supports` means more exactly.
pub const PROPERTIES: [(&str, SupportProperty); 3] = [
    (
        SupportProperty::ExampleOf.word(),
        SupportProperty::ExampleOf,
    ),
    (
        SupportProperty::IntegralTo.word(),
        SupportProperty::IntegralTo,
    ),
    (SupportProperty::Precedes.word(), SupportProperty::Precedes),
];

impl<'s> Lower<'s> {
    /// The clauses behind the targets, and the note.
    pub fn clauses(
        &mut self,
        values: &mut Values<'_, 's>,
        clauses: &mut Clauses<'s>,
        note: &mut Option<Text<'s>>,
        seen: &mut Vec<(&'static str, Span)>,
    ) {
        while let Some(atom) = values.peek() {
            let known = WORDS
                .known
                .iter()
                .find(|word| **word == atom.text && **word != "note");
            if atom.is_text() && values.rest().len() == 1 {
                *note = Some(self.text_of(&atom));
                return;
            } else if let Some(word) = known.filter(|_| atom.sign == Sign::Bare) {
                values.next();
                self.clause(word, &atom, values, clauses, note, seen);
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

    /// The entries of a row's block.
    pub fn row_block(
        &mut self,
        row: &tree::Row<'s>,
        clauses: &mut Clauses<'s>,
        note: &mut Option<Text<'s>>,
        seen: &mut Vec<(&'static str, Span)>,
    ) {
        for entry in row.block.iter().flatten() {
            let Entry::Property(property) = entry else {
                self.misplaced(
                    entry,
                    "a row",
                    "the block of a row takes clauses such as `when`, one a line, and `note`",
                );
                continue;
            };
            // What stands twice is found by `clause`, which knows also what stands before the block.
            if !self.admits(&WORDS, &mut Vec::new(), property) {
                continue;
            }
            let Some(word) = WORDS.known.iter().find(|word| **word == property.word.text) else {
                continue;
            };
            let mut values = Values::new(property.word, &property.values);
            if *word == "note"
                && let Some(first) = note
            {
                self.twice("note", property.word.span(), first.span);
                continue;
            }
            self.clause(word, &property.word, &mut values, clauses, note, seen);
            self.finish(&values);
        }
    }

    fn clause(
        &mut self,
        word: &'static str,
        atom: &Atom<'s>,
        values: &mut Values<'_, 's>,
        clauses: &mut Clauses<'s>,
        note: &mut Option<Text<'s>>,
        seen: &mut Vec<(&'static str, Span)>,
    ) {
        values.of = *atom;
        values.stop = WORDS.known;
        let span = atom.span();
        // The three rationales are one clause, and so are the three properties of `supports`.
        let rationale = RATIONALES.iter().find(|(known, _)| *known == word);
        let property = PROPERTIES.iter().find(|(known, _)| *known == word);
        let slot = match (rationale, property) {
            (Some(_), _) => "rationale",
            (_, Some(_)) => "property",
            _ => word,
        };
        let first = seen
            .iter()
            .find(|(other, _)| *other == slot)
            .map(|(_, first)| *first);
        // The values of a clause that stands twice are read all the same, so that reading can go on behind them.
        let mut scratch = Clauses::default();
        let clauses = if first.is_some() {
            &mut scratch
        } else {
            clauses
        };
        match word {
            "strength" => clauses.strength = self.strength(values),
            "confidence" => clauses.confidence = self.confidence(values),
            "status" => clauses.status = self.choice(values, &STATUSES).map(|status| status.value),
            "author" => rare(clauses).author = self.attribution(values),
            "reviewer" => rare(clauses).reviewer = self.attribution(values),
            "source" => rare(clauses).source = self.text_value(values),
            "when" => rare(clauses).when = self.text_value(values),
            "from" => rare(clauses).from = self.imported_from(values),
            "seen" => rare(clauses).seen = self.digests(values),
            "note" => *note = self.text_value(values),
            _ => {
                clauses.rationale = clauses.rationale.or(rationale.map(|(_, value)| *value));
                clauses.property = clauses.property.or(property.map(|(_, value)| *value));
            }
        }
        match first {
            Some(first) => self.twice(atom.text, span, first),
            None => seen.push((slot, span)),
        }
    }

    fn twice(&mut self, word: &str, span: Span, first: Span) {
        let message = format!("`{word}` is one clause too many: the row has said that already");
        let diagnostic = Diagnostic::new(REPEATED_PROPERTY, self.place(span), message)
            .also(self.place(first), "said here")
            .help("keep one of the two");
        self.report(diagnostic);
    }

    fn strength(&mut self, values: &mut Values<'_, 's>) -> Option<u8> {
        u8::try_from(self.number(values, 0, 10)?.value).ok()
    }

    fn confidence(&mut self, values: &mut Values<'_, 's>) -> Option<Confidence> {
        const WORDS: [(&str, Confidence); 3] = [
            ("low", Confidence::Low),
            ("medium", Confidence::Medium),
            ("high", Confidence::High),
        ];
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
            let message = format!("`{}` is no percentage", shortened(atom.text));
            let help = format!(
                "write {}, or {}",
                percentage_of(atom.text),
                one_of(WORDS.iter().map(|(word, _)| *word))
            );
            self.report(Diagnostic::new(WRONG_VALUE, self.place(atom.span()), message).help(help));
            return None;
        }
        self.choice(values, &WORDS).map(|word| word.value)
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
