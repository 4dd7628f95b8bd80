//! `xwalk init`: begin a workspace.

use super::args::{Common, Init};
use super::begun;
use super::{Outcome, RunError, host};

pub fn run(arguments: &Init, common: &Common) -> Result<Outcome, RunError> {
    let folder = &arguments.folder;
    let (files, next) = if arguments.posture {
        (begun::POSTURE, "xwalk check && xwalk posture")
    } else {
        (begun::MAPPING, "xwalk check && xwalk build")
    };
    // All are looked for before any is written: a workspace is begun as a whole or not at all.
    let there: Vec<String> = files
        .iter()
        .map(|(name, _)| folder.join(name))
        .filter(|path| host::exists(path))
        .map(|path| format!("`{}`", path.display()))
        .collect();
    if !there.is_empty() {
        let verb = if there.len() == 1 { "exists" } else { "exist" };
        return Err(RunError::Usage(format!(
            "{} {verb} already, and nothing is overwritten; name another folder, `xwalk init FOLDER`",
            there.join(", ")
        )));
    }
    host::create_folder(folder)?;
    for (name, text) in files {
        host::write_new(&folder.join(name), text.as_bytes())?;
        if common.quiet < 2 {
            host::print(&format!("wrote {}\n", folder.join(name).display()))?;
        }
    }
    if common.quiet == 0 {
        let enter = if folder.as_os_str() == "." {
            String::new()
        } else {
            format!("cd {} && ", folder.display())
        };
        host::tell(&format!("now try: {enter}{next}\n"));
    }
    Ok(Outcome::Clean)
}
