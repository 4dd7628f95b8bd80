//! Projects assessed tiers onto every adopted framework: what the rows say is worked out once, tiers come and go.

use std::collections::BTreeMap;

use super::bearing::{Level, View, views};
use super::fulfilled::Fulfilled;
use super::verdict::{Known, Whose};
use super::{AssessedState, CurrentState, Verdict, Verdicts};
use crate::logic::Logic;
use crate::provers::Provers;
use crate::related::Related;
use xwalk_model::posture::{Organization, OrganizationId};
use xwalk_model::{ControlId, FrameworkId, Model};
use xwalk_relation::{Label, Relation};

/// Projects tiers onto the baseline of an organization and every framework that it adopts.
pub struct Projector<'a, 's> {
    pub(super) model: &'a Model<'s>,
    pub(super) logic: &'a Logic,
    pub(super) organization: &'a Organization<'s>,
    /// The frameworks that it assesses, in order.
    assessed: Vec<FrameworkId>,
    /// What is known, from each standpoint.
    pub(super) views: Vec<View<'a, 's>>,
    /// What is related, whatever is known of the sets.
    pub(super) related: Related,
}

impl<'a, 's> Projector<'a, 's> {
    /// Works out what the rows say of the frameworks that the organization assesses. The logic is that of the conditions
    /// which hold there.
    #[must_use]
    pub fn new(model: &'a Model<'s>, logic: &'a Logic, organization: OrganizationId) -> Self {
        let provers = Provers::each(model, logic);
        Self::with(model, logic, organization, provers)
    }

    /// The same for verdicts alone. What they rest on would have the weakest status of all rows.
    pub(super) fn for_verdicts(
        model: &'a Model<'s>,
        logic: &'a Logic,
        organization: OrganizationId,
    ) -> Self {
        let standpoints = logic.standpoints.iter();
        let provers = standpoints.map(|it| Provers::of_all_rows(model, logic, *it));
        Self::with(model, logic, organization, provers.collect())
    }

    fn with(
        model: &'a Model<'s>,
        logic: &'a Logic,
        organization: OrganizationId,
        provers: Vec<Provers<'a, 'a, 's>>,
    ) -> Self {
        let posture = &model.posture;
        let assessments = posture.of(&posture.assessments, organization);
        let mut assessed: Vec<FrameworkId> = assessments.map(|(_, one)| one.framework).collect();
        assessed.sort_unstable();
        assessed.dedup();
        let (views, related) = views(model, logic, provers, &assessed);
        Self {
            model,
            logic,
            organization: &posture.organizations[organization],
            assessed,
            views,
            related,
        }
    }

    /// The verdicts on all controls of the baseline and of each adopted framework, the baseline first.
    #[must_use]
    pub fn verdicts(&self, state: &CurrentState) -> Vec<Verdicts> {
        // Frameworks with the same threshold share what is fulfilled.
        let mut by_threshold: BTreeMap<Option<u32>, Vec<Fulfilled>> = BTreeMap::new();
        let frameworks = self.organization.frameworks();
        frameworks
            .map(|framework| {
                let bar = self.bar(framework);
                let fulfilled = by_threshold
                    .entry(bar.own)
                    .or_insert_with(|| self.fulfilled(state, bar));
                let controls = self.model.controls_of(framework);
                Verdicts {
                    framework,
                    controls: controls
                        .map(|(id, _)| (id, self.verdict(bar, state, fulfilled, id)))
                        .collect(),
                }
            })
            .collect()
    }

    /// All that is known from each standpoint.
    pub(super) fn known(&self) -> impl Iterator<Item = &Level> + Clone {
        self.views.iter().filter_map(|view| view.levels.last())
    }

    /// What is fulfilled by all that is known, from each standpoint.
    pub(super) fn fulfilled(&self, state: &CurrentState, bar: Bar) -> Vec<Fulfilled> {
        let is_achieved = |id| state.of_control(id).is_some_and(|it| bar.is_cleared(it));
        let views = self.views.iter();
        views
            .filter_map(|view| {
                let level = view.levels.last()?;
                Some(Fulfilled::of(self.model, level, &view.wholes, is_achieved))
            })
            .collect()
    }

