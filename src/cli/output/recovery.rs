//! What follows for a build that was cut off.

use std::path::{Path, PathBuf};

use super::journal::{Journal, STAGING, new, old};
use super::links::{link_below, through_a_link};
use super::swap;
use crate::{RunError, manifest};
use xwalk_host::Host;

/// Puts right what builds that were cut off left in a folder: what they had moved is put back, if they were not done; what
/// they had got ready is removed. Nothing is done through links.
pub(super) fn put_right(host: &dyn Host, folder: &Path) -> Result<(), RunError> {
    for name in host.entries(folder)? {
        let staging = folder.join(&name);
        if !name.starts_with(STAGING) || host.is_link(&staging) || !host.is_folder(&staging) {
            continue;
        }
        if let Some(journal) = Journal::found(host, &staging)? {
            let mut files = journal.files();
            if let Some(link) = files.find_map(|file| link_on_the_way(host, folder, &name, file)) {
                return Err(through_a_link(&link));
            }
            // The manifest that stands says nothing: that of a build which is repeated has the same bytes.
            match host.exists(&new(&staging, manifest::FILE)) {
                true => swap::undo(host, folder, &staging, &journal)?,
                false => swap::remove_empty_folders(host, folder, &journal.earlier),
            }
        }
        host.remove_folder(&staging);
    }
    Ok(())
}

/// A link where a file stands, waits or is kept, or on the way there.
fn link_on_the_way(host: &dyn Host, folder: &Path, staging: &str, file: &str) -> Option<PathBuf> {
    let staging = Path::new(staging);
    let mut places = [file.into(), new(staging, file), old(staging, file)].into_iter();
    places.find_map(|place| link_below(host, folder, &place))
}
