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

pub use clauses::{
    Attribution, Clauses, Confidence, Digests, ImportedFrom, Property as SupportProperty,
    RareClauses, Rationale, Status,
};
pub use date::Date;
pub use duration::{Duration, Unit};
pub use framework::{Activity, ActivityKind, Control, Framework, Nesting, Tier, Withdrawn};
pub use mapping::{Complete, Mapping, MappingStatus, Origin, Relation, Row, Side, Style, Version};
pub use overlay::Overlay;
pub use policy::{Bound, Comparison, Policy, Requirement, RequirementKind};

use std::borrow::Cow;

use crate::source::{SourceId, Span};

/// A value with where it stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spanned<T> {
    /// What was written.
    pub value: T,
    /// Where.
    pub span: Span,
}

/// A name or identifier as written (without backticks).
pub type Name<'s> = Spanned<&'s str>;

/// The value of a string, escapes resolved, common indentation dropped.
pub type Text<'s> = Spanned<Cow<'s, str>>;

/// A framework with its edition: `nist-csf@2.0`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FrameworkRef<'s> {
    /// `nist-csf`.
    pub name: &'s str,
    /// `2.0`.
    pub edition: &'s str,
    /// The whole reference.
    pub span: Span,
}

/// A control, bare or qualified: `PR.AA-05`, `nist-csf@2.0:PR.AA-05`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ControlRef<'s> {
    /// The framework, where it is written. Boxed: almost no reference has one.
    pub framework: Option<Box<FrameworkRef<'s>>>,
    /// The identifier as written, without backticks.
    pub id: &'s str,
    /// The whole reference.
    pub span: Span,
}

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
