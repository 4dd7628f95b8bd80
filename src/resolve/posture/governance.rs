//! Roles, committees and escalations.

use xwalk_model::Table;
use xwalk_model::posture::{
    Committee, CommitteeId, Escalation, EscalationId, EscalationStep, Role, RoleId,
};
use xwalk_syntax::ast;

use super::context::Context;
use super::declarations::Declarations;
use super::members::{Member, declare, of_heading, title};
use super::sort::Items;

/// Links all roles.
pub fn roles<'s>(
    members: Vec<Member<ast::posture::Role<'s>, ()>>,
    known: &Declarations<'s>,
    context: &mut Context<'_, '_, 's>,
) -> Table<RoleId, Role<'s>> {
    let link = |member: Member<ast::posture::Role<'s>, ()>| {
        let Member {
            source,
            organization,
            item,
            ..
        } = member;
        Role {
            organization,
            name: item.head.name.value,
            title: title(&item.head),
            doc: item.head.doc,
            represents: each_once(&item.represents),
            is_board: item.reports_to.is_none(),
            reports_to: known
                .roles
                .maybe(item.reports_to, organization, source, context),
            accountable: context.controls(&item.accountable, organization, source),
            decides: each_once(&item.decides),
            place: item.head.name.span.in_source(source),
        }
    };
    members.into_iter().map(link).collect()
}

fn each_once<T: Copy + Ord>(written: &[ast::Spanned<T>]) -> Vec<T> {
    let mut values: Vec<T> = written.iter().map(|value| value.value).collect();
    values.sort_unstable();
    values.dedup();
    values
}

/// Links all committees.
pub fn committees<'s>(
    items: Items<ast::posture::Committee<'s>>,
    known: &Declarations<'s>,
    context: &mut Context<'_, '_, 's>,
) -> Table<CommitteeId, Committee<'s>> {
    let (members, _) =
        declare::<_, _, CommitteeId>(items, "committee", context, of_heading, |_, _, _| Some(()));
    let link = |member: Member<ast::posture::Committee<'s>, ()>| {
        let Member {
            source,
            organization,
            item,
            ..
        } = member;
        Committee {
            organization,
            name: item.head.name.value,
            title: title(&item.head),
            doc: item.head.doc,
            chair: known.roles.maybe(item.chair, organization, source, context),
            members: known
                .roles
                .all(&item.members, organization, source, context),
            meets: item.meets.map(|meets| meets.value),
            place: item.head.name.span.in_source(source),
        }
    };
    members.into_iter().map(link).collect()
}

/// Links all escalations. A step that names something unknown is left out.
pub fn escalations<'s>(
    items: Items<ast::posture::Escalation<'s>>,
    known: &Declarations<'s>,
    context: &mut Context<'_, '_, 's>,
) -> Table<EscalationId, Escalation<'s>> {
    let (members, _) =
        declare::<_, _, EscalationId>(items, "escalation", context, of_heading, |_, _, _| Some(()));
    let link = |member: Member<ast::posture::Escalation<'s>, ()>| {
        let Member {
            source,
            organization,
            item,
            ..
        } = member;
        let steps = item.steps.iter().filter_map(|step| {
            let from = known.roles.find(&step.from, organization, source, context);
            let to = known.roles.find(&step.to, organization, source, context);
            Some(EscalationStep {
                from: from?,
                to: to?,
                within: step.within.value,
                place: step.span.in_source(source),
            })
        });
        Escalation {
            steps: steps.collect(),
            organization,
            name: item.head.name.value,
            title: title(&item.head),
            place: item.head.name.span.in_source(source),
            doc: item.head.doc,
        }
    };
    members.into_iter().map(link).collect()
}
