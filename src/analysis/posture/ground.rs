//! What a verdict rests on.

use crate::model::{ControlId, Model, RowId};
use crate::syntax::ast::Status;

/// One thing that a verdict rests on. A contradiction rests on two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground {
    /// What it is.
    pub because: Because,
    /// The controls that were assessed, and speak for it, by framework and identifier.
    pub controls: Vec<ControlId>,
    /// The rows that connect them with the control that is judged, ascending, each once. Those of a great number of
    /// controls are listed for the first of them.
    pub rows: Vec<RowId>,
    /// The weakest status among these rows. No rows of better status alone say the same.
    pub status: Status,
}

/// Why something is met, not met or partly evidenced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Because {
    /// Met: it is achieved itself.
    Achieved,
    /// Met: an achieved control contains or equals it.
    Contained,
    /// Met: it lies within what several controls ask together, all of which are fulfilled.
    Together,
    /// Met: its framework has `nesting whole`, and all controls directly below it are met.
    ChildrenMet,
    /// Not met: it is assessed itself, below the threshold.
    Below,
    /// Not met: it asks for all of something that is assessed below the threshold.
    AsksForMore,
    /// Partly evidenced: an achieved control shares something with it.
    Shares,
}

impl Because {
    /// The verdict for which it speaks.
    #[must_use]
    pub const fn verdict(self) -> super::Verdict {
        match self {
            Self::Achieved | Self::Contained | Self::Together | Self::ChildrenMet => {
                super::Verdict::Met
            }
            Self::Below | Self::AsksForMore => super::Verdict::NotMet,
            Self::Shares => super::Verdict::PartlyEvidenced,
        }
    }
}

/// Why nobody can tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// What would say it is not applicable, which proves nothing: these controls.
    NotApplicable(Vec<ControlId>),
    /// These controls share something with it, and stand below the threshold: what they lack may be something else.
    OnlyBelow(Vec<ControlId>),
    /// These controls would say it, and evidence is required for them and does not hold.
    Unsupported(Vec<ControlId>),
    /// These controls share something with it, and are not assessed.
    NotAssessed(Vec<ControlId>),
    /// The rows that name it are left out: conditions that do not hold, a status below the one asked for, contradictions.
    RowsLeftOut(Vec<RowId>),
    /// It is not assessed by itself, but by the controls below it.
    JudgedBelow,
    /// Nothing is known that connects it with an assessed framework.
    Unconnected,
}

impl Ground {
    pub(super) fn new(
        model: &Model<'_>,
        because: Because,
        mut controls: Vec<ControlId>,
        mut rows: Vec<RowId>,
    ) -> Self {
        controls.sort_unstable();
        controls.dedup();
        rows.sort_unstable();
        rows.dedup();
        let statuses = rows.iter().map(|row| model.status(&model.rows[*row]));
        Self {
            because,
            status: statuses.min().unwrap_or(Status::Final),
            controls,
            rows,
        }
    }
}
