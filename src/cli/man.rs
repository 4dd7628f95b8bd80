//! `xwalk man`: the manual page, or one for each command.

use clap::CommandFactory;
use clap_mangen::Man as Page;

use super::args::{Arguments, Man};
use super::{Outcome, RunError};
use xwalk_host::{Host, HostError};

pub fn run(arguments: &Man, host: &dyn Host) -> Result<Outcome, RunError> {
    let mut command = Arguments::command();
    // Gives every subcommand the common options.
    command.build();
    let Some(folder) = &arguments.output else {
        host.print(&String::from_utf8_lossy(&page(command)?))?;
        return Ok(Outcome::Clean);
    };
    let with_page = |command: &&clap::Command| command.get_name() != "help";
    for subcommand in command.get_subcommands().filter(with_page) {
        let name = subcommand
            .get_display_name()
            .unwrap_or(subcommand.get_name());
        host.write_new(
            &folder.join(format!("{name}.1")),
            &page(subcommand.clone())?,
        )?;
    }
    host.write_new(&folder.join("xwalk.1"), &page(command)?)?;
    Ok(Outcome::Clean)
}

/// The page of a command, in roff. It bears no date: the same program prints the same page.
fn page(command: clap::Command) -> Result<Vec<u8>, RunError> {
    let mut text = Vec::new();
    Page::new(command)
        .date("")
        .render(&mut text)
        .map_err(HostError::Print)?;
    Ok(text)
}
