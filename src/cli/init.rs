//! `xwalk init`: begin a workspace.

use super::args::Init;
use super::begun;
use super::write_all::write_all;
use super::{Context, Outcome, RunError};

pub fn run(arguments: &Init, context: Context<'_>) -> Result<Outcome, RunError> {
    let Context { host, common } = context;
    let folder = &arguments.folder;
    let (files, next) = if arguments.posture {
        (begun::POSTURE, "xwalk check && xwalk posture")
    } else {
        (begun::MAPPING, "xwalk check && xwalk build")
    };
    write_all(host, folder, files, "`xwalk init FOLDER`", common.quiet < 2)?;
    if common.quiet == 0 {
        let enter = if folder.as_os_str() == "." {
            String::new()
        } else {
            format!("cd {} && ", folder.display())
        };
        host.tell(&format!("now try: {enter}{next}\n"));
    }
    Ok(Outcome::Clean)
}
