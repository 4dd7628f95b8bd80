//! Where a mapping that claims to be complete says nothing, and another mapping speaks.

use super::bond::{Says, bonds};
use super::connected::connected;
use super::eligibility::Eligibility;
use super::per_control::PerControl;
use super::silence::{counts, silent_controls};
use super::{Floor, Options};
use xwalk_model::{ControlId, FrameworkId, MappingId, Model, RowId};
use xwalk_relation::Label;

/// A mapping claims to be complete and has nothing for controls that other mappings map. Their rows win.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContradictedSilence {
    /// The mapping that is silent.
    pub silent: MappingId,
    /// The controls of one framework on which it is silent, in preorder, each with the first row of another mapping
    /// that shares something with it. At least one.
    pub mapped: Vec<(ControlId, RowId)>,
}

/// All contradicted silences, by pair of frameworks, then by framework and mapping. Each is found when it is asked for,
/// since together they may be as many as mappings times controls; and only pairs are looked at where there can be some:
/// most have one mapping.
pub fn contradicted_silences(
    model: &Model<'_>,
    options: Options,
) -> impl Iterator<Item = ContradictedSilence> {
    let claims = |id: &MappingId| {
        let complete = model.mappings[*id].complete;
        complete.source() || complete.target()
    };
    connected(model)
        .into_iter()
        .filter(move |(_, mappings)| mappings.len() > 1 && mappings.iter().any(claims))
        .flat_map(|((a, b), mappings)| [(a, mappings.clone()), (b, mappings)])
        .flat_map(move |(side, mappings)| on_side(model, options, side, mappings))
}

fn on_side(
    model: &Model<'_>,
    options: Options,
    side: FrameworkId,
    mappings: Vec<MappingId>,
) -> impl Iterator<Item = ContradictedSilence> {
    let spoken = spoken(model, options, side, &mappings);
    mappings.into_iter().filter_map(move |silent| {
        if !counts(model, silent, options.status_floor) {
            return None;
        }
        let controls = silent_controls(model, silent, side).into_iter();
        let mapped: Vec<_> = controls
            .filter_map(|control| Some((control, (*spoken.get(control)?)?)))
            .collect();
        (!mapped.is_empty()).then_some(ContradictedSilence { silent, mapped })
    })
}

/// For each control of one framework, the first row that shares something with it.
fn spoken(
    model: &Model<'_>,
    options: Options,
    side: FrameworkId,
    mappings: &[MappingId],
) -> PerControl<Option<RowId>> {
    let floor = Floor::of(options.status_floor);
    let mut spoken = PerControl::all(model, side, None);
    let (mut source, mut target) = (Vec::new(), Vec::new());
    for mapping in mappings {
        let rows = model.rows_of(*mapping);
        let counted = rows.filter(|(_, row)| {
            Eligibility::alone(model, row, &floor, |_| false) == Eligibility::Counts
        });
        for (id, row) in counted {
            bonds(id, row, &mut source, &mut target);
            for bond in source.drain(..).chain(target.drain(..)) {
                let shares = match bond.says {
                    Says::Pair(_, label) => label.implies(Label::OVERLAPS),
                    Says::WithinUnion | Says::Related(_) => true,
                    Says::SharesNothing | Says::Nothing => false,
                };
                if let (true, Some(first)) = (shares, spoken.get_mut(bond.control)) {
                    first.get_or_insert(id);
                }
            }
        }
    }
    spoken
}
