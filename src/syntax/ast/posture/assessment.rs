//! `assessment`.

use super::Heading;
use crate::ast::{Attribution, ControlRef, Date, FrameworkRef, Name, Spanned, Text};
use xwalk_source::Span;

/// An assessment as declared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assessment<'s> {
    /// Name, title, organization.
    pub head: Heading<'s>,
    /// `of FRAMEWORK`: what is assessed; bare control identifiers are its.
    pub framework: FrameworkRef<'s>,
    /// `assessed DATE`.
    pub assessed: Option<Spanned<Date>>,
    /// `assessor "…" [on DATE]`.
    pub assessor: Option<Attribution<'s>>,
    /// `approved "…" [on DATE]`.
    pub approved: Option<Attribution<'s>>,
    /// `achieved-from 3`: the tier from which a control counts as fulfilled.
    pub achieved_from: Option<Spanned<u32>>,
    /// `requires evidence`.
    pub requires: Option<Spanned<Required>>,
    /// `risk-scale 1 25`: the least and the greatest risk.
    pub risk_scale: Option<Spanned<(u32, u32)>>,
    /// `default risk 6 effort 10d owner ciso`.
    pub defaults: Defaults<'s>,
    /// `rows from "assessment.csv"`: a table of further rows, relative to the file that names it.
    pub table: Option<Text<'s>>,
    /// The assessed controls, in the order of the text.
    pub rows: Vec<Assessed<'s>>,
    /// Something of it besides its rows is not understood, which was reported: as it may have been a condition or a
    /// scope, nothing of it counts.
    pub lost: bool,
}

/// What a claim needs to count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Required {
    /// Evidence that holds.
    Evidence,
}

/// What holds for the rows that do not say it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Defaults<'s> {
    /// `risk 6`.
    pub risk: Option<Spanned<u32>>,
    /// `effort 10d`: working days of one person.
    pub effort: Option<Spanned<u32>>,
    /// `owner ROLE`.
    pub owner: Option<Name<'s>>,
}

/// One assessed control: `ID.AM.a tier 2 -> 4 risk 8 effort 20d owner ciso evidence mfa-export "note"`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assessed<'s> {
    /// The whole entry.
    pub span: Span,
    /// The control.
    pub control: ControlRef<'s>,
    /// Where it stands; nothing where that could not be read, which was reported.
    pub tier: Option<Spanned<AssessedTier>>,
    /// Where the current tier and the target are written; one place where there is one tier.
    pub tiers: Option<(Span, Span)>,
    /// `risk 8`.
    pub risk: Option<Spanned<u32>>,
    /// `effort 20d`: working days of one person.
    pub effort: Option<Spanned<u32>>,
    /// `owner ROLE`.
    pub owner: Option<Name<'s>>,
    /// `evidence NAME, …`.
    pub evidence: Vec<Name<'s>>,
    /// The final text.
    pub note: Option<Text<'s>>,
}

/// The tiers of a control.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AssessedTier {
    /// `tier 2 -> 4`, or `tier 3`, which is its own target.
    Tier {
        /// The tier that is reached.
        current: u32,
        /// The tier that is wanted.
        target: u32,
    },
    /// `not-applicable`.
    NotApplicable,
}
