//! The rows of an assessment, and their clauses.

use crate::diagnostic::codes::posture::MISSING_CLAUSE;
use crate::diagnostic::codes::syntax::UNKNOWN_CLAUSE;
use crate::diagnostic::codes::vocabulary::{
    MISSPELT_PROPERTY, REPEATED_PROPERTY, SUPERFLUOUS, WRONG_VALUE,
};
use crate::diagnostic::{Diagnostic, nearest};
use crate::source::Span;
use crate::syntax::ast::posture::{Assessed, Defaults, Standing};
use crate::syntax::ast::{ControlRef, Name, Spanned};
use crate::syntax::lower::Lower;
use crate::syntax::lower::context::Vocabulary;
use crate::syntax::lower::values::{Values, shortened};
use crate::syntax::tree::{Atom, Control, Entry, Row, Sign};

use super::organization::GREATEST_RISK;

/// The clauses of a row; `note` only in its block.
const WORDS: Vocabulary = Vocabulary {
    of: "an assessed control",
    known: &[
        "tier",
        "not-applicable",
        "risk",
        "effort",
        "owner",
        "evidence",
        "note",
    ],
    repeating: &[],
};

/// What may stand behind `default`.
const DEFAULTS: &[&str] = &["risk", "effort", "owner"];

/// A clause that was read, and where.
type Seen = Vec<(&'static str, Span)>;

impl<'s> Lower<'s> {
    /// `ID.AM.a tier 2 -> 4 …`
    pub fn assessed_row(&mut self, row: &Row<'s>) -> Option<Assessed<'s>> {
        let source = row.source();
        let (first, more) = source.split_first()?;
        if first.sign == Sign::Star || !more.is_empty() {
            let span = source.iter().map(Atom::span).reduce(Span::to)?;
            let message = "an assessed control stands by itself";
            let help = "write one control to a row: neither `*` nor `+` has a place before a tier";
            self.report(Diagnostic::new(WRONG_VALUE, self.place(span), message).help(help));
            return None;
        }
        let control = self.reference(first)?;
        let clauses = row.atoms.get(row.relation..).unwrap_or_default();
        self.assessed(
            row.span,
            *first,
            control,
            clauses,
            row.block.iter().flatten(),
        )
    }

    /// A control without a clause on its line: they may stand in its block.
    pub fn assessed_control(&mut self, control: &Control<'s>) -> Option<Assessed<'s>> {
        let reference = self.reference(&control.id)?;
        let (span, id) = (control.span, control.id);
        self.assessed(span, id, reference, &control.values, control.block.iter())
    }

    fn assessed<'e>(
        &mut self,
        span: Span,
        first: Atom<'s>,
        control: ControlRef<'s>,
        clauses: &[Atom<'s>],
        block: impl Iterator<Item = &'e Entry<'s>>,
    ) -> Option<Assessed<'s>>
    where
        's: 'e,
    {
        let mut assessed = Assessed {
            span,
            control,
            standing: None,
            risk: None,
            effort: None,
            owner: None,
            evidence: Vec::new(),
            note: None,
        };
        let mut seen = Seen::new();
        let mut values = Values::new(first, clauses);
        self.assessed_clauses(&mut values, &mut assessed, &mut seen);
        self.assessed_block(block, &mut assessed, &mut seen);
        if !seen.iter().any(|(word, _)| *word == "tier") {
            let message = format!("`{}` has no tier", assessed.control.id);
            let help = "say where it stands and where it should be, as in `tier 2 -> 4`, or write `not-applicable`";
            let place = self.place(assessed.control.span);
            self.report(Diagnostic::new(MISSING_CLAUSE, place, message).help(help));
            return None;
        }
        Some(assessed)
    }

    fn assessed_clauses(
        &mut self,
        values: &mut Values<'_, 's>,
        assessed: &mut Assessed<'s>,
        seen: &mut Seen,
    ) {
        while let Some(atom) = values.peek() {
            if atom.is_text() && values.rest().len() == 1 {
                values.next();
                assessed.note = Some(self.text_of(&atom));
                return;
            }
            match known(&atom).filter(|word| *word != "note") {
                Some(word) => {
                    values.next();
                    self.assessed_clause(word, &atom, values, assessed, seen);
                }
                None if atom.is_word() => self.unknown_assessed_clause(values, &atom),
                None => return self.no_assessed_clause(values, &atom),
            }
        }
    }

    fn assessed_block<'e>(
        &mut self,
        block: impl Iterator<Item = &'e Entry<'s>>,
        assessed: &mut Assessed<'s>,
        seen: &mut Seen,
    ) where
        's: 'e,
    {
        for entry in block {
            let Entry::Property(property) = entry else {
                let help = "the block takes clauses such as `owner ciso`, one a line, and `note`";
                self.misplaced(entry, WORDS.of, help);
                continue;
            };
            // What stands twice is found below, which knows also what stands before the block.
            if !self.admits(&WORDS, &mut Vec::new(), property) {
                continue;
            }
            let Some(word) = known(&property.word) else {
                continue;
            };
            let mut values = Values::new(property.word, &property.values);
            if word == "note" {
                match &assessed.note {
                    Some(first) => self.said_twice("note", property.word.span(), first.span),
                    None => assessed.note = self.text_value(&mut values),
                }
            } else {
                self.assessed_clause(word, &property.word, &mut values, assessed, seen);
            }
            self.finish(&values);
        }
    }

    fn assessed_clause(
        &mut self,
        word: &'static str,
        atom: &Atom<'s>,
        values: &mut Values<'_, 's>,
        assessed: &mut Assessed<'s>,
        seen: &mut Seen,
    ) {
        values.of = *atom;
        values.stop = WORDS.known;
        // Where a control stands is one clause, whichever of the two words says it.
        let slot = if word == "not-applicable" {
            "tier"
        } else {
            word
        };
        let first = seen.iter().find(|(other, _)| *other == slot).copied();
        if let Some((_, first)) = first {
            self.said_twice(atom.text, atom.span(), first);
        }
        let (standing, risk, effort, owner, evidence) = match word {
            "tier" => (self.tiers_of(values), None, None, None, None),
            "risk" => (None, self.risk_value(values), None, None, None),
            "effort" => (None, None, self.effort(values), None, None),
            "owner" => (None, None, None, self.role_value(values), None),
            "evidence" => (None, None, None, None, Some(self.pieces(values))),
            _ => {
                let span = atom.span();
                let value = Standing::NotApplicable;
                (Some(Spanned { value, span }), None, None, None, None)
            }
        };
        if first.is_none() {
            seen.push((slot, atom.span()));
            assessed.standing = assessed.standing.or(standing);
            assessed.risk = assessed.risk.or(risk);
            assessed.effort = assessed.effort.or(effort);
            assessed.owner = assessed.owner.or(owner);
            assessed.evidence.extend(evidence.into_iter().flatten());
        }
    }

    /// `2 -> 4`, `3`
    fn tiers_of(&mut self, values: &mut Values<'_, 's>) -> Option<Spanned<Standing>> {
        let current = self.number(values, 0, 1000)?;
        let target = match values.sign(Sign::Arrow) {
            Some(_) => self.number(values, 0, 1000)?,
            None => current,
        };
        Some(Spanned {
            value: Standing::Tier {
                current: current.value,
                target: target.value,
            },
            span: current.span.to(target.span),
        })
    }

    fn risk_value(&mut self, values: &mut Values<'_, 's>) -> Option<Spanned<u32>> {
        self.number(values, 0, GREATEST_RISK)
    }

    fn pieces(&mut self, values: &mut Values<'_, 's>) -> Vec<Name<'s>> {
        self.list(values, |lower, values| {
            lower.named(
                values,
                "the name of a piece of evidence such as `mfa-export`",
            )
        })
    }

    /// `risk 6 effort 10d owner ciso`
    pub fn defaults(&mut self, values: &mut Values<'_, 's>, defaults: &mut Defaults<'s>) {
        if values.peek().is_none() {
            self.value(
                values,
                "what holds for the rows that do not say it, as in `risk 6 effort 10d`",
            );
        }
        while let Some(atom) = values.next_if(|atom| DEFAULTS.contains(&atom.text)) {
            values.of = atom;
            values.stop = DEFAULTS;
            let first = match atom.text {
                "risk" => {
                    let (first, value) = (defaults.risk, self.risk_value(values));
                    defaults.risk = first.or(value);
                    first.map(|first| first.span)
                }
                "effort" => {
                    let (first, value) = (defaults.effort, self.effort(values));
                    defaults.effort = first.or(value);
                    first.map(|first| first.span)
                }
                _ => {
                    let (first, value) = (defaults.owner, self.role_value(values));
                    defaults.owner = first.or(value);
                    first.map(|first| first.span)
                }
            };
            if let Some(first) = first {
                self.said_twice(atom.text, atom.span(), first);
            }
        }
    }

    /// Skips a clause that nobody knows, up to the next one that is known, or to the note; and says so.
    fn unknown_assessed_clause(&mut self, values: &mut Values<'_, 's>, atom: &Atom<'s>) {
        values.next();
        let message = format!(
            "an assessed control has no clause `{}`",
            shortened(atom.text)
        );
        let place = self.place(atom.span());
        let near = nearest(atom.text, WORDS.known.iter().copied());
        self.report(match near {
            _ if atom.text == "note" => Diagnostic::new(MISSPELT_PROPERTY, place, message)
                .help("the note of a row is the text at its end, without a word before it"),
            Some(near) => Diagnostic::new(MISSPELT_PROPERTY, place, message)
                .help(format!("did you mean `{near}`?")),
            None => Diagnostic::new(UNKNOWN_CLAUSE, place, message)
                .help("perhaps it was written for a newer xwalk; it is skipped and everything else stands"),
        });
        while values
            .next_if(|next| known(next).is_none() && !next.is_text())
            .is_some()
        {}
        // A text behind it may be its own; the last one is the note.
        while values.rest().len() > 1 && values.next_if(|next| known(next).is_none()).is_some() {}
    }

    fn no_assessed_clause(&mut self, values: &Values<'_, 's>, atom: &Atom<'s>) {
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
        } else {
            Diagnostic::new(SUPERFLUOUS, place, format!("`{what}` is neither a clause nor the note"))
                .help("write `tier`, `risk`, `effort`, `owner` or `evidence` before a value, and put the note in quotation marks")
        };
        self.report(diagnostic);
    }

    fn said_twice(&mut self, word: &str, span: Span, first: Span) {
        let message = format!("`{word}` is one clause too many: that has been said already");
        let diagnostic = Diagnostic::new(REPEATED_PROPERTY, self.place(span), message)
            .also(self.place(first), "said here")
            .help("keep one of the two");
        self.report(diagnostic);
    }
}

/// The clause that a word begins.
fn known(atom: &Atom<'_>) -> Option<&'static str> {
    let word = WORDS.known.iter().find(|word| **word == atom.text);
    word.copied().filter(|_| atom.is_word())
}
