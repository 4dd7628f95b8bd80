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
    /// What is fulfilled from each standpoint, by threshold: it only grows.
    fulfilled: BTreeMap<Option<u32>, Vec<Fulfilled>>,
    /// The verdicts on the controls of these frameworks.
    verdicts: Table<ControlId, Option<Verdict>>,
    /// What each control that may rise bears on, from each standpoint.
    reach: Vec<FxHashMap<ControlId, Vec<(ControlId, Label)>>>,
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
            fulfilled
                .entry(bar.own)
                .or_insert_with(|| projector.fulfilled(&state, bar));
        }
        Self {
            projector,
            frameworks,
            fulfilled,
            verdicts,
            reach: projector
                .known()
                .map(|level| level.reach(&raised))
                .collect(),
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
            let reached = self.reach.iter();
            let reached = reached.filter_map(|reach| reach.get(&moved.control));
            let reached = reached.flatten();
            touched.extend(reached.map(|(control, _)| *control));
            touched.extend(self.fulfil(moved.control));
        }
        self.judge_again(&touched);
        moved
    }

    /// What is fulfilled, and was not, now that a control stands higher.
    fn fulfil(&mut self, risen: ControlId) -> Vec<ControlId> {
        let Some(stand) = self.state.of_control(risen) else {
            return Vec::new();
        };
        let mut new = Vec::new();
        let cleared = self.fulfilled.iter_mut();
        let cleared = cleared.filter(|(own, _)| Bar { own: **own }.is_cleared(stand));
        for (_, from) in cleared {
            let views = self.projector.views.iter().zip(&self.reach);
            for (fulfilled, (view, reach)) in from.iter_mut().zip(views) {
                let Some(level) = view.levels.last() else {
                    continue;
                };
                let reached = reach.get(&risen).into_iter().flatten();
                let contained = reached.filter(|(_, label)| label.implies(Label::CONTAINS));
                let contained = contained.map(|(control, _)| *control);
                new.extend(fulfilled.add(self.projector.model, level, &view.wholes, contained));
            }
        }
        new
    }

    fn judge_again(&mut self, controls: &BTreeSet<ControlId>) {
        let model = self.projector.model;
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
            let projector = self.projector;
            let after = projector.verdict(*bar, &self.state, fulfilled, *control);
            self.verdicts[*control] = Some(after);
            if of.assessable {
                tally.turn(before, after);
            }
        }
    }
}
