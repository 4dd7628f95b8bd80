//! Controls.

use std::borrow::Cow;

use super::FrameworkId;
use crate::id;
use xwalk_source::Place;
use xwalk_syntax::ast::{ActivityKind, Date};

id! {
    /// The number of a control, over all frameworks.
    ControlId
}

/// A control of a framework: a function, category, clause, requirement.
#[derive(Debug)]
pub struct Control<'s> {
    /// Its framework.
    pub framework: FrameworkId,
    /// `PR.AA-05`.
    pub identifier: &'s str,
    /// Its title; empty where none is given.
    pub title: Cow<'s, str>,
    /// The doc comment.
    pub doc: Option<Cow<'s, str>>,
    /// The wording, where the author may reproduce it.
    pub text: Option<Cow<'s, str>>,
    /// Free tags.
    pub tags: Vec<&'s str>,
    /// Other identifiers of the same control.
    pub aliases: Vec<&'s str>,
    /// Key activities and maturity indicators.
    pub activities: Vec<Activity<'s>>,
    /// The control it is nested in.
    pub parent: Option<ControlId>,
    /// Its depth, 0 at the top.
    pub depth: u8,
    /// One past the last control nested in it, at any depth; its own id plus one for a leaf.
    pub subtree_end: ControlId,
    /// What applies in its place, if it no longer applies.
    pub superseded: Option<Box<Superseded>>,
    /// Whether it is counted: leaves, unless `#informative`, and what is `#assessable`; nothing that is superseded.
    pub assessable: bool,
    /// Its line.
    pub place: Place,
}

/// That a control no longer applies, since others took its place.
#[derive(Debug)]
pub struct Superseded {
    /// Those others, of the same framework.
    pub by: Vec<ControlId>,
    /// Since when.
    pub on: Date,
    /// The entry.
    pub place: Place,
}

/// A key activity or a maturity indicator.
#[derive(Debug)]
pub struct Activity<'s> {
    /// Which of the two.
    pub kind: ActivityKind,
    /// Its name.
    pub title: Cow<'s, str>,
    /// The controls that carry it.
    pub on: Vec<ControlId>,
    /// The entry.
    pub place: Place,
}
