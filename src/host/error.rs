//! What the machine refuses, in words: what happened, to which file, and what to do.

use std::io;
use std::path::{Path, PathBuf};

/// Something that the machine was asked for and did not do.
#[derive(Debug, thiserror::Error)]
pub enum HostError {
    /// A file or folder that is needed cannot be read.
    #[error("cannot read {}: {}", path.display(), reason(source))]
    Read {
        /// The file or folder.
        path: PathBuf,
        /// The system's answer.
        source: io::Error,
    },
    /// A file is not UTF-8.
    #[error(
        "{} is not UTF-8 text: line {line} has a byte that does not belong there (byte {offset} of the file); save it as UTF-8",
        path.display()
    )]
    NotUtf8 {
        /// The file.
        path: PathBuf,
        /// The offset of the first byte that is wrong.
        offset: usize,
        /// Its line, from 1.
        line: usize,
    },
    /// A file or folder cannot be written.
    #[error("cannot write {}: {}", path.display(), reason(source))]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// The system's answer.
        source: io::Error,
    },
    /// The standard output cannot be written.
    #[error("cannot write the results: {}", reason(.0))]
    Print(io::Error),
    /// The program that makes signatures is not there.
    #[error(
        "`ssh-keygen` makes signatures, and it is not installed; install OpenSSH, on Debian and Ubuntu the package `openssh-client`"
    )]
    NoKeygen,
    /// The program that makes signatures made none.
    #[error("`ssh-keygen` did not sign with {}; it says:\n{}", key.display(), quoted(said))]
    Sign {
        /// The key.
        key: PathBuf,
        /// What it says.
        said: String,
    },
    /// The system draws no random bytes.
    #[error(
        "the system provides no random numbers for hiding values ({0}); give a secret with `--salt-seed`"
    )]
    Random(String),
}

impl HostError {
    /// The system's answer about a path that cannot be read.
    pub(crate) fn read(path: &Path) -> impl Fn(io::Error) -> Self {
        move |source| Self::Read {
            path: path.to_owned(),
            source,
        }
    }

    /// The system's answer about a path that cannot be written.
    pub(crate) fn write(path: &Path) -> impl Fn(io::Error) -> Self {
        move |source| Self::Write {
            path: path.to_owned(),
            source,
        }
    }

    /// What is said of a pipe, a device or the like where a file should be.
    #[must_use]
    pub fn not_a_file(path: &Path) -> Self {
        let reason = "it is no file but a pipe, a device or the like";
        Self::read(path)(io::Error::other(reason))
    }

    /// What kind of answer the system gave about a file; nothing where it was not about one.
    #[must_use]
    pub fn kind(&self) -> Option<io::ErrorKind> {
        match self {
            Self::Read { source, .. } | Self::Write { source, .. } => Some(source.kind()),
            _ => None,
        }
    }

    /// Why it was not done, without the file.
    #[must_use]
    pub fn reason(&self) -> String {
        match self {
            Self::Read { source, .. } | Self::Write { source, .. } => reason(source),
            other => other.to_string(),
        }
    }

    /// The same, said of the path that a user knows: `canonical` and the like speak of others.
    #[must_use]
    pub fn about(self, path: &Path) -> Self {
        match self {
            Self::Read { source, .. } => Self::read(path)(source),
            Self::Write { source, .. } => Self::write(path)(source),
            Self::NotUtf8 { offset, line, .. } => Self::NotUtf8 {
                path: path.to_owned(),
                offset,
                line,
            },
            other => other,
        }
    }
}

/// The system's reason, in the words of the common ones.
fn reason(error: &io::Error) -> String {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => "it does not exist".to_owned(),
        ErrorKind::PermissionDenied => "you have no permission".to_owned(),
        ErrorKind::AlreadyExists => "it exists already".to_owned(),
        ErrorKind::StorageFull => "the disk is full".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "the disk is read-only".to_owned(),
        ErrorKind::IsADirectory => "it is a folder".to_owned(),
        ErrorKind::NotADirectory => "it is not a folder".to_owned(),
        _ => error.to_string(),
    }
}

/// What `ssh-keygen` says that tells something.
fn quoted(said: &str) -> String {
    let lines = said.lines().map(str::trim_end);
    let telling =
        lines.filter(|line| !line.is_empty() && *line != "Signing data on standard input");
    telling.collect::<Vec<_>>().join("\n")
}
