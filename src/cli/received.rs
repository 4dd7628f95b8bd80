//! Files that come from others: exports, signatures, signers, disclosures. No more is read of them than they can need.

use std::path::Path;

use super::RunError;
use xwalk_host::{Host, Regular, text};

/// What a file should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Received {
    /// An export of a posture.
    Export,
    /// A signature (`PROTOCOL.sshsig`), of which an honest one has a few hundred bytes.
    Signature,
    /// A list of those who may sign.
    Signers,
    /// Values that were hidden in an export.
    Disclosure,
}

impl Received {
    /// The most bytes that are read.
    fn most(self) -> u64 {
        match self {
            Self::Export | Self::Disclosure => 256 << 20,
            Self::Signature => 64 << 10,
            Self::Signers => 16 << 20,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Export => "an export",
            Self::Signature => "a signature",
            Self::Signers => "a signers file",
            Self::Disclosure => "a disclosure file",
        }
    }

    /// The bytes of a file. What is not a regular file, such as the pipe of `<(…)`, is read where somebody has named it;
    /// a signature is looked for beside the file, and nobody has named it.
    ///
    /// # Errors
    ///
    /// If it cannot be read, or is larger than such a file can be.
    pub fn read(self, host: &dyn Host, path: &Path) -> Result<Vec<u8>, RunError> {
        let found = match self {
            Self::Signature => host.read_regular(path, self.most())?,
            _ => host.read_named(path, self.most())?,
        };
        match found {
            Regular::Bytes(bytes) => Ok(bytes),
            Regular::Other => Err(RunError::Usage(format!(
                "{} is not a file but a folder, a pipe or a device; ask the signer for the file that `xwalk sign` wrote",
                path.display()
            ))),
            Regular::TooLarge(_) => Err(RunError::Usage(format!(
                "{} has more than {} bytes, the most that {} has; ask for the right file",
                path.display(),
                self.most(),
                self.word()
            ))),
        }
    }

    /// The same as text.
    ///
    /// # Errors
    ///
    /// If it cannot be read, is larger than such a file can be, or is not UTF-8.
    pub fn read_text(self, host: &dyn Host, path: &Path) -> Result<String, RunError> {
        Ok(text(path, self.read(host, path)?)?)
    }
}
