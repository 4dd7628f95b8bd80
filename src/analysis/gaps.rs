//! What remains to be done, and what remains to be looked at.

use super::{Basis, Coverage, Judgement, Verdict};
use xwalk_model::{ControlId, Model};

impl Coverage {
    /// The assessable controls with a verdict, in preorder, and why they have it; none where nothing was reasoned.
    /// Asked for [`Verdict::Gap`], these are the gaps; for [`Verdict::NotReviewed`], the open questions.
    pub fn with_verdict<'a>(
        &'a self,
        model: &'a Model<'_>,
        basis: Basis,
        verdict: Verdict,
    ) -> impl Iterator<Item = (ControlId, &'a Judgement)> {
        self.controls
            .iter()
            .filter(|covered| model.controls[covered.control].assessable)
            .filter_map(move |covered| Some((covered.control, covered.on(basis)?)))
            .filter(move |(_, judgement)| judgement.verdict == verdict)
    }
}
