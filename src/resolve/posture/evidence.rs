//! Evidence.

use xwalk_model::Table;
use xwalk_model::posture::{Evidence, EvidenceId, Expected, Probe, Requirement};
use xwalk_source::SourceId;
use xwalk_syntax::ast;
use xwalk_syntax::ast::{Date, Text};

use super::context::Context;
use super::declarations::Declarations;
use super::groups::{Said, assessable};
use super::members::{Member, title};

/// File and date, without which nothing can be looked at.
pub fn whole<'s>(
    item: &ast::posture::Evidence<'s>,
    _: SourceId,
    _: &mut Context<'_, '_, '_>,
) -> Option<(Text<'s>, Date)> {
    Some((item.file.clone()?, item.collected?.value))
}

/// Links all evidence.
pub fn link<'s>(
    members: Vec<Member<ast::posture::Evidence<'s>, (Text<'s>, Date)>>,
    known: &Declarations<'s>,
    context: &mut Context<'_, '_, 's>,
) -> Table<EvidenceId, Evidence<'s>> {
    let link = |member: Member<ast::posture::Evidence<'s>, (Text<'s>, Date)>| {
        let Member {
            source,
            organization,
            item,
            whole: (file, collected),
        } = member;
        let requirement = |requirement: ast::posture::Requirement<'s>| Requirement {
            place: requirement.span.in_source(source),
            probe: probe(requirement.probe),
        };
        let mut supports = context.supports(&item.supports, organization, source);
        supports.retain(|supports| {
            let (control, place) = (supports.control, supports.place);
            // That it no longer applies is told already.
            let applies = context.finder.catalogs.controls[control]
                .superseded
                .is_none();
            applies && assessable(control, Said::Supported, place, context.finder).is_some()
        });
        Evidence {
            organization,
            name: item.head.name.value,
            title: title(&item.head),
            doc: item.head.doc,
            supports,
            file_place: file.span.in_source(source),
            file: file.value,
            digest: item.digest.map(|digest| digest.value),
            requirements: item.requirements.into_iter().map(requirement).collect(),
            collected,
            valid: item.valid.map(|valid| valid.value),
            owner: known.roles.maybe(item.owner, organization, source, context),
            place: item.head.name.span.in_source(source),
        }
    };
    members.into_iter().map(link).collect()
}

fn probe(probe: ast::posture::Probe<'_>) -> Probe<'_> {
    match probe {
        ast::posture::Probe::Pointer(pointer, test, than) => {
            Probe::Pointer(pointer.value, test, expected(than))
        }
        ast::posture::Probe::Column(column, test, than) => {
            Probe::Column(column.value, test, expected(than))
        }
        ast::posture::Probe::Matches(pattern) => Probe::Matches(pattern.value),
    }
}

fn expected(expected: ast::posture::Expected<'_>) -> Expected<'_> {
    match expected {
        ast::posture::Expected::Number(number) => Expected::Number(number),
        ast::posture::Expected::Text(text) => Expected::Text(text.value),
    }
}
