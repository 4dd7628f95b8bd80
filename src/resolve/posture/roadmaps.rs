//! Roadmaps, phases and initiatives.

use std::collections::BTreeMap;

use xwalk_diagnostic::codes::posture::UNDECLARED_NAME;
use xwalk_diagnostic::{Diagnostic, nearest};
use xwalk_model::posture::{
    Assessment, AssessmentId, Initiative, InitiativeId, OrganizationId, Phase, Raise, Roadmap,
    RoadmapId,
};
use xwalk_model::{FrameworkId, Id, Table};
use xwalk_source::{Place, SourceId};
use xwalk_syntax::ast;
use xwalk_syntax::ast::Name;

use super::assessments::own_control;
use super::context::Context;
use super::declarations::Declarations;
use super::groups::{Said, assessable};
use super::members::{Member, declare, duplicate, title};
use super::scale::on_scale;
use super::sort::Items;

/// All roadmaps with their initiatives.
type Linked<'s> = (
    Table<RoadmapId, Roadmap<'s>>,
    Table<InitiativeId, Initiative<'s>>,
);

/// Links all roadmaps. One of an unknown assessment is left out.
pub fn link<'s>(
    items: Items<ast::posture::Roadmap<'s>>,
    assessments: &Table<AssessmentId, Assessment<'s>>,
    known: &Declarations<'s>,
    context: &mut Context<'_, '_, 's>,
) -> Linked<'s> {
    // The organization of a roadmap is that of its assessment.
    let mut starts: BTreeMap<(SourceId, u32), AssessmentId> = BTreeMap::new();
    let organization =
        |item: &ast::posture::Roadmap<'s>, _: &str, source, context: &mut Context<'_, '_, 's>| {
            let name = item.head.of?;
            let (organization, assessment) = known.assessments.anywhere(&name, source, context)?;
            starts.insert((source, item.head.name.span.start), assessment);
            Some(organization)
        };
    let (members, _) =
        declare::<_, _, RoadmapId>(items, "roadmap", context, organization, |_, _, _| Some(()));
    let mut linked = Linked::default();
    for member in members {
        let at = (member.source, member.item.head.name.span.start);
        if let Some(assessment) = starts.get(&at) {
            let framework = assessments[*assessment].framework;
            roadmap(member, *assessment, framework, known, &mut linked, context);
        }
    }
    linked
}

fn roadmap<'s>(
    member: Member<ast::posture::Roadmap<'s>, ()>,
    assessment: AssessmentId,
    framework: FrameworkId,
    known: &Declarations<'s>,
    (roadmaps, initiatives): &mut Linked<'s>,
    context: &mut Context<'_, '_, 's>,
) {
    let Member {
        source,
        organization,
        item,
        ..
    } = member;
    let id = roadmaps.next_id();
    let first_initiative = initiatives.next_id();
    let (phases, names) = phases(item.phases, first_initiative, source, context);
    let of = Of {
        roadmap: id,
        organization,
        framework,
        source,
        names,
    };
    let mut made = Vec::with_capacity(phases.len());
    for (at, (head, kept)) in phases.into_iter().enumerate() {
        let first = initiatives.next_id();
        for initiative in kept {
            if let Some(effort) = initiative.effort {
                let linked = of.initiative(initiative, at, effort.value, known, context);
                initiatives.push(linked);
            }
        }
        made.push(Phase {
            name: head.name.value,
            title: title(&head),
            place: head.name.span.in_source(source),
            doc: head.doc,
            first_initiative: first,
            end_initiative: initiatives.next_id(),
        });
    }
    roadmaps.push(Roadmap {
        organization,
        name: item.head.name.value,
        title: title(&item.head),
        place: item.head.name.span.in_source(source),
        doc: item.head.doc,
        assessment,
        phases: made,
        first_initiative,
        end_initiative: initiatives.next_id(),
    });
}

/// A phase with the initiatives that are kept.
type Kept<'s> = (ast::posture::Heading<'s>, Vec<ast::posture::Initiative<'s>>);

/// What the initiatives of a roadmap are called; nothing for one that was left out.
type Initiatives<'s> = BTreeMap<&'s str, Option<InitiativeId>>;

