//! What a file says, construct by construct; names are still text.
//!
//! Strings and names borrow from the source text (`'s`); only texts with escapes own theirs. Every part that a
//! diagnostic may point at carries its span.

mod clauses;
mod date;
mod duration;
mod framework;
mod mapping;
mod overlay;
mod policy;
pub mod posture;
mod reference;
mod spanned;

pub use clauses::{
    Attribution, Clauses, Confidence, Digests, ImportedFrom, Property as SupportProperty,
    RareClauses, Rationale, Status,
};
pub use date::Date;
pub use duration::{Duration, Unit};
pub use framework::{
    Activity, ActivityKind, Control, Framework, Nesting, Superseded, Tier, Withdrawn,
};
pub use mapping::{
    Complete, Mapping, MappingStatus, Origin, Relation, Row, Side, Style, Submission, Version,
};
pub use overlay::Overlay;
pub use policy::{Bound, Comparison, CoverageVerdict, Policy, Requirement, RequirementKind};
pub use reference::{ControlRef, FrameworkRef};
pub use spanned::{Name, Spanned, Text};

use xwalk_source::SourceId;

/// One file: its items in the order of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File<'s> {
    /// The file.
    pub source: SourceId,
    /// Its items.
    pub items: Vec<Item<'s>>,
}

/// A construct at the top level of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item<'s> {
    /// `framework NAME@EDITION "…" { … }`.
    Framework(Framework<'s>),
    /// `overlay NAME "…" of FRAMEWORK { … }`.
    Overlay(Overlay<'s>),
    /// `mapping NAME "…" from FRAMEWORK to FRAMEWORK { … }`.
    Mapping(Mapping<'s>),
    /// `policy NAME "…" for MAPPING… { … }`.
    Policy(Policy<'s>),
    /// `organization`, `role`, `assessment` and all else that speaks of posture.
    Posture(posture::Item<'s>),
}
