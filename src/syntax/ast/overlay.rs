//! `overlay`: wording kept apart from structure.

use std::borrow::Cow;

use super::{Control, FrameworkRef, Name, Text};
use xwalk_source::Span;

/// Titles and texts for the controls of a framework: licensed wording, or another language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overlay<'s> {
    /// The whole construct.
    pub span: Span,
    /// Its doc comment.
    pub doc: Option<Cow<'s, str>>,
    /// Its name.
    pub name: Name<'s>,
    /// The title in the header.
    pub title: Option<Text<'s>>,
    /// The framework whose controls it words.
    pub of: FrameworkRef<'s>,
    /// `licensed "…"`: never written to a public output.
    pub licensed: Option<Text<'s>>,
    /// `language de`.
    pub language: Option<Name<'s>>,
    /// The controls it words; nesting has no meaning here.
    pub controls: Vec<Control<'s>>,
}
