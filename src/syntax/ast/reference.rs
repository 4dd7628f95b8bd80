//! How a framework or a control is referred to.

use xwalk_source::Span;

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
