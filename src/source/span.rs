//! Spans and places, in bytes.

/// The number of a file in its [`SourceMap`](super::SourceMap).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub u32);

/// A half-open range of bytes in one file. Files are at most 256 MiB, so 32 bits hold every offset.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last one.
    pub end: u32,
}

impl Span {
    /// The span from `start` up to `end`, in bytes.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        let offset = |bytes: usize| u32::try_from(bytes).unwrap_or(u32::MAX);
        Self {
            start: offset(start),
            end: offset(end),
        }
    }

    /// The same span as a range of `usize`, to slice text with.
    #[must_use]
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// This span, in the file `source`.
    #[must_use]
    pub fn in_source(self, source: SourceId) -> Place {
        Place { source, span: self }
    }
}

/// A span in a named file: what every diagnostic and every row points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file.
    pub source: SourceId,
    /// Where in it.
    pub span: Span,
}
