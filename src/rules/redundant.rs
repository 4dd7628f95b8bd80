//! Rows that other rows prove already.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::argument::Argument;
use super::{Context, Rule};
use xwalk_analysis::{Eligibility, Names, Proof, Prover, Standpoint, claims_complete};
use xwalk_diagnostic::{Diagnostic, code};
use xwalk_model::{ControlId, MappingId, Model, Row, RowId};
use xwalk_relation::Label;
use xwalk_syntax::ast::{Rationale, Status};

code! {
    /// A row says nothing that other rows do not prove already.
    ///
    /// Followed one after the other, other rows of the same rationale and of at least the same status show how the two
    /// controls relate, as exactly as this row says it or more so. Such a row takes effort in every review
    /// and adds nothing, unless somebody looked at the two texts again: then it is evidence of its own. This is off unless
    /// you turn it on. Two rows may each be proved with the help of the other: delete one at a time. A row is not
    /// reported if it is the only one about a control of which its mapping claims to be complete: without it, the claim
    /// would not be met.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A "One"
    /// }
    /// framework house@1 "House" {
    ///   H "One"
    /// }
    /// mapping acme-house from acme@1 to house@1 {
    ///   rationale functional
    ///   A subset-of H
    /// }
    /// mapping house-csf from house@1 to nist-csf@2.0 {
    ///   rationale functional
    ///   H equal GV.OC-01
    /// }
    /// mapping acme-csf from acme@1 to nist-csf@2.0 {
    ///   rationale functional
    ///   A subset-of GV.OC-01
    /// }
    /// ```
    ///
    /// Delete the row, or keep it as evidence of its own and say so in its note.
    REDUNDANT_ROW = "XW0517" "redundant-row" Off;
}

pub(super) const RULE: Rule = Rule {
    code: REDUNDANT_ROW,
    check,
};

/// A row is held against rows of its own rationale that have come as far as it has.
type Kind = (Option<Rationale>, Status);

fn check(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let model = context.model;
    let mut claims: Vec<(Kind, RowId, [ControlId; 2])> = model
        .rows
        .iter()
        .filter(|(id, row)| {
            context.logic.eligibilities[*id] == Eligibility::Counts && row.label != Label::ANY
        })
        .filter_map(|(id, row)| {
            let ends = [row.source.single()?, row.target.single()?];
            Some(((model.rationale(row), model.status(row)), id, ends))
        })
        .collect();
    claims.sort_unstable();
    let needed = Needed::of(model);
    claims.retain(|(_, row, ends)| !needed.is_needed(model, *row, *ends));
    let of_a_kind = claims.chunk_by(|(one, ..), (other, ..)| one == other);
    of_a_kind
        .filter_map(|group| Some((group.first()?.0, group)))
        .flat_map(|((rationale, status), group)| {
            let has_come_as_far = |row: &Row<'_>| model.status(row) >= status;
            let standpoint = Standpoint::Only(rationale);
            let logic = context.logic;
            let prover = logic.prover_of(model, standpoint, has_come_as_far);
            let found: Vec<Diagnostic> = group
                .par_iter()
                .filter_map(|(_, row, ends)| redundant(context, &prover, *row, *ends))
                .collect();
            found
        })
        .collect()
}

fn redundant(
    context: &Context<'_, '_>,
    prover: &Prover<'_, '_, '_>,
    row: RowId,
    [source, target]: [ControlId; 2],
) -> Option<Diagnostic> {
    let known = prover.about_without(source, row);
    if !known.label(target).implies(context.model.rows[row].label) {
        return None;
    }
    let proof = known.proof(target)?;
    if is_alike_in_one_mapping(context, row, &proof) {
        return None;
    }
    let names = Names::of(context.model, &proof.chains);
    let chains = proof.chains.iter();
    let sentences: Vec<String> = chains
        .map(|chain| names.sentence(chain, |_| String::new()))
        .collect();
    let message = format!(
        "{} follows from other rows: {}",
        context.claim(row),
        sentences.join("; and ")
    );
    let diagnostic = Diagnostic::new(REDUNDANT_ROW, context.claim_place(row), message)
        .label("this adds nothing")
        .help("delete the row, or keep it as evidence of its own and say so in its note");
    Some(Argument::of(&names, &proof.chains, None).shown(context, diagnostic))
}

/// How many rows each mapping has about each control.
struct Needed {
    rows: FxHashMap<(MappingId, ControlId), usize>,
}

impl Needed {
    fn of(model: &Model<'_>) -> Self {
        let mut rows = FxHashMap::default();
        for (_, row) in model.rows.iter() {
            for control in row.source.controls().iter().chain(row.target.controls()) {
                *rows.entry((row.mapping, *control)).or_default() += 1;
            }
        }
        Self { rows }
    }

    /// Whether a mapping claims to be complete, and would not be without a row.
    fn is_needed(&self, model: &Model<'_>, row: RowId, ends: [ControlId; 2]) -> bool {
        let mapping = model.rows[row].mapping;
        ends.into_iter().any(|end| {
            let control = &model.controls[end];
            control.assessable
                && claims_complete(&model.mappings[mapping], control.framework)
                && self.rows.get(&(mapping, end)) == Some(&1)
        })
    }
}

/// Whether it is another row of its mapping on the same pair that says it: other rules report that.
fn is_alike_in_one_mapping(context: &Context<'_, '_>, row: RowId, proof: &Proof) -> bool {
    let mapping = |row: RowId| context.model.rows[row].mapping;
    let mut chains = proof.chains.iter();
    chains.all(|chain| chain.steps.len() == 1 && chain.rows().all(|by| mapping(by) == mapping(row)))
}
