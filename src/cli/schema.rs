//! `xwalk schema`: the JSON documents that programs may rely on, and the JSON Schema of each.

use super::args::Schema;
use super::columns::Columns;
use super::contract::Contract;
use super::contracts::CONTRACTS;
use super::{Outcome, RunError};
use xwalk_diagnostic::nearest;
use xwalk_host::Host;

pub fn run(arguments: &Schema, host: &dyn Host) -> Result<Outcome, RunError> {
    let text = match &arguments.document {
        None => list(),
        Some(name) => named(name)?.schema.to_owned(),
    };
    host.print(&text)?;
    Ok(Outcome::Clean)
}

/// The document of a name: `coverage`, `xwalk-coverage`.
fn named(name: &str) -> Result<&'static Contract, RunError> {
    let mut contracts = CONTRACTS.iter();
    let found = contracts.find(|contract| [contract.name, contract.short()].contains(&name));
    found.ok_or_else(|| {
        let hint = match nearest(name, CONTRACTS.iter().map(Contract::short)) {
            Some(near) => format!("the nearest is `{near}`"),
            None => "`xwalk schema` lists them all".to_owned(),
        };
        RunError::Usage(format!("there is no JSON document `{name}`; {hint}"))
    })
}

/// One line for each document.
fn list() -> String {
    let mut columns = Columns::default();
    for contract in CONTRACTS {
        let form = format!("{} {}", contract.name, contract.version);
        columns.push([contract.short(), &form, contract.about]);
    }
    columns.text()
}
