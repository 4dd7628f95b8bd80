//! What can go wrong with the run itself, in words: what happened, to which file, and what to do.

use std::path::PathBuf;

use xwalk_emit::EmitError;
use xwalk_seal::SignersError;

/// A failed run: exit code 2. What is wrong with a user's mapping is a diagnostic and never this.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// A file or folder that is needed cannot be read.
    #[error("cannot read {}: {}", path.display(), reason(source))]
    Read {
        /// The file or folder.
        path: PathBuf,
        /// The system's answer.
        source: std::io::Error,
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
        source: std::io::Error,
    },
    /// The standard output cannot be written.
    #[error("cannot write the results: {}", reason(.0))]
    Print(std::io::Error),
    /// `xwalk.toml` says what cannot be followed; each line begins with its place.
    #[error("{}", .0.join("\n"))]
    Settings(Vec<String>),
    /// The command line asks for what does not exist.
    #[error("{0}")]
    Usage(String),
    /// A pinned framework or mapping is gone.
    #[error("{}\nif that is intended, `xwalk pin` pins what is there now", .0.join("\n"))]
    Pins(Vec<String>),
    /// The output folder holds what is not ours.
    #[error("{0}")]
    Output(String),
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
    /// A signers file cannot be relied on.
    #[error(
        "{}{}: {}",
        path.display(),
        fault.line.map_or_else(String::new, |line| format!(":{line}")),
        fault.fault
    )]
    Signers {
        /// The file.
        path: PathBuf,
        /// What is wrong, and where.
        fault: SignersError,
    },
    /// An output could not be made.
    #[error("{0}")]
    Emit(#[from] EmitError),
}

/// The system's reason, in the words of the common ones.
fn reason(error: &std::io::Error) -> String {
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
