//! How a run ended that went well.

/// What a run that went well has to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing is wrong at error level.
    Clean,
    /// There are findings at error level.
    Findings,
}
