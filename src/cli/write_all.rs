//! Files of the program's own, written into a folder of the user's.

use std::path::Path;

use super::RunError;
use super::findings::written;
use xwalk_host::Host;

/// Writes all files into a folder, which is made if it is not there; nothing if one of them exists. `again` is how to name
/// another folder.
///
/// # Errors
///
/// Where a file exists already, or cannot be written.
pub fn write_all(
    host: &dyn Host,
    folder: &Path,
    files: &[(&str, &str)],
    again: &str,
    says_what: bool,
) -> Result<(), RunError> {
    // All are looked for before any is written: as a whole or not at all.
    let there: Vec<String> = files
        .iter()
        .map(|(name, _)| folder.join(name))
        .filter(|path| host.exists(path))
        .map(|path| format!("`{}`", path.display()))
        .collect();
    if !there.is_empty() {
        let verb = if there.len() == 1 { "exists" } else { "exist" };
        return Err(RunError::Usage(format!(
            "{} {verb} already, and nothing is overwritten; name another folder, {again}",
            there.join(", ")
        )));
    }
    host.create_folder(folder)?;
    for (name, text) in files {
        let path = folder.join(name);
        host.write_new(&path, text.as_bytes())?;
        if says_what {
            host.print(&format!("wrote {}\n", written(&path)))?;
        }
    }
    Ok(())
}
