//! Rows that cannot all be true together.

use super::argument::Argument;
use super::suspects::Suspects;
use super::{Context, Rule, unmapped};
use xwalk_analysis::{Contradiction, Names};
use xwalk_diagnostic::{Code, Diagnostic, code};
use xwalk_model::{Model, RowId};
use xwalk_source::Origin;

code! {
    /// Several rows together cannot be true.
    ///
    /// Each row may look right by itself. Followed one after the other, they show how two controls
    /// relate, and another row denies exactly that. The message gives the argument, and the marks show the rows in its
    /// order; without any one of them, this contradiction would be gone. Until then none of these rows counts for a verdict
    /// or a proof.
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
    ///   A equal GV.OC-01
    /// }
    /// ```
    ///
    /// Find the row that is wrong, and correct it or set it to `status withdrawn`. If a row takes part in more
    /// contradictions than the others, the help names it: look at it first. Where an author is only sure that two
    /// controls share something, `overlaps` or `superset-of|equal` says so, and contradicts less.
    CONTRADICTION = "XW0515" "contradiction" Error;

    /// Rows with different rationales together cannot be true.
    ///
    /// A functional claim is about results, a semantic one about meaning, a syntactic one about wording. What looks
    /// like a contradiction between them may be two correct claims about different things: that is for a person to judge.
    /// So all of these rows count, each as it stands and in proofs with rows of its own rationale. Only proofs that mix
    /// rationales do without them.
    ///
    /// Example:
    ///
    /// ```xwalk
    /// framework acme@1 "Acme" {
    ///   A "One"
    /// }
    /// mapping acme-csf from acme@1 to nist-csf@2.0 {
    ///   A equal     GV.OC-01 semantic
    ///   A subset-of GV.OC-01 functional
    /// }
    /// ```
    ///
    /// If all of them are right, nothing has to be done; where only one rationale is to be counted, set the rows of the others to
    /// `status withdrawn` or keep them in another workspace. If not, correct the one that is wrong.
    CONTRADICTION_ACROSS_RATIONALES = "XW0516" "contradiction-across-rationales" Warning;
}

pub(super) const RULE: Rule = Rule {
    code: CONTRADICTION,
    check: |context| {
        findings(context, CONTRADICTION, |found| {
            !found.merit.mixes_rationales() && !is_told_as_a_pair(context.model, found)
        })
    },
};

pub(super) const ACROSS_RATIONALES: Rule = Rule {
    code: CONTRADICTION_ACROSS_RATIONALES,
    check: |context| {
        findings(context, CONTRADICTION_ACROSS_RATIONALES, |found| {
            found.merit.mixes_rationales()
        })
    },
};

/// Whether the two rows are all that it takes, so that the rules about pairs report them.
fn is_told_as_a_pair(model: &Model<'_>, found: &Contradiction) -> bool {
    let [one, other] = found.rows.as_slice() else {
        return false;
    };
    let label = |id: &RowId| {
        let row = &model.rows[*id];
        if row.source <= row.target {
            (&row.source, &row.target, row.label)
        } else {
            (&row.target, &row.source, row.label.converse())
        }
    };
    let (one_source, one_target, one_says) = label(one);
    let (other_source, other_target, other_says) = label(other);
    let same_ends = (one_source, one_target) == (other_source, other_target);
    same_ends && one_says.and(other_says).is_contradiction()
        || unmapped::rules_out(model, *one, *other)
        || unmapped::rules_out(model, *other, *one)
}

fn findings(
    context: &Context<'_, '_>,
    code: &'static Code,
    wanted: impl Fn(&Contradiction) -> bool,
) -> Vec<Diagnostic> {
    let all = &context.logic.contradictions;
    let suspects = Suspects::of(all);
    let wanted = all.iter().filter(|found| wanted(found));
    wanted
        .map(|found| diagnostic(context, code, &suspects, found))
        .collect()
}

fn diagnostic(
    context: &Context<'_, '_>,
    code: &'static Code,
    suspects: &Suspects,
    found: &Contradiction,
) -> Diagnostic {
    let names = Names::of(context.model, [&found.chain]);
    let home = home(context, found);
    let message = names.contradiction(found, |step| beside(context, found, step));
    let denial = format!("yet this row says that {}", names.denial(found));
    let diagnostic = Diagnostic::new(code, context.claim_place(home), message);
    Argument::of(&names, [&found.chain], Some(home))
        .then(found.denial, denial)
        .shown(context, diagnostic)
        .help(help(context, suspects, found))
}

/// The last row of the argument that the reader can mend: not one that comes with the program, if there is another.
fn home(context: &Context<'_, '_>, found: &Contradiction) -> RowId {
    let is_own = |row: &&RowId| {
        let source = context.sources.get(context.model.rows[**row].place.source);
        source.is_some_and(|source| source.origin == Origin::Workspace)
    };
    *found.rows.iter().rfind(is_own).unwrap_or(&found.denial)
}

/// The rationale of a step, where there are several.
fn beside(context: &Context<'_, '_>, found: &Contradiction, step: usize) -> String {
    let row = match found.chain.steps.get(step) {
        Some(step) => step.ground.row(),
        None => Some(found.denial),
    };
    match row {
        Some(row) if found.merit.mixes_rationales() => {
            let rationale = context.model.rationale(&context.model.rows[row]);
            format!(" ({})", rationale.map_or("no rationale", |it| it.word()))
        }
        _ => String::new(),
    }
}

fn help(context: &Context<'_, '_>, suspects: &Suspects, found: &Contradiction) -> String {
    let mut help = suspects.advice(context, found);
    if found.merit.mixes_rationales() {
        help = format!(
            "claims with different rationales are about different things, so perhaps all are right; if not, {help}"
        );
    }
    if !found.stands_loosely {
        help += "; if `intersects-with` is read as `overlaps`, there is no contradiction";
    }
    help
}
