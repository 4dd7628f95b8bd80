//! What is related by equality alone, with the proofs of that.

use super::provers::{Provers, equality};
use super::related::{Mark, Related};
use super::{Logic, Merit, Proof};
use xwalk_model::{ControlId, FrameworkId, Model, RowId};

/// A pair that is related since its controls equal those that a row calls so.
#[derive(Clone, Debug)]
pub struct Marked {
    /// The pair, and the row.
    pub mark: Mark,
    /// Why the controls of the pair equal those of the row; one or two proofs.
    pub equal: Vec<Proof>,
    /// What the row comes to.
    pub merit: Merit,
}

impl Marked {
    /// The row, and those behind the proofs.
    pub fn rows(&self) -> Vec<RowId> {
        let equal = self.equal.iter().flat_map(Proof::rows);
        equal.chain([self.mark.row]).collect()
    }
}

/// What is related, read from the one framework to the other, since it equals what rows call so, and no row says itself.
#[must_use]
pub fn related_between(
    model: &Model<'_>,
    logic: &Logic,
    from: FrameworkId,
    to: FrameworkId,
) -> Vec<Marked> {
    let related = Related::all(model, logic);
    let provers = Provers::each(model, logic);
    let proof = |control: ControlId, said_of: ControlId| {
        (control != said_of).then(|| equality(&provers, control, said_of))?
    };
    let mut found: Vec<Marked> = Vec::new();
    for (source, _) in model.controls_of(from) {
        let marks = related.towards(model, source, to);
        let pairs = marks.chunk_by(|one, next| one.other == next.other);
        // The first of a pair is stated, if one of them is.
        let first = pairs.filter_map(|marks| marks.first());
        found.extend(first.filter(|mark| !mark.is_stated()).map(|mark| {
            let [one, other] = mark.said_of;
            let equal = [proof(mark.control, one), proof(mark.other, other)];
            Marked {
                mark: *mark,
                equal: equal.into_iter().flatten().collect(),
                merit: Merit::of(model, std::iter::once(mark.row)),
            }
        }));
    }
    found
}
