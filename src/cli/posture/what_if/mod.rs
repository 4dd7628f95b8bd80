//! `xwalk whatif`: what would be so if only these initiatives were done.

mod json;
mod text;

pub use json::CONTRACT;

use std::collections::BTreeSet;

use super::named;
use crate::args::WhatIf as Arguments;
use crate::present::present;
use crate::{Context, Outcome, RunError, find};
use xwalk_model::posture::InitiativeId;
use xwalk_report::posture::WhatIf;

pub fn run(arguments: &Arguments, context: Context<'_>) -> Result<Outcome, RunError> {
    let question = &arguments.question;
    let workspace = context.open(question.workspace.path())?;
    let (compilation, outcome) = context.asked(&workspace)?;
    let model = &compilation.model;
    let organization = find::organization(model, arguments.organization.as_deref())?;
    let initiatives = arguments.initiatives.iter();
    let initiatives: BTreeSet<InitiativeId> = initiatives
        .map(|text| named::initiative(model, organization, text))
        .collect::<Result<_, _>>()?;
    let sources = &workspace.sources;
    let present = present(context.host, &workspace, model, arguments.date)?;
    let what_if = WhatIf::of(
        model,
        sources,
        organization,
        &initiatives,
        question.status,
        &present,
    );
    let document = || json::DocumentV1::new(&what_if);
    CONTRACT.answer(
        context.host,
        question.format,
        || text::text(&what_if),
        document,
    )?;
    Ok(outcome)
}
