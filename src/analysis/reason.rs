//! Why a control has its verdict.

use xwalk_model::{ControlId, MappingId};

/// Why a control has its verdict. Each reason belongs to one verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// Full: a control contains or equals it.
    Contained,
    /// Full: several controls together contain or equal it.
    ContainedInUnion,
    /// Full: it is proved that a control contains or equals it.
    ProvedContained,
    /// Full: it is proved that it lies within controls that several others together contain.
    ProvedUnion,
    /// Full: its framework has `nesting whole`, and all controls directly below it are full.
    ChildrenFull,
    /// Overlap: a control shares something with it.
    Shares,
    /// Overlap: it is proved that a control shares something with it.
    ProvedShares,
    /// Related: a row says that there is a relationship, and nothing more.
    Related,
    /// Related: it is proved equal to a control of which a row says so, or related to one that is equal to another.
    ProvedRelated,
    /// Gap: a row says `no-relationship *`.
    DeclaredGap,
    /// Gap: rows say of every control of the other framework that it shares nothing with this one.
    DisjointFromAll,
    /// Gap: it is proved of every control of the other framework that it shares nothing with this one.
    ProvedDisjoint,
    /// Gap: this mapping claims to be complete on its side and has nothing that corresponds to it.
    Silence(MappingId),
    /// Not reviewed: all rows that name it are left out.
    RowsLeftOut,
    /// Not reviewed: rows name it, but only say of some controls that they share nothing with it.
    OnlyDisjoint,
    /// Not reviewed: rows name it, but nothing about sets follows from them.
    NothingFollows,
    /// Not reviewed: the rows stand at a control that it is nested in.
    ParentMapped(ControlId),
    /// Not reviewed: a control that it is nested in is called related, which says nothing of its parts.
    ParentRelated(ControlId),
    /// Not reviewed: it is not assessed by itself, but by the controls below it.
    JudgedBelow,
    /// Not reviewed: no row names it, and this mapping claims to be complete, but has a status lower than the one asked
    /// for, or rows that mean nothing.
    ClaimLeftOut(MappingId),
    /// Not reviewed: no row names it.
    NoRow,
}
