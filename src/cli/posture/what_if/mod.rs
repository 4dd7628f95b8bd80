//! `xwalk whatif`: what would be so if only these initiatives were done.

mod json;
mod text;

pub use json::CONTRACT;

use std::collections::BTreeSet;

use super::named;
use crate::cli::args::{AnswerFormat, Common, WhatIf as Arguments};
use crate::cli::findings::{safe, show_losses};
use crate::cli::{Outcome, RunError, Workspace, find, host};
use crate::model::posture::InitiativeId;
use crate::report::posture::WhatIf;

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
    let sources = &workspace.sources;
    let what_if = WhatIf::of(model, sources, organization, &initiatives, question.status);
    host::print(&match question.format {
        AnswerFormat::Human => safe(&text::text(&what_if)).into_owned(),
        AnswerFormat::Json => CONTRACT.text(&json::DocumentV1::new(&what_if)),
    })?;
    Ok(outcome)
}
