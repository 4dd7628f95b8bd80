//! The coverage of frameworks by each other.

use super::context::Context;
use super::remainder;
use super::why::Why;
use super::{
    Basis, Coverage, CoverageCell, Framework, FrameworkAt, LevelCoverage, RowAt, RowElsewhere,
    SectionTally, VerdictLine,
};
use xwalk_analysis::Remainders;
use xwalk_model::{RowId, Table};

/// One entry per ordered pair of frameworks that a mapping or a proof connects: by `of`, then by `by`.
pub(super) fn coverage(
    context: &Context<'_, '_, '_>,
    frameworks: &Table<FrameworkAt, Framework<'_>>,
) -> Vec<Coverage> {
    let remainders = Remainders::with_proofs(context.model, context.facts);
    let all = context.facts.coverage.iter();
    all.filter_map(|facts| one(context, frameworks, &remainders, facts))
        .collect()
}

fn one(
    context: &Context<'_, '_, '_>,
    frameworks: &Table<FrameworkAt, Framework<'_>>,
    remainders: &Remainders<'_, '_>,
    facts: &xwalk_analysis::Coverage,
) -> Option<Coverage> {
    let (model, selection) = (context.model, &context.selection);
    let (of, by) = (
        selection.framework(facts.of)?,
        selection.framework(facts.by)?,
    );
    let why = Why {
        model,
        eligibilities: &context.facts.eligibilities,
        of: facts.of,
        by: &frameworks[by].short,
    };
    let cell = |judgement: &xwalk_analysis::Judgement| {
        let (rows, elsewhere) = shown_and_not(context, &judgement.rows);
        CoverageCell {
            verdict: judgement.verdict,
            why: why.sentence(judgement),
            rows,
            elsewhere,
        }
    };
    let verdicts = facts.controls.iter().filter_map(|covered| {
        Some(VerdictLine {
            control: selection.control(model, covered.control)?,
            stated: cell(&covered.stated),
            proved: covered.proved.as_ref().map(cell),
        })
    });
    let mappings = facts.mappings.iter();
    Some(Coverage {
        of,
        by,
        mappings: mappings.filter_map(|id| selection.mapping(*id)).collect(),
        stated: facts.tally(model, Basis::Stated)?,
        proved: facts.tally(model, Basis::Proved),
        levels: levels(&frameworks[of], context, facts)?,
        sections: sections(context, facts)?,
        verdicts: verdicts.collect(),
        remainders: remainder::of_coverage(context, remainders, facts),
    })
}

/// The positions of rows, and those that the report leaves out.
fn shown_and_not(context: &Context<'_, '_, '_>, rows: &[RowId]) -> (Vec<RowAt>, Vec<RowElsewhere>) {
    let (mut shown, mut elsewhere) = (Vec::new(), Vec::new());
    for id in rows {
        match context.selection.row(context.model, *id) {
            Some(position) => shown.push(position),
            None => elsewhere.push(context.elsewhere(*id)),
        }
    }
    (shown, elsewhere)
}

fn levels(
    framework: &Framework<'_>,
    context: &Context<'_, '_, '_>,
    facts: &xwalk_analysis::Coverage,
) -> Option<Vec<LevelCoverage>> {
    let stated = facts.levels(context.model, Basis::Stated)?;
    let proved = facts.levels(context.model, Basis::Proved);
    let levels = framework.levels.iter().zip(stated).enumerate();
    let levels = levels.map(|(depth, (level, stated))| LevelCoverage {
        name: level.name.clone(),
        stated,
        proved: proved
            .as_ref()
            .and_then(|proved| proved.get(depth).copied()),
    });
    Some(levels.collect())
}

fn sections(
    context: &Context<'_, '_, '_>,
    facts: &xwalk_analysis::Coverage,
) -> Option<Vec<SectionTally>> {
    let stated = facts.sections(context.model, Basis::Stated)?;
    let proved = facts.sections(context.model, Basis::Proved);
    let sections = stated
        .into_iter()
        .enumerate()
        .filter_map(|(at, (id, stated))| {
            Some(SectionTally {
                control: context.selection.control(context.model, id)?,
                stated,
                proved: proved.as_ref().and_then(|proved| Some(proved.get(at)?.1)),
            })
        });
    Some(sections.collect())
}
