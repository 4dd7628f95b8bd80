//! Rows: one claim each.

use std::borrow::Cow;

use super::{ControlId, MappingId};
use crate::id;
use xwalk_relation::{Label, Word};
use xwalk_source::{Place, Span};
use xwalk_syntax::ast::{Confidence, Date, Rationale, Status, SupportProperty};

id! {
    /// The number of a row, over all mappings.
    RowId
}

/// One end of a claim.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum End {
    /// One control.
    Control(ControlId),
    /// The union of what these ask for, ordered by id, each once; at least two.
    Union(Box<[ControlId]>),
    /// `*`: the whole other framework.
    Everything,
}

impl End {
    /// The controls named at this end; none for `*`.
    #[must_use]
    pub fn controls(&self) -> &[ControlId] {
        match self {
            Self::Control(control) => std::slice::from_ref(control),
            Self::Union(parts) => parts,
            Self::Everything => &[],
        }
    }

    /// The control, if the end is exactly one.
    #[must_use]
    pub fn single(&self) -> Option<ControlId> {
        match self {
            Self::Control(control) => Some(*control),
            _ => None,
        }
    }
}

/// One claim: source, relation, target, and what the author says about it. What a row does not say is `None`
/// here; [`Model::status`](super::Model::status) and its like ask the mapping.
#[derive(Debug)]
pub struct Row<'s> {
    /// The mapping that makes the claim.
    pub mapping: MappingId,
    /// The left end.
    pub source: End,
    /// The right end.
    pub target: End,
    /// The first relation word, which says how the claim is written.
    pub word: Word,
    /// What the words together say about the two sets, source to target.
    pub label: Label,
    /// The row's own rationale.
    pub rationale: Option<Rationale>,
    /// 0 to 10.
    pub strength: Option<u8>,
    /// The author's confidence.
    pub confidence: Option<Confidence>,
    /// The row's own status.
    pub status: Option<Status>,
    /// The note.
    pub note: Option<Cow<'s, str>>,
    /// What few rows have.
    pub details: Option<Box<RowDetails<'s>>>,
    /// The whole row. Rows with several targets share it.
    pub place: Place,
    /// The target's own span in the same file.
    pub target_span: Span,
}

impl Row<'_> {
    /// The condition under which alone the claim holds.
    #[must_use]
    pub fn condition(&self) -> Option<&str> {
        self.details
            .as_deref()
            .and_then(|details| details.when.as_deref())
    }

    /// How the relation is written: `subset-of`, `subset-of|equal`, `supports`.
    #[must_use]
    pub fn relation_text(&self) -> Cow<'static, str> {
        if self.word.label() == self.label {
            Cow::Borrowed(self.word.word())
        } else {
            Cow::Owned(self.label.to_string())
        }
    }

    /// How the relation is written when it is read from the target's side: `superset-of`, `supported-by`.
    #[must_use]
    pub fn converse_text(&self) -> Cow<'static, str> {
        if self.word.label() == self.label {
            Cow::Borrowed(self.word.converse().word())
        } else {
            Cow::Owned(self.label.converse().to_string())
        }
    }
}

/// What few rows have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowDetails<'s> {
    /// The condition.
    pub when: Option<Cow<'s, str>>,
    /// Who claims this row, and when.
    pub author: Option<(Cow<'s, str>, Option<Date>)>,
    /// Who read this row, and when.
    pub reviewer: Option<(Cow<'s, str>, Option<Date>)>,
    /// The document behind this row.
    pub source: Option<Cow<'s, str>>,
    /// The supportive property.
    pub property: Option<SupportProperty>,
    /// Number of the mapping's origin and the place in it.
    pub from: Option<(u32, Cow<'s, str>)>,
    /// Digests of the wording of both ends when it was reviewed.
    pub seen: Option<(Cow<'s, str>, Cow<'s, str>)>,
}

impl RowDetails<'_> {
    /// Whether none of it is given.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
