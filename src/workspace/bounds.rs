//! Where the files of a workspace may be changed.

use std::path::{Component, Path, PathBuf};

use super::files::SETTINGS;
use xwalk_host::{Host, HostError};

/// The folders within which files may be changed: that of the workspace; without one, those that were named.
#[derive(Clone, Debug, Default)]
pub struct Bounds(Vec<PathBuf>);

impl Bounds {
    /// Those of paths that were given from a folder, within a workspace or not. What is named by a link is bounded by the
    /// folder in which the link stands.
    pub(super) fn of(
        host: &dyn Host,
        here: &Path,
        given: &[PathBuf],
        root: Option<&Path>,
    ) -> Result<Self, HostError> {
        if let Some(root) = root {
            return Ok(Self(vec![root.to_owned()]));
        }
        let folders = given.iter().map(|path| {
            let path = named(host, here, path)?;
            let is_folder = host.is_folder(&path) && !host.is_link(&path);
            let above = path.parent().filter(|_| !is_folder);
            Ok(above.map_or(path.clone(), Path::to_owned))
        });
        folders.collect::<Result<_, _>>().map(Self)
    }

    /// Whether what a path leads to lies within them. A link that leads elsewhere may have come with a repository of
    /// somebody else: what is behind it is read, and never written.
    ///
    /// # Errors
    ///
    /// If it leads nowhere.
    pub fn hold(&self, host: &dyn Host, path: &Path) -> Result<bool, HostError> {
        let file = host.canonical(path)?;
        for folder in &self.0 {
            if file.starts_with(host.canonical(folder)?) {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// The whole path of what somebody has named. Links stay what they are, so that it is known where they stand; but one to a
/// folder that is a workspace of its own is that workspace.
pub(super) fn named(host: &dyn Host, here: &Path, path: &Path) -> Result<PathBuf, HostError> {
    let whole = here.join(path);
    // A path that leads nowhere is shown as it was given.
    let leads = host.canonical(&whole).map_err(|error| error.about(path))?;
    if host.exists(&leads.join(SETTINGS)) {
        return Ok(leads);
    }
    // What is above a link is not what is written before its name.
    let parts: Vec<Component<'_>> = whole.components().collect();
    let up = parts.iter().rposition(|part| *part == Component::ParentDir);
    let (above, below) = parts.split_at(up.map_or(0, |up| up + 1));
    let above: PathBuf = above.iter().collect();
    let above = match up {
        Some(_) => host.canonical(&above)?,
        None => above,
    };
    Ok(above.join(below.iter().collect::<PathBuf>()))
}
