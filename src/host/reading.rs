//! Reading, in several steps.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::{Host, HostError};

impl dyn Host + '_ {
    /// The bytes of a file; nothing if there is none of this name.
    ///
    /// # Errors
    ///
    /// If it is there and cannot be read.
    pub fn read_if_there(&self, path: &Path) -> Result<Option<Vec<u8>>, HostError> {
        match self.read(path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(HostError::Read { source, .. }) if source.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// The text of a file.
    ///
    /// # Errors
    ///
    /// If it cannot be read, or is not UTF-8.
    pub fn read_text(&self, path: &Path) -> Result<String, HostError> {
        String::from_utf8(self.read(path)?).map_err(|error| {
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
