//! Reading, in several steps.

use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};

use super::{Host, HostError, Regular};

/// The largest file that is read for its bytes: a report of the largest workspaces is smaller.
const LARGEST: u64 = 1 << 30;

/// The largest text that is read.
const LARGEST_TEXT: u64 = 256 << 20;

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
    /// The bytes of a regular file.
    ///
    /// # Errors
    ///
    /// If it is none, cannot be read, or has more than 1 GiB.
    pub fn read(&self, path: &Path) -> Result<Vec<u8>, HostError> {
        self.read_at_most(path, LARGEST)
    }

    /// The text of a regular file.
    ///
    /// # Errors
    ///
    /// If it is none, cannot be read, has more than 256 MiB, or is not UTF-8.
    pub fn read_text(&self, path: &Path) -> Result<String, HostError> {
        text(path, self.read_at_most(path, LARGEST_TEXT)?)
    }

    fn read_at_most(&self, path: &Path, most: u64) -> Result<Vec<u8>, HostError> {
        let failed = HostError::read(path);
        match self.read_regular(path, most)? {
            Regular::Bytes(bytes) => Ok(bytes),
            Regular::Other if self.is_folder(path) => Err(failed(ErrorKind::IsADirectory.into())),
            Regular::Other => Err(HostError::not_a_file(path)),
            Regular::TooLarge(bytes) => Err(failed(Error::other(format!(
                "it has {bytes} bytes, and at most {most} are read"
            )))),
        }
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
