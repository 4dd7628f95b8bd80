//! What is called related: a mark on a pair of controls, beside all that is known of them as sets.
//!
//! NIST's crosswalk style says that a relationship exists, and nothing else (IR 8477 section 4.1). So no verdict but
//! *related* rests on it, and nothing is proved with it: it only holds for whatever is proved equal to its two ends.
//! Where two controls are known to share nothing, it counts nowhere.

use std::collections::BTreeMap;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::logic::ControlKnowledge;
use super::{Eligibility, Logic, Standpoint};
use xwalk_model::{ControlId, FrameworkId, Model, RowId};
use xwalk_relation::{Label, Relation};

/// A row that says of two single controls that there is a relationship, read from one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Marking {
    control: ControlId,
    other: ControlId,
    row: RowId,
}

/// The rows that count and say only that there is a relationship, by the controls at either end.
#[derive(Clone, Debug, Default)]
pub(super) struct Markings(Vec<Marking>);

impl Markings {
    pub fn of(model: &Model<'_>, logic: &Logic) -> Self {
        let rows = model.rows.iter();
        let marks = rows.filter(|(id, row)| {
            row.word.relates() && logic.eligibilities[*id] == Eligibility::Counts
        });
        let mut marked: Vec<Marking> = marks
            .filter_map(|(row, said)| Some((row, said.source.single()?, said.target.single()?)))
            .flat_map(|(row, one, other)| {
                [(one, other), (other, one)].map(|(control, other)| Marking {
                    control,
                    other,
                    row,
                })
            })
            .collect();
        marked.sort_unstable();
        Self(marked)
    }

    /// Those that are taken from a standpoint.
    pub fn taken(&self, model: &Model<'_>, logic: &Logic, standpoint: Standpoint) -> Self {
        let marked = self.0.iter().copied();
        Self(
            marked
                .filter(|marking| logic.takes(model, standpoint, marking.row))
                .collect(),
        )
    }

    /// The controls that are called related to another one.
    pub fn ends(&self) -> impl Iterator<Item = ControlId> {
        self.0.iter().map(|marking| marking.control)
    }

    /// What is called related to a control, ascending; more than once if several rows say so.
    pub fn others(&self, control: ControlId) -> impl Iterator<Item = ControlId> {
        self.from(control).map(|marking| marking.other)
    }

    fn from(&self, control: ControlId) -> impl Iterator<Item = &Marking> {
        let start = self.0.partition_point(|marking| marking.control < control);
        let rest = self.0.get(start..).unwrap_or_default().iter();
        rest.take_while(move |marking| marking.control == control)
    }
}

/// What decides how far the marks on a control reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Kin {
    /// The lowest control that is equal to it, of whatever framework; itself if it is that one.
    pub first_equal: ControlId,
    /// The controls that are called related to it although the two are known to share nothing.
    pub denied: Vec<ControlId>,
}

impl Kin {
    /// Of a control that nothing is known to equal.
    pub const fn alone(control: ControlId) -> Self {
        Self {
            first_equal: control,
            denied: Vec::new(),
        }
    }

    pub fn of(control: ControlId, known: Option<&ControlKnowledge<'_>>, marked: &Markings) -> Self {
        let all = known.into_iter().flat_map(ControlKnowledge::iter);
        let equal = all.filter(|(_, label)| *label == Label::only(Relation::Equal));
        let first_equal = equal.map(|(other, _)| other).fold(control, ControlId::min);
        let disjoint = |other: ControlId| {
            known.is_some_and(|known| known.label(other) == Label::only(Relation::NoRelationship))
        };
        let mut denied: Vec<ControlId> = marked
            .others(control)
            .filter(|other| disjoint(*other))
            .collect();
        denied.dedup();
        Self {
            first_equal,
            denied,
        }
    }
}

/// The controls that are equal to each other, ascending, by the first of them; each control by itself is one too.
fn classes(kin: &[(ControlId, &Kin)]) -> FxHashMap<ControlId, Vec<ControlId>> {
    let mut members: Vec<(ControlId, ControlId)> = kin
        .iter()
        .map(|(control, kin)| (kin.first_equal, *control))
        .collect();
    members.sort_unstable();
    let mut classes: FxHashMap<ControlId, Vec<ControlId>> = FxHashMap::default();
    for (first, control) in members {
        classes.entry(first).or_default().push(control);
    }
    classes
}

/// One pair of controls of two frameworks that is related, read from one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    /// The control.
    pub control: ControlId,
    /// The one that it is related to.
    pub other: ControlId,
    /// What a row calls related: controls that are equal to these two, most often themselves.
    pub said_of: [ControlId; 2],
    /// The row.
    pub row: RowId,
}

impl Mark {
    /// Whether the row stands on this very pair.
    #[must_use]
    pub fn is_stated(&self) -> bool {
        self.said_of == [self.control, self.other]
    }
}

/// All pairs that are related, each from both sides, by control and other end; a row on the pair itself comes before others.
#[derive(Clone, Debug, Default)]
pub struct Related {
    marks: Vec<Mark>,
}

/// What is related from each standpoint, before it is joined.
#[derive(Debug, Default)]
pub(super) struct Carried {
    marks: Vec<Mark>,
    /// The pairs that a row calls related and that share nothing, seen from some standpoint.
    denied: FxHashSet<[ControlId; 2]>,
}

