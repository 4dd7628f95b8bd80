//! Rows that call two controls related of which others say that they share nothing.

use rayon::prelude::*;

use super::argument::Argument;
use super::{Context, Rule};
use xwalk_analysis::{Eligibility, Names, Proof, Prover};
use xwalk_diagnostic::{Diagnostic, code};
use xwalk_model::{ControlId, RowId};
use xwalk_relation::{Label, Relation};

code! {
    /// A row calls two controls related, and other rows say or prove that they have nothing in common.
    ///
    /// That two controls are related says nothing of what they share, so this is no contradiction; but a relationship
    /// between two controls that have nothing in common is hardly what anybody means. Such a row counts nowhere. Within
    /// one mapping it is an error.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A "One"
    /// }
    /// mapping acme-csf from acme@1 to nist-csf@2.0 {
    ///   rationale functional
    ///   A no-relationship GV.OC-01
    /// }
    /// mapping acme-csf-related from acme@1 to nist-csf@2.0 {
    ///   style crosswalk
    ///   rationale functional
    ///   A related-to GV.OC-01
    /// }
    /// ```
    ///
    /// Delete the row that relates them, or correct what rules it out.
    RELATED_DENIED = "XW0518" "related-yet-disjoint" Warning;
}

pub(super) const RULE: Rule = Rule {
    code: RELATED_DENIED,
    check,
};

fn check(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let model = context.model;
    let mut related: Vec<(ControlId, ControlId, RowId)> = model
        .rows
        .iter()
        .filter(|(id, row)| {
            row.word.relates() && context.logic.eligibilities[*id] == Eligibility::Counts
        })
        .filter_map(|(id, row)| Some((row.source.single()?, row.target.single()?, id)))
        .collect();
    if related.is_empty() {
        return Vec::new();
    }
    related.sort_unstable();
    let provers = context.logic.provers(model);
    // What is known of each control is worked out once.
    let of_one: Vec<_> = related.chunk_by(|one, other| one.0 == other.0).collect();
    of_one
        .into_par_iter()
        .flat_map_iter(|rows| denied(context, &provers, rows))
        .collect()
}

/// Those of the rows on one source of which the contrary is known.
fn denied(
    context: &Context<'_, '_>,
    provers: &[Prover<'_, '_, '_>],
    rows: &[(ControlId, ControlId, RowId)],
) -> Vec<Diagnostic> {
    let Some((source, ..)) = rows.first() else {
        return Vec::new();
    };
    let known = provers.iter().map(|prover| prover.about(*source));
    let known: Vec<_> = known.collect();
    let disjoint = Label::only(Relation::NoRelationship);
    let told = rows.iter().filter_map(|(_, target, row)| {
        let mut known = known.iter();
        let denies = known.find(|known| known.label(*target) == disjoint)?;
        told(context, *row, &denies.proof(*target)?)
    });
    told.collect()
}

fn told(context: &Context<'_, '_>, row: RowId, proof: &Proof) -> Option<Diagnostic> {
    let mapping = |row: RowId| context.model.rows[row].mapping;
    let mut chains = proof.chains.iter();
    // Two rows of one mapping on one pair are an error of their own.
    if chains
        .all(|chain| chain.steps.len() == 1 && chain.rows().all(|by| mapping(by) == mapping(row)))
    {
        return None;
    }
    let names = Names::of(context.model, &proof.chains);
    let chains = proof.chains.iter();
    let sentences: Vec<String> = chains
        .map(|chain| names.sentence(chain, |_| String::new()))
        .collect();
    let message = format!("{}, yet {}", context.claim(row), sentences.join("; and "));
    let diagnostic = Diagnostic::new(RELATED_DENIED, context.claim_place(row), message)
        .label("this counts nowhere")
        .help("delete the row if the two have nothing to do with each other, else correct what rules it out");
    Some(Argument::of(&names, &proof.chains, None).shown(context, diagnostic))
}
