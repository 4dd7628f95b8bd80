//! Mappings.

use std::borrow::Cow;

use super::{ControlId, FrameworkId, RowId};
use crate::id;
use xwalk_source::Place;
use xwalk_syntax::ast::{Complete, Date, Rationale, Status, Style, Version};

id! {
    /// The number of a mapping.
    MappingId
}

/// What a catalog of mappings, as that of NIST's OLIR programme, asks about one beyond the rest (NIST IR 8278A, section 3.1).
#[derive(Debug, Default)]
pub struct Submission<'s> {
    /// For whom it is made.
    pub audience: Option<Cow<'s, str>>,
    /// Where it can be read itself.
    pub home: Option<Cow<'s, str>>,
    /// Whom to ask, by an e-mail address.
    pub contact: Option<Cow<'s, str>>,
    /// What entitles its author to speak.
    pub authority: Option<Cow<'s, str>>,
    /// The publications that it relies on.
    pub citations: Vec<Cow<'s, str>>,
}

/// The correspondences that one author or body claims between two frameworks.
#[derive(Debug)]
pub struct Mapping<'s> {
    /// `csf2-iso`.
    pub name: &'s str,
    /// The title; the name where none is given.
    pub title: Cow<'s, str>,
    /// The doc comment.
    pub doc: Option<Cow<'s, str>>,
    /// The source framework.
    pub from: FrameworkId,
    /// The target framework.
    pub to: FrameworkId,
    /// The document that the rows follow.
    pub source: Option<Cow<'s, str>>,
    /// Where that is available.
    pub url: Option<Cow<'s, str>>,
    /// Who claims it, and when.
    pub author: Option<(Cow<'s, str>, Option<Date>)>,
    /// Who read it, and when.
    pub reviewer: Option<(Cow<'s, str>, Option<Date>)>,
    /// When it was published.
    pub published: Option<Date>,
    /// Its version.
    pub version: Option<Version>,
    /// What it is for.
    pub use_case: Option<Cow<'s, str>>,
    /// What a catalog of mappings asks about it.
    pub submission: Submission<'s>,
    /// The status of rows that name none; draft where the mapping names none either.
    pub status: Status,
    /// Its style.
    pub style: Style,
    /// The rationale of rows that name none.
    pub rationale: Option<Rationale>,
    /// Which sides are claimed to be looked at as a whole.
    pub complete: Complete,
    /// Where that claim stands.
    pub complete_place: Option<Place>,
    /// On which sides everything is claimed to have something that corresponds, and where that claim stands.
    pub comprehensive: Option<(Complete, Place)>,
    /// What the claim speaks of: these controls with all below them; empty: everything.
    pub scope: Vec<ControlId>,
    /// Foreign files that the rows were imported from: number, name, digest.
    pub origins: Vec<(u32, Cow<'s, str>, Option<Cow<'s, str>>)>,
    /// Its first row.
    pub first_row: RowId,
    /// One past its last row.
    pub end_row: RowId,
    /// Claims of the text that are not among the rows: an end of them means nothing, or they cannot be read.
    pub left_out: usize,
    /// Where its header stands.
    pub place: Place,
}
