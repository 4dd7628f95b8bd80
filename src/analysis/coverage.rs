//! The coverage of one framework by another: suppose all of S is fulfilled; what of T is then fulfilled?

use super::{Basis, Reason, Tally, Verdict};
use xwalk_model::{ControlId, FrameworkId, MappingId, Model, RowId};

/// The coverage of one framework by another.
#[derive(Debug)]
pub struct Coverage {
    /// The framework that is covered, T.
    pub of: FrameworkId,
    /// The framework that covers it, S.
    pub by: FrameworkId,
    /// The mappings between the two, in either direction, by name.
    pub mappings: Vec<MappingId>,
    /// Every control of `of`, assessable or not, in preorder.
    pub controls: Vec<Covered>,
}

/// One control of the covered framework.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Covered {
    /// The control.
    pub control: ControlId,
    /// From stated rows alone.
    pub stated: Judgement,
    /// With proofs; `None` where nothing was reasoned.
    pub proved: Option<Judgement>,
}

impl Covered {
    /// The judgement on one basis.
    #[must_use]
    pub fn on(&self, basis: Basis) -> Option<&Judgement> {
        match basis {
            Basis::Stated => Some(&self.stated),
            Basis::Proved => self.proved.as_ref(),
        }
    }
}

/// A verdict, why, and the rows behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// The verdict.
    pub verdict: Verdict,
    /// Why.
    pub reason: Reason,
    /// The rows that it rests on, ascending, each once; for rows that are left out, those.
    pub rows: Vec<RowId>,
    /// The single controls of the covering framework that those rows speak of, ascending, each once: for full, those
    /// that contain the control. Empty where it rests on unions, on children or on silence.
    pub others: Vec<ControlId>,
}

impl Judgement {
    pub(super) fn new(
        verdict: Verdict,
        reason: Reason,
        mut rows: Vec<RowId>,
        mut others: Vec<ControlId>,
    ) -> Self {
        rows.sort_unstable();
        rows.dedup();
        others.sort_unstable();
        others.dedup();
        Self {
            verdict,
            reason,
            rows,
            others,
        }
    }

    /// Adds what else speaks for the verdict in the same way.
    pub(super) fn and(self, other: &Self) -> Self {
        if (self.verdict, self.reason) != (other.verdict, other.reason) {
            return self;
        }
        let rows = self.rows.into_iter().chain(other.rows.iter().copied());
        let others = self.others.into_iter().chain(other.others.iter().copied());
        let (rows, others) = (rows.collect(), others.collect());
        Self::new(self.verdict, self.reason, rows, others)
    }
}

impl Coverage {
    /// What is judged of one control of the framework.
    #[must_use]
    pub fn of_control(&self, control: ControlId) -> Option<&Covered> {
        let controls = &self.controls;
        let found = controls.binary_search_by_key(&control, |covered| covered.control);
        controls.get(found.ok()?)
    }

    /// The five counts over all assessable controls; `None` where nothing was reasoned.
    #[must_use]
    pub fn tally(&self, model: &Model<'_>, basis: Basis) -> Option<Tally> {
        self.assessable(model, basis)
            .map(|verdict| Some(verdict?.1))
            .collect()
    }

    /// The five counts at each depth of the hierarchy, top first; `None` where nothing was reasoned.
    #[must_use]
    pub fn levels(&self, model: &Model<'_>, basis: Basis) -> Option<Vec<Tally>> {
        let depth = self
            .controls
            .iter()
            .map(|covered| model.controls[covered.control].depth)
            .max();
        let mut levels = vec![Tally::default(); depth.map_or(0, |depth| usize::from(depth) + 1)];
        for verdict in self.assessable(model, basis) {
            let (control, verdict) = verdict?;
            let depth = usize::from(model.controls[control].depth);
            if let Some(level) = levels.get_mut(depth) {
                level.add(verdict);
            }
        }
        Some(levels)
    }

    /// The five counts below and at every control that has others below it, in preorder; `None` where nothing was
    /// reasoned.
    #[must_use]
    pub fn sections(&self, model: &Model<'_>, basis: Basis) -> Option<Vec<(ControlId, Tally)>> {
        let mut open: Vec<(ControlId, Tally)> = Vec::new();
        let mut closed = Vec::new();
        // Walked backwards, a control comes after all that is nested in it: their tallies lie on top of the stack.
        for covered in self.controls.iter().rev() {
            let control = &model.controls[covered.control];
            let mut tally = Tally::default();
            while let Some((_, part)) = open.pop_if(|(part, _)| *part < control.subtree_end) {
                tally += part;
            }
            if control.assessable {
                tally.add(covered.on(basis)?.verdict);
            }
            if control.subtree_end.0 > covered.control.0 + 1 {
                closed.push((covered.control, tally));
            }
            open.push((covered.control, tally));
        }
        closed.reverse();
        Some(closed)
    }

    /// The verdict of each assessable control; `None` for one about which nothing was reasoned.
    fn assessable(
        &self,
        model: &Model<'_>,
        basis: Basis,
    ) -> impl Iterator<Item = Option<(ControlId, Verdict)>> {
        self.controls
            .iter()
            .filter(|covered| model.controls[covered.control].assessable)
            .map(move |covered| Some((covered.control, covered.on(basis)?.verdict)))
    }
}
