//! The verdict on one control: the first that holds of contradiction, not applicable, met, not met, partly evidenced,
//! cannot tell.

use rustc_hash::{FxHashMap, FxHashSet};

use super::bearing::Level;
use super::projector::{Bar, Projector, not_applicable};
use super::reached::{Reached, Sight};
use super::verdict::{Known, Whose};
use super::{Because, Credit, CurrentState, Doubt, Ground, Projected, Verdict};
use crate::{Eligibility, Logic};
use xwalk_model::{ControlId, Model, RowId};
use xwalk_relation::Label;

/// Judges the controls of one framework.
pub(super) struct Judge<'j, 'a, 's> {
    pub projector: &'j Projector<'a, 's>,
    pub state: &'j CurrentState,
    pub bar: Bar,
    /// What is fulfilled by rows of each status, best first, from each standpoint.
    pub reached: &'j [Vec<Reached>],
    /// The rows that name each control and do not count.
    pub left_out: &'j FxHashMap<ControlId, Vec<RowId>>,
}

impl Judge<'_, '_, '_> {
    /// The verdict on one control.
    pub fn control(&self, control: ControlId) -> Projected {
        let met = self.first(|spot| self.met(spot, control));
        let not_met = self.first(|spot| self.not_met(spot, control));
        let (whose, not_applicable) = self.not_applicable(control).unzip();
        // What is said of equals gives way to what is met or not met.
        let decided = met.is_some() || not_met.is_some();
        let not_applicable = not_applicable.filter(|_| !decided || whose == Some(Whose::Own));
        let shares = if decided || not_applicable.is_some() {
            None
        } else {
            self.first(|spot| self.shares(spot, control))
        };
        let verdict = Verdict::of(Known {
            met: met.is_some(),
            not_met: not_met.is_some(),
            not_applicable: whose,
            shares: shares.is_some(),
        });
        let grounds = [met, not_met, not_applicable, shares];
        Projected {
            control,
            verdict,
            grounds: grounds.into_iter().flatten().collect(),
            doubt: (verdict == Verdict::CannotTell).then(|| self.doubt(control)),
        }
    }

    /// Whose assessments say that it is not applicable, by all that is known, and what shows that.
    fn not_applicable(&self, control: ControlId) -> Option<(Whose, Ground)> {
        let (whose, _) = not_applicable(self.projector.known(), self.state, control)?;
        let because = match whose {
            Whose::Own => Because::NotApplicable,
            Whose::Equal => Because::EqualNotApplicable,
        };
        let ground = self.first(|spot| {
            let (_, controls) = not_applicable([spot.level], self.state, control)?;
            match whose {
                Whose::Own => {
                    let model = self.projector.model;
                    Some(Ground::new(model, because, controls, Vec::new()))
                }
                Whose::Equal => self.resting_on(spot, control, because, controls),
            }
        });
        Some((whose, ground?))
    }

    /// What rows of the best status say, by which it can be said, from the first standpoint from which they say it.
    fn first(&self, ground: impl Fn(Spot<'_>) -> Option<Ground>) -> Option<Ground> {
        let views = || self.projector.views.iter().enumerate();
        let levels = views().map(|(_, view)| view.levels.len()).max()?;
        (0..levels).find_map(|at| {
            views().find_map(|(view, known)| {
                let level = known.levels.get(at)?;
                ground(Spot { view, at, level })
            })
        })
    }

    fn met(&self, spot: Spot<'_>, control: ControlId) -> Option<Ground> {
        let reached = self.reached.get(spot.view)?.get(spot.at)?;
        reached.met(self.sight(spot)?, spot.at, control)
    }

    fn not_met(&self, spot: Spot<'_>, control: ControlId) -> Option<Ground> {
        let below: Vec<ControlId> = self.bar.below(spot.level, self.state, control).collect();
        if below.contains(&control) {
            let (model, itself) = (self.projector.model, vec![control]);
            return Some(Ground::new(model, Because::Below, itself, Vec::new()));
        }
        self.resting_on(spot, control, Because::AsksForMore, below)
    }

    fn shares(&self, spot: Spot<'_>, control: ControlId) -> Option<Ground> {
        let sharing = self.bar.sharing(spot.level, self.state, control).collect();
        self.resting_on(spot, control, Because::Shares, sharing)
    }

    fn resting_on(
        &self,
        spot: Spot<'_>,
        control: ControlId,
        because: Because,
        others: Vec<ControlId>,
    ) -> Option<Ground> {
        let sight = self.sight(spot)?;
        (!others.is_empty()).then(|| sight.ground(spot.at, control, because, others))
    }

    fn sight(&self, spot: Spot<'_>) -> Option<Sight<'_, '_, '_>> {
        Some(Sight {
            model: self.projector.model,
            view: self.projector.views.get(spot.view)?,
            state: self.state,
            bar: self.bar,
        })
    }

    /// Why nobody can tell: the first reason that holds.
    fn doubt(&self, control: ControlId) -> Doubt {
        let model = self.projector.model;
        let known = self.projector.views.iter();
        let bearings = known
            .filter_map(|view| Some((view, view.levels.last()?)))
            .flat_map(|(view, level)| level.on(control).iter().map(move |on| (view, on)));
        let (mut between, mut not_applicable) = (Vec::new(), Vec::new());
        let (mut unsupported, mut below, mut open) = (Vec::new(), Vec::new(), Vec::new());
        for (view, bearing) in bearings {
            let from = bearing.from;
            match self.state.of_control(from) {
                Some(stand) if stand.tier.is_none() => not_applicable.push(from),
                Some(stand) if self.bar.is_missed(stand) => below.push(from),
                Some(stand) if stand.credit == Credit::Unsupported => unsupported.push(from),
                Some(_) => between.push(from),
                None if self.projector.is_assessed(from) => open.push(from),
                None => {}
            }
            // What it lies within together with others is not fulfilled if a part of that is not applicable.
            if bearing.label.implies(Label::CONTAINS) {
                let parts = view.wholes.parts(from);
                not_applicable.extend(parts.filter(|part| {
                    let stand = self.state.of_control(*part);
                    stand.is_some_and(|stand| stand.tier.is_none())
                }));
            }
        }
        not_applicable.sort_unstable();
        not_applicable.dedup();
        for list in [&mut between, &mut unsupported, &mut below, &mut open] {
            each_once(list);
        }
        let related = self.related(control);
        let has_children = model.children(control).next().is_some();
        if !between.is_empty() {
            Doubt::Between(between)
        } else if !not_applicable.is_empty() {
            Doubt::NotApplicable(not_applicable)
        } else if !unsupported.is_empty() {
            Doubt::Unsupported(unsupported)
        } else if !below.is_empty() {
            Doubt::OnlyBelow(below)
        } else if !related.is_empty() {
            Doubt::RelatedOnly(related)
        } else if !open.is_empty() {
            Doubt::NotAssessed(open)
        } else if let Some(rows) = self.left_out.get(&control) {
            Doubt::RowsLeftOut(rows.clone())
        } else if !model.controls[control].assessable && has_children {
            Doubt::JudgedBelow
        } else {
            Doubt::Unconnected
        }
    }

    /// The controls with a tier that are related to one.
    fn related(&self, control: ControlId) -> Vec<ControlId> {
        let marks = self.projector.related.from(control).iter();
        let mut related: Vec<ControlId> = marks.map(|mark| mark.other).collect();
        related.dedup();
        related.retain(|other| {
            let stand = self.state.of_control(*other);
            stand.is_some_and(|stand| stand.tier.is_some())
        });
        related
    }
}

/// What is known by rows of one status, from one standpoint: their positions.
#[derive(Clone, Copy)]
struct Spot<'l> {
    view: usize,
    at: usize,
    level: &'l Level,
}

/// Drops what was listed before: several standpoints may show the same.
fn each_once(list: &mut Vec<ControlId>) {
    let mut seen: FxHashSet<ControlId> = FxHashSet::default();
    list.retain(|control| seen.insert(*control));
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
