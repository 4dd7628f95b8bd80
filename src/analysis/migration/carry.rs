//! Row by row: what is proved of the new edition, and what somebody has to look at again.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::again::{Again, Why};
use super::carried::{Argument, Carried};
use super::crosswalk::Crosswalk;
use super::related::StillRelated;
use super::replace::{OldRow, Replacer};
use super::succession::Succession;
use crate::eligibility::Eligibility;
use crate::proved::is_worth_saying;
use crate::statements::to_part;
use xwalk_model::{ControlId, End, RowId};
use xwalk_relation::{Label, Relation};

/// What became of the rows: the claims in no order, the rows to look at again in their own.
#[derive(Default)]
pub(super) struct Outcome {
    pub carried: Vec<Carried>,
    pub again: Vec<Again>,
}

impl Outcome {
    fn look_again(&mut self, row: OldRow<'_>, why: Why) {
        self.again.push(Again {
            row: row.id,
            why,
            partly: false,
        });
    }
}

/// What may come of one row whose controls live on.
struct Candidate<'r> {
    row: OldRow<'r>,
    /// What follows by putting something in the place of its end.
    replaced: Vec<Carried>,
    /// The successors of its controls; `true` for those that are equal to the whole end.
    successors: BTreeMap<ControlId, bool>,
}

/// The rows that lead to a pair, and whether its new control is equal to the old one of some row.
#[derive(Default)]
struct Asked<'r> {
    rows: Vec<OldRow<'r>>,
    equal: bool,
}

/// What is proved of pairs of a control of the new edition and one of the other framework, and of unions.
type Claims = BTreeMap<(End, End), Carried>;

/// Carries rows over.
pub(super) struct Carry<'a, 's> {
    pub crosswalk: &'a Crosswalk<'a, 's>,
    pub succession: &'a Succession,
    pub replacer: Replacer,
}

impl Carry<'_, '_> {
    /// Carries over what can be.
    pub fn rows(&self, rows: &[OldRow<'_>]) -> Outcome {
        let mut outcome = Outcome::default();
        let mut candidates = Vec::new();
        for row in rows {
            if let Some(why) = self.left_out(*row) {
                outcome.look_again(*row, why);
            } else if *row.edition == End::Everything {
                self.everything(*row, &mut outcome);
            } else {
                let candidate = self.candidate(*row);
                if candidate.successors.is_empty() {
                    outcome.look_again(*row, Why::Lost);
                } else {
                    candidates.push(candidate);
                }
            }
        }
        let claims = self.claims(&candidates);
        for candidate in &candidates {
            outcome.again.extend(undecided(candidate, &claims));
        }
        outcome.carried.extend(claims.into_values());
        outcome.again.sort_by_key(|again| again.row);
        outcome
    }

    /// Why nothing can follow from a row by itself.
    fn left_out(&self, row: OldRow<'_>) -> Option<Why> {
        match self.crosswalk.logic.eligibilities[row.id] {
            Eligibility::Counts if self.crosswalk.logic.is_apart(row.id) => Some(Why::Apart),
            Eligibility::Counts if row.label == Label::ANY && !row.related => Some(Why::Supportive),
            Eligibility::Counts => None,
            left_out => Some(Why::LeftOut(left_out)),
        }
    }

    fn candidate<'r>(&self, row: OldRow<'r>) -> Candidate<'r> {
        let old = row.edition.controls().iter();
        let successors = old.flat_map(|old| self.succession.of_control(*old));
        let mut successors: BTreeMap<ControlId, bool> = successors
            .map(|successor| (successor.control, false))
            .collect();
        let mut replaced = Vec::new();
        for replacement in self.replacer.replacements(row.edition) {
            if let End::Control(control) = replacement.end
                && replacement.label == Label::only(Relation::Equal)
            {
                successors.insert(control, true);
            }
            replaced.extend(replacement.in_place_of(row));
        }
        Candidate {
            row,
            replaced,
            successors,
        }
    }

    /// All that is proved of the candidates, each pair of ends once.
    fn claims(&self, candidates: &[Candidate<'_>]) -> Claims {
        let mut claims = Claims::new();
        for carried in candidates.iter().flat_map(|candidate| &candidate.replaced) {
            match claims.entry((carried.edition.clone(), carried.other.clone())) {
                Entry::Vacant(place) => {
                    place.insert(carried.clone());
                }
                Entry::Occupied(mut place) => place.get_mut().join(carried.clone()),
            }
        }
        // What a union says already of its parts is not said again of each, if the same rows say it.
        let implied = parts(&claims);
        let replaced = claims.values().flat_map(|claim| &claim.rows);
        let replaced: BTreeSet<RowId> = replaced.copied().collect();
        for carried in self.pairs(candidates) {
            let key = (carried.edition.clone(), carried.other.clone());
            let is_implied = implied
                .get(&key)
                .is_some_and(|label| label.implies(carried.label))
                && carried.rows.iter().all(|row| replaced.contains(row));
            match claims.entry(key) {
                Entry::Vacant(place) if !is_implied => {
                    place.insert(carried);
                }
                Entry::Vacant(_) => {}
                Entry::Occupied(mut place) => place.get_mut().join(carried),
            }
        }
        // Whatever a pair is decided by, it decides all rows that lead to it.
        for candidate in candidates {
            for pair in candidate.pairs() {
                if let Some(carried) = claims.get_mut(&pair) {
                    carried.add_row(candidate.row.id);
                }
            }
        }
        claims
    }

    /// What is proved of pairs of single controls.
    fn pairs(&self, candidates: &[Candidate<'_>]) -> Vec<Carried> {
        // By new control, so that what is known of each is worked out once.
        let mut asked: BTreeMap<ControlId, BTreeMap<ControlId, Asked<'_>>> = BTreeMap::new();
        for candidate in candidates {
            for (new, equal) in &candidate.successors {
                for other in candidate.row.other.controls() {
                    let others = asked.entry(*new).or_default();
                    let asked = others.entry(*other).or_default();
                    asked.rows.push(candidate.row);
                    asked.equal |= equal;
                }
            }
        }
        let mut pairs = Vec::new();
        let mut related = StillRelated::of(
            candidates.iter().map(|candidate| candidate.row),
            &self.crosswalk.prover,
        );
        for (new, others) in asked {
            let known = self.crosswalk.prover.about(new);
            for (other, Asked { rows, equal }) in others {
                let label = known.label(other);
                // What is equal to the old control takes over all that was said of it, be it worth much or little.
                let wanted = is_worth_saying(label) || equal && label != Label::ANY;
                let argument = match known.proof(other).filter(|_| wanted) {
                    Some(proof) => Some(Argument::Proof(proof)),
                    None => related.within(new, other, &known),
                };
                if let Some(argument) = argument {
                    pairs.push(Carried {
                        edition: End::Control(new),
                        other: End::Control(other),
                        label,
                        argument,
                        rows: rows.into_iter().map(|row| row.id).collect(),
                    });
                }
            }
        }
        pairs
    }

    /// A row says that all of the old edition shares nothing with a control. It stands if every control of the new edition is
    /// proved to share nothing with it either.
    fn everything(&self, row: OldRow<'_>, outcome: &mut Outcome) {
        let Some(other) = row.other.single() else {
            return;
        };
        let known = self.crosswalk.prover.about(other);
        let model = self.crosswalk.model;
        let all = model.controls_of(self.crosswalk.new).map(|(id, _)| id);
        let (apart, open): (Vec<ControlId>, Vec<ControlId>) =
            all.partition(|new| known.label(*new) == Label::only(Relation::NoRelationship));
        if open.is_empty() {
            let proofs = apart.iter().filter_map(|new| known.proof(*new));
            let rows: BTreeSet<RowId> = proofs.flat_map(|proof| proof.rows()).collect();
            outcome.carried.push(Carried {
                edition: End::Everything,
                other: row.other.clone(),
                label: row.label,
                argument: Argument::Everything(rows.into_iter().collect()),
                rows: vec![row.id],
            });
        } else {
            let assessable = open
                .into_iter()
                .filter(|new| model.controls[*new].assessable);
            outcome.look_again(row, Why::NotAll(assessable.collect()));
        }
    }
}

impl Candidate<'_> {
    /// The pairs of a successor and a control of the other framework to which the row leads.
    fn pairs(&self) -> impl Iterator<Item = (End, End)> {
        self.successors.keys().flat_map(|new| {
            let others = self.row.other.controls().iter();
            others.map(|other| (End::Control(*new), End::Control(*other)))
        })
    }
}

