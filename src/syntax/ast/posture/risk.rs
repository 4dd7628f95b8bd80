//! `risk`.

use super::Heading;
use crate::ast::{ControlRef, Name, Spanned};

/// An entry of the risk register.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Risk<'s> {
    /// Name, title, organization.
    pub head: Heading<'s>,
    /// `threatens PR.DS.a, …`.
    pub threatens: Vec<ControlRef<'s>>,
    /// `likelihood 3`.
    pub likelihood: Option<Spanned<u32>>,
    /// `impact 5`.
    pub impact: Option<Spanned<u32>>,
    /// `owner ROLE`.
    pub owner: Option<Name<'s>>,
    /// `treatment mitigate`.
    pub treatment: Option<Spanned<Treatment>>,
}

/// What is done about a risk (ISO/IEC 27005: modify, retain, share, avoid).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Treatment {
    /// Measures make it smaller.
    Mitigate,
    /// It is borne as it is.
    Accept,
    /// Another party bears it, or part of it.
    Transfer,
    /// What brings it about is given up.
    Avoid,
}

impl Treatment {
    /// All treatments.
    pub const ALL: [Self; 4] = [Self::Mitigate, Self::Accept, Self::Transfer, Self::Avoid];

    /// The word of the language.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Mitigate => "mitigate",
            Self::Accept => "accept",
            Self::Transfer => "transfer",
            Self::Avoid => "avoid",
        }
    }
}
