//! Why a workspace cannot be opened or compiled, in words.

use xwalk_host::HostError;

/// A workspace that cannot be opened, or not be held to its pins. What is wrong with its texts is a diagnostic and never
/// this.
#[derive(Debug, thiserror::Error)]
pub enum WorkspaceError {
    /// The machine does not do what is needed.
    #[error(transparent)]
    Host(#[from] HostError),
    /// `xwalk.toml` says what cannot be followed; each line begins with its place.
    #[error("{}", .0.join("\n"))]
    Settings(Vec<String>),
    /// A pinned framework or mapping is gone.
    #[error("{}\nif that is intended, `xwalk pin` pins what is there now", .0.join("\n"))]
    Pins(Vec<String>),
}