    /// The verdict on one control, by what is fulfilled from each standpoint. What is met from one and not met from another
    /// is a contradiction.
    pub(super) fn verdict(
        &self,
        bar: Bar,
        state: &CurrentState,
        fulfilled: &[Fulfilled],
        control: ControlId,
    ) -> Verdict {
        let mut fulfilled = fulfilled.iter();
        let met = fulfilled.any(|fulfilled| fulfilled.how(control).is_some());
        let shares = |level| bar.sharing(level, state, control).next().is_some();
        let misses = |level| bar.below(level, state, control).next().is_some();
        Verdict::of(Known {
            met,
            not_met: self.known().any(misses),
            not_applicable: not_applicable(self.known(), state, control).map(|(whose, _)| whose),
            shares: !met && self.known().any(shares),
        })
    }

    /// By which tier the controls are judged, for one framework.
    pub(super) fn bar(&self, framework: FrameworkId) -> Bar {
        Bar {
            own: Some(self.organization.threshold(framework, 0)).filter(|own| *own > 0),
        }
    }

    /// Whether a control is one of a framework that the organization assesses.
    pub(super) fn is_assessed(&self, control: ControlId) -> bool {
        let framework = self.model.controls[control].framework;
        self.assessed.contains(&framework)
    }
}

/// By which tier the controls are judged, for one framework.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bar {
    /// The framework's own threshold, which counts where it is stricter than that of an assessment.
    pub own: Option<u32>,
}

impl Bar {
    /// Whether a control is achieved.
    pub fn is_cleared(self, stand: AssessedState) -> bool {
        stand.is_achieved(self.threshold(stand))
    }

    /// Whether a control stands below the threshold of its own assessment. A stricter one makes nothing false.
    pub fn is_missed(self, stand: AssessedState) -> bool {
        stand.is_below(stand.achieved_from)
    }

    fn threshold(self, stand: AssessedState) -> u32 {
        self.own.unwrap_or_default().max(stand.achieved_from)
    }

    /// The controls that stand below, and of which a control asks for all.
    pub fn below<'l>(
        self,
        level: &'l Level,
        state: &'l CurrentState,
        control: ControlId,
    ) -> impl Iterator<Item = ControlId> + 'l {
        bearing(level, state, control, Label::WITHIN, move |stand| {
            self.is_missed(stand)
        })
    }

    /// The achieved controls that contain a control.
    pub fn containing<'l>(
        self,
        level: &'l Level,
        state: &'l CurrentState,
        control: ControlId,
    ) -> impl Iterator<Item = ControlId> + 'l {
        bearing(level, state, control, Label::CONTAINS, move |stand| {
            self.is_cleared(stand)
        })
    }

    /// The achieved controls that share something with a control.
    pub fn sharing<'l>(
        self,
        level: &'l Level,
        state: &'l CurrentState,
        control: ControlId,
    ) -> impl Iterator<Item = ControlId> + 'l {
        bearing(level, state, control, Label::OVERLAPS, move |stand| {
            self.is_cleared(stand)
        })
    }
}

/// Whose assessments say that a control is not applicable, and of which controls, by all that is known on some levels;
/// `None` if it is not. Where an equal control is applicable, that decides.
pub(super) fn not_applicable<'l>(
    levels: impl IntoIterator<Item = &'l Level>,
    state: &CurrentState,
    control: ControlId,
) -> Option<(Whose, Vec<ControlId>)> {
    if let Some(own) = state.of_control(control) {
        return own.tier.is_none().then(|| (Whose::Own, vec![control]));
    }
    let bearings = levels.into_iter().flat_map(|level| level.on(control));
    let equal = bearings.filter(|bearing| bearing.label == Label::only(Relation::Equal));
    let mut assessed = Vec::new();
    for bearing in equal {
        match state.of_control(bearing.from) {
            Some(stand) if stand.tier.is_none() => assessed.push(bearing.from),
            Some(_) => return None,
            None => {}
        }
    }
    (!assessed.is_empty()).then_some((Whose::Equal, assessed))
}

/// The controls that stand so, and lie so to another one.
fn bearing<'l>(
    level: &'l Level,
    state: &'l CurrentState,
    control: ControlId,
    label: Label,
    is_wanted: impl Fn(AssessedState) -> bool + 'l,
) -> impl Iterator<Item = ControlId> + 'l {
    level
        .on(control)
        .iter()
        .filter(move |bearing| bearing.label.implies(label))
        .map(|bearing| bearing.from)
        .filter(move |from| state.of_control(*from).is_some_and(&is_wanted))
}
