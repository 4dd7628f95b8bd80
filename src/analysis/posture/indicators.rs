//! Key activities and maturity indicators: each is shown when all that it names is achieved and supported.

use super::{CurrentState, DeficiencyKind, Support};
use xwalk_model::posture::EvidenceId;
use xwalk_model::{Activity, ControlId, Model};

/// A key activity or maturity indicator of an assessed framework.
#[derive(Debug)]
pub struct Indicator<'m, 's> {
    /// The control that declares it: mostly a function.
    pub control: ControlId,
    /// What is declared.
    pub activity: &'m Activity<'s>,
    /// What is missing; it is shown if nothing is.
    pub lacking: Vec<Lacking>,
}

/// A control that keeps an indicator from being shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lacking {
    /// The control.
    pub control: ControlId,
    /// What it lacks.
    pub lack: Lack,
}

/// What a control lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// It is not assessed.
    NotAssessed,
    /// It is not applicable, which proves nothing.
    NotApplicable,
    /// It stands at this tier, below that from which it would count as achieved.
    Below {
        /// Where it is.
        tier: u32,
        /// Where it should be.
        achieved_from: u32,
    },
    /// No evidence supports it.
    NoEvidence,
    /// A piece of evidence that supports it is faulty.
    Faulty(EvidenceId, DeficiencyKind),
}

impl Indicator<'_, '_> {
    /// Whether it is shown.
    #[must_use]
    pub fn is_shown(&self) -> bool {
        self.lacking.is_empty()
    }
}

impl<'m, 's> Indicator<'m, 's> {
    /// All key activities and indicators of the assessed frameworks, in the order of their texts. One that names nothing
    /// is left out.
    #[must_use]
    pub fn all(model: &'m Model<'s>, state: &CurrentState, support: &Support) -> Vec<Self> {
        let frameworks = state.frameworks(model);
        let controls = frameworks.flat_map(|framework| model.controls_of(framework));
        let activities = controls.flat_map(|(id, control)| {
            let activities = control.activities.iter();
            activities.map(move |activity| (id, activity))
        });
        activities
            .filter(|(_, activity)| !activity.on.is_empty())
            .map(|(control, activity)| Self {
                control,
                activity,
                lacking: activity
                    .on
                    .iter()
                    .flat_map(|named| meant(model, state, *named))
                    .flat_map(|control| lacking(state, support, control))
                    .collect(),
            })
            .collect()
    }
}

/// What is assessed where a control is named: itself, or else the assessable controls below it.
fn meant(model: &Model<'_>, state: &CurrentState, named: ControlId) -> Vec<ControlId> {
    let control = &model.controls[named];
    if control.assessable || state.of_control(named).is_some() {
        return vec![named];
    }
    let below = model.controls.range(named, control.subtree_end);
    below
        .filter(|(_, below)| below.assessable)
        .map(|(id, _)| id)
        .collect()
}

/// All that one control lacks.
fn lacking(state: &CurrentState, support: &Support, control: ControlId) -> Vec<Lacking> {
    let mut found = Vec::new();
    match state.of_control(control) {
        None => found.push(Lack::NotAssessed),
        Some(stand) => match stand.tier {
            None => found.push(Lack::NotApplicable),
            Some(tier) if tier < stand.achieved_from => found.push(Lack::Below {
                tier,
                achieved_from: stand.achieved_from,
            }),
            Some(_) => {}
        },
    }
    if !support.has_evidence(control) {
        found.push(Lack::NoEvidence);
    }
    let faults = support.faults(control);
    found.extend(faults.map(|(id, fault)| Lack::Faulty(id, fault)));
    let found = found.into_iter();
    found.map(|lack| Lacking { control, lack }).collect()
}
