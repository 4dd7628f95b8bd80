//! What can go wrong with the run itself, in words: what happened, to which file, and what to do.

use std::path::PathBuf;

use xwalk_emit::EmitError;
use xwalk_host::HostError;
use xwalk_seal::SignersError;
use xwalk_workspace::WorkspaceError;

/// A failed run: exit code 2. What is wrong with a user's mapping is a diagnostic and never this.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The machine does not do what is needed.
    #[error(transparent)]
    Host(#[from] HostError),
    /// The workspace cannot be opened, or not be held to its pins.
    #[error(transparent)]
    Workspace(#[from] WorkspaceError),
    /// The command line asks for what does not exist.
    #[error("{0}")]
    Usage(String),
    /// The output folder holds what is not ours.
    #[error("{0}")]
    Output(String),
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
