//! Files of a workspace that the program changes.

use std::path::Path;

use super::RunError;
use xwalk_host::Host;
use xwalk_workspace::Bounds;

/// Replaces a file of a workspace with what the program makes of its text.
///
/// # Errors
///
/// If it is a link that leads out of the workspace, or cannot be written.
pub fn rewrite(host: &dyn Host, bounds: &Bounds, path: &Path, text: &str) -> Result<(), RunError> {
    if !bounds.hold(host, path)? {
        return Err(RunError::Output(format!(
            "{} is a link to a file outside of the workspace, and is left as it is; change that file under its own name",
            host.shortened(path).display()
        )));
    }
    let replaced = host.replace(path, text.as_bytes());
    Ok(replaced.map_err(|error| error.about(&host.shortened(path)))?)
}
