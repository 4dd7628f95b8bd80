//! `xwalk completions`: a completion script for a shell.

use clap::CommandFactory;

use super::args::{Arguments, Completions};
use super::{Outcome, RunError, host};

pub fn run(arguments: &Completions) -> Result<Outcome, RunError> {
    let mut script = Vec::new();
    clap_complete::generate(
        arguments.shell,
        &mut Arguments::command(),
        env!("CARGO_PKG_NAME"),
        &mut script,
    );
    host::print(&String::from_utf8_lossy(&script))?;
    Ok(Outcome::Clean)
}
