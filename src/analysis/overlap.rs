//! What has to be done only once, although several frameworks ask for it.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::proved::OfOne;
use xwalk_model::{ControlId, FrameworkId, Model, Table};

/// The assessable controls that ask for the same, and those that one other control contains: all that is known, by way
/// of whatever frameworks it is proved.
///
/// Controls that are not assessed by themselves are left out. They sum up the controls below them, and everything would
/// count several times.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overlap {
    /// How many controls are assessable.
    pub assessable: usize,
    /// The classes of two and more controls that are proved equal, each ascending, in the order of their first
    /// controls. Every other assessable control is a class by itself.
    pub classes: Vec<Vec<ControlId>>,
    /// The controls that contain or equal controls of other frameworks, each with all of those, ascending: whoever
    /// fulfils the one fulfils them all. The largest sets come first, then the lower controls.
    pub covers: Vec<(ControlId, Vec<ControlId>)>,
}

impl Overlap {
    /// Reads it off what is known of each control, from each standpoint. Where the classes differ, the largest count first,
    /// and no control counts twice.
    pub(super) fn of(model: &Model<'_>, known: &[Table<ControlId, OfOne>]) -> Self {
        let is_assessable = |id: &ControlId| model.controls[*id].assessable;
        let assessable = || {
            let all = known.iter().flat_map(Table::iter);
            all.filter(|(id, _)| is_assessable(id))
        };
        let contained = assessable().flat_map(|(id, of_one)| {
            let containing = of_one.towards.iter().flat_map(|towards| &towards.within);
            containing
                .filter(|other| is_assessable(other))
                .map(move |other| (*other, id))
        });
        let classes = known.iter().flat_map(|known| {
            let all = known.iter().filter(|(id, _)| is_assessable(id));
            let equal = all.map(|(id, of_one)| (of_one.kin.first_equal, id));
            grouped(equal.collect()).map(|(_, class)| class)
        });
        let count = model.controls.ids().filter(is_assessable).count();
        Self::tidy(
            count,
            apart(classes.collect()),
            grouped(contained.collect()).collect(),
        )
    }

    /// The same among some frameworks only. What is proved by way of the others stays proved.
    #[must_use]
    pub fn among(&self, model: &Model<'_>, frameworks: &[FrameworkId]) -> Self {
        let wanted = |id: &ControlId| frameworks.contains(&model.controls[*id].framework);
        let kept = |ids: &[ControlId]| -> Vec<_> { ids.iter().copied().filter(wanted).collect() };
        let assessable = model
            .controls
            .iter()
            .filter(|(_, control)| control.assessable && frameworks.contains(&control.framework));
        let covers = self.covers.iter().filter(|(id, _)| wanted(id));
        Self::tidy(
            assessable.count(),
            self.classes.iter().map(|class| kept(class)).collect(),
            covers.map(|(id, covered)| (*id, kept(covered))).collect(),
        )
    }

    /// Drops what says nothing, and puts the rest in order.
    fn tidy(
        assessable: usize,
        mut classes: Vec<Vec<ControlId>>,
        mut covers: Vec<(ControlId, Vec<ControlId>)>,
    ) -> Self {
        classes.retain(|class| class.len() > 1);
        classes.sort_unstable();
        covers.retain(|(_, covered)| !covered.is_empty());
        covers.sort_by_key(|(id, covered)| (Reverse(covered.len()), *id));
        Self {
            assessable,
            classes,
            covers,
        }
    }

    /// How many assessments are spared by assessing each class once.
    #[must_use]
    pub fn spared(&self) -> usize {
        self.classes.iter().map(|class| class.len() - 1).sum()
    }

    /// How many different things are left to assess: the classes, those of one control among them.
    #[must_use]
    pub fn distinct(&self) -> usize {
        self.assessable - self.spared()
    }
}

/// The same classes without what is part of a larger one already.
fn apart(mut classes: Vec<Vec<ControlId>>) -> Vec<Vec<ControlId>> {
    classes.sort_by_key(|class| (Reverse(class.len()), class.first().copied()));
    let mut seen: BTreeSet<ControlId> = BTreeSet::new();
    for class in &mut classes {
        class.retain(|control| seen.insert(*control));
    }
    classes
}

/// The second controls of pairs, by their first; both ascending and each once.
fn grouped(
    mut pairs: Vec<(ControlId, ControlId)>,
) -> impl Iterator<Item = (ControlId, Vec<ControlId>)> {
    pairs.sort_unstable();
    pairs.dedup();
    let groups: Vec<_> = pairs
        .chunk_by(|one, next| one.0 == next.0)
        .filter_map(|group| {
            let members = group.iter().map(|(_, member)| *member);
            Some((group.first()?.0, members.collect()))
        })
        .collect();
    groups.into_iter()
}