impl Carried {
    /// Carries the marks of rows to all that is known to be equal to their ends from one standpoint.
    pub fn carry<'k>(
        &mut self,
        model: &Model<'_>,
        marked: &Markings,
        kin: impl IntoIterator<Item = (ControlId, &'k Kin)>,
    ) {
        let all: Vec<(ControlId, &Kin)> = kin.into_iter().collect();
        let denied = all.iter().flat_map(|(control, kin)| {
            let others = kin.denied.iter();
            others.flat_map(|other| [[*control, *other], [*other, *control]])
        });
        self.denied.extend(denied);
        if marked.0.is_empty() {
            return;
        }
        let classes = classes(&all);
        let kin: FxHashMap<ControlId, &Kin> = all.into_iter().collect();
        for marking in &marked.0 {
            let ends = [marking.control, marking.other];
            let [Some(_), Some(_)] = ends.map(|end| kin.get(&end)) else {
                continue;
            };
            let [these, those] = ends.map(|end| {
                let first = kin.get(&end).map_or(end, |kin| kin.first_equal);
                classes.get(&first).map_or(&[][..], Vec::as_slice)
            });
            for control in these {
                for other in those {
                    if model.controls[*control].framework != model.controls[*other].framework {
                        self.marks.push(Mark {
                            control: *control,
                            other: *other,
                            said_of: ends,
                            row: marking.row,
                        });
                    }
                }
            }
        }
    }

    /// All of it. What is known to share nothing, from whatever standpoint, is not related.
    pub fn joined(self, model: &Model<'_>, logic: &Logic) -> Related {
        let (mut marks, denied) = (self.marks, self.denied);
        marks.retain(|mark| !denied.contains(&mark.said_of));
        // What equals a pair is disjoint if the pair is: but perhaps not from the same standpoint.
        if logic.standpoints.len() > 1 {
            let provers = logic.provers(model);
            let disjoint = Label::only(Relation::NoRelationship);
            marks.retain(|mark| {
                let mut known = provers.iter().map(|prover| prover.about(mark.control));
                mark.is_stated() || !known.any(|known| known.label(mark.other) == disjoint)
            });
        }
        marks.sort_unstable_by_key(|mark| (mark.control, mark.other, !mark.is_stated(), *mark));
        marks.dedup();
        Related { marks }
    }
}

impl Related {
    /// All that is related to a control, by the other end.
    pub fn from(&self, control: ControlId) -> &[Mark] {
        let start = self.marks.partition_point(|mark| mark.control < control);
        let rest = self.marks.get(start..).unwrap_or_default();
        let end = rest.partition_point(|mark| mark.control == control);
        rest.get(..end).unwrap_or_default()
    }

    /// What is related to a control among those of one framework.
    pub fn towards<'r>(
        &'r self,
        model: &'r Model<'_>,
        control: ControlId,
        framework: FrameworkId,
    ) -> &'r [Mark] {
        let all = self.from(control);
        // Controls are numbered framework by framework.
        let controls = &model.frameworks[framework];
        let start = all.partition_point(|mark| mark.other < controls.first_control);
        let rest = all.get(start..).unwrap_or_default();
        let end = rest.partition_point(|mark| mark.other < controls.end_control);
        rest.get(..end).unwrap_or_default()
    }

    /// All pairs, each from both sides.
    pub fn iter(&self) -> impl Iterator<Item = &Mark> {
        self.marks.iter()
    }

    /// All that concerns these controls, for who asks about a few.
    #[must_use]
    pub fn about(model: &Model<'_>, logic: &Logic, controls: [ControlId; 2]) -> Self {
        let marked = Markings::of(model, logic);
        let mut related = Carried::default();
        for (prover, standpoint) in logic.provers(model).iter().zip(&logic.standpoints) {
            let mut kin: BTreeMap<ControlId, Kin> = BTreeMap::new();
            for control in controls {
                // What is equal to the first control was looked at with it.
                if kin.contains_key(&control) {
                    continue;
                }
                let known = prover.about(control);
                kin.insert(control, Kin::of(control, Some(&known), &marked));
                for (equal, label) in known.iter() {
                    if label == Label::only(Relation::Equal) {
                        kin.entry(equal)
                            .or_insert_with(|| Kin::of(equal, Some(&prover.about(equal)), &marked));
                    }
                }
            }
            let mut taken = marked.taken(model, logic, *standpoint);
            taken.0.retain(|marking| {
                kin.contains_key(&marking.control) && kin.contains_key(&marking.other)
            });
            let all = kin.iter().map(|(control, kin)| (*control, kin));
            related.carry(model, &taken, all);
        }
        related.joined(model, logic)
    }

    /// All pairs of a model.
    pub(super) fn all(model: &Model<'_>, logic: &Logic) -> Self {
        let marked = Markings::of(model, logic);
        let mut related = Carried::default();
        for (prover, standpoint) in logic.provers(model).iter().zip(&logic.standpoints) {
            let controls: Vec<ControlId> = model.controls.ids().collect();
            let kin = controls
                .into_par_iter()
                .map(|id| (id, Kin::of(id, Some(&prover.about(id)), &marked)));
            let kin: BTreeMap<ControlId, Kin> = kin.collect();
            let all = kin.iter().map(|(control, kin)| (*control, kin));
            related.carry(model, &marked.taken(model, logic, *standpoint), all);
        }
        related.joined(model, logic)
    }
}
