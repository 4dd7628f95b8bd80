//! The roadmaps, as they are declared.

use super::namer::Namer;
use crate::model::posture;
use crate::model::posture::OrganizationId;
use crate::syntax::ast::{Date, Duration};

/// A roadmap, as declared.
#[derive(Debug)]
pub struct Roadmap<'m> {
    /// Its name.
    pub name: &'m str,
    /// Its title.
    pub title: &'m str,
    /// The assessment that it starts from.
    pub assessment: &'m str,
    /// Its phases, in order.
    pub phases: Vec<Phase<'m>>,
}

/// A phase of a roadmap.
#[derive(Debug)]
pub struct Phase<'m> {
    /// Its name.
    pub name: &'m str,
    /// Its title.
    pub title: &'m str,
    /// Its initiatives, in order.
    pub initiatives: Vec<Initiative<'m>>,
}

/// An initiative.
#[derive(Debug)]
pub struct Initiative<'m> {
    /// Its name.
    pub name: &'m str,
    /// Its title.
    pub title: &'m str,
    /// The controls that it raises.
    pub raises: Vec<Raise>,
    /// The risks that it treats.
    pub treats: Vec<&'m str>,
    /// What must be over before it begins.
    pub after: Vec<&'m str>,
    /// Working days of one person.
    pub effort: u32,
    /// Who answers for it.
    pub owner: Option<&'m str>,
    /// The day before which it does not begin.
    pub starts: Option<Date>,
    /// How long it takes by the calendar.
    pub lasts: Option<Duration>,
}

/// A control that an initiative raises.
#[derive(Debug)]
pub struct Raise {
    /// The control.
    pub control: String,
    /// The tier that it has at least afterwards.
    pub to: u32,
}

impl<'m> Roadmap<'m> {
    pub(super) fn all(names: Namer<'m, '_>, organization: OrganizationId) -> Vec<Self> {
        let posture = &names.model.posture;
        let roadmaps = posture.of(&posture.roadmaps, organization);
        roadmaps
            .map(|(_, roadmap)| {
                let phases = roadmap.phases.iter();
                Self {
                    name: roadmap.name,
                    title: &roadmap.title,
                    assessment: names.assessment(roadmap.assessment),
                    phases: phases.map(|phase| Phase::new(names, phase)).collect(),
                }
            })
            .collect()
    }
}

impl<'m> Phase<'m> {
    fn new(names: Namer<'m, '_>, phase: &'m posture::Phase<'_>) -> Self {
        let initiatives = &names.model.posture.initiatives;
        let initiatives = initiatives.range(phase.first_initiative, phase.end_initiative);
        Self {
            name: phase.name,
            title: &phase.title,
            initiatives: initiatives
                .map(|(_, initiative)| Initiative::new(names, initiative))
                .collect(),
        }
    }
}

impl<'m> Initiative<'m> {
    fn new(names: Namer<'m, '_>, initiative: &'m posture::Initiative<'_>) -> Self {
        let raises = initiative.raises.iter();
        let raises = raises.map(|raise| Raise {
            control: names.control(raise.control),
            to: raise.to,
        });
        let treats = initiative.treats.iter();
        let after = initiative.after.iter();
        Self {
            name: initiative.name,
            title: &initiative.title,
            raises: raises.collect(),
            treats: treats.map(|risk| names.risk(*risk)).collect(),
            after: after.map(|id| names.initiative(*id)).collect(),
            effort: initiative.effort,
            owner: names.owner(initiative.owner),
            starts: initiative.starts,
            lasts: initiative.lasts,
        }
    }
}
