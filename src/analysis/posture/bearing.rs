//! What is known between the controls that can be assessed and all others: worked out once, whatever their tiers.

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::Floor;
use crate::logic::{ControlKnowledge, Logic};
use crate::provers::Provers;
use crate::related::{Carried, Kin, Markings, Related};
use crate::standpoint::Standpoint;
use crate::wholes::{Whole, wholes};
use xwalk_model::{ControlId, FrameworkId, Model, RowId, Table};
use xwalk_relation::{Label, Relation};

/// How something that can be assessed, or a whole, relates to a control with which it is known to share something.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bearing {
    /// What can be assessed.
    pub from: ControlId,
    /// Read from it to the control on which it bears.
    pub label: Label,
}

/// All that is known by rows that have come far enough.
pub(super) struct Level {
    /// How far they have come.
    pub floor: Floor,
    /// What bears on each control, itself included, by framework and identifier.
    bearings: Table<ControlId, Vec<Bearing>>,
    /// The controls that lie within each that is a whole.
    within: FxHashMap<ControlId, Vec<ControlId>>,
}

impl Level {
    /// What bears on a control.
    pub fn on(&self, control: ControlId) -> &[Bearing] {
        &self.bearings[control]
    }

    /// What each of these controls bears on, itself included, in preorder; with the label from it.
    pub fn reach(
        &self,
        from: &FxHashSet<ControlId>,
    ) -> FxHashMap<ControlId, Vec<(ControlId, Label)>> {
        let mut reach: FxHashMap<ControlId, Vec<(ControlId, Label)>> = FxHashMap::default();
        for (control, bearings) in self.bearings.iter() {
            for bearing in bearings.iter().filter(|it| from.contains(&it.from)) {
                let reached = reach.entry(bearing.from).or_default();
                reached.push((control, bearing.label));
            }
        }
        reach
    }

    /// What lies within a whole, itself apart.
    pub fn within(&self, whole: ControlId) -> &[ControlId] {
        self.within.get(&whole).map_or(&[], Vec::as_slice)
    }
}

/// What lies within several controls together, and where each control is a part.
pub(super) struct Wholes {
    /// All of them.
    pub all: Vec<Whole>,
    of_part: FxHashMap<ControlId, Vec<usize>>,
    of_whole: FxHashMap<ControlId, Vec<usize>>,
}

impl Wholes {
    fn of(model: &Model<'_>, logic: &Logic, standpoint: Standpoint) -> Self {
        let all = wholes(model, logic, standpoint);
        let mut of_part: FxHashMap<ControlId, Vec<usize>> = FxHashMap::default();
        let mut of_whole: FxHashMap<ControlId, Vec<usize>> = FxHashMap::default();
        for (at, whole) in all.iter().enumerate() {
            of_whole.entry(whole.control).or_default().push(at);
            for part in &whole.parts {
                of_part.entry(*part).or_default().push(at);
            }
        }
        Self {
            all,
            of_part,
            of_whole,
        }
    }

    /// The parts within which a control lies, those of each whole that it is.
    pub fn parts(&self, whole: ControlId) -> impl Iterator<Item = ControlId> {
        let positions = self.of_whole.get(&whole).into_iter().flatten();
        let wholes = positions.filter_map(|at| self.all.get(*at));
        wholes.flat_map(|whole| whole.parts.iter().copied())
    }

    /// The positions of the wholes of which a control is a part.
    pub fn of_part(&self, part: ControlId) -> &[usize] {
        self.of_part.get(&part).map_or(&[], Vec::as_slice)
    }
}

/// All that is known from one standpoint.
pub(super) struct View<'a, 's> {
    pub provers: Provers<'a, 'a, 's>,
    pub wholes: Wholes,
    /// What is known by rows of each status, best first: the last knows all.
    pub levels: Vec<Level>,
}

/// What is known from the standpoint of each of these provers; and what is related.
pub(super) fn views<'a, 's>(
    model: &'a Model<'s>,
    logic: &'a Logic,
    provers: Vec<Provers<'a, 'a, 's>>,
    assessed: &[FrameworkId],
) -> (Vec<View<'a, 's>>, Related) {
    let marked = Markings::of(model, logic);
    let mut related = Carried::default();
    let from = provers.into_iter().zip(&logic.standpoints);
    let views = from.map(|(provers, standpoint)| {
        let wholes = Wholes::of(model, logic, *standpoint);
        let (levels, kin) = levels(model, &provers, &wholes, assessed, &marked);
        let kin = model.controls.ids().zip(&kin);
        related.carry(model, &marked.taken(model, logic, *standpoint), kin);
        View {
            provers,
            wholes,
            levels,
        }
    });
    (views.collect(), related.joined(model, logic))
}

/// What is known by rows of each status, best first: the last knows all; and what decides how far marks reach.
fn levels(
    model: &Model<'_>,
    provers: &Provers<'_, '_, '_>,
    wholes: &Wholes,
    assessed: &[FrameworkId],
    marked: &Markings,
) -> (Vec<Level>, Vec<Kin>) {
    let controls = model.controls.iter();
    let can_bear = controls.map(|(_, control)| assessed.contains(&control.framework));
    let can_be_assessed: Table<ControlId, bool> = can_bear.collect();
    let mut is_whole: Table<ControlId, bool> = model.controls.ids().map(|_| false).collect();
    for whole in &wholes.all {
        is_whole[whole.control] = true;
    }
    let bears = |control: ControlId| can_be_assessed[control] || is_whole[control];

    let controls: Vec<ControlId> = model.controls.ids().collect();
    let each: Vec<(Vec<Vec<Bearing>>, Kin)> = controls
        .into_par_iter()
        .map(|control| {
            let known = provers.about(control);
            let kin = Kin::of(control, known.last(), marked);
            let known = known.iter();
            (known.map(|known| on(control, known, bears)).collect(), kin)
        })
        .collect();
    let (each, kin): (Vec<_>, Vec<Kin>) = each.into_iter().unzip();
    let mut levels: Vec<Level> = provers
        .floors()
        .iter()
        .map(|floor| Level {
            floor: floor.clone(),
            bearings: Table::default(),
            within: FxHashMap::default(),
        })
        .collect();
    for (control, by_level) in model.controls.ids().zip(each) {
        for (level, bearings) in levels.iter_mut().zip(by_level) {
            let containing = bearings
                .iter()
                .filter(|bearing| is_whole[bearing.from] && bearing.from != control)
                .filter(|bearing| bearing.label.implies(Label::CONTAINS));
            for bearing in containing {
                level.within.entry(bearing.from).or_default().push(control);
            }
            level.bearings.push(bearings);
        }
    }
    (levels, kin)
}

/// What bears on one control.
fn on(
    control: ControlId,
    known: &ControlKnowledge<'_>,
    bears: impl Fn(ControlId) -> bool,
) -> Vec<Bearing> {
    let itself = bears(control).then_some(Bearing {
        from: control,
        label: Label::only(Relation::Equal),
    });
    let others = known
        .iter()
        .filter(|(other, label)| label.implies(Label::OVERLAPS) && bears(*other))
        .map(|(from, label)| Bearing {
            from,
            label: label.converse(),
        });
    itself.into_iter().chain(others).collect()
}

/// Whether rows that have come far enough speak of a whole: its own row, or through the hierarchy.
pub(super) fn is_spoken_of(model: &Model<'_>, row: Option<RowId>, floor: &Floor) -> bool {
    row.is_none_or(|row| floor.is_passed_by(model, &model.rows[row]))
}