/// What claims about unions say of their parts.
fn parts(claims: &Claims) -> BTreeMap<(End, End), Label> {
    let mut parts: BTreeMap<(End, End), Label> = BTreeMap::new();
    for carried in claims.values() {
        let label = match (&carried.edition, &carried.other) {
            (End::Union(_), End::Control(_)) => to_part(carried.label.converse()).converse(),
            (End::Control(_), End::Union(_)) => to_part(carried.label),
            _ => continue,
        };
        for new in carried.edition.controls() {
            for other in carried.other.controls() {
                let pair = (End::Control(*new), End::Control(*other));
                let said = parts.entry(pair).or_insert(Label::ANY);
                *said = said.and(label);
            }
        }
    }
    parts
}

/// The row as one to look at again, if nothing was proved of some successor, unless it was carried over as it stands.
fn undecided(candidate: &Candidate<'_>, claims: &Claims) -> Option<Again> {
    let row = candidate.row;
    let as_it_stands = |carried: &Carried| match &carried.argument {
        Argument::Replaced(replacement, _) => replacement.label == Label::only(Relation::Equal),
        _ => false,
    };
    let equal = candidate.successors.values().any(|equal| *equal);
    let by_pair = equal && row.other.single().is_some() && row.edition.single().is_some();
    if by_pair || candidate.replaced.iter().any(as_it_stands) {
        return None;
    }
    let is_decided = |new: &ControlId| {
        let in_union = |carried: &Carried| carried.edition.controls().contains(new);
        let pair = |other: &ControlId| (End::Control(*new), End::Control(*other));
        candidate.replaced.iter().any(in_union)
            || row
                .other
                .controls()
                .iter()
                .any(|other| claims.contains_key(&pair(other)))
    };
    let (decided, open): (Vec<ControlId>, Vec<ControlId>) =
        candidate.successors.keys().partition(|new| is_decided(new));
    (!open.is_empty()).then_some(Again {
        row: row.id,
        why: Why::NothingFollows(open),
        partly: !decided.is_empty(),
    })
}
