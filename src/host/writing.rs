//! Writing, in several steps.

use std::io::Error;
use std::path::Path;

use super::{Host, HostError};

impl dyn Host + '_ {
    /// Writes a new file, and makes its folder. One that exists is left alone and is an error.
    ///
    /// # Errors
    ///
    /// If there is such a file, or it cannot be written.
    pub fn write_new(&self, path: &Path, bytes: &[u8]) -> Result<(), HostError> {
        if let Some(folder) = path.parent() {
            self.create_folder(folder)
                .map_err(|error| error.about(path))?;
        }
        self.create(path, bytes)
    }

    /// Replaces a file as a whole: readers see the old text or the new one. Permissions stay.
    ///
    /// # Errors
    ///
    /// If there is no such file, it is protected, or it cannot be written.
    pub fn replace(&self, path: &Path, bytes: &[u8]) -> Result<(), HostError> {
        self.replaced(path, bytes).map_err(|error| match error {
            HostError::Read { source, .. } | HostError::Write { source, .. } => {
                HostError::write(path)(source)
            }
            other => other,
        })
    }

    fn replaced(&self, path: &Path, bytes: &[u8]) -> Result<(), HostError> {
        // A link is written through, not replaced.
        let target = self.canonical(path)?;
        // The folder would allow to put another file in its place, against what its owner has said of the file.
        if self.is_protected(&target) {
            return Err(HostError::write(path)(Error::other(
                "it is write-protected",
            )));
        }
        let new = self.create_beside(&target, bytes)?;
        let replaced = self
            .copy_permissions(&target, &new)
            .and_then(|()| self.rename(&new, &target));
        if replaced.is_err() {
            self.remove_file(&new);
        }
        replaced
    }

    /// Moves a file within one volume, and makes the folder that it comes to; what stood at `to` is replaced.
    ///
    /// # Errors
    ///
    /// If it cannot be moved.
    pub fn move_file(&self, from: &Path, to: &Path) -> Result<(), HostError> {
        if let Some(folder) = to.parent() {
            self.create_folder(folder)?;
        }
        self.rename(from, to)
    }
}
