//! What a build is about to do to its folder, and what follows from it for one that was cut off.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{STAGING, link_below, swap};
use crate::{RunError, manifest};
use xwalk_host::{Host, HostError};
use xwalk_redaction::sha256;

/// The name of the journal in the folder in which a build is got ready.
const FILE: &str = "journal.json";

/// Which files come and go. Written when all new files are there and before the first is moved.
#[derive(Serialize, Deserialize)]
pub(super) struct Journal {
    /// The files of the earlier build that go, without its manifest.
    pub earlier: Vec<String>,
    /// The files of which the signature becomes stale.
    pub unsigned: Vec<String>,
    /// The files that come, the manifest last.
    pub new: Vec<String>,
    /// The SHA-256 of the new manifest: once that one stands in the folder, the build is done.
    pub manifest: String,
}

/// Where a new file waits.
pub(super) fn new(staging: &Path, file: &str) -> PathBuf {
    staging.join("new").join(file)
}

/// Where a file of the earlier build is kept until the end.
pub(super) fn old(staging: &Path, file: &str) -> PathBuf {
    staging.join("old").join(file)
}

impl Journal {
    /// Writes it, in one step.
    pub fn begin(&self, host: &dyn Host, staging: &Path) -> Result<(), HostError> {
        let unfinished = staging.join("journal.new");
        host.create(&unfinished, crate::contract::json_text(self).as_bytes())?;
        host.rename(&unfinished, &staging.join(FILE))
    }

    /// Everything that it names.
    fn files(&self) -> impl Iterator<Item = &String> {
        let files = self.earlier.iter().chain(&self.unsigned);
        files.chain(&self.new)
    }

    /// The journal of a build that was cut off; `None` if it had not begun to move anything. One that names what lies
    /// elsewhere is none of ours.
    fn found(host: &dyn Host, staging: &Path) -> Result<Option<Self>, HostError> {
        let path = staging.join(FILE);
        if !host.exists(&path) || host.is_link(&path) {
            return Ok(None);
        }
        let journal: Option<Self> = serde_json::from_slice(&host.read(&path)?).ok();
        Ok(journal.filter(|journal| {
            let mut files = journal.files();
            files.all(|file| manifest::stays_within(file))
        }))
    }
}

/// Puts right what builds that were cut off left in a folder: what they had moved is put back, if they were not done; what
/// they had got ready is removed. Nothing is done through links.
pub(super) fn put_right(host: &dyn Host, folder: &Path) -> Result<(), RunError> {
    for name in host.entries(folder)? {
        let staging = folder.join(&name);
        if !name.starts_with(STAGING) || host.is_link(&staging) || !host.is_folder(&staging) {
            continue;
        }
        if let Some(journal) = Journal::found(host, &staging)? {
            let is_done = is_manifest(host, folder, &journal.manifest)?;
            let mut files = journal.files();
            let link = files.find_map(|file| {
                let below = link_below(host, folder, file);
                below.or_else(|| link_below(host, &old(&staging, ""), file))
            });
            if let Some(link) = link.filter(|_| !is_done) {
                return Err(super::through_a_link(&link));
            }
            match is_done {
                true => swap::remove_empty_folders(host, folder, &journal.earlier),
                false => swap::undo(host, folder, &staging, &journal)?,
            }
        }
        host.remove_folder(&staging);
    }
    Ok(())
}

/// Whether the manifest that stands in a folder has this digest.
fn is_manifest(host: &dyn Host, folder: &Path, digest: &str) -> Result<bool, HostError> {
    let path = folder.join(manifest::FILE);
    if !host.exists(&path) || host.is_link(&path) {
        return Ok(false);
    }
    Ok(sha256(&host.read(&path)?) == digest)
}
