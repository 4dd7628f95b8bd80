//! `xwalk whatif`: what would be so if only these initiatives were done.

mod json;
mod text;

use std::collections::BTreeSet;

use super::named;
use super::words::Words;
use crate::analysis::Options;
use crate::analysis::posture::{Projector, Stands, WhatIf, logic_of};
use crate::cli::answers::json;
use crate::cli::args::{AnswerFormat, Common, WhatIf as Arguments};
use crate::cli::findings::{safe, show_losses};
use crate::cli::{Outcome, RunError, Workspace, find, host};
use crate::model::Model;
use crate::model::posture::{InitiativeId, Organization};
use crate::report::Wordings;

pub fn run(arguments: &Arguments, common: &Common) -> Result<Outcome, RunError> {
    let question = &arguments.question;
    let workspace = Workspace::open(question.workspace.path(), common)?;
    let compilation = workspace.compile(common)?;
    let outcome = show_losses(&compilation.diagnostics, &workspace.sources, common)?;
    let model = &compilation.model;
    let organization = find::organization(model, arguments.organization.as_deref())?;
    let initiatives = arguments.initiatives.iter();
    let initiatives: BTreeSet<InitiativeId> = initiatives
        .map(|text| named::initiative(model, organization, text))
        .collect::<Result<_, _>>()?;
    let options = Options {
        status_floor: question.status,
    };
    let logic = logic_of(model, organization, options, None);
    let projector = Projector::new(model, &logic, organization);
    let now = Stands::of(model, organization);
    let what_if = WhatIf::of(model, &projector, &now, &initiatives);
    let organization = &model.posture.organizations[organization];
    let page = Page {
        model,
        words: Words {
            model,
            sources: &workspace.sources,
            wordings: Wordings::of(model, false),
            baseline: organization.baseline,
            stands: &what_if.stands,
        },
        organization,
        what_if: &what_if,
    };
    host::print(&match question.format {
        AnswerFormat::Human => safe(&page.text()).into_owned(),
        AnswerFormat::Json => json(&page.document()),
    })?;
    Ok(outcome)
}

/// What would be so, and what it is told with.
struct Page<'a, 's> {
    model: &'a Model<'s>,
    words: Words<'a, 's>,
    organization: &'a Organization<'s>,
    what_if: &'a WhatIf,
}

impl<'a> Page<'a, '_> {
    fn initiatives(&self, ids: &[InitiativeId]) -> Vec<&'a str> {
        let initiatives = &self.model.posture.initiatives;
        ids.iter().map(|id| initiatives[*id].name).collect()
    }
}
