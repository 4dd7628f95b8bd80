//! The verdict on one control: the first that holds of contradiction, met, not met, partly evidenced, cannot tell.

use rustc_hash::FxHashMap;

use super::bearing::Level;
use super::projector::{Bar, Projector};
use super::reached::{Reached, ground};
use super::{Because, Credit, CurrentState, Doubt, Ground, Projected, Verdict};
use crate::{Eligibility, Logic};
use xwalk_model::{ControlId, Model, RowId};
use xwalk_relation::Label;

/// Judges the controls of one framework.
pub(super) struct Judge<'j, 'a, 's> {
    pub projector: &'j Projector<'a, 's>,
    pub state: &'j CurrentState,
    pub bar: Bar,
    /// What is fulfilled by rows of each status, best first.
    pub reached: &'j [Reached],
    /// The rows that name each control and do not count.
    pub left_out: &'j FxHashMap<ControlId, Vec<RowId>>,
}

impl Judge<'_, '_, '_> {
    /// The verdict on one control.
    pub fn control(&self, control: ControlId) -> Projected {
        let met = self.first(|at, _| self.met(at, control));
        let not_met = self.first(|at, level| self.not_met(at, level, control));
        let shares = if met.is_none() && not_met.is_none() {
            self.first(|at, level| self.shares(at, level, control))
        } else {
            None
        };
        let verdict = Verdict::of(met.is_some(), not_met.is_some(), shares.is_some());
        Projected {
            control,
            verdict,
            grounds: [met, not_met, shares].into_iter().flatten().collect(),
            doubt: (verdict == Verdict::CannotTell).then(|| self.doubt(control)),
        }
    }

    /// What rows of the best status say, by which it can be said.
    fn first(&self, ground: impl Fn(usize, &Level) -> Option<Ground>) -> Option<Ground> {
        let mut levels = self.projector.levels.iter().enumerate();
        levels.find_map(|(at, level)| ground(at, level))
    }

    fn met(&self, at: usize, control: ControlId) -> Option<Ground> {
        let reached = self.reached.get(at)?;
        reached.met(self.projector, self.state, self.bar, at, control)
    }

    fn not_met(&self, at: usize, level: &Level, control: ControlId) -> Option<Ground> {
        let below: Vec<ControlId> = self.bar.below(level, self.state, control).collect();
        if below.contains(&control) {
            let (model, itself) = (self.projector.model, vec![control]);
            return Some(Ground::new(model, Because::Below, itself, Vec::new()));
        }
        self.resting_on(at, control, Because::AsksForMore, below)
    }

    fn shares(&self, at: usize, level: &Level, control: ControlId) -> Option<Ground> {
        let sharing = self.bar.sharing(level, self.state, control).collect();
        self.resting_on(at, control, Because::Shares, sharing)
    }

    fn resting_on(
        &self,
        at: usize,
        control: ControlId,
        because: Because,
        others: Vec<ControlId>,
    ) -> Option<Ground> {
        (!others.is_empty()).then(|| ground(self.projector, at, control, because, others))
    }

    /// Why nobody can tell.
    fn doubt(&self, control: ControlId) -> Doubt {
        let model = self.projector.model;
        let level = self.projector.levels.last();
        let bearings = level.map_or(&[][..], |level| level.on(control));
        let mut decisive = false;
        let (mut not_applicable, mut below) = (Vec::new(), Vec::new());
        let (mut unsupported, mut open) = (Vec::new(), Vec::new());
        for bearing in bearings {
            let from = bearing.from;
            match self.state.of_control(from) {
                Some(stand) if stand.tier.is_none() => {
                    decisive |= bearing.label.implies(Label::CONTAINS)
                        || bearing.label.implies(Label::WITHIN);
                    not_applicable.push(from);
                }
                Some(stand) if stand.credit == Credit::Unsupported => unsupported.push(from),
                Some(_) => below.push(from),
                None if self.projector.is_assessed(from) => open.push(from),
                None => {}
            }
        }
        let is_assessable = model.controls[control].assessable;
        let nothing_else = below.is_empty() && unsupported.is_empty();
        if decisive || nothing_else && !not_applicable.is_empty() {
            Doubt::NotApplicable(not_applicable)
        } else if !unsupported.is_empty() {
            Doubt::Unsupported(unsupported)
        } else if !below.is_empty() {
            Doubt::OnlyBelow(below)
        } else if !is_assessable && model.children(control).next().is_some() {
            Doubt::JudgedBelow
        } else if let Some(rows) = self.left_out.get(&control) {
            Doubt::RowsLeftOut(rows.clone())
        } else if open.is_empty() {
            Doubt::Unconnected
        } else {
            Doubt::NotAssessed(open)
        }
    }
}

/// The rows that name each control and do not count; withdrawn ones were never there.
pub(super) fn left_out(model: &Model<'_>, logic: &Logic) -> FxHashMap<ControlId, Vec<RowId>> {
    let mut left_out: FxHashMap<ControlId, Vec<RowId>> = FxHashMap::default();
    for (id, row) in model.rows.iter() {
        if !matches!(
            logic.eligibilities[id],
            Eligibility::Counts | Eligibility::Withdrawn
        ) {
            let ends = [row.source.controls(), row.target.controls()];
            for control in ends.into_iter().flatten() {
                left_out.entry(*control).or_default().push(id);
            }
        }
    }
    left_out
}
