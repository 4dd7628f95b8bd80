//! `xwalk suggest`: questions for authors, the most useful first.

mod json;
mod page;

pub use json::CONTRACT;

use super::args::Suggest as Arguments;
use super::{Context, Outcome, RunError, find};
use xwalk_report::answers::Questions;

pub fn run(arguments: &Arguments, context: Context<'_>) -> Result<Outcome, RunError> {
    let workspace = context.open(arguments.question.workspace.path())?;
    let (compilation, outcome) = context.asked(&workspace)?;
    let model = &compilation.model;
    let from = find::framework(model, &arguments.from)?;
    let to = find::framework(model, &arguments.to)?;
    if from == to {
        return Err(RunError::Usage(format!(
            "`{}` is compared with itself; name two frameworks",
            model.frameworks[from].label()
        )));
    }
    let logic = compilation.decided(xwalk_analysis::Options {
        status_floor: arguments.question.status,
    });
    let sources = &workspace.sources;
    let questions = Questions::of(model, sources, &logic, [from, to], arguments.top);
    let shown = if arguments.all {
        usize::MAX
    } else {
        arguments.show
    };
    CONTRACT.answer(
        context.host,
        arguments.question.format,
        || page::text(&questions, shown),
        || json::DocumentV1::new(&questions, arguments.question.status),
    )?;
    Ok(outcome)
}
