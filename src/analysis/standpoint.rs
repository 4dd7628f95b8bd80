//! Which rows are taken together, where those of several rationales cannot all be true.
//!
//! Claims of two rationales are about different things, so that a contradiction between them sets nothing aside: the rows
//! count as they stand, and prove things together with rows of their own rationale. Only what mixes rationales has to do
//! without them. So a model with such rows is looked at from several standpoints, each consistent in itself, and what is known
//! from one is never joined to what is known from another: that would be a proof which mixes after all.

use std::cmp::Reverse;

use super::logic::{Logic, Proof};
use super::statements::SENSES;
use xwalk_model::{Model, RowId};
use xwalk_reason::{Claim, Decision, Statement};
use xwalk_syntax::ast::Rationale;

/// Which rows are taken together. Those that do not count never are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standpoint {
    /// Rows of all rationales, but none that contradicts rows of other rationales.
    All,
    /// All rows of one rationale, or that name none.
    Only(Option<Rationale>),
}

impl Standpoint {
    /// All standpoints of a decided network that show something: mostly one. Only where rows are kept apart, their
    /// own rationale shows more.
    pub(super) fn of(model: &Model<'_>, decision: &Decision) -> Vec<Self> {
        let apart = decision.apart().iter();
        let apart = apart.map(|claim| model.rationale(&model.rows[RowId(claim.0)]));
        let apart: Vec<Option<Rationale>> = apart.collect();
        let single = SENSES.into_iter().filter(|it| apart.contains(it));
        let single = single.map(Self::Only);
        std::iter::once(Self::All).chain(single).collect()
    }

    /// Whether a statement is taken, if it is not disputed.
    pub(super) fn takes(self, decision: &Decision, said: &Statement) -> bool {
        match self {
            _ if !said.is_disputable() => true,
            Self::All => !decision.is_apart(said.claim),
            Self::Only(rationale) => SENSES.get(usize::from(said.sense)) == Some(&rationale),
        }
    }
}

impl Logic {
    /// Whether a row is taken from a standpoint, if it counts.
    pub(super) fn takes(&self, model: &Model<'_>, standpoint: Standpoint, row: RowId) -> bool {
        match standpoint {
            Standpoint::All => !self.is_apart(row),
            Standpoint::Only(rationale) => model.rationale(&model.rows[row]) == rationale,
        }
    }

    /// Whether rows that count are taken together from some standpoint, so that what they say may be joined.
    pub(super) fn are_joined(&self, model: &Model<'_>, rows: &[RowId]) -> bool {
        let mut standpoints = self.standpoints.iter();
        standpoints.any(|standpoint| {
            let mut rows = rows.iter();
            rows.all(|row| self.takes(model, *standpoint, *row))
        })
    }

    /// Whether a row counts only as it stands and together with rows of its own rationale, since it contradicts others.
    #[must_use]
    pub fn is_apart(&self, row: RowId) -> bool {
        self.decision.is_apart(Claim(row.0))
    }
}

/// Of what is known from several standpoints of one pair, what no other one says as exactly. Of proofs of the same, that of
/// the best status; of these, one of a single rationale, if there is one.
pub(super) fn sharpest<T>(mut known: Vec<T>, proof: impl Fn(&T) -> &Proof) -> Vec<T> {
    if known.len() < 2 {
        return known;
    }
    let of_one = |(at, known): (usize, &T)| {
        let Proof { label, merit, .. } = proof(known);
        let rank = (Reverse(merit.status), merit.mixes_rationales(), at);
        (*label, rank)
    };
    let all: Vec<_> = known.iter().enumerate().map(of_one).collect();
    let mut each = all.iter();
    known.retain(|_| {
        each.next().is_some_and(|(own, rank)| {
            let mut others = all.iter();
            !others.any(|(label, other)| label.implies(*own) && (label != own || other < rank))
        })
    });
    known
}
