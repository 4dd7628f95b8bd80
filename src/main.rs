//! The program `xwalk`: see [`xwalk::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    xwalk_cli::main(&xwalk_host::System)
}
