//! Reading, in several steps.

use std::path::{Path, PathBuf};

use super::{Host, HostError};

/// The text of what was read of a file.
///
/// # Errors
///
/// If it is not UTF-8.
pub fn text(path: &Path, bytes: Vec<u8>) -> Result<String, HostError> {
    String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        let before = error.as_bytes().get(..offset).unwrap_or_default();
        let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
        HostError::NotUtf8 {
            path: path.to_owned(),
            offset,
            line,
        }
    })
}

impl dyn Host + '_ {
    /// The text of a file.
    ///
    /// # Errors
    ///
    /// If it cannot be read, or is not UTF-8.
    pub fn read_text(&self, path: &Path) -> Result<String, HostError> {
        text(path, self.read(path)?)
    }

    /// The path from the folder in which the program was started, if it lies there: as a user would write it.
    #[must_use]
    pub fn shortened(&self, path: &Path) -> PathBuf {
        let here = self.current_folder().and_then(|here| self.canonical(&here));
        match here.as_deref().map(|here| path.strip_prefix(here)) {
            Ok(Ok(short)) if !short.as_os_str().is_empty() => short.to_owned(),
            _ => path.to_owned(),
        }
    }
}