/// Keeps one phase and one initiative of each name, and tells which ids the initiatives will have.
fn phases<'s>(
    written: Vec<ast::posture::Phase<'s>>,
    first: InitiativeId,
    source: SourceId,
    context: &mut Context<'_, '_, 's>,
) -> (Vec<Kept<'s>>, Initiatives<'s>) {
    let mut phase_names: BTreeMap<&str, Place> = BTreeMap::new();
    let mut names: BTreeMap<&str, (Option<InitiativeId>, Place)> = BTreeMap::new();
    let mut next = first.index();
    let mut phases = Vec::with_capacity(written.len());
    for phase in written {
        let name = phase.head.name;
        let place = name.span.in_source(source);
        if let Some(before) = phase_names.insert(name.value, place) {
            // Its initiatives are kept: only the name of the phase is one too many.
            context
                .finder
                .report(duplicate("phase", "roadmap", name.value, place, before));
        }
        let mut kept = Vec::with_capacity(phase.initiatives.len());
        for initiative in phase.initiatives {
            let name = initiative.head.name;
            let place = name.span.in_source(source);
            if let Some((_, before)) = names.get(name.value) {
                let twice = duplicate("initiative", "roadmap", name.value, place, *before);
                context.finder.report(twice);
                continue;
            }
            let whole = initiative.effort.is_some();
            names.insert(name.value, (whole.then(|| Id::from_index(next)), place));
            next += usize::from(whole);
            kept.push(initiative);
        }
        phases.push((phase.head, kept));
    }
    let names = names.into_iter().map(|(name, (id, _))| (name, id));
    (phases, names.collect())
}

/// What the initiatives of one roadmap have in common.
struct Of<'s> {
    roadmap: RoadmapId,
    organization: OrganizationId,
    framework: FrameworkId,
    source: SourceId,
    names: Initiatives<'s>,
}

impl<'s> Of<'s> {
    fn initiative(
        &self,
        item: ast::posture::Initiative<'s>,
        phase: usize,
        effort: u32,
        known: &Declarations<'s>,
        context: &mut Context<'_, '_, 's>,
    ) -> Initiative<'s> {
        let (source, organization) = (self.source, self.organization);
        Initiative {
            roadmap: self.roadmap,
            phase,
            name: item.head.name.value,
            title: title(&item.head),
            place: item.head.name.span.in_source(source),
            raises: self.raises(&item.raises, context),
            treats: known.risks.all(&item.treats, organization, source, context),
            after: self.after(&item.after, context),
            effort,
            owner: known.roles.maybe(item.owner, organization, source, context),
            starts: item.starts.map(|date| date.value),
            lasts: item.lasts.map(|duration| duration.value),
            doc: item.head.doc,
        }
    }

    fn raises(
        &self,
        written: &[ast::posture::Raise<'s>],
        context: &mut Context<'_, '_, 's>,
    ) -> Vec<Raise> {
        let finder = &mut *context.finder;
        let mut raises: Vec<Raise> = written
            .iter()
            .filter_map(|raise| {
                let control = own_control(&raise.control, self.framework, self.source, finder);
                let fits = on_scale(&raise.to, self.framework, self.source, finder);
                let place = raise.control.span.in_source(self.source);
                let raised =
                    control.and_then(|control| assessable(control, Said::Raised, place, finder));
                Some(Raise {
                    control: raised.filter(|_| fits)?,
                    to: raise.to.value,
                    place: raise.span.in_source(self.source),
                })
            })
            .collect();
        // Of two tiers for one control the higher one is reached.
        raises.sort_by_key(|raise| (raise.control, std::cmp::Reverse(raise.to)));
        raises.dedup_by_key(|raise| raise.control);
        raises
    }

    fn after(&self, written: &[Name<'s>], context: &mut Context<'_, '_, 's>) -> Vec<InitiativeId> {
        let mut after = Vec::with_capacity(written.len());
        for name in written {
            match self.names.get(name.value) {
                Some(id) => after.extend(*id),
                None if context.has_lost("initiative", name.value) => {}
                None => {
                    let message =
                        format!("there is no initiative `{}` in this roadmap", name.value);
                    let near = nearest(name.value, self.names.keys().copied());
                    let help = near.map_or_else(
                        || {
                            "declare it in one of the roadmap's phases, or correct the name"
                                .to_owned()
                        },
                        |near| format!("did you mean `{near}`?"),
                    );
                    let place = name.span.in_source(self.source);
                    context
                        .finder
                        .report(Diagnostic::new(UNDECLARED_NAME, place, message).help(help));
                }
            }
        }
        after.sort_unstable();
        after.dedup();
        after
    }
}
