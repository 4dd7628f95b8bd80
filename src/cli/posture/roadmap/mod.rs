//! `xwalk roadmap`: the schedule of a roadmap, the work it asks of each owner, and what it changes.

mod burned;
mod dates;
mod findings;
mod json;
mod load;

use super::named;
use super::words::Words;
use crate::analysis::Options;
use crate::analysis::posture::{
    BurnUp, Load, Projector, Schedule, Stands, load, logic_of, schedule,
};
use crate::cli::answers::json;
use crate::cli::args::{AnswerFormat, Common, Roadmap as Arguments};
use crate::cli::findings::{safe, show_losses};
use crate::cli::{Outcome, RunError, Workspace, find, host};
use crate::model::Model;
use crate::model::posture::{InitiativeId, RoadmapId, RoleId};
use crate::report::Wordings;

pub fn run(arguments: &Arguments, common: &Common) -> Result<Outcome, RunError> {
    let question = &arguments.question;
    let workspace = Workspace::open(question.workspace.path(), common)?;
    let compilation = workspace.compile(common)?;
    let outcome = show_losses(&compilation.diagnostics, &workspace.sources, common)?;
    let model = &compilation.model;
    let organization = find::organization(model, arguments.organization.as_deref())?;
    let roadmap = named::roadmap(model, organization, arguments.roadmap.as_deref())?;
    let options = Options {
        status_floor: question.status,
    };
    let logic = logic_of(model, organization, options, None);
    let projector = Projector::new(model, &logic, organization);
    let stands = Stands::of(model, organization);
    let schedule = schedule(&model.posture, roadmap);
    let page = Page {
        model,
        roadmap,
        words: Words {
            model,
            sources: &workspace.sources,
            wordings: Wordings::of(model, false),
            baseline: model.posture.organizations[organization].baseline,
            stands: &stands,
        },
        load: load(&model.posture, roadmap, &schedule),
        burn_up: BurnUp::of(model, &projector, &stands, &schedule),
        schedule,
    };
    host::print(&match question.format {
        AnswerFormat::Human => safe(&page.text(arguments.all)).into_owned(),
        AnswerFormat::Json => json(&page.document()),
    })?;
    Ok(outcome)
}

/// A roadmap, and what it is told with.
struct Page<'a, 's> {
    model: &'a Model<'s>,
    words: Words<'a, 's>,
    roadmap: RoadmapId,
    schedule: Schedule,
    load: Load,
    burn_up: BurnUp,
}

impl<'a> Page<'a, '_> {
    fn text(&self, all: bool) -> String {
        let posture = &self.model.posture;
        let roadmap = &posture.roadmaps[self.roadmap];
        let assessment = &posture.assessments[roadmap.assessment];
        let organization = &posture.organizations[roadmap.organization];
        let mut text = format!(
            "{}: {}, from where it stands by {} of {}\n",
            organization.title, roadmap.title, assessment.name, assessment.assessed
        );
        text += &self.dates();
        text += &self.effort();
        text += &self.burned(all);
        text += &self.findings();
        text
    }

    fn initiative(&self, id: InitiativeId) -> &'a str {
        self.model.posture.initiatives[id].name
    }

    fn initiatives(&self, ids: &[InitiativeId]) -> String {
        let names: Vec<&str> = ids.iter().map(|id| self.initiative(*id)).collect();
        names.join(", ")
    }

    fn owner(&self, owner: Option<RoleId>) -> &'a str {
        owner.map_or("nobody", |id| self.model.posture.roles[id].name)
    }
}
