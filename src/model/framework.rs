//! Frameworks.

use std::borrow::Cow;

use super::ControlId;
use crate::id;
use xwalk_source::Place;
use xwalk_syntax::ast::{Date, Nesting};

id! {
    /// The number of a framework.
    FrameworkId
}

/// A framework in one edition.
#[derive(Debug)]
pub struct Framework<'s> {
    /// `nist-csf`.
    pub name: &'s str,
    /// `2.0`.
    pub edition: &'s str,
    /// The title; the name where none is given.
    pub title: Cow<'s, str>,
    /// The doc comment.
    pub doc: Option<Cow<'s, str>>,
    /// Who publishes it.
    pub publisher: Option<Cow<'s, str>>,
    /// When it was published.
    pub published: Option<Date>,
    /// Where it is to be had.
    pub url: Option<Cow<'s, str>>,
    /// What may be done with its text.
    pub licence: Option<Cow<'s, str>>,
    /// Language of titles and texts, as written.
    pub language: Option<&'s str>,
    /// The names of the depths of the hierarchy, top first; may be shorter than the hierarchy is deep.
    pub levels: Vec<&'s str>,
    /// What the hierarchy means.
    pub nesting: Nesting,
    /// The scale of tiers, lowest first.
    pub tiers: Vec<Tier<'s>>,
    /// Earlier editions that the model knows.
    pub succeeds: Vec<FrameworkId>,
    /// The caveat of a framework rebuilt from public summaries; every output that uses it prints it.
    pub reconstruction: Option<Cow<'s, str>>,
    /// Its first control.
    pub first_control: ControlId,
    /// One past its last control.
    pub end_control: ControlId,
    /// Identifiers that are no longer used, in the order of the text.
    pub withdrawn: Vec<Withdrawn<'s>>,
    /// Where its header stands.
    pub place: Place,
}

impl Framework<'_> {
    /// `nist-csf@2.0`.
    #[must_use]
    pub fn label(&self) -> String {
        format!("{}@{}", self.name, self.edition)
    }

    /// The name of a depth (0 is the top): as declared, else `level 4`.
    #[must_use]
    pub fn level_name(&self, depth: u8) -> Cow<'_, str> {
        match self.levels.get(depth as usize) {
            Some(name) => Cow::Borrowed(name),
            None => Cow::Owned(format!("level {}", u32::from(depth) + 1)),
        }
    }
}

/// A tier.
#[derive(Debug)]
pub struct Tier<'s> {
    /// Its number.
    pub number: u32,
    /// Its name.
    pub title: Cow<'s, str>,
}

/// An identifier that a framework no longer uses.
#[derive(Debug)]
pub struct Withdrawn<'s> {
    /// The identifier.
    pub identifier: &'s str,
    /// Where its content went.
    pub successors: Vec<ControlId>,
    /// What happened, in the author's word.
    pub reason: Option<Cow<'s, str>>,
    /// The entry.
    pub place: Place,
}
