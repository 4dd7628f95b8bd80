//! Posture: organizations with all that is theirs, linked to one another and to controls.
//!
//! First every name of a kind is learnt, in the order of organizations and names, so that ids are known before anything
//! is linked; then each kind is linked. What lacks something without which it says nothing keeps its name, so that
//! whoever names it gets no message that it does not exist.

mod acceptances;
mod assessments;
mod context;
mod declarations;
mod evidence;
mod governance;
mod groups;
mod members;
mod names;
mod organizations;
mod risks;
mod roadmaps;
mod scale;
mod sort;
mod technologies;

use std::collections::BTreeSet;

use xwalk_model::Table;
use xwalk_model::posture::{Audience, Posture};
use xwalk_source::SourceMap;
use xwalk_syntax::ast;

use super::declare::Declared;
use super::finder::Finder;
use super::mappings::Mappings;
use super::unreadable::Unreadable;
use context::Context;
use declarations::Declarations;
use members::{declare, of_heading};
use sort::Kinds;

/// Links all posture.
pub(super) fn link<'s>(
    items: Vec<Declared<ast::posture::Item<'s>>>,
    mappings: &Mappings<'s>,
    sources: &'s SourceMap,
    unreadable: &Unreadable<'_>,
    finder: &mut Finder<'_, 's>,
) -> Posture<'s> {
    if items.is_empty() {
        return Posture::default();
    }
    let kinds = Kinds::of(items);
    let rows = [&mappings.rows, &mappings.nowhere];
    let rows = rows.into_iter().flat_map(Table::iter);
    let conditions: BTreeSet<&str> = rows
        .filter_map(|(_, row)| row.details.as_ref()?.when.as_deref())
        .collect();
    let organizations = organizations::link(kinds.organizations, &conditions, finder);
    let context = &mut Context::new(organizations, sources, unreadable, finder);

    let (roles, role_names) = declare(kinds.roles, "role", context, of_heading, |_, _, _| Some(()));
    let (risks, risk_names) = declare(kinds.risks, "risk", context, of_heading, risks::whole);
    let (technologies, technology_names) = declare(
        kinds.technologies,
        "technology",
        context,
        of_heading,
        technologies::whole,
    );
    let (evidence, evidence_names) = declare(
        kinds.evidence,
        "evidence",
        context,
        of_heading,
        evidence::whole,
    );
    let (assessments, assessment_names) = declare(
        kinds.assessments,
        "assessment",
        context,
        of_heading,
        assessments::whole,
    );
    let known = Declarations {
        roles: role_names,
        technologies: technology_names,
        risks: risk_names,
        evidence: evidence_names,
        assessments: assessment_names,
    };

    let roles = governance::roles(roles, &known, context);
    acceptances::link(mappings, unreadable, &roles, &known, context);
    let committees = governance::committees(kinds.committees, &known, context);
    let escalations = governance::escalations(kinds.escalations, &known, context);
    let risks = risks::link(risks, &known, context);
    let technologies = technologies::link(technologies, &known, context);
    let playbooks = technologies::playbooks(kinds.playbooks, &known, context);
    let evidence = evidence::link(evidence, &known, context);
    let assessments = assessments::link(assessments, &known, context);
    let (roadmaps, initiatives) = roadmaps::link(kinds.roadmaps, &assessments, &known, context);
    let audiences = audiences(kinds.audiences, context);
    Posture {
        organizations: std::mem::take(&mut context.organizations.table),
        roles,
        committees,
        escalations,
        risks,
        technologies,
        playbooks,
        evidence,
        assessments,
        roadmaps,
        initiatives,
        audiences,
    }
}

fn audiences<'s>(
    items: sort::Items<ast::posture::Audience<'s>>,
    context: &mut Context<'_, '_, 's>,
) -> Table<xwalk_model::posture::AudienceId, Audience<'s>> {
    let (members, _) = declare::<_, _, xwalk_model::posture::AudienceId>(
        items,
        "audience",
        context,
        of_heading,
        |_, _, _| Some(()),
    );
    let link = |member: members::Member<ast::posture::Audience<'s>, ()>| {
        let mut hides: Vec<_> = member.item.hides.iter().map(|field| field.value).collect();
        hides.sort_unstable();
        hides.dedup();
        Audience {
            organization: member.organization,
            name: member.item.head.name.value,
            title: members::title(&member.item.head),
            doc: member.item.head.doc,
            hides,
            valid: member.item.valid.map(|valid| valid.value),
            place: member.item.head.name.span.in_source(member.source),
        }
    };
    members.into_iter().map(link).collect()
}
