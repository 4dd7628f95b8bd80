//! The rows of an assessment, and their clauses.

use super::mistakes::is_joint;
use super::organization::GREATEST_RISK;
use crate::ast::posture::{Assessed, AssessedTier};
use crate::ast::{ControlRef, Name, Spanned, Text};
use crate::lower::Lower;
use crate::lower::line::Line;
use crate::lower::property::Seen;
use crate::lower::value::{NOTHING, Value};
use crate::lower::values::Values;
use crate::lower::words::Often::{Once, OneOf};
use crate::lower::words::{Block, Slot, Word, words};
use crate::tree::{Atom, Control, Entry, Row, Sign};
use xwalk_diagnostic::codes::posture::MISSING_CLAUSE;
use xwalk_diagnostic::codes::syntax::UNKNOWN_CLAUSE;
use xwalk_diagnostic::codes::vocabulary::WRONG_VALUE;
use xwalk_diagnostic::{Code, Diagnostic};
use xwalk_source::Span;

impl<'s> Block<'s> for Assessed<'s> {
    const OF: &'static str = "an assessed control";
    const UNKNOWN: &'static Code = UNKNOWN_CLAUSE;
    const WORDS: &'s [Word<'s, Self>] = words! {
        "tier" OneOf(TIER), Value::TIERS, |row| *row, "the tier that is reached, and the target tier where it differs";
        "not-applicable" OneOf(TIER), Value::NOT_APPLICABLE, |row| row.tier, "the control does not concern the organization";
        "risk" Once, Value::RISK, |row| row.risk, "the risk while the control is at this tier, on the scale of the assessment";
        "effort" Once, Value::EFFORT, |row| row.effort, "how much work it takes to reach the target, in working days of one person";
        "owner" Once, Value::ROLE, |row| row.owner, "the role that answers for it";
        "evidence" Once, Value::EVIDENCE, |row| row.evidence, "the evidence that it is at this tier";
        "note" Once, Value::TEXT, |row| row.note, "a remark; only in the block of a row, since on its line it is the text at the end";
    };
}

impl<'s> Line<'s> for Assessed<'s> {
    const TWICE: &'static str = "that is already stated";
    const BLOCK: &'static str =
        "the block takes clauses such as `owner ciso`, one per line, and `note`";

    fn note(&mut self) -> &mut Option<Text<'s>> {
        &mut self.note
    }
}

/// Where a control stands is one clause, whichever of the two words says it.
const TIER: &str = "tier";

const A_PIECE: &str = "the name of a piece of evidence such as `mfa-export`";

/// Two tiers, and where they are written.
struct Tiers(Spanned<AssessedTier>, (Span, Span));

impl<'s> Slot<'s, Tiers> for Assessed<'s> {
    fn keep(&mut self, _: &mut Lower<'s>, Tiers(tier, tiers): Tiers) {
        self.tier = Some(tier);
        self.tiers = Some(tiers);
    }
}

impl Value<'_, Tiers> {
    const TIERS: Self = Self::new(
        "one tier, or two with an arrow between them, as in `2 -> 4`",
        Lower::tiers_of,
    );
}

impl Value<'_, Spanned<AssessedTier>> {
    const NOT_APPLICABLE: Self = Self::new(NOTHING, |_, values| {
        let (value, span) = (AssessedTier::NotApplicable, values.of.span());
        Some(Spanned { value, span })
    });
}

impl Value<'_, Spanned<u32>> {
    /// A risk, whatever the scale of the assessment.
    pub const RISK: Self = Self::number::<0, GREATEST_RISK>();
}

impl<'s> Value<'s, Vec<Name<'s>>> {
    const EVIDENCE: Self = Self::list(A_PIECE, |lower, values| {
        Some(lower.list(values, Lower::piece))
    });
}

impl<'s> Lower<'s> {
    /// `ID.AM.a tier 2 -> 4 …`
    pub fn assessed_row(&mut self, row: &Row<'s>) -> Option<Assessed<'s>> {
        let source = row.source();
        let (first, more) = source.split_first()?;
        if first.sign == Sign::Star || !more.is_empty() {
            let span = source.iter().map(Atom::span).reduce(Span::to)?;
            let message = "an assessed control is written by itself";
            let help = "write one control per row: neither `*` nor `+` is allowed before a tier";
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
            ..Assessed::default()
        };
        let mark = self.mark();
        let mut seen = Seen::new();
        let mut values = Values::new(first, clauses);
        self.assessed_clauses(&mut values, &mut assessed, &mut seen);
        self.clause_block(block, &mut assessed, &mut seen);
        if !seen.iter().any(|(slot, _)| *slot == TIER) {
            let message = format!("`{}` has no tier", assessed.control.id);
            let help =
                "give its current and target tiers, as in `tier 2 -> 4`, or write `not-applicable`";
            let place = self.place(assessed.control.span);
            self.report(Diagnostic::new(MISSING_CLAUSE, place, message).help(help));
            return None;
        }
        // What is not understood may have limited what the row says.
        (!self.has_erred(mark)).then_some(assessed)
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
            match known(&atom).filter(|word| word.word != "note") {
                Some(word) => {
                    values.next();
                    self.clause(word, atom, values, assessed, seen);
                }
                None if atom.is_word() => self.unknown_assessed_clause(values, &atom),
                None => return self.no_assessed_clause(values, &atom),
            }
        }
    }

    /// `2 -> 4`, `3`
    fn tiers_of(&mut self, values: &mut Values<'_, 's>) -> Option<Tiers> {
        let current = self.number(values, 0, 1000)?;
        let target = match values.sign(Sign::Arrow) {
            Some(_) => self.number(values, 0, 1000)?,
            None if values.peek().is_some_and(|atom| is_joint(&atom)) => {
                self.no_arrow(values, current.value);
                return None;
            }
            None => current,
        };
        let value = AssessedTier::Tier {
            current: current.value,
            target: target.value,
        };
        let span = current.span.to(target.span);
        Some(Tiers(Spanned { value, span }, (current.span, target.span)))
    }

    /// A risk, whatever the scale of the assessment.
    pub fn risk_value(&mut self, values: &mut Values<'_, 's>) -> Option<Spanned<u32>> {
        Value::RISK.read(self, values)
    }

    /// The name of a piece of evidence.
    pub fn piece(&mut self, values: &mut Values<'_, 's>) -> Option<Name<'s>> {
        self.named(values, A_PIECE)
    }
}

/// The clause that a word begins.
pub fn known<'s>(atom: &Atom<'s>) -> Option<&'s Word<'s, Assessed<'s>>> {
    Assessed::word(atom.text).filter(|_| atom.is_word())
}
