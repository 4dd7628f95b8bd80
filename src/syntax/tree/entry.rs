//! The four shapes of an entry.

use std::borrow::Cow;

use super::Atom;
use xwalk_source::Span;

/// A doc comment, its lines joined, without their slashes.
pub type Doc<'s> = Option<Cow<'s, str>>;

/// One entry of a file or of a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry<'s> {
    /// `keyword values { entries }`.
    Construct(Construct<'s>),
    /// `identifier "title" #tag { entries }`.
    Control(Control<'s>),
    /// `source relation targets clauses "note" { entries }`.
    Row(Row<'s>),
    /// `word values`.
    Property(Property<'s>),
}

/// A word with values and a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Construct<'s> {
    /// All of it.
    pub span: Span,
    /// Its doc comment.
    pub doc: Doc<'s>,
    /// Its keyword.
    pub word: Atom<'s>,
    /// What stands between keyword and block.
    pub values: Vec<Atom<'s>>,
    /// The entries of its block.
    pub block: Vec<Entry<'s>>,
    /// Whether an entry of its block that begins with a word is missing, or something behind the block.
    pub lost: bool,
}

/// An identifier, perhaps with a title, tags and a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Control<'s> {
    /// Identifier, title and tags.
    pub span: Span,
    /// Its doc comment.
    pub doc: Doc<'s>,
    /// Its identifier.
    pub id: Atom<'s>,
    /// Title and tags.
    pub values: Vec<Atom<'s>>,
    /// The entries of its block.
    pub block: Vec<Entry<'s>>,
}

/// A relation with what stands before and behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row<'s> {
    /// All of it.
    pub span: Span,
    /// Source, relation, targets and clauses.
    pub atoms: Vec<Atom<'s>>,
    /// The number of the relation among the atoms; that of the first atom behind the source, where there is none.
    pub relation: usize,
    /// The entries of its block, if it has one.
    pub block: Option<Vec<Entry<'s>>>,
}

/// A word with values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Property<'s> {
    /// All of it.
    pub span: Span,
    /// Its name.
    pub word: Atom<'s>,
    /// What stands behind it.
    pub values: Vec<Atom<'s>>,
}

impl<'s> Row<'s> {
    /// What stands before the relation.
    pub fn source(&self) -> &[Atom<'s>] {
        self.atoms.get(..self.relation).unwrap_or_default()
    }

    /// What stands behind the relation.
    pub fn rest(&self) -> &[Atom<'s>] {
        self.atoms.get(self.relation + 1..).unwrap_or_default()
    }
}
