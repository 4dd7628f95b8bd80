//! Technologies and playbooks.

use xwalk_model::Table;
use xwalk_model::posture::{
    Agent, Measured, Playbook, PlaybookId, PlaybookStep, Technology, TechnologyId, TechnologyKind,
};
use xwalk_source::SourceId;
use xwalk_syntax::ast;

use super::context::Context;
use super::declarations::Declarations;
use super::members::{Member, declare, of_heading, title};
use super::sort::Items;

/// The kind of a technology, without which it says nothing.
pub fn whole<'s>(
    item: &ast::posture::Technology<'s>,
    _: SourceId,
    _: &mut Context<'_, '_, '_>,
) -> Option<Kind<'s>> {
    item.kind.clone()
}

type Kind<'s> = ast::Spanned<TechnologyKind<'s>>;

/// Links all technologies.
pub fn link<'s>(
    members: Vec<Member<ast::posture::Technology<'s>, Kind<'s>>>,
    known: &Declarations<'s>,
    context: &mut Context<'_, '_, 's>,
) -> Table<TechnologyId, Technology<'s>> {
    let link = |member: Member<ast::posture::Technology<'s>, Kind<'s>>| {
        let Member {
            source,
            organization,
            item,
            whole: kind,
        } = member;
        Technology {
            organization,
            name: item.head.name.value,
            title: title(&item.head),
            doc: item.head.doc,
            kind_place: kind.span.in_source(source),
            kind: kind.value,
            supports: context.supports(&item.supports, organization, source),
            feeds: known
                .technologies
                .all(&item.feeds, organization, source, context),
            place: item.head.name.span.in_source(source),
        }
    };
    members.into_iter().map(link).collect()
}

/// Links all playbooks.
pub fn playbooks<'s>(
    items: Items<ast::posture::Playbook<'s>>,
    known: &Declarations<'s>,
    context: &mut Context<'_, '_, 's>,
) -> Table<PlaybookId, Playbook<'s>> {
    let (members, _) =
        declare::<_, _, PlaybookId>(items, "playbook", context, of_heading, |_, _, _| Some(()));
    members
        .into_iter()
        .map(|member| playbook(member, known, context))
        .collect()
}

fn playbook<'s>(
    member: Member<ast::posture::Playbook<'s>, ()>,
    known: &Declarations<'s>,
    context: &mut Context<'_, '_, 's>,
) -> Playbook<'s> {
    let Member {
        source,
        organization,
        item,
        ..
    } = member;
    let technologies = &known.technologies;
    let detector = technologies.maybe(item.detector, organization, source, context);
    let executor = technologies.maybe(item.executor, organization, source, context);
    let supports = context.supports(&item.supports, organization, source);
    let step = |step: ast::posture::PlaybookStep<'s>| PlaybookStep {
        by: match &step.by {
            ast::posture::Agent::Automated(name) => {
                Agent::Automated(technologies.find(name, organization, source, context))
            }
            ast::posture::Agent::Manual(name) => {
                Agent::Manual(known.roles.find(name, organization, source, context))
            }
        },
        title: step.title.value,
        place: step.span.in_source(source),
    };
    Playbook {
        steps: item.steps.into_iter().map(step).collect(),
        organization,
        name: item.head.name.value,
        title: title(&item.head),
        place: item.head.name.span.in_source(source),
        doc: item.head.doc,
        trigger: item.trigger.map(|trigger| trigger.value),
        detector,
        executor,
        supports,
        exercised: item.exercised.map(|date| date.value),
        detect: item.detect.map(|limit| limit.value),
        respond: item.respond.map(|limit| limit.value),
        measured: item.measured.map(|measured| measured_in(measured, source)),
    }
}

fn measured_in(measured: ast::posture::Measured<'_>, source: SourceId) -> Measured<'_> {
    let columns = measured.columns;
    Measured {
        place: measured.file.span.in_source(source),
        file: measured.file.value,
        columns: ast::posture::Columns {
            occurred: columns.occurred.value,
            detected: columns.detected.value,
            responded: columns.responded.value,
        },
    }
}
