//! `default`: what holds for the rows of an assessment that do not say it.

use crate::ast::Spanned;
use crate::ast::posture::{Assessed, Defaults};
use crate::lower::Lower;
use crate::lower::line::Line;
use crate::lower::value::Value;
use crate::lower::values::Values;
use crate::lower::words::Often::Once;
use crate::lower::words::{Block, Slot, Word, words};
use crate::tree::Atom;
use xwalk_source::Span;

impl<'s> Block<'s> for Defaults<'s> {
    const OF: &'static str = "a default";
    const WORDS: &'s [Word<'s, Self>] = words! {
        "risk" Once, Value::RISK, |defaults| defaults.risk, "the risk of each such control";
        "effort" Once, Value::EFFORT, |defaults| defaults.effort, "how much work it takes to reach its target, in working days of one person";
        "owner" Once, Value::ROLE, |defaults| defaults.owner, "the role that answers for it";
    };
}

/// The clauses behind `default`, each by itself.
type Clauses<'s> = Vec<(Atom<'s>, Defaults<'s>)>;

impl<'s> Value<'s, Clauses<'s>> {
    pub const DEFAULTS: Self = Self::new(SOMETHING, Lower::defaults);
}

const SOMETHING: &str = "what applies to rows that do not state it, as in `risk 6 effort 10d`";

impl<'s> Slot<'s, Clauses<'s>> for Defaults<'s> {
    fn keep(&mut self, lower: &mut Lower<'s>, clauses: Clauses<'s>) {
        for (word, clause) in clauses {
            let Defaults {
                risk,
                effort,
                owner,
            } = clause;
            let first = first(&mut self.risk, risk)
                .or(first(&mut self.effort, effort))
                .or(first(&mut self.owner, owner));
            if let Some(first) = first {
                lower.said_twice(word.text, word.span(), first, Assessed::TWICE);
            }
        }
    }
}

/// Keeps a value, or answers where it has been given before.
fn first<T: Copy>(kept: &mut Option<Spanned<T>>, value: Option<Spanned<T>>) -> Option<Span> {
    let value = value?;
    let first = kept.map(|first| first.span);
    *kept = kept.or(Some(value));
    first
}

impl<'s> Lower<'s> {
    /// `risk 6 effort 10d owner ciso`
    fn defaults(&mut self, values: &mut Values<'_, 's>) -> Option<Clauses<'s>> {
        if values.peek().is_none() {
            self.value(values, SOMETHING);
        }
        let mut clauses = Vec::new();
        while let Some(word) = values.peek().and_then(|atom| Defaults::word(atom.text)) {
            let atom = values.next()?;
            values.of = atom;
            values.stop = Defaults::knows;
            let mut clause = Defaults::default();
            word.sets.set(self, values, &mut clause);
            clauses.push((atom, clause));
        }
        Some(clauses)
    }
}
