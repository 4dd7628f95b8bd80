//! Evidence.

use std::borrow::Cow;

use super::{OrganizationId, RoleId, Supports};
use crate::id;
use xwalk_source::Place;
use xwalk_syntax::ast::posture::{Decimal, Test};
use xwalk_syntax::ast::{Date, Duration};

id! {
    /// The number of a piece of evidence.
    EvidenceId
}

/// A file that shows that something is the case.
#[derive(Debug)]
pub struct Evidence<'s> {
    /// Its organization.
    pub organization: OrganizationId,
    /// Its name.
    pub name: &'s str,
    /// The title; the name where none is given.
    pub title: Cow<'s, str>,
    /// The doc comment.
    pub doc: Option<Cow<'s, str>>,
    /// What it supports, ordered by control, each once. An assessed control may name evidence besides.
    pub supports: Vec<Supports>,
    /// The file, relative to the folder of the file that names it (`file_place.source`).
    pub file: Cow<'s, str>,
    /// Where the file is named.
    pub file_place: Place,
    /// The SHA-256 of what was approved: 64 small hexadecimal digits.
    pub digest: Option<Cow<'s, str>>,
    /// What the file must say; all of it must hold.
    pub requirements: Vec<Requirement<'s>>,
    /// When it was collected.
    pub collected: Date,
    /// How long after that it may be relied on; for ever, where nothing is said.
    pub valid: Option<Duration>,
    /// Who answers for it.
    pub owner: Option<RoleId>,
    /// Where its header stands.
    pub place: Place,
}

impl Evidence<'_> {
    /// The last day on which it may be relied on, where there is one.
    #[must_use]
    pub fn valid_until(&self) -> Option<Date> {
        self.valid.map(|valid| valid.after(self.collected))
    }
}

/// What a file must say.
#[derive(Debug)]
pub struct Requirement<'s> {
    /// Where to look, and what to see there.
    pub probe: Probe<'s>,
    /// The entry.
    pub place: Place,
}

/// Where a requirement looks, and what it wants to see there.
#[derive(Debug, PartialEq, Eq, Hash)]
pub enum Probe<'s> {
    /// The value at a JSON pointer (RFC 6901): a number, a text, `true` or `false` as a text.
    Pointer(Cow<'s, str>, Test, Expected<'s>),
    /// Every cell of the column of a CSV file with this heading.
    Column(Cow<'s, str>, Test, Expected<'s>),
    /// A regular expression that is found in the text of the file.
    Matches(Cow<'s, str>),
}

/// What a value is compared with. Only `is` and `is-not` compare with texts.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Expected<'s> {
    /// A number.
    Number(Decimal),
    /// A text, character by character.
    Text(Cow<'s, str>),
}
