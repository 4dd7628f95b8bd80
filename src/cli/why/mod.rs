//! `xwalk why`: how two controls relate, and why.

mod argument;
mod json;
mod page;

pub use json::CONTRACT;

use super::args::{AnswerFormat, Common, Why as Arguments};
use super::{Outcome, RunError, Workspace, find, findings, host};
use crate::analysis;
use crate::report::answers::Why;

pub fn run(arguments: &Arguments, common: &Common) -> Result<Outcome, RunError> {
    let question = &arguments.question;
    let workspace = Workspace::open(question.workspace.path(), common)?;
    let compilation = workspace.compile(common)?;
    let outcome = findings::show_losses(&compilation.diagnostics, &workspace.sources, common)?;
    let model = &compilation.model;
    let pair = [
        find::present(model, &arguments.control)?,
        find::present(model, &arguments.other)?,
    ];
    let logic = compilation.decided(analysis::Options {
        status_floor: question.status,
    });
    let why = Why::of(model, &workspace.sources, &logic, pair);
    let text = match question.format {
        AnswerFormat::Human => findings::safe(&page::page(&why)).into_owned(),
        AnswerFormat::Json => CONTRACT.text(&json::DocumentV1::new(&why)),
    };
    host::print(&text)?;
    Ok(outcome)
}
