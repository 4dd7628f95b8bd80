//! Signatures of files that change.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::earlier::Earlier;
use super::links::{link_below, through_a_link};
use crate::RunError;
use xwalk_emit::Artifact;
use xwalk_host::{Host, HostError};

/// The signature of a file, where `xwalk sign` puts it.
pub(super) fn signature(file: &Path) -> PathBuf {
    with_ending(file, ".sig")
}

/// Where a signature goes whose file is not what was signed any more.
pub(super) fn stale(file: &Path) -> PathBuf {
    with_ending(file, ".sig.stale")
}

fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut path = OsString::from(file);
    path.push(ending);
    path.into()
}

/// The files that have a signature, and that a build changes or takes away.
pub(super) fn unsigned(
    host: &dyn Host,
    folder: &Path,
    earlier: &Earlier,
    artifacts: &[Artifact],
) -> Result<Vec<String>, RunError> {
    let mut files = earlier.to_move();
    files.extend(artifacts.iter().map(|artifact| artifact.path.clone()));
    files.sort();
    files.dedup();
    let mut unsigned = Vec::new();
    for file in files {
        let path = folder.join(&file);
        if !host.exists(&signature(&path)) {
            continue;
        }
        let beside = [".sig", ".sig.stale"].map(|ending| format!("{file}{ending}"));
        let mut links = beside.iter().filter_map(|it| link_below(host, folder, it));
        if let Some(link) = links.next() {
            return Err(through_a_link(&link));
        }
        let new = artifacts.iter().find(|artifact| artifact.path == file);
        if !is_same(host, &path, new)? {
            unsigned.push(file);
        }
    }
    Ok(unsigned)
}

fn is_same(host: &dyn Host, path: &Path, new: Option<&Artifact>) -> Result<bool, HostError> {
    match new {
        Some(new) if host.exists(path) => Ok(host.read(path)? == new.bytes),
        _ => Ok(false),
    }
}

/// Of these files, the stale signatures that are there already and make room.
pub(super) fn old_ones(host: &dyn Host, folder: &Path, unsigned: &[String]) -> Vec<String> {
    let there = unsigned
        .iter()
        .filter(|file| host.exists(&stale(&folder.join(file))));
    there.map(|file| format!("{file}.sig.stale")).collect()
}
