//! Assessments.

use crate::finder::Finder;
use xwalk_diagnostic::Diagnostic;
use xwalk_diagnostic::codes::posture::{ASSESSED_TWICE, LOWERED_TARGET, MISSING_TABLE};
use xwalk_model::posture::{Assessed, Assessment, AssessmentId, OrganizationId};
use xwalk_model::{ControlId, FrameworkId, Table};
use xwalk_source::{SourceId, Span, beside};
use xwalk_syntax::ast;
use xwalk_syntax::ast::posture::AssessedTier;
use xwalk_syntax::ast::{ControlRef, Date};
use xwalk_syntax::table::assessed as assessed_in;

use super::context::Context;
use super::declarations::Declarations;
use super::groups::{Said, assessable};
use super::members::{Member, title};
use super::scale::{RISK_SCALE, on_scale, risk_on_scale, tier_on_scale};

/// Framework, date and threshold, without which an assessment says nothing.
pub fn whole<'s>(
    item: &ast::posture::Assessment<'s>,
    source: SourceId,
    context: &mut Context<'_, '_, 's>,
) -> Option<(FrameworkId, Date, u32)> {
    let framework = context.finder.framework(&item.framework, source)?;
    let threshold = item.achieved_from?;
    on_scale(&threshold, framework, source, context.finder);
    if item.lost {
        return None;
    }
    Some((framework, item.assessed?.value, threshold.value))
}

/// Links all assessments.
pub fn link<'s>(
    members: Vec<Member<ast::posture::Assessment<'s>, (FrameworkId, Date, u32)>>,
    known: &Declarations<'s>,
    context: &mut Context<'_, '_, 's>,
) -> Table<AssessmentId, Assessment<'s>> {
    members
        .into_iter()
        .map(|member| assessment(member, known, context))
        .collect()
}

fn assessment<'s>(
    member: Member<ast::posture::Assessment<'s>, (FrameworkId, Date, u32)>,
    known: &Declarations<'s>,
    context: &mut Context<'_, '_, 's>,
) -> Assessment<'s> {
    let Member {
        source,
        organization,
        item,
        whole: (framework, assessed, achieved_from),
    } = member;
    let risk_scale = item.risk_scale.map_or(RISK_SCALE, |scale| scale.value);
    let of = Of {
        organization,
        framework,
        risk_scale,
    };
    let from_table = item.table.and_then(|file| table(&file, source, context));
    let here = item.rows.into_iter().map(|row| (source, row));
    let (at, rows) = from_table.unwrap_or((source, Vec::new()));
    let there = rows.into_iter().map(|row| (at, row));
    let mut controls: Vec<Assessed<'s>> = here
        .chain(there)
        .filter_map(|(source, row)| of.row(row, source, known, context))
        .collect();
    each_once(&mut controls, context.finder);
    let attribution = |who: ast::Attribution<'s>| (who.name.value, who.on.map(|on| on.value));
    let defaults = item.defaults;
    Assessment {
        organization,
        name: item.head.name.value,
        title: title(&item.head),
        place: item.head.name.span.in_source(source),
        doc: item.head.doc,
        framework,
        assessed,
        assessor: item.assessor.map(attribution),
        approved: item.approved.map(attribution),
        achieved_from,
        requires_evidence: item.requires.is_some(),
        risk_scale,
        default_risk: risk_on_scale(defaults.risk, risk_scale, source, context.finder),
        default_effort: defaults.effort.map(|effort| effort.value),
        default_owner: known
            .roles
            .maybe(defaults.owner, organization, source, context),
        controls,
    }
}

