//! What the report names and leaves out.

/// A row that a verdict rests on and the report leaves out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowElsewhere {
    /// The mapping that makes the claim.
    pub mapping: String,
    /// `file:line`.
    pub place: String,
}

/// A control that an argument passes through and whose framework the report leaves out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ControlElsewhere<'m> {
    /// `PR.AA-05`.
    pub identifier: &'m str,
    /// The short name of its framework: `NIST CSF 2.0`.
    pub framework: String,
    /// Its title, in the words of the overlay in use if there is one.
    pub title: &'m str,
}
