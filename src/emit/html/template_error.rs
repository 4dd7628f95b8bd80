//! What is wrong with a template.

/// What is wrong with a template that somebody put in the place of one of ours.
#[derive(Debug, thiserror::Error)]
pub enum TemplateError {
    /// There is none of that name.
    #[error("there is no template `{name}`; there are {}", known.join(", "))]
    Unknown {
        /// The name.
        name: String,
        /// The names that there are.
        known: Vec<&'static str>,
    },
    /// It cannot be read, or asks for what there is not.
    #[error("{name}:{line}: {reason}")]
    Broken {
        /// The name of the file.
        name: &'static str,
        /// The line, from 1.
        line: usize,
        /// What is wrong there.
        reason: String,
    },
}
