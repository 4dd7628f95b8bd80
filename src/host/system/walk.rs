//! The files below a folder.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use ignore::{DirEntry, WalkBuilder};

use super::files::exists;
use crate::HostError;

pub fn near(folder: &Path, endings: &[&str], levels: usize) -> Vec<PathBuf> {
    // What lies in the folder itself has the depth 1.
    let depth = levels.saturating_add(1);
    let walk = walk(folder).max_depth(Some(depth)).build();
    let found = walk.flatten().filter(|entry| is_wanted(entry, endings));
    found.map(DirEntry::into_path).collect()
}

pub fn below(
    folder: &Path,
    endings: &[&str],
    marker: Option<&str>,
) -> Result<Vec<PathBuf>, HostError> {
    let mut found = Vec::new();
    let mut walk = walk(folder);
    if let Some(marker) = marker.map(str::to_owned) {
        walk.filter_entry(move |entry| {
            let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
            entry.depth() == 0 || !is_folder || !exists(&entry.path().join(&marker))
        });
    }
    for entry in walk.build() {
        match entry {
            Ok(entry) if is_wanted(&entry, endings) => found.push(entry.into_path()),
            Ok(_) => {}
            // Links that lead in a circle, or nowhere, hide no file.
            Err(error)
                if is_loop(&error)
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

/// Below a folder, links followed: no hidden files, and nothing that a `.gitignore` there excludes; settings of the
/// machine change nothing.
fn walk(folder: &Path) -> WalkBuilder {
    let mut walk = WalkBuilder::new(folder);
    walk.follow_links(true)
        .parents(false)
        .git_global(false)
        .git_exclude(false)
        .require_git(false);
    walk
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
