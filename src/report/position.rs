//! Where things stand in the tables of the report: typed, so that no position is looked up in a table of another kind.

use serde::{Serialize, Serializer};

use xwalk_model::{Id, id};

id! {
    /// Where a framework stands in [`Report::frameworks`](super::Report::frameworks).
    FrameworkAt
}

id! {
    /// Where a control stands in [`Report::controls`](super::Report::controls).
    ControlAt
}

id! {
    /// Where a mapping stands in [`Report::mappings`](super::Report::mappings).
    MappingAt
}

id! {
    /// Where a row stands in [`Report::rows`](super::Report::rows).
    RowAt
}

id! {
    /// Where a pair stands in [`Report::proved`](super::Report::proved).
    ProvedAt
}

macro_rules! written_as_numbers {
    ($($name:ident)*) => {$(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_u32(self.0)
            }
        }
    )*};
}

written_as_numbers!(FrameworkAt ControlAt MappingAt RowAt ProvedAt);

/// Neighbours in a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run<I> {
    /// The first.
    pub first: I,
    /// The one after the last.
    pub end: I,
}

impl<I: Id> Default for Run<I> {
    fn default() -> Self {
        Self::of(I::from_index(0), 0)
    }
}

impl<I: Id> Run<I> {
    /// So many, from the first.
    pub(super) fn of(first: I, count: usize) -> Self {
        let end = I::from_index(first.index() + count);
        Self { first, end }
    }

    /// All of them, in order.
    pub fn iter(self) -> impl DoubleEndedIterator<Item = I> + ExactSizeIterator + Clone + use<I> {
        (self.first.index()..self.end.index()).map(I::from_index)
    }

    /// How many there are.
    #[must_use]
    pub fn len(self) -> usize {
        self.end.index().saturating_sub(self.first.index())
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }
}
