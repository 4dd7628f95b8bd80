//! Values, names and texts with the place at which they stand.

use std::borrow::Cow;

use xwalk_source::Span;

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
