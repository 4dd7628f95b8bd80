//! Of several proofs of one thing by rows of the same status, one of a single rationale is taken: claims of two rationales
//! are claims about different things, and a chain that mixes them is the weaker argument.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::logic::{Logic, Proof, Prover};
use super::proved::Proved;
use super::standpoint::Standpoint;
use super::statements::SENSES;
use xwalk_model::{ControlId, Model};
use xwalk_syntax::ast::{Rationale, Status};

/// Puts a proof of a single rationale in the place of each that mixes several, where there is one that says as much by rows
/// of at least the same status.
pub(super) fn prefer_one_rationale(model: &Model<'_>, logic: &Logic, proved: &mut [Proved]) {
    let mixed = proved
        .iter()
        .filter(|pair| pair.proof.merit.mixes_rationales());
    let statuses: BTreeSet<Status> = mixed.map(|pair| pair.proof.merit.status).collect();
    for status in statuses {
        for rationale in SENSES {
            let prover = of_one(model, logic, status, rationale);
            // Pairs lie together by source: what is known of it is worked out once.
            let by_source = proved.par_chunk_by_mut(|one, next| one.source == next.source);
            by_source.for_each(|pairs| {
                let is_wanted = |pair: &&mut Proved| {
                    let merit = &pair.proof.merit;
                    merit.status == status && merit.mixes_rationales()
                };
                let mut known = None;
                for pair in pairs.iter_mut().filter(is_wanted) {
                    let known = known.get_or_insert_with(|| prover.about(pair.source));
                    if known.label(pair.target) == pair.proof.label
                        && let Some(proof) = known.proof(pair.target)
                    {
                        pair.proof = proof;
                    }
                }
            });
        }
    }
}

/// The same for one proof.
pub(super) fn of_one_rationale(
    model: &Model<'_>,
    logic: &Logic,
    [source, target]: [ControlId; 2],
    proof: Proof,
) -> Proof {
    if !proof.merit.mixes_rationales() {
        return proof;
    }
    let mut rationales = SENSES.into_iter();
    let better = rationales.find_map(|rationale| {
        let prover = of_one(model, logic, proof.merit.status, rationale);
        let known = prover.about(source);
        let is_as_good = known.label(target) == proof.label;
        is_as_good.then(|| known.proof(target))?
    });
    better.unwrap_or(proof)
}

fn of_one<'l, 'm, 's>(
    model: &'m Model<'s>,
    logic: &'l Logic,
    status: Status,
    rationale: Option<Rationale>,
) -> Prover<'l, 'm, 's> {
    logic.prover_of(model, Standpoint::Only(rationale), |row| {
        model.status(row) >= status
    })
}
