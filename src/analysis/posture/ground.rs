//! What a verdict rests on.

use xwalk_model::{ControlId, Model, RowId};
use xwalk_syntax::ast::Status;

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
    /// Not applicable: it is assessed itself as that.
    NotApplicable,
    /// Not applicable: all that equals it and is assessed is not applicable.
    EqualNotApplicable,
}

impl Because {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Achieved,
        Self::Contained,
        Self::Together,
        Self::ChildrenMet,
        Self::Below,
        Self::AsksForMore,
        Self::Shares,
        Self::NotApplicable,
        Self::EqualNotApplicable,
    ];

    /// The word of the machine-readable outputs.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Achieved => "achieved",
            Self::Contained => "contained",
            Self::Together => "together",
            Self::ChildrenMet => "children-met",
            Self::Below => "below",
            Self::AsksForMore => "asks-for-more",
            Self::Shares => "shares",
            Self::NotApplicable => "assessed-not-applicable",
            Self::EqualNotApplicable => "equal-not-applicable",
        }
    }

    /// The key of its definition.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Achieved => "because-achieved",
            Self::Contained => "because-contained",
            Self::Together => "because-together",
            Self::ChildrenMet => "because-children-met",
            Self::Below => "because-below",
            Self::AsksForMore => "because-asks-for-more",
            Self::Shares => "because-shares",
            Self::NotApplicable => "because-not-applicable",
            Self::EqualNotApplicable => "because-equal-not-applicable",
        }
    }

    /// How it speaks, as a clause that the controls follow.
    #[must_use]
    pub const fn phrase(self) -> &'static str {
        match self {
            Self::Achieved => "assessed itself, at the threshold or above",
            Self::Contained => "is contained in",
            Self::Together => "is contained in what is asked together by",
            Self::ChildrenMet => "all directly below are met, by",
            Self::Below => "assessed itself, below the threshold",
            Self::AsksForMore => "asks for all of",
            Self::Shares => "shares something with",
            Self::NotApplicable => "assessed itself as not applicable",
            Self::EqualNotApplicable => "asks for the same, which is not applicable, as",
        }
    }

    /// How it speaks, as a clause of its own.
    #[must_use]
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::Achieved => "it is achieved itself",
            Self::Contained => "an achieved control contains or equals it",
            Self::Together => "it is contained in what several fulfilled controls ask together",
            Self::ChildrenMet => {
                "all controls directly below it are met, and together they ask for all of it"
            }
            Self::Below => "it is assessed itself, below the threshold",
            Self::AsksForMore => {
                "it asks for all of a control that is assessed below the threshold"
            }
            Self::Shares => "an achieved control shares something with it",
            Self::NotApplicable => "it is assessed itself as not applicable",
            Self::EqualNotApplicable => {
                "all controls that equal it and are assessed are not applicable"
            }
        }
    }

    /// Whether the control that is judged speaks for itself.
    #[must_use]
    pub const fn is_itself(self) -> bool {
        matches!(self, Self::Achieved | Self::Below | Self::NotApplicable)
    }

    /// The verdict for which it speaks.
    #[must_use]
    pub const fn verdict(self) -> super::Verdict {
        match self {
            Self::Achieved | Self::Contained | Self::Together | Self::ChildrenMet => {
                super::Verdict::Met
            }
            Self::Below | Self::AsksForMore => super::Verdict::NotMet,
            Self::Shares => super::Verdict::PartlyEvidenced,
            Self::NotApplicable | Self::EqualNotApplicable => super::Verdict::NotApplicable,
        }
    }
}

/// Why nobody can tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// These controls share something with it, and are achieved by the assessment but not by this framework's stricter
    /// threshold: neither says anything of it.
    Between(Vec<ControlId>),
    /// What would say it is not applicable, which proves nothing: these controls.
    NotApplicable(Vec<ControlId>),
    /// These controls share something with it, and stand below the threshold: what they lack may be something else.
    OnlyBelow(Vec<ControlId>),
    /// These controls would say it, and evidence is required for them and does not hold.
    Unsupported(Vec<ControlId>),
    /// Nothing is known of what it shares with these controls, which are assessed: they are only called related.
    RelatedOnly(Vec<ControlId>),
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
