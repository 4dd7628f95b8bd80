//! What a claim relates.

use super::ControlAt;

/// One end of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// One control.
    Control(ControlAt),
    /// The union of several.
    Union(Vec<ControlAt>),
    /// The whole other framework.
    Everything,
}

impl End {
    /// The controls named at this end; none for the whole framework.
    #[must_use]
    pub fn controls(&self) -> &[ControlAt] {
        match self {
            Self::Control(control) => std::slice::from_ref(control),
            Self::Union(parts) => parts,
            Self::Everything => &[],
        }
    }
}
