//! The posture of each organization that is assessed.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::audience::{Audience, valid_until};
use super::claims::Claimed;
use super::named::NameTable;
use super::namer::Namer;
use super::remainder::Found;
use super::verdicts::Projections;
use super::{
    Assessment, Benchmark, Claim, Condition, Evidence, Framework, Gaps, Governance, Indicator,
    Landscape, Mapping, Organization, Posture, PostureOptions, Preparedness, Profile, Risk,
    Roadmap,
};
use xwalk_analysis::Floor;
use xwalk_analysis::posture::{
    self, CurrentState, Examined, Projector, Support, Threats, Yardstick, earlier, logic_of,
};
use xwalk_model::posture::OrganizationId;
use xwalk_model::{FrameworkId, MappingId, Model, RowId};
use xwalk_source::SourceMap;
use xwalk_syntax::ast::{Date, Status};

/// The posture of each organization that is assessed, by name: as its own people see it, where draft rows count and are
/// marked.
pub fn postures<'m>(
    model: &'m Model<'_>,
    sources: &SourceMap,
    general: &crate::Options,
    options: &PostureOptions,
) -> Vec<Posture<'m>> {
    all(model, sources, general, options, false)
}

/// The posture of each organization that is assessed, by name; what rests on draft rows may be held back.
pub(super) fn all<'m>(
    model: &'m Model<'_>,
    sources: &SourceMap,
    general: &crate::Options,
    options: &PostureOptions,
    holds_back: bool,
) -> Vec<Posture<'m>> {
    let today = general.date;
    let examined = posture::examine(&model.posture, &options.files, today);
    let organizations = model.posture.organizations.ids();
    organizations
        .filter_map(|id| {
            let mut state = CurrentState::of(model, id, today);
            let support = Support::of(model, &state, &examined);
            state.require_evidence(model, &support, false);
            let asked = Asked {
                id,
                sources,
                general,
                holds_back,
                today,
                options,
                examined: &examined,
            };
            (!state.assessments.is_empty()).then(|| asked.posture(model, &state, &support))
        })
        .collect()
}

/// Whose posture is asked for, and what it depends on.
struct Asked<'a> {
    id: OrganizationId,
    sources: &'a SourceMap,
    general: &'a crate::Options,
    /// Whether drafts say nothing by themselves.
    holds_back: bool,
    today: Date,
    options: &'a PostureOptions,
    examined: &'a [Examined],
}

impl Asked<'_> {
    fn posture<'m>(
        &self,
        model: &'m Model<'_>,
        state: &CurrentState,
        support: &Support,
    ) -> Posture<'m> {
        let table = NameTable::new(model, self.general.public);
        let names = Namer {
            model,
            table: &table,
        };
        let (id, options) = (self.id, self.options);
        let accepted = posture::accepted(model, id, self.today);
        let counting = self.counted_floor(accepted.clone());
        let logic = logic_of(model, id, &counting, None);
        let projector = Projector::new(model, &logic, id);
        let found = Projections {
            counted: projector.project(state),
            with_drafts: self.with_drafts(model, state),
        };
        let left = match self.holds_back {
            true => Found::of(&projector, state, &[]),
            false => Found::of(&projector, state, &found.counted),
        };
        let counted = found.counted.iter();
        let counted: Vec<_> = counted.map(posture::Projection::verdicts).collect();
        let conditions = posture::Condition::all(model, &counting, state, &counted);
        let indicators = posture::Indicator::all(model, state, support);
        let profiles = posture::Profile::all(model, state, support);
        let organization = &model.posture.organizations[id];
        let frameworks: BTreeSet<FrameworkId> = organization
            .frameworks()
            .chain(state.frameworks(model))
            .collect();
        let mut rows: BTreeSet<RowId> = found.rows().collect();
        rows.extend(conditions.iter().flat_map(|condition| &condition.rows));
        let mappings: BTreeSet<MappingId> =
            rows.iter().map(|row| model.rows[*row].mapping).collect();
        // What is left may name rows that no verdict rests on; the list of mappings is of those that one does.
        rows.extend(left.rows());
        let assessments = || state.assessments.iter();
        let threats = Threats::of(model, state);
        let audience = options.audience.as_ref();
        let audience = audience.and_then(|asked| Audience::of(names, id, asked));
        let previous = options.previous.get(organization.name);
        let verdicts = found.published(names, &counting);
        let claimed = Claimed {
            organization: id,
            eligibilities: &logic.eligibilities,
            sources: self.sources,
        };
        Posture {
            sequence: previous.map_or(1, |previous| previous.sequence),
            previous: previous.map(|previous| previous.digest.clone()),
            organization: Organization::of(names, id),
            issuer: match &options.issuer {
                Some(issuer) => Cow::Owned(issuer.clone()),
                None => Cow::Borrowed(&organization.title),
            },
            allow_draft: !self.holds_back && self.general.status_floor < Status::Reviewed,
            valid_until: valid_until(options, audience.as_ref(), self.today),
            is_exported: audience.is_some() || options.audience.is_none(),
            audience,
            mappings: Mapping::all(names, options, &mappings, (id, &accepted)),
            frameworks: Framework::all(names, options, frameworks, &mappings),
            assessments: assessments()
                .map(|id| Assessment::of(names, *id, (support, &threats)))
                .collect(),
            profiles: profiles
                .iter()
                .map(|profile| Profile::new(names, profile))
                .collect(),
            benchmarks: assessments()
                .filter_map(|id| {
                    let before = earlier(model, *id)?;
                    let benchmark = posture::Benchmark::of(model, before, Yardstick::Tiers, *id);
                    Some(Benchmark::new(names, &benchmark))
                })
                .collect(),
            claims: Claim::all(names, claimed, &rows, &verdicts),
            verdicts,
            remainders: left.named(names, &found.counted),
            conditions: conditions
                .iter()
                .map(|condition| Condition::new(names, condition))
                .collect(),
            indicators: indicators
                .iter()
                .map(|indicator| Indicator::new(names, indicator))
                .collect(),
            gaps: Gaps::of(names, state),
            risks: Risk::all(names, id),
            governance: Governance::of(names, state, id),
            evidence: Evidence::all(names, id, self.examined),
            technology: Landscape::of(names, id),
            preparedness: Preparedness::of(names, state, self.today, options),
            roadmaps: Roadmap::all(names, id, &projector, state),
        }
    }

    /// How far rows must have come to count. What the organization accepts counts whatever is held back, and below the
    /// status of the settings, but not below one that was asked for by name.
    fn counted_floor(&self, accepted: BTreeSet<MappingId>) -> Floor {
        let asked_for = self.general.status_floor;
        if self.holds_back {
            Floor::with_accepted(Status::Reviewed, accepted)
        } else if self.general.is_floor_named {
            Floor::of(asked_for)
        } else {
            Floor::with_accepted(asked_for, accepted)
        }
    }

    /// The verdicts if drafts counted, where they are held back.
    fn with_drafts(
        &self,
        model: &Model<'_>,
        state: &CurrentState,
    ) -> Option<Vec<posture::Projection>> {
        let all = Floor::of(self.general.status_floor);
        self.holds_back.then(|| {
            let logic = logic_of(model, self.id, &all, None);
            Projector::new(model, &logic, self.id).project(state)
        })
    }
}
