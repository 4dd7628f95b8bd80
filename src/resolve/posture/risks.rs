//! The risk register.

use xwalk_model::Table;
use xwalk_model::posture::{Risk, RiskId};
use xwalk_source::SourceId;
use xwalk_syntax::ast;

use super::context::Context;
use super::declarations::Declarations;
use super::members::{Member, title};

/// Likelihood and impact, without which there is no risk.
pub fn whole(
    item: &ast::posture::Risk<'_>,
    _: SourceId,
    _: &mut Context<'_, '_, '_>,
) -> Option<(u32, u32)> {
    Some((item.likelihood?.value, item.impact?.value))
}

/// Links all risks.
pub fn link<'s>(
    members: Vec<Member<ast::posture::Risk<'s>, (u32, u32)>>,
    known: &Declarations<'s>,
    context: &mut Context<'_, '_, 's>,
) -> Table<RiskId, Risk<'s>> {
    let link = |member: Member<ast::posture::Risk<'s>, (u32, u32)>| {
        let Member {
            source,
            organization,
            item,
            whole: (likelihood, impact),
        } = member;
        Risk {
            organization,
            name: item.head.name.value,
            title: title(&item.head),
            doc: item.head.doc,
            threatens: context.controls(&item.threatens, organization, source),
            likelihood,
            impact,
            owner: known.roles.maybe(item.owner, organization, source, context),
            treatment: item.treatment.map(|treatment| treatment.value),
            place: item.head.name.span.in_source(source),
        }
    };
    members.into_iter().map(link).collect()
}
