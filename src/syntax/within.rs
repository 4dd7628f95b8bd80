//! The block in which entries stand.

/// What the block around a run is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Within {
    /// It declares controls.
    Controls,
    /// It assesses controls.
    Assessment,
    /// It holds anything else.
    Other,
}
