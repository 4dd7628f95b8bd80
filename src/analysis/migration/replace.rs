//! Ends of rows in the words of a new edition: a union, or all of the other framework, is not an element of the network,
//! but what relates to the old end in a known way relates to whatever the row names in a way that composition tells.

use rustc_hash::FxHashMap;

use super::carried::{Argument, Because, Carried, Replacement};
use super::crosswalk::Crosswalk;
use super::succession::Succession;
use crate::logic::Proof;
use crate::proved::is_worth_saying;
use xwalk_model::{ControlId, End, Row, RowId};
use xwalk_relation::{Label, Relation, Word};

/// A row to be carried over, read from the edition's side.
#[derive(Clone, Copy)]
pub(super) struct OldRow<'r> {
    pub id: RowId,
    pub edition: &'r End,
    pub other: &'r End,
    pub label: Label,
    /// Whether it says no more than that there is a relationship.
    pub related: bool,
}

impl<'r> OldRow<'r> {
    pub fn of(id: RowId, row: &'r Row<'_>, from_edition: bool) -> Self {
        let (edition, other, label) = if from_edition {
            (&row.source, &row.target, row.label)
        } else {
            (&row.target, &row.source, row.label.converse())
        };
        Self {
            id,
            edition,
            other,
            label,
            related: row.word == Word::RelatedTo,
        }
    }
}

impl Replacement {
    /// What follows if it stands in the place of a row's end; `None` if the language cannot say it, or if what is proved of
    /// pairs says it already.
    pub(super) fn in_place_of(self, row: OldRow<'_>) -> Option<Carried> {
        let same = self.label == Label::only(Relation::Equal);
        let label = self.label.then(row.label);
        let says_it = match (&self.end, row.other) {
            (End::Control(_), End::Control(_)) => {
                row.edition.single().is_none()
                    && (same || is_worth_saying(label))
                    && label.atoms().is_some()
            }
            // What is said of a union from outside is said of its parts.
            (End::Union(_), End::Control(_)) => {
                is_for_unions(label) && (same || label.implies(Label::CONTAINS))
            }
            (End::Control(_), End::Union(_)) => is_for_unions(label),
            (End::Control(_), End::Everything) => label == Label::only(Relation::NoRelationship),
            _ => false,
        };
        says_it.then(|| Carried {
            edition: self.end.clone(),
            other: row.other.clone(),
            label,
            argument: Argument::Replaced(self, row.id),
            rows: vec![row.id],
        })
    }
}

/// Whether the language has this relation with a union.
fn is_for_unions(label: Label) -> bool {
    let strict = [Relation::Equal, Relation::SubsetOf, Relation::SupersetOf];
    let strict = strict.map(Label::only);
    strict.contains(&label) || label == Label::WITHIN || label == Label::CONTAINS
}

/// Finds replacements.
pub(super) struct Replacer {
    /// The successors of old controls of which it is known how they relate to them, and why.
    proofs: FxHashMap<ControlId, Vec<(ControlId, Proof)>>,
    unions: Vec<UnionRow>,
}

/// A row of the crosswalk with a union on one of its sides.
pub(super) struct UnionRow {
    row: RowId,
    old: End,
    new: End,
    /// New to old.
    label: Label,
}

impl UnionRow {
    fn of(crosswalk: &Crosswalk<'_, '_>, id: RowId, row: &Row<'_>) -> Option<Self> {
        let (old, new, label) = crosswalk.sides(row);
        let has_union = [old, new].iter().any(|end| matches!(end, End::Union(_)));
        has_union.then(|| Self {
            row: id,
            old: old.clone(),
            new: new.clone(),
            label: label.converse(),
        })
    }
}

impl Replacer {
    /// Learns how the successors of these old controls relate to them.
    pub fn new(
        crosswalk: &Crosswalk<'_, '_>,
        succession: &Succession,
        old: impl IntoIterator<Item = ControlId>,
    ) -> Self {
        let proofs = old.into_iter().map(|old| {
            let successors = succession.of_control(old).iter();
            let proofs = successors.filter_map(|successor| {
                let known = crosswalk.prover.about(successor.control);
                Some((successor.control, known.proof(old)?))
            });
            (old, proofs.collect())
        });
        Self {
            proofs: proofs.collect(),
            unions: crosswalk
                .rows_that_count()
                .filter_map(|(id, row)| UnionRow::of(crosswalk, id, row))
                .collect(),
        }
    }

    /// What can stand in the place of an end: what rows of the crosswalk say of just this end, each successor of a single
    /// control, and the best successors of the parts of a union together.
    pub fn replacements(&self, old: &End) -> Vec<Replacement> {
        let stated = self.unions.iter().filter(|union| union.old == *old);
        let stated = stated.map(|union| Replacement {
            end: union.new.clone(),
            label: union.label,
            because: Because::Row(union.row),
        });
        let mut all: Vec<Replacement> = stated.collect();
        match old {
            End::Control(control) => {
                let successors = self.proofs(*control).iter();
                all.extend(successors.map(|(successor, proof)| Replacement {
                    end: End::Control(*successor),
                    label: proof.label,
                    because: Because::Parts(vec![proof.clone()]),
                }));
            }
            End::Union(parts) => all.extend(self.part_by_part(parts)),
            End::Everything => {}
        }
        all
    }

    /// The successors of a control of which it is known how they relate to it.
    fn proofs(&self, old: ControlId) -> &[(ControlId, Proof)] {
        self.proofs.get(&old).map_or(&[], Vec::as_slice)
    }

    /// Each part replaced by the successor that relates to it most plainly: equal to it, around it or within it. Together they
    /// relate to the union as each of them does to its part.
    fn part_by_part(&self, parts: &[ControlId]) -> Option<Replacement> {
        let plainly = [Label::only(Relation::Equal), Label::CONTAINS, Label::WITHIN];
        let replaced = parts.iter().map(|part| {
            let proofs = self.proofs(*part);
            plainly.iter().find_map(|label| {
                let mut proofs = proofs.iter();
                proofs
                    .find(|(_, proof)| proof.label.implies(*label))
                    .cloned()
            })
        });
        let (mut controls, proofs): (Vec<ControlId>, Vec<Proof>) =
            replaced.collect::<Option<Vec<_>>>()?.into_iter().unzip();
        let label = plainly.into_iter().find(|label| {
            let mut proofs = proofs.iter();
            proofs.all(|proof| proof.label.implies(*label))
        })?;
        controls.sort_unstable();
        controls.dedup();
        let end = match controls.as_slice() {
            [only] => End::Control(*only),
            _ => End::Union(controls.into()),
        };
        Some(Replacement {
            end,
            label,
            because: Because::Parts(proofs),
        })
    }
}
