//! The files below a folder.

use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use ignore::{DirEntry, WalkBuilder};

use super::files::{exists, is_link};
use crate::HostError;

pub fn near(folder: &Path, endings: &[&str], levels: usize) -> Vec<PathBuf> {
    if unreadable_list(folder).is_some() {
        return Vec::new();
    }
    // What lies in the folder itself has the depth 1.
    let depth = levels.saturating_add(1);
    let walk = walk(folder, None, &Arc::default())
        .max_depth(Some(depth))
        .build();
    let found = walk.flatten().filter(|entry| is_wanted(entry, endings));
    found.map(DirEntry::into_path).collect()
}

pub fn below(
    folder: &Path,
    endings: &[&str],
    marker: Option<&str>,
) -> Result<Vec<PathBuf>, HostError> {
    // The library looks at the lists of this folder before it asks whether to enter it.
    if let Some(error) = unreadable_list(folder) {
        return Err(error);
    }
    let mut found = Vec::new();
    let refused = Arc::default();
    for entry in walk(folder, marker, &refused).build() {
        match entry {
            Ok(entry) if is_wanted(&entry, endings) => found.push(entry.into_path()),
            Ok(_) => {}
            // Links that lead in a circle, or nowhere, hide no file.
            Err(error)
                if is_loop(&error)
                    || failed_path(&error).is_some_and(is_link)
                    || error
                        .io_error()
                        .is_some_and(|error| error.kind() == ErrorKind::NotFound) => {}
            Err(error) => {
                let path = failed_path(&error).unwrap_or(folder).to_owned();
                let source = error
                    .into_io_error()
                    .unwrap_or_else(|| ErrorKind::Other.into());
                return Err(HostError::Read { path, source });
            }
        }
    }
    let refused = refused.lock().ok().and_then(|mut refused| refused.take());
    refused.map_or(Ok(found), Err)
}

/// The largest list of what to leave out that is read.
const LARGEST_LIST: u64 = 1 << 20;

/// The error that a folder has a list of what to leave out which cannot be read as one: the library that reads these would
/// wait for a pipe, and read a device without end.
fn unreadable_list(folder: &Path) -> Option<HostError> {
    [".gitignore", ".ignore"].iter().find_map(|name| {
        let list = folder.join(name);
        let data = std::fs::metadata(&list).ok()?;
        if data.is_dir() || data.is_file() && data.len() <= LARGEST_LIST {
            return None;
        }
        Some(match data.is_file() {
            true => HostError::read(&list)(Error::other(format!(
                "it has {} bytes, and a list of files to leave out at most {LARGEST_LIST}",
                data.len()
            ))),
            false => HostError::not_a_file(&list),
        })
    })
}

/// Below a folder, links followed: no hidden files, nothing that a `.gitignore` there excludes, and no folder below with a
/// file of the name `marker`; settings of the machine change nothing.
fn walk(
    folder: &Path,
    marker: Option<&str>,
    refused: &Arc<Mutex<Option<HostError>>>,
) -> WalkBuilder {
    let refused = Arc::clone(refused);
    let mut walk = WalkBuilder::new(folder);
    let marker = marker.map(str::to_owned);
    let root = std::fs::canonicalize(folder).ok();
    walk.filter_entry(move |entry| {
        let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
        let is_marked = || {
            let marker = marker.as_ref();
            marker.is_some_and(|marker| exists(&entry.path().join(marker)))
        };
        if !is_folder {
            return true;
        }
        if entry.depth() > 0 && (is_marked() || leads_above(entry, root.as_deref())) {
            return false;
        }
        match (unreadable_list(entry.path()), refused.lock()) {
            (Some(error), Ok(mut refused)) => {
                refused.get_or_insert(error);
                false
            }
            (unreadable, _) => unreadable.is_none(),
        }
    });
    walk.follow_links(true)
        .parents(false)
        .git_global(false)
        .git_exclude(false)
        .require_git(false);
    walk
}

/// Whether it is a link to a folder that holds the one that is walked, such as `/`: all that lies in that one is found anyway,
/// and the rest is not meant.
fn leads_above(entry: &DirEntry, root: Option<&Path>) -> bool {
    let leads = || std::fs::canonicalize(entry.path()).ok();
    entry.path_is_symlink()
        && leads().is_some_and(|leads| root.is_some_and(|root| root.starts_with(leads)))
}

/// Whether it is a file with one of the endings.
fn is_wanted(entry: &DirEntry, endings: &[&str]) -> bool {
    if !entry.file_type().is_some_and(|kind| kind.is_file()) {
        return false;
    }
    let name = entry.file_name().to_string_lossy().to_ascii_lowercase();
    endings.iter().any(|ending| name.ends_with(ending))
}

fn is_loop(error: &ignore::Error) -> bool {
    match error {
        ignore::Error::Loop { .. } => true,
        ignore::Error::WithPath { err, .. } | ignore::Error::WithDepth { err, .. } => is_loop(err),
        _ => false,
    }
}

fn failed_path(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } => failed_path(err),
        _ => None,
    }
}
