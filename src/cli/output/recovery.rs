//! What follows for a build that was cut off.

use std::path::{Path, PathBuf};

use super::journal::{Left, STAGING, clear, left, new, old};
use super::links::{link_below, through_a_link};
use super::{private, swap};
use crate::{RunError, manifest};
use xwalk_host::Host;

/// Puts right what builds that were cut off left in a folder: what they had moved is put back, if they were not done; what
/// they had got ready is removed. Nothing is done through links. Private files that were kept in case of that are put back
/// or go. Answers with what looks as if a build had left it, and stays, since none on this machine has.
pub(super) fn put_right(
    host: &dyn Host,
    folder: &Path,
    private: &private::Places,
) -> Result<Vec<PathBuf>, RunError> {
    let mut strange = Vec::new();
    for name in host.entries(folder)? {
        let staging = folder.join(&name);
        if !name.starts_with(STAGING) || host.is_link(&staging) || !host.is_folder(&staging) {
            continue;
        }
        match left(host, &staging)? {
            Left::Strange => {
                strange.push(staging);
                continue;
            }
            Left::Unfinished(journal) => {
                let mut files = journal.files();
                if let Some(link) = files.find_map(|it| link_on_the_way(host, folder, &name, it)) {
                    return Err(through_a_link(&link));
                }
                // The manifest that stands says nothing: that of a build which is repeated has the same bytes.
                if host.exists(&new(&staging, manifest::FILE)) {
                    swap::undo(host, folder, &staging, &journal)?;
                    private.put_back(host)?;
                } else {
                    swap::remove_empty_folders(host, folder, &journal.earlier);
                }
            }
            Left::Cleared | Left::Empty => {}
        }
        clear(host, &staging);
    }
    private.let_go(host)?;
    Ok(strange)
}

/// A link where a file stands, waits or is kept, or on the way there.
fn link_on_the_way(host: &dyn Host, folder: &Path, staging: &str, file: &str) -> Option<PathBuf> {
    let staging = Path::new(staging);
    let mut places = [file.into(), new(staging, file), old(staging, file)].into_iter();
    places.find_map(|place| link_below(host, folder, &place))
}
