//! `xwalk completions`: a completion script for a shell.

use clap::CommandFactory;
use clap::builder::{PossibleValue, PossibleValuesParser};

use super::args::{Arguments, Completions};
use super::contracts::CONTRACTS;
use super::{Outcome, RunError};
use xwalk_host::Host;

pub fn run(arguments: &Completions, host: &dyn Host) -> Result<Outcome, RunError> {
    let documents = CONTRACTS
        .iter()
        .map(|contract| PossibleValue::new(contract.short()).help(contract.about));
    let documents = PossibleValuesParser::new(documents);
    // Only here: what is typed may be the long name as well.
    let mut command = Arguments::command().mut_subcommand("schema", |schema| {
        schema.mut_arg("document", |document| document.value_parser(documents))
    });
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut command, "xwalk", &mut script);
    host.print(&String::from_utf8_lossy(&script))?;
    Ok(Outcome::Clean)
}
