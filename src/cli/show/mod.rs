//! `xwalk show`: everything that is known of one control.

mod json;
mod page;

pub use json::CONTRACT;

use super::args::{Common, Show};
use super::find::{self, Referent};
use super::{Outcome, RunError, Workspace};
use xwalk_report::answers::{KnownControl, KnownWithdrawn};

pub fn run(arguments: &Show, common: &Common) -> Result<Outcome, RunError> {
    let workspace = Workspace::open(arguments.workspace.path(), common)?;
    let (compilation, outcome) = workspace.asked(common)?;
    let (model, sources) = (&compilation.model, &workspace.sources);
    match find::control(model, &arguments.control)? {
        Referent::Control(control) => {
            let facts = compilation.facts(xwalk_analysis::Options::default());
            let known = KnownControl::of(model, sources, &facts, control);
            let document = || json::DocumentV1::of_control(&known);
            CONTRACT.answer(arguments.format, || page::control(&known), document)?;
        }
        Referent::Withdrawn(framework, withdrawn) => {
            let known = KnownWithdrawn::of(model, sources, framework, withdrawn);
            let document = || json::DocumentV1::of_withdrawn(&known);
            CONTRACT.answer(arguments.format, || page::withdrawn(&known), document)?;
        }
    }
    Ok(outcome)
}
