//! Writes the JSON Schemas of all documents from their types into `src/cli/schemas`, from where the program prints them;
//! with `--check` it only says which differ, and fails if any does.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "a program for those who change the forms, not for users"
)]

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use xwalk_cli::{CONTRACTS, Contract};

fn main() -> ExitCode {
    let check = std::env::args().any(|argument| argument == "--check");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src/cli/schemas");
    let changed = CONTRACTS
        .iter()
        .filter(|contract| made(contract) != contract.schema);
    let mut end = ExitCode::SUCCESS;
    for contract in changed {
        let name = format!("{}.json", contract.short());
        if check {
            eprintln!(
                "src/cli/schemas/{name} is not what the types say; `cargo run -p xwalk-schemas` writes it"
            );
            end = ExitCode::FAILURE;
        } else if let Err(error) = fs::write(folder.join(&name), made(contract)) {
            eprintln!("cannot write src/cli/schemas/{name}: {error}");
            end = ExitCode::FAILURE;
        } else {
            eprintln!("src/cli/schemas/{name} written");
        }
    }
    end
}

fn made(contract: &Contract) -> String {
    (contract.made)(contract)
}
