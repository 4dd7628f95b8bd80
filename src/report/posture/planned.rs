//! One roadmap with its course, and what is wrong with it or missing in it, for whoever asks for it alone.

use std::collections::BTreeMap;

use super::named::NameTable;
use super::namer::Namer;
use super::roadmap_findings::Course;
use super::{Initiative, Names, Roadmap};
use xwalk_analysis::Floor;
use xwalk_analysis::posture::{
    BurnUp, CurrentState, Loads, Present, Projector, logic_of, schedule,
};
use xwalk_model::Model;
use xwalk_model::posture::RoadmapId;
use xwalk_syntax::ast::{Date, Status};

/// One roadmap with its course, and what is wrong with it or missing in it.
#[derive(Debug)]
pub struct Planned<'m> {
    /// The name of the organization.
    pub organization: &'m str,
    /// The title of the organization.
    pub title: &'m str,
    /// The day of the assessment from which the roadmap starts.
    pub assessed: Date,
    /// The roadmap. The initiatives of each phase stand in the order of work, those without dates last.
    pub roadmap: Roadmap<'m>,
    /// One sentence for each finding.
    pub findings: Vec<String>,
    /// What controls are called.
    pub names: Names,
}

impl<'m> Planned<'m> {
    /// Answers for one roadmap on a day, with the rows that have come far enough.
    #[must_use]
    pub fn of(
        model: &'m Model<'_>,
        id: RoadmapId,
        status_floor: Status,
        present: &Present,
    ) -> Self {
        let posture = &model.posture;
        let declared = &posture.roadmaps[id];
        let organization = declared.organization;
        let logic = logic_of(model, organization, &Floor::of(status_floor), None);
        let projector = Projector::new(model, &logic, organization);
        let state = CurrentState::believed(model, organization, present);
        let schedule = schedule(posture, id);
        let load = Loads::of(posture, organization).of_roadmap(id);
        let burn_up = BurnUp::of(model, &projector, &state, &schedule);
        let table = NameTable::new(model, false);
        let namer = Namer {
            model,
            table: &table,
        };
        let mut roadmap = Roadmap::new(namer, id, &schedule, &load, &burn_up);
        let dated = (0..).zip(&schedule.initiatives);
        let dated = dated.map(|(place, it)| (posture.initiatives[it.initiative].name, place));
        let order: BTreeMap<&str, usize> = dated.collect();
        for phase in &mut roadmap.phases {
            // In the order of work; what has no dates comes last.
            let place = |it: &Initiative<'_>| order.get(it.name).copied().unwrap_or(usize::MAX);
            phase.initiatives.sort_by_key(place);
        }
        let names = Names::of(namer, organization);
        let course = Course {
            namer,
            names: &names,
            roadmap: id,
            schedule: &schedule,
            load: &load,
            burn_up: &burn_up,
        };
        Self {
            organization: posture.organizations[organization].name,
            title: &posture.organizations[organization].title,
            assessed: posture.assessments[declared.assessment].assessed,
            findings: course.findings(&state),
            roadmap,
            names,
        }
    }

    /// How many initiatives have dates.
    #[must_use]
    pub fn dated(&self) -> usize {
        let phases = self.roadmap.phases.iter();
        let all = phases.flat_map(|phase| &phase.initiatives);
        all.filter(|initiative| initiative.dates.is_some()).count()
    }

    /// All effort, in working days.
    #[must_use]
    pub fn effort(&self) -> u64 {
        self.roadmap.owners.iter().map(|(_, effort)| effort).sum()
    }
}
