//! The command line: arguments in, exit code out.

mod accept;
mod answers;
mod args;
mod audience;
mod begun;
mod build;
mod changed;
mod check;
mod choice;
mod columns;
mod completions;
mod context;
mod contract;
mod contracts;
mod coverage;
mod csv;
mod date;
mod deliver;
mod derive;
mod error;
mod explain;
mod export;
mod find;
mod findings;
mod fmt;
mod gaps;
mod held_back;
mod init;
#[cfg(feature = "schemas")]
mod made;
mod man;
mod manifest;
mod migrate;
mod opening;
mod outcome;
mod output;
mod overlap;
mod pin;
mod posture;
mod present;
mod previous;
mod progress;
mod received;
mod remainder;
mod rewrite;
mod schema;
mod show;
mod sign;
mod suggest;
mod templates;
mod verify;
mod why;
mod write_all;

#[cfg(feature = "schemas")]
use schemars::JsonSchema;
#[cfg(not(feature = "schemas"))]
use xwalk_schema::JsonSchema;

pub use args::Arguments;
pub use contract::Contract;
pub use contracts::CONTRACTS;
pub use error::RunError;
pub use output::{OutputFolder, Places, PrivateFiles};

use std::process::ExitCode;

use clap::Parser;

use args::{Command, FormatName};
use context::Context;
use outcome::Outcome;

use xwalk_diagnostic::render::{failed_json, inert_json};
use xwalk_host::Host;

/// Reads the arguments of the process, does what they ask, and answers with an exit code: all of it on the machine that
/// it is given.
#[must_use]
pub fn main(host: &dyn Host) -> ExitCode {
    let arguments = match Arguments::try_parse_from(host.arguments()) {
        Ok(arguments) => arguments,
        Err(answer) => {
            // Help and version come this way too. A closed pipe is no concern of ours.
            let _unread = answer.print();
            return ExitCode::from(if answer.use_stderr() { 2 } else { 0 });
        }
    };
    match run(host, &arguments) {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Err(error) => {
            report(host, &error, arguments.command.format());
            ExitCode::from(2)
        }
    }
}

fn run(host: &dyn Host, arguments: &Arguments) -> Result<Outcome, RunError> {
    let common = &arguments.common;
    let context = Context { host, common };
    match &arguments.command {
        Command::Init(arguments) => init::run(arguments, context),
        Command::Check(arguments) => check::run(arguments, context),
        Command::Overlap(arguments) => overlap::run(arguments, context),
        Command::Derive(arguments) => derive::run(arguments, context),
        Command::Explain(arguments) => explain::run(arguments, host),
        Command::Fmt(arguments) => fmt::run(arguments, context),
        Command::Accept(arguments) => accept::run(arguments, context),
        Command::Pin(arguments) => pin::run(arguments, context),
        Command::Build(arguments) => build::run(arguments, context),
        Command::Coverage(arguments) => coverage::run(arguments, context),
        Command::Gaps(arguments) => gaps::run(arguments, context),
        Command::Show(arguments) => show::run(arguments, context),
        Command::Why(arguments) => why::run(arguments, context),
        Command::Suggest(arguments) => suggest::run(arguments, context),
        Command::Migrate(arguments) => migrate::run(arguments, context),
        Command::Posture(arguments) => posture::run(arguments, context),
        Command::Roadmap(arguments) => posture::roadmap(arguments, context),
        Command::Whatif(arguments) => posture::what_if(arguments, context),
        Command::Sign(arguments) => sign::run(arguments, context),
        Command::Verify(arguments) => verify::run(arguments, host),
        Command::Templates(arguments) => templates::run(arguments, context),
        Command::Schema(arguments) => schema::run(arguments, host),
        Command::Completions(arguments) => completions::run(arguments, host),
        Command::Man(arguments) => man::run(arguments, host),
    }
}

/// Says why the run failed; a program that waits for JSON gets a document that says so too.
fn report(host: &dyn Host, error: &RunError, format: FormatName) {
    let text = error.to_string();
    if format == FormatName::Json {
        let _unread = host.print(&inert_json(&failed_json(&text)));
    }
    let mut lines = text.lines();
    host.tell(&findings::safe(&format!(
        "error: {}\n",
        lines.next().unwrap_or_default()
    )));
    for line in lines {
        host.tell(&findings::safe(&format!("       {line}\n")));
    }
}

impl Command {
    /// The form in which a program expects diagnostics.
    fn format(&self) -> FormatName {
        match self {
            Self::Check(check) => check.report.format,
            Self::Build(build) => build.report.format,
            Self::Coverage(coverage) => coverage.pair.question.diagnostics(),
            Self::Gaps(gaps) => gaps.pair.question.diagnostics(),
            Self::Why(why) => why.question.diagnostics(),
            Self::Overlap(overlap) => overlap.question.diagnostics(),
            Self::Suggest(suggest) => suggest.question.diagnostics(),
            Self::Posture(posture) => posture.question.diagnostics(),
            Self::Roadmap(roadmap) => roadmap.question.diagnostics(),
            Self::Whatif(what_if) => what_if.question.diagnostics(),
            Self::Show(show) => show.format.into(),
            Self::Verify(verify) => verify.format.into(),
            _ => FormatName::Human,
        }
    }
}
