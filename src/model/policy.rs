//! Policies.

use std::borrow::Cow;

use super::{FrameworkId, MappingId};
use crate::id;
use xwalk_relation::Word;
use xwalk_source::Place;
use xwalk_syntax::ast::{Bound, Status};

id! {
    /// The number of a policy.
    PolicyId
}

/// What published crosswalks must meet.
#[derive(Debug)]
pub struct Policy<'s> {
    /// Its name.
    pub name: &'s str,
    /// The title; the name where none is given.
    pub title: Cow<'s, str>,
    /// The mappings it speaks of, ordered by id; all of the workspace's own where it names none.
    pub mappings: Vec<MappingId>,
    /// What it requires.
    pub requirements: Vec<Requirement>,
    /// Where its header stands.
    pub place: Place,
}

/// One requirement.
#[derive(Debug)]
pub struct Requirement {
    /// The entry.
    pub place: Place,
    /// What is required.
    pub kind: RequirementKind,
}

/// The kinds of requirement.
#[derive(Debug)]
pub enum RequirementKind {
    /// Shares of verdicts of one framework by another.
    Coverage {
        /// The framework that is covered.
        of: FrameworkId,
        /// The framework that covers it.
        by: FrameworkId,
        /// Counted with proofs.
        proved: bool,
        /// The bounds.
        bounds: Vec<Bound>,
    },
    /// The completeness claims of these mappings hold.
    Complete(Vec<MappingId>),
    /// Rows with these relations have a note.
    Note(Vec<Word>),
    /// Rows of these statuses have a reviewer.
    Reviewer(Vec<Status>),
}
