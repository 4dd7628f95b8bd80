//! What the evidence says to a claimed tier.

/// What the evidence says to the tier that an assessment gives a control.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Backing {
    /// There is no tier to bear out.
    NotApplicable,
    /// Some of it does not bear the tier out.
    Unsupported,
    /// All of it bears the tier out.
    Supported,
    /// There is none.
    NoEvidence,
}

impl Backing {
    /// The word for it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::NotApplicable => "not applicable",
            Self::Unsupported => "unsupported",
            Self::Supported => "supported",
            Self::NoEvidence => "no evidence",
        }
    }
}
