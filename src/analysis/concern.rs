//! The controls that matter to how far two frameworks cover each other.

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::Logic;
use super::logic::ControlKnowledge;
use super::provers::Provers;
use super::related::Markings;
use super::wholes::{Whole, wholes};
use xwalk_model::{ControlId, FrameworkId, Model};
use xwalk_relation::Label;

/// What is asked of a model.
pub(super) enum Concern {
    /// Everything.
    All,
    /// What asks for the same, and what contains what: nothing of single pairs is proved for that.
    Overlap,
    /// How far two frameworks cover each other.
    Pair {
        frameworks: [FrameworkId; 2],
        /// The controls of which it has to be known how they lie to others.
        controls: FxHashSet<ControlId>,
    },
}

impl Concern {
    /// That of two frameworks. Besides their own controls these matter: both ends of every row that only relates, since what
    /// equals them is related; and, of whatever frameworks, the parts of every whole within which one of these lies, since it
    /// is fulfilled once all parts are.
    pub fn of_pair(
        model: &Model<'_>,
        logic: &Logic,
        provers: &[Provers<'_, '_, '_>],
        frameworks: [FrameworkId; 2],
    ) -> Self {
        let standpoints = logic.standpoints.iter();
        let wholes: Vec<Vec<Whole>> = standpoints.map(|it| wholes(model, logic, *it)).collect();
        let mut parts: FxHashMap<ControlId, Vec<ControlId>> = FxHashMap::default();
        for whole in wholes.iter().flatten() {
            parts.entry(whole.control).or_default().extend(&whole.parts);
        }
        let own = frameworks.into_iter();
        let own = own.flat_map(|framework| model.controls_of(framework).map(|(id, _)| id));
        let marked = Markings::of(model, logic);
        let mut new: Vec<ControlId> = own.chain(marked.ends()).collect();
        let mut controls: FxHashSet<ControlId> = new.iter().copied().collect();
        while !new.is_empty() {
            let found: Vec<ControlId> = new
                .par_iter()
                .flat_map_iter(|control| around(*control, provers, &parts))
                .collect();
            new = found;
            new.retain(|control| controls.insert(*control));
        }
        Self::Pair {
            frameworks,
            controls,
        }
    }

    /// Whether it has to be known how a control lies to others.
    pub fn holds(&self, control: ControlId) -> bool {
        match self {
            Self::All | Self::Overlap => true,
            Self::Pair { controls, .. } => controls.contains(&control),
        }
    }

    /// Whether it is asked what is proved of two controls.
    pub fn asks(&self, model: &Model<'_>, one: ControlId, other: ControlId) -> bool {
        match self {
            Self::All => true,
            Self::Overlap => false,
            Self::Pair { frameworks, .. } => [one, other]
                .iter()
                .all(|control| frameworks.contains(&model.controls[*control].framework)),
        }
    }
}

/// The wholes within which a control lies, itself among them, and their parts.
fn around(
    control: ControlId,
    provers: &[Provers<'_, '_, '_>],
    parts: &FxHashMap<ControlId, Vec<ControlId>>,
) -> Vec<ControlId> {
    let mut found = parts.get(&control).cloned().unwrap_or_default();
    for provers in provers {
        let known = provers.about(control);
        let all = known.last().into_iter().flat_map(ControlKnowledge::iter);
        let around = all.filter(|(_, label)| label.implies(Label::WITHIN));
        for (whole, _) in around {
            if let Some(parts) = parts.get(&whole) {
                found.push(whole);
                found.extend(parts);
            }
        }
    }
    found
}
