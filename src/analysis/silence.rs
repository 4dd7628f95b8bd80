//! Where mappings that claim to be complete say nothing.

use super::per_control::PerControl;
use xwalk_model::{ControlId, End, FrameworkId, Mapping, MappingId, Model, Row};
use xwalk_relation::{Label, Relation, Word};
use xwalk_syntax::ast::Status;

/// Whether a mapping claims to be complete on the side of a framework.
#[must_use]
pub fn claims_complete(mapping: &Mapping<'_>, side: FrameworkId) -> bool {
    (mapping.from == side && mapping.complete.source())
        || (mapping.to == side && mapping.complete.target())
}

/// The assessable controls of a framework on which a mapping is silent although it claims to be complete there, in
/// preorder: it neither declares that they have no counterpart, nor has a row that is a look at them, at a
/// control that they are nested in, or at one nested in them. Withdrawn rows are as good as not there.
#[must_use]
pub fn silent_controls(model: &Model<'_>, mapping: MappingId, side: FrameworkId) -> Vec<ControlId> {
    let declared = &model.mappings[mapping];
    if declared.status == Status::Withdrawn || !claims_complete(declared, side) {
        return Vec::new();
    }
    let spoken = spoken_of(model, mapping, side);
    model
        .assessable(side)
        .map(|(id, _)| id)
        .filter(|id| in_scope(model, declared, *id) && spoken.get(*id) != Some(&true))
        .collect()
}

/// Whether a mapping's claim to be complete speaks of a control: everything, or what lies in its `scope`.
#[must_use]
pub fn in_scope(model: &Model<'_>, mapping: &Mapping<'_>, control: ControlId) -> bool {
    // A scope is written by hand: a few branches of the hierarchy.
    mapping.scope.is_empty()
        || mapping
            .scope
            .iter()
            .any(|branch| *branch <= control && control < model.controls[*branch].subtree_end)
}

/// For each control of one framework, whether a mapping speaks of it.
fn spoken_of(model: &Model<'_>, mapping: MappingId, side: FrameworkId) -> PerControl<bool> {
    let rows = || {
        model
            .rows_of(mapping)
            .map(|(_, row)| row)
            .filter(|row| model.status(row) != Status::Withdrawn)
    };
    let mut spoken = PerControl::all(model, side, false);
    mark(model, &mut spoken, rows().filter(|row| is_look(row)));
    spread(model, side, &mut spoken);
    mark(model, &mut spoken, rows().filter(|row| declares_gap(row)));
    spoken
}

/// Whether a row is a look at its ends. That two controls are contrary is none.
fn is_look(row: &Row<'_>) -> bool {
    row.label != Label::only(Relation::NoRelationship) && row.word != Word::Contrary
}

fn declares_gap(row: &Row<'_>) -> bool {
    row.source == End::Everything || row.target == End::Everything
}

fn mark<'r, 's: 'r>(
    model: &Model<'_>,
    marks: &mut PerControl<bool>,
    rows: impl Iterator<Item = &'r Row<'s>>,
) {
    for row in rows {
        for control in row.source.controls().iter().chain(row.target.controls()) {
            // A look at what no longer applies is none at what is nested in it.
            if model.controls[*control].superseded.is_none() {
                marks.set(*control, true);
            }
        }
    }
}

/// Marks all that lies above and below what is marked.
fn spread(model: &Model<'_>, side: FrameworkId, marks: &mut PerControl<bool>) {
    let mut above = marks.clone();
    for (id, control) in model.controls_of(side).rev() {
        if let Some(parent) = control.parent
            && above.get(id) == Some(&true)
        {
            above.set(parent, true);
        }
    }
    for (id, control) in model.controls_of(side) {
        let parent = control.parent.and_then(|parent| marks.get(parent));
        if parent == Some(&true) {
            marks.set(id, true);
        }
    }
    for (id, _) in model.controls_of(side) {
        if above.get(id) == Some(&true) {
            marks.set(id, true);
        }
    }
}

/// The silences that count as gaps where no row says otherwise, of all mappings between two frameworks on one side.
pub(super) struct Silences {
    counted: PerControl<Option<MappingId>>,
    left_out: PerControl<Option<MappingId>>,
}

impl Silences {
    /// Finds them.
    pub fn of(model: &Model<'_>, side: FrameworkId, mappings: &[MappingId], floor: Status) -> Self {
        let mut counted = PerControl::all(model, side, None);
        let mut left_out = counted.clone();
        for mapping in mappings {
            let first = if counts(model, *mapping, floor) {
                &mut counted
            } else {
                &mut left_out
            };
            for control in silent_controls(model, *mapping, side) {
                if let Some(first) = first.get_mut(control) {
                    first.get_or_insert(*mapping);
                }
            }
        }
        Self { counted, left_out }
    }

    /// The first mapping that is silent on a control and whose claim counts.
    pub fn counted(&self, control: ControlId) -> Option<MappingId> {
        *self.counted.get(control)?
    }

    /// The first mapping that is silent on a control and whose claim is left out.
    pub fn left_out(&self, control: ControlId) -> Option<MappingId> {
        *self.left_out.get(control)?
    }
}

/// Whether a mapping's claim to be complete counts: not if its status is lower than the one asked for, and not if it
/// has rows that name what is not there, for what they would have said is not silence.
pub(super) fn counts(model: &Model<'_>, mapping: MappingId, floor: Status) -> bool {
    let declared = &model.mappings[mapping];
    declared.status >= floor && declared.left_out == 0
}
