//! Links below the output folder: nothing is written, read or removed through one.

use std::path::{Path, PathBuf};

use crate::RunError;
use xwalk_host::Host;

/// The first link on the way from a folder down to a file, or in the place of the file.
pub(super) fn link_below(
    host: &dyn Host,
    folder: &Path,
    file: impl AsRef<Path>,
) -> Option<PathBuf> {
    let mut path = folder.to_owned();
    file.as_ref().components().find_map(|part| {
        path.push(part);
        host.is_link(&path).then(|| path.clone())
    })
}

pub(super) fn through_a_link(link: &Path) -> RunError {
    RunError::Output(format!(
        "{} is a link, and a build neither writes nor removes anything through one; remove the link, or name another folder with -o",
        link.display()
    ))
}
