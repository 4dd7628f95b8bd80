//! Files that change places, and go back.

use std::path::Path;

use super::earlier::{State, state};
use super::journal::{Journal, new, old};
use super::stale;
use crate::{RunError, manifest};
use xwalk_host::{Host, HostError};

/// Takes the earlier files away and puts the new ones in their places, the manifest last. If a move fails, all are undone.
pub(super) fn swap(
    host: &dyn Host,
    folder: &Path,
    staging: &Path,
    journal: &Journal,
) -> Result<(), HostError> {
    let moved = move_all(host, folder, staging, journal);
    if moved.is_err() {
        // What fails here, fails for the reason that is about to be reported.
        let _failed = undo(host, folder, staging, journal);
    }
    moved
}

fn move_all(
    host: &dyn Host,
    folder: &Path,
    staging: &Path,
    journal: &Journal,
) -> Result<(), HostError> {
    for file in &journal.earlier {
        host.move_file(&folder.join(file), &old(staging, file))?;
    }
    for file in &journal.unsigned {
        let file = folder.join(file);
        host.move_file(&stale::signature(&file), &stale::stale(&file))?;
    }
    for file in &journal.new {
        host.move_file(&new(staging, file), &folder.join(file))?;
    }
    Ok(())
}

/// Puts the files back that a build which is not done had moved. It may be cut off itself and begun again: a file that is
/// where it belongs is left alone, and so is what somebody has put in the place of one.
pub(super) fn undo(
    host: &dyn Host,
    folder: &Path,
    staging: &Path,
    journal: &Journal,
) -> Result<(), RunError> {
    // The manifest comes last, so it waits, and says what the others are.
    let built = host.read(&new(staging, manifest::FILE))?;
    let built = manifest::earlier_files(&built).unwrap_or_default();
    for file in built.iter().rev() {
        let (waiting, there) = (new(staging, &file.path), folder.join(&file.path));
        let has_come = journal.new.contains(&file.path) && !host.exists(&waiting);
        if has_come && state(host, folder, file)? == State::Unchanged {
            host.move_file(&there, &waiting)?;
        }
    }
    for file in journal.unsigned.iter().rev() {
        let file = folder.join(file);
        let (signature, stale) = (stale::signature(&file), stale::stale(&file));
        if !host.exists(&signature) && host.exists(&stale) {
            host.move_file(&stale, &signature)?;
        }
    }
    for file in journal.earlier.iter().rev() {
        let (kept, place) = (old(staging, file), folder.join(file));
        if host.exists(&kept) && host.exists(&place) {
            return Err(RunError::Output(format!(
                "{} is in the way of what a build that was cut off has to put back; move it",
                place.display()
            )));
        }
        if host.exists(&kept) {
            host.move_file(&kept, &place)?;
        }
    }
    remove_empty_folders(host, folder, &journal.new);
    Ok(())
}

/// Removes the folders that only held these files.
pub(super) fn remove_empty_folders(host: &dyn Host, folder: &Path, files: &[String]) {
    for file in files {
        let above = Path::new(file).ancestors().skip(1);
        for below in above.filter(|below| !below.as_os_str().is_empty()) {
            host.remove_empty_folder(&folder.join(below));
        }
    }
}
