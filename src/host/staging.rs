//! A folder in which something is got ready.

use std::path::{Path, PathBuf};

use super::{Host, HostError};

/// A new folder of its own, removed with all that is in it when dropped.
pub struct Staging<'h> {
    host: &'h dyn Host,
    path: PathBuf,
}

impl<'h> Staging<'h> {
    /// Makes one within a folder; its name begins with `prefix`.
    ///
    /// # Errors
    ///
    /// If it cannot be made.
    pub fn within(host: &'h dyn Host, folder: &Path, prefix: &str) -> Result<Self, HostError> {
        let path = host.create_folder_within(folder, prefix)?;
        Ok(Self { host, path })
    }

    /// Where it lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for Staging<'_> {
    fn drop(&mut self) {
        self.host.remove_folder(&self.path);
    }
}
