//! What follows for a build that was cut off.

use std::path::Path;

use super::journal::{Journal, STAGING, old};
use super::links::{link_below, through_a_link};
use super::swap;
use crate::{RunError, manifest};
use xwalk_host::{Host, HostError};
use xwalk_redaction::sha256;

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
                return Err(through_a_link(&link));
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
