//! `xwalk show`: everything that is known of one control.

mod json;
mod page;

pub use json::CONTRACT;

use super::args::{AnswerFormat, Common, Show};
use super::find::{self, Referent};
use super::{Outcome, RunError, Workspace, findings, host};
use crate::analysis;
use crate::report::answers::{KnownControl, KnownWithdrawn};

pub fn run(arguments: &Show, common: &Common) -> Result<Outcome, RunError> {
    let workspace = Workspace::open(arguments.workspace.path(), common)?;
    let compilation = workspace.compile(common)?;
    let outcome = findings::show_losses(&compilation.diagnostics, &workspace.sources, common)?;
    let (model, sources) = (&compilation.model, &workspace.sources);
    let text = match find::control(model, &arguments.control)? {
        Referent::Control(control) => {
            let facts = compilation.facts(analysis::Options::default());
            let known = KnownControl::of(model, sources, &facts, control);
            match arguments.format {
                AnswerFormat::Human => findings::safe(&page::control(&known)).into_owned(),
                AnswerFormat::Json => CONTRACT.text(&json::DocumentV1::of_control(&known)),
            }
        }
        Referent::Withdrawn(framework, withdrawn) => {
            let known = KnownWithdrawn::of(model, sources, framework, withdrawn);
            match arguments.format {
                AnswerFormat::Human => findings::safe(&page::withdrawn(&known)).into_owned(),
                AnswerFormat::Json => CONTRACT.text(&json::DocumentV1::of_withdrawn(&known)),
            }
        }
    };
    host::print(&text)?;
    Ok(outcome)
}
