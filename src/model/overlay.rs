//! Overlays.

use std::borrow::Cow;

use super::{ControlId, FrameworkId};
use crate::id;
use xwalk_source::Place;

id! {
    /// The number of an overlay.
    OverlayId
}

/// Titles and texts for controls of one framework.
#[derive(Debug)]
pub struct Overlay<'s> {
    /// Its name.
    pub name: &'s str,
    /// The title; the name where none is given.
    pub title: Cow<'s, str>,
    /// The framework.
    pub of: FrameworkId,
    /// To whom the wording is licensed; such wording is never written to a public output.
    pub licensed: Option<Cow<'s, str>>,
    /// Its language.
    pub language: Option<&'s str>,
    /// The wording of each control that has some, ordered by control.
    pub wordings: Vec<Wording<'s>>,
    /// Where its header stands.
    pub place: Place,
}

/// The wording of one control.
#[derive(Debug)]
pub struct Wording<'s> {
    /// The control.
    pub control: ControlId,
    /// Its title in the overlay's words.
    pub title: Option<Cow<'s, str>>,
    /// Its text.
    pub text: Option<Cow<'s, str>>,
    /// Where it is.
    pub place: Place,
}
