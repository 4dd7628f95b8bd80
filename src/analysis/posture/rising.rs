//! Verdicts as tiers rise: only those are judged again on which a tier that rises bears, or that follow from them.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::{FxHashMap, FxHashSet};

use super::fulfilled::Fulfilled;
use super::projector::Bar;
use super::{CurrentState, Moved, Projector, Tally, Verdict};
use xwalk_model::posture::InitiativeId;
use xwalk_model::{ControlId, FrameworkId, Table};
use xwalk_relation::Label;

/// The verdicts of an organization whose tiers rise.
pub(super) struct Rising<'p, 'a, 's> {
    projector: &'p Projector<'a, 's>,
    state: CurrentState,
    /// The frameworks with their thresholds and counts, the baseline first.
    frameworks: Vec<(FrameworkId, Bar, Tally)>,
    /// What is fulfilled, by threshold: it only grows.
    fulfilled: BTreeMap<Option<u32>, Fulfilled>,
    /// The verdicts on the controls of these frameworks.
    verdicts: Table<ControlId, Option<Verdict>>,
    /// What each control that may rise bears on.
    reach: FxHashMap<ControlId, Vec<(ControlId, Label)>>,
}

impl<'p, 'a, 's> Rising<'p, 'a, 's> {
    /// The verdicts as it is now, made ready for these initiatives.
    pub fn new(
        projector: &'p Projector<'a, 's>,
        state: CurrentState,
        initiatives: impl Iterator<Item = InitiativeId>,
    ) -> Self {
        let model = projector.model;
        let raises = initiatives.flat_map(|id| &model.posture.initiatives[id].raises);
        let raised: FxHashSet<ControlId> = raises.map(|raise| raise.control).collect();
        let level = projector.levels.last();
        let mut verdicts: Table<ControlId, Option<Verdict>> =
            model.controls.ids().map(|_| None).collect();
        let mut fulfilled = BTreeMap::new();
        let mut frameworks = Vec::new();
        for of_one in projector.verdicts(&state) {
            let bar = projector.bar(of_one.framework);
            frameworks.push((of_one.framework, bar, of_one.tally(model)));
            for (control, verdict) in of_one.controls {
                verdicts[control] = Some(verdict);
            }
            if let Some(level) = level {
                fulfilled.entry(bar.own).or_insert_with(|| {
                    let is_achieved =
                        |id| state.of_control(id).is_some_and(|it| bar.is_cleared(it));
                    Fulfilled::of(model, level, &projector.wholes, is_achieved)
                });
            }
        }
        Self {
            projector,
            frameworks,
            fulfilled,
            verdicts,
            reach: level.map_or_else(FxHashMap::default, |level| level.reach(&raised)),
            state,
        }
    }

    /// The frameworks, the baseline first.
    pub fn frameworks(&self) -> Vec<FrameworkId> {
        self.frameworks.iter().map(|(id, ..)| *id).collect()
    }

    /// The verdicts on each framework, counted.
    pub fn tallies(&self) -> Vec<Tally> {
        self.frameworks.iter().map(|(.., tally)| *tally).collect()
    }

    /// Where the organization stands by now.
    pub fn into_state(self) -> CurrentState {
        self.state
    }

    /// Does an initiative. Answers which tiers rise.
    pub fn finish(&mut self, initiative: InitiativeId) -> Vec<Moved> {
        let moved = self.state.finish(self.projector.model, initiative);
        let mut touched = BTreeSet::new();
        for moved in &moved {
            let reached = self.reach.get(&moved.control).into_iter().flatten();
            touched.extend(reached.map(|(control, _)| *control));
            touched.extend(self.fulfil(moved.control));
        }
        self.judge_again(&touched);
        moved
    }

    /// What is fulfilled, and was not, now that a control stands higher.
    fn fulfil(&mut self, risen: ControlId) -> Vec<ControlId> {
        let Projector {
            model,
            wholes,
            levels,
            ..
        } = self.projector;
        let (Some(level), Some(stand)) = (levels.last(), self.state.of_control(risen)) else {
            return Vec::new();
        };
        let reached = self.reach.get(&risen).map_or(&[][..], Vec::as_slice);
        let cleared = self.fulfilled.iter_mut();
        cleared
            .filter(|(own, _)| Bar { own: **own }.is_cleared(stand))
            .flat_map(|(_, fulfilled)| {
                let contained = reached.iter();
                let contained = contained.filter(|(_, label)| label.implies(Label::CONTAINS));
                let contained = contained.map(|(control, _)| *control);
                fulfilled.add(model, level, wholes, contained)
            })
            .collect()
    }

    fn judge_again(&mut self, controls: &BTreeSet<ControlId>) {
        let model = self.projector.model;
        let Some(level) = self.projector.levels.last() else {
            return;
        };
        for control in controls {
            let of = &model.controls[*control];
            let mut frameworks = self.frameworks.iter_mut();
            let (Some((_, bar, tally)), Some(before)) = (
                frameworks.find(|(id, ..)| *id == of.framework),
                self.verdicts[*control],
            ) else {
                continue;
            };
            let Some(fulfilled) = self.fulfilled.get(&bar.own) else {
                continue;
            };
            let after = bar.verdict(level, &self.state, fulfilled, *control);
            self.verdicts[*control] = Some(after);
            if of.assessable {
                tally.turn(before, after);
            }
        }
    }
}
