//! What the report names and leaves out.

/// A row that a verdict rests on and the report leaves out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowElsewhere {
    /// The mapping that makes the claim.
    pub mapping: String,
    /// `file:line`.
    pub place: String,
}
