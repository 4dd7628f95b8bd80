//! What an earlier build wrote into a folder.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::journal::STAGING;
use super::links::{link_below, through_a_link};
use crate::{RunError, manifest};
use xwalk_host::Host;
use xwalk_redaction::sha256;

/// The files that the manifest of a folder lists, without the manifest itself: that one is replaced at the very end, so
/// that the folder is known as ours at every moment.
pub(super) struct Earlier {
    folder: PathBuf,
    files: BTreeMap<String, State>,
}

/// How a file that is listed stands now.
#[derive(PartialEq, Eq)]
pub(super) enum State {
    /// As it was built.
    Unchanged,
    /// Somebody has changed it: it is theirs.
    Changed,
    /// It is not there.
    Gone,
}

impl Earlier {
    /// Looks at a folder, which must be empty or hold a build.
    pub fn of(host: &dyn Host, folder: &Path) -> Result<Self, RunError> {
        let there = host.entries(folder)?;
        let mut files = BTreeMap::new();
        if there.iter().any(|name| name == manifest::FILE) {
            if let Some(link) = link_below(host, folder, manifest::FILE) {
                return Err(through_a_link(&link));
            }
            let path = folder.join(manifest::FILE);
            let listed = manifest::earlier_files(&host.read(&path)?).ok_or_else(|| {
                RunError::Output(format!(
                    "{} is not the manifest of a build; {}",
                    path.display(),
                    elsewhere(folder)
                ))
            })?;
            for file in listed {
                let state = state(host, folder, &file)?;
                files.insert(file.path, state);
            }
        } else if let Some(name) = there.iter().find(|name| !is_ours(name)) {
            return Err(RunError::Output(format!(
                "{} holds `{name}` and no manifest of an earlier build; {}",
                folder.display(),
                elsewhere(folder)
            )));
        }
        let folder = folder.to_owned();
        Ok(Self { folder, files })
    }

    /// Whether the manifest lists a file.
    pub fn is_listed(&self, file: &str) -> bool {
        self.files.contains_key(file)
    }

    /// Whether a file stands as it was built.
    pub fn is_unchanged(&self, file: &str) -> bool {
        self.files.get(file) == Some(&State::Unchanged)
    }

    /// The files that the next build takes away: those that stand as they were built.
    pub fn to_move(&self) -> Vec<String> {
        self.in_state(&State::Unchanged).cloned().collect()
    }

    /// The files that stay, since they are not what was built.
    pub fn changed(&self) -> Vec<PathBuf> {
        let changed = self.in_state(&State::Changed);
        changed.map(|file| self.folder.join(file)).collect()
    }

    fn in_state(&self, wanted: &State) -> impl Iterator<Item = &String> {
        let files = self.files.iter();
        files
            .filter(move |(_, state)| *state == wanted)
            .map(|(file, _)| file)
    }
}

/// A manifest that came with a repository may list what lies behind a link: nothing there is looked at.
pub(super) fn state(
    host: &dyn Host,
    folder: &Path,
    file: &manifest::Listed,
) -> Result<State, RunError> {
    let path = folder.join(&file.path);
    if let Some(link) = link_below(host, folder, &file.path) {
        return Err(through_a_link(&link));
    }
    if !host.exists(&path) {
        return Ok(State::Gone);
    }
    if host.is_folder(&path) {
        return Ok(State::Changed);
    }
    match sha256(&host.read(&path)?) == file.sha256 {
        true => Ok(State::Unchanged),
        false => Ok(State::Changed),
    }
}

/// What may lie in an output folder without a manifest: the file that keeps it in a repository, and what a build that
/// was cut off left behind.
fn is_ours(name: &str) -> bool {
    name == ".gitignore" || name.starts_with(STAGING)
}

fn elsewhere(folder: &Path) -> String {
    format!(
        "empty it, or name another folder with `-o`, such as `-o {}`",
        folder.join("xwalk").display()
    )
}
