//! Policies that are not met.

mod coverage;

use crate::completeness::{names, open_sides, shares};
use crate::context::{count, listed};
use crate::reviewer::reviewer;
use crate::{Context, Rule};
use xwalk_analysis::Basis;
use xwalk_diagnostic::{Diagnostic, code};
use xwalk_model::{MappingId, Policy, Requirement, RequirementKind, Row, RowId};
use xwalk_relation::Word;

code! {
    /// A requirement of a policy is not met.
    ///
    /// A policy says what a crosswalk must meet before it is published, so whatever falls short makes the compilation fail.
    /// A bound on coverage counts stated rows alone; with `proved` before it, also what all rows prove together.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A "One"
    /// }
    /// mapping acme-csf from acme@1 to nist-csf@2.0 {
    ///   rationale functional
    ///   A equal GV.OC-01
    /// }
    /// policy release "Before publication" for acme-csf {
    ///   require note on equal
    /// }
    /// ```
    ///
    /// Correct what the help lists, or change the requirement.
    UNMET_POLICY = "XW0604" "unmet-policy" Error;
}

pub(super) const RULE: Rule = Rule {
    code: UNMET_POLICY,
    check,
};

fn check(context: &Context<'_, '_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (_, policy) in context.model.policies.iter() {
        for requirement in &policy.requirements {
            match &requirement.kind {
                RequirementKind::Coverage {
                    of,
                    by,
                    proved,
                    bounds,
                } => found.extend(coverage::check(
                    context,
                    requirement,
                    (*of, *by),
                    if *proved {
                        Basis::Proved
                    } else {
                        Basis::Stated
                    },
                    bounds,
                )),
                RequirementKind::Complete(mappings) => {
                    found.extend(
                        mappings
                            .iter()
                            .filter_map(|mapping| complete(context, requirement, *mapping)),
                    );
                }
                RequirementKind::Note(words) => {
                    let lacks = |row: &Row<'_>| {
                        row.note.is_none() && words.iter().any(|word| says(row, *word))
                    };
                    found.extend(rows(context, policy, requirement, "note", lacks));
                }
                RequirementKind::Reviewer(statuses) => {
                    let lacks = |row: &Row<'_>| {
                        let mapping = &context.model.mappings[row.mapping];
                        statuses.contains(&context.model.status(row))
                            && reviewer(row, mapping).is_none()
                    };
                    found.extend(rows(context, policy, requirement, "reviewer", lacks));
                }
            }
        }
    }
    found
}

/// `require complete`: the claim is there, and it holds.
fn complete(
    context: &Context<'_, '_>,
    requirement: &Requirement,
    id: MappingId,
) -> Option<Diagnostic> {
    let mapping = &context.model.mappings[id];
    let unmet = |message: String| Diagnostic::new(UNMET_POLICY, requirement.place, message);
    let Some(claim) = mapping
        .complete_place
        .filter(|_| mapping.complete.source() || mapping.complete.target())
    else {
        let message = format!("`{}` does not claim to be complete", mapping.name);
        return Some(
            unmet(message)
                .also(mapping.place, "no claim here")
                .help("write `complete source`, `target` or `both` in its header"),
        );
    };
    if context.is_broken(mapping) {
        return None;
    }
    let open = open_sides(context, id);
    let message = format!(
        "`{}` is not complete: {}",
        mapping.name,
        shares(context, &open)
    );
    let help = format!("write a row for each of {}", names(context, &open));
    (!open.is_empty()).then(|| unmet(message).also(claim, "claimed here").help(help))
}

/// Whether a row is one of those that `note on` speaks of.
fn says(row: &Row<'_>, word: Word) -> bool {
    match (row.word, word) {
        (Word::Set(_) | Word::Overlaps, Word::Set(relation)) => row.label.allows(relation),
        (written, asked) => written == asked,
    }
}

/// The rows of a policy's mappings that lack something.
fn rows(
    context: &Context<'_, '_>,
    policy: &Policy<'_>,
    requirement: &Requirement,
    what: &str,
    lacks: impl Fn(&Row<'_>) -> bool,
) -> Option<Diagnostic> {
    let all = policy
        .mappings
        .iter()
        .flat_map(|mapping| context.rows_of(*mapping));
    let rows: Vec<RowId> = all
        .filter(|(_, row)| lacks(row))
        .map(|(id, _)| id)
        .collect();
    let first = rows.first()?;
    let have = if rows.len() == 1 { "has" } else { "have" };
    let message = format!(
        "{} {have} no {what}, which `{}` requires",
        count(rows.len(), "claim"),
        policy.name
    );
    Some(
        Diagnostic::new(UNMET_POLICY, requirement.place, message)
            .also(context.claim_place(*first), "the first of them")
            .help(format!(
                "add a {what} to {}",
                listed(rows.iter().map(|row| context.claim(*row)))
            )),
    )
}
