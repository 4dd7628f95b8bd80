//! Files of a workspace that the program changes.

use std::path::Path;

use super::RunError;
use xwalk_host::Host;

/// Replaces a file of a workspace with what the program makes of its text. A link that leads out of the workspace may have
/// come with a repository of somebody else: what is behind it is read, and never written.
///
/// # Errors
///
/// If it is such a link (without a workspace, one that leads out of its own folder), or cannot be written.
pub fn rewrite(
    host: &dyn Host,
    root: Option<&Path>,
    path: &Path,
    text: &str,
) -> Result<(), RunError> {
    let folder = root.unwrap_or(path.parent().unwrap_or(Path::new("")));
    let here = Path::new(".");
    let folder = if folder.as_os_str().is_empty() {
        here
    } else {
        folder
    };
    if !host.canonical(path)?.starts_with(host.canonical(folder)?) {
        return Err(RunError::Output(format!(
            "{} is a link to a file outside of the workspace, and is left as it is; change that file under its own name",
            host.shortened(path).display()
        )));
    }
    let replaced = host.replace(path, text.as_bytes());
    Ok(replaced.map_err(|error| error.about(&host.shortened(path)))?)
}