/// The rows of a table beside a file.
fn table<'s>(
    file: &ast::Text<'s>,
    source: SourceId,
    context: &mut Context<'_, '_, 's>,
) -> Option<(SourceId, Vec<ast::posture::Assessed<'s>>)> {
    let name = beside(context.sources.name(source), &file.value);
    match context.sources.table(&name) {
        Ok((id, table)) => {
            let (rows, found) = assessed_in(id, table);
            for diagnostic in found {
                context.finder.report(diagnostic);
            }
            Some((id, rows))
        }
        Err(unread) => {
            let message = format!("the table `{}` {unread}", file.value);
            let place = file.span.in_source(source);
            let missing = Diagnostic::new(MISSING_TABLE, place, message).help(unread.help());
            context.finder.report(missing);
            None
        }
    }
}

/// What the rows of one assessment have in common.
struct Of {
    organization: OrganizationId,
    framework: FrameworkId,
    risk_scale: (u32, u32),
}

impl Of {
    /// Links a row. Whatever it names is looked at before the row is given up.
    fn row<'s>(
        &self,
        row: ast::posture::Assessed<'s>,
        source: SourceId,
        known: &Declarations<'s>,
        context: &mut Context<'_, '_, 's>,
    ) -> Option<Assessed<'s>> {
        let organization = self.organization;
        let control = own_control(&row.control, self.framework, source, context.finder);
        let place = row.control.span.in_source(source);
        let assessed =
            control.and_then(|control| assessable(control, Said::Assessed, place, context.finder));
        let tier = row
            .tier
            .and_then(|tier| self.tier(tier, row.tiers, source, context.finder));
        let risk = risk_on_scale(row.risk, self.risk_scale, source, context.finder);
        let owner = known.roles.maybe(row.owner, organization, source, context);
        let evidence = known
            .evidence
            .all(&row.evidence, organization, source, context);
        Some(Assessed {
            control: assessed?,
            tier: tier?,
            risk,
            effort: row.effort.map(|effort| effort.value),
            owner,
            evidence,
            note: row.note.map(|note| note.value),
            place: row.span.in_source(source),
        })
    }

    fn tier(
        &self,
        tier: ast::Spanned<AssessedTier>,
        tiers: Option<(Span, Span)>,
        source: SourceId,
        finder: &mut Finder<'_, '_>,
    ) -> Option<AssessedTier> {
        let AssessedTier::Tier { current, target } = tier.value else {
            return Some(tier.value);
        };
        let place = tier.span.in_source(source);
        let (at_current, at_target) = tiers.unwrap_or((tier.span, tier.span));
        let fits = |tier, at: Span, finder: &mut Finder<'_, '_>| {
            tier_on_scale(tier, at.in_source(source), self.framework, finder)
        };
        let fits = fits(current, at_current, finder)
            & (at_target == at_current || fits(target, at_target, finder));
        if fits && target < current {
            let message = format!("the target {target} is below the current tier {current}");
            finder.report(
                Diagnostic::new(LOWERED_TARGET, place, message)
                    .help(format!("if the two are swapped, write `tier {target} -> {current}`; if less is to be done than today, say why in the note")),
            );
        }
        fits.then_some(tier.value)
    }
}

/// The control of the assessed framework that is named.
pub fn own_control<'s>(
    reference: &ControlRef<'s>,
    framework: FrameworkId,
    source: SourceId,
    finder: &mut Finder<'_, 's>,
) -> Option<ControlId> {
    finder.own_control(
        reference,
        framework,
        source,
        "the assessment is of",
        "write a control of the assessed framework, or assess the other framework by itself",
    )
}

/// Orders the rows by control, and keeps the first of several.
fn each_once(controls: &mut Vec<Assessed<'_>>, finder: &mut Finder<'_, '_>) {
    // Stable: of two rows on one control the first in the text stays first.
    controls.sort_by_key(|assessed| assessed.control);
    controls.dedup_by(|second, first| {
        let same = second.control == first.control;
        if same {
            let identifier = finder.catalogs.controls[first.control].identifier;
            let message = format!("`{identifier}` is assessed twice");
            finder.report(
                Diagnostic::new(ASSESSED_TWICE, second.place, message)
                    .label("assessed again here, and left out")
                    .also(first.place, "assessed first here")
                    .help("keep one of the two rows"),
            );
        }
        same
    });
}
