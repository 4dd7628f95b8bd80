//! The rows of an assessment, and their clauses.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::posture::MISSING_CLAUSE;
use crate::diagnostic::codes::vocabulary::WRONG_VALUE;
use crate::source::Span;
use crate::syntax::ast::posture::{Assessed, Defaults, Standing};
use crate::syntax::ast::{ControlRef, Name, Spanned};
use crate::syntax::lower::Lower;
use crate::syntax::lower::context::Vocabulary;
use crate::syntax::lower::values::Values;
use crate::syntax::tree::{Atom, Control, Entry, Row, Sign};

use super::mistakes::is_joint;
use super::organization::GREATEST_RISK;

/// The clauses of a row; `note` only in its block.
pub const WORDS: Vocabulary = Vocabulary {
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
            tiers: None,
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
        let mut tiers = None;
        let (standing, risk, effort, owner, evidence) = match word {
            "tier" => (self.tiers_of(values, &mut tiers), None, None, None, None),
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
            assessed.tiers = assessed.tiers.or(tiers);
            assessed.risk = assessed.risk.or(risk);
            assessed.effort = assessed.effort.or(effort);
            assessed.owner = assessed.owner.or(owner);
            assessed.evidence.extend(evidence.into_iter().flatten());
        }
    }

    /// `2 -> 4`, `3`
    fn tiers_of(
        &mut self,
        values: &mut Values<'_, 's>,
        tiers: &mut Option<(Span, Span)>,
    ) -> Option<Spanned<Standing>> {
        let current = self.number(values, 0, 1000)?;
        let target = match values.sign(Sign::Arrow) {
            Some(_) => self.number(values, 0, 1000)?,
            None if values.peek().is_some_and(|atom| is_joint(&atom)) => {
                self.no_arrow(values, current.value);
                return None;
            }
            None => current,
        };
        *tiers = Some((current.span, target.span));
        Some(Spanned {
            value: Standing::Tier {
                current: current.value,
                target: target.value,
            },
            span: current.span.to(target.span),
        })
    }

    /// A risk, whatever the scale of the assessment.
    pub fn risk_value(&mut self, values: &mut Values<'_, 's>) -> Option<Spanned<u32>> {
        self.number(values, 0, GREATEST_RISK)
    }

    fn pieces(&mut self, values: &mut Values<'_, 's>) -> Vec<Name<'s>> {
        self.list(values, Self::piece)
    }

    /// The name of a piece of evidence.
    pub fn piece(&mut self, values: &mut Values<'_, 's>) -> Option<Name<'s>> {
        self.named(
            values,
            "the name of a piece of evidence such as `mfa-export`",
        )
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
}

/// The clause that a word begins.
pub fn known(atom: &Atom<'_>) -> Option<&'static str> {
    let word = WORDS.known.iter().find(|word| **word == atom.text);
    word.copied().filter(|_| atom.is_word())
}
