//! What the headers of all constructs of posture have in common.

use std::borrow::Cow;

use crate::ast::{Name, Text};
use xwalk_source::Span;

/// What the headers of all these constructs have in common: `keyword NAME "title" for ORGANIZATION`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heading<'s> {
    /// The whole construct.
    pub span: Span,
    /// Its doc comment.
    pub doc: Option<Cow<'s, str>>,
    /// Its name.
    pub name: Name<'s>,
    /// The title in the header.
    pub title: Option<Text<'s>>,
    /// `for ORGANIZATION`; may be left out where there is only one. A roadmap names its assessment here.
    pub of: Option<Name<'s>>,
}
