//! What an output format makes, or what went wrong.

/// A file of the output, not yet written.
#[derive(Debug)]
pub struct Artifact {
    /// The path below the output folder, with forward slashes.
    pub path: String,
    /// The bytes.
    pub bytes: Vec<u8>,
    /// It shows what the other files hide, and stays with its maker: it goes beside the output folder, not into it.
    pub is_private: bool,
}

impl Artifact {
    /// A file of the output folder.
    #[must_use]
    pub fn new(path: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self {
            path: path.into(),
            bytes,
            is_private: false,
        }
    }
}

/// What went wrong while an output was written: never the user's text, which is checked before.
#[derive(Debug, thiserror::Error)]
#[error("the {format} output could not be made: {reason}")]
pub struct EmitError {
    /// The name of the format.
    pub format: &'static str,
    /// The reason, in words.
    pub reason: String,
}
