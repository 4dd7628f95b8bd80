//! `xwalk show`: everything that is known of one control, or of a mapping as a whole.

mod json;
mod page;

pub use json::CONTRACT;

use super::args::Show;
use super::find::{self, Referent};
use super::{Context, Outcome, RunError};
use xwalk_report::answers::{KnownControl, KnownMapping, KnownWithdrawn};

pub fn run(arguments: &Show, context: Context<'_>) -> Result<Outcome, RunError> {
    let workspace = context.open(arguments.workspace.path())?;
    let (compilation, outcome) = context.asked(&workspace)?;
    let (model, sources) = (&compilation.model, &workspace.sources);
    match find::referent(model, &arguments.control)? {
        Referent::Control(control) => {
            let facts = compilation.facts(xwalk_analysis::Options::default());
            let known = KnownControl::of(model, sources, &facts, control);
            let document = || json::DocumentV1::of_control(&known);
            CONTRACT.answer(
                context.host,
                arguments.format,
                || page::control(&known),
                document,
            )?;
        }
        Referent::Mapping(mapping) => {
            let known = KnownMapping::of(model, sources, mapping);
            let document = || json::DocumentV1::of_mapping(&known);
            CONTRACT.answer(
                context.host,
                arguments.format,
                || page::of_mapping(&known),
                document,
            )?;
        }
        Referent::Withdrawn(framework, withdrawn) => {
            let known = KnownWithdrawn::of(model, sources, framework, withdrawn);
            let document = || json::DocumentV1::of_withdrawn(&known);
            CONTRACT.answer(
                context.host,
                arguments.format,
                || page::withdrawn(&known),
                document,
            )?;
        }
    }
    Ok(outcome)
}
