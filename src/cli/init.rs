//! `xwalk init`: begin a workspace.

use super::args::{Common, Init};
use super::{Outcome, RunError, host};

/// The files of the example: a framework, a mapping, a policy, the settings.
const FILES: &[(&str, &str)] = &[
    (
        "xwalk.toml",
        include_str!("../../templates/init/xwalk.toml"),
    ),
    (
        "frameworks/house-rules.xwalk",
        include_str!("../../templates/init/frameworks/house-rules.xwalk"),
    ),
    (
        "crosswalks/house-rules-to-csf.xwalk",
        include_str!("../../templates/init/crosswalks/house-rules-to-csf.xwalk"),
    ),
    (
        "policy.xwalk",
        include_str!("../../templates/init/policy.xwalk"),
    ),
];

pub fn run(arguments: &Init, common: &Common) -> Result<Outcome, RunError> {
    let folder = &arguments.folder;
    // All are looked for before any is written: a workspace is begun as a whole or not at all.
    let there: Vec<String> = FILES
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
    for (name, text) in FILES {
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
        host::tell(&format!("now try: {enter}xwalk check && xwalk build\n"));
    }
    Ok(Outcome::Clean)
}
