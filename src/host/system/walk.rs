//! The files below a folder.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use ignore::{DirEntry, WalkBuilder};

use super::files::{exists, is_link};
use crate::HostError;

pub fn near(folder: &Path, endings: &[&str], levels: usize) -> Vec<PathBuf> {
    // What lies in the folder itself has the depth 1.
    let depth = levels.saturating_add(1);
    let walk = walk(folder, None).max_depth(Some(depth)).build();
    let found = walk.flatten().filter(|entry| is_wanted(entry, endings));
    found.map(DirEntry::into_path).collect()
}

pub fn below(
    folder: &Path,
    endings: &[&str],
    marker: Option<&str>,
) -> Result<Vec<PathBuf>, HostError> {
    let mut found = Vec::new();
    for entry in walk(folder, marker).build() {
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
    Ok(found)
}

/// Below a folder, links followed: no hidden files, nothing that a `.gitignore` there excludes, and no folder below with a
/// file of the name `marker`; settings of the machine change nothing.
fn walk(folder: &Path, marker: Option<&str>) -> WalkBuilder {
    let mut walk = WalkBuilder::new(folder);
    let marker = marker.map(str::to_owned);
    let root = std::fs::canonicalize(folder).ok();
    walk.filter_entry(move |entry| {
        let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
        let is_marked = || {
            let marker = marker.as_ref();
            marker.is_some_and(|marker| exists(&entry.path().join(marker)))
        };
        entry.depth() == 0 || !is_folder || !(is_marked() || leads_above(entry, root.as_deref()))
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
