//! `xwalk why`: how two controls relate, and why.

mod argument;
mod json;
mod page;

pub use json::CONTRACT;

use super::args::Why as Arguments;
use super::{Context, Outcome, RunError, find};
use xwalk_report::answers::Why;

pub fn run(arguments: &Arguments, context: Context<'_>) -> Result<Outcome, RunError> {
    let question = &arguments.question;
    let workspace = context.open(question.workspace.path())?;
    let (compilation, outcome) = context.asked(&workspace)?;
    let model = &compilation.model;
    let pair = [
        find::present(model, &arguments.control)?,
        find::present(model, &arguments.other)?,
    ];
    let logic = compilation.decided(xwalk_analysis::Options {
        status_floor: question.status,
    });
    let why = Why::of(model, &workspace.sources, &logic, pair);
    let document = || json::DocumentV1::new(&why);
    CONTRACT.answer(context.host, question.format, || page::page(&why), document)?;
    Ok(outcome)
}
