//! The reasons why nobody can tell, each with its words.

/// Why nobody can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DoubtReason {
    /// What shares something with it is achieved by its assessment, but not by this framework's threshold.
    Between,
    /// What would say it is not applicable.
    NotApplicable,
    /// Evidence is required for what would say it, and does not hold.
    Unsupported,
    /// What shares something with it is below the threshold.
    OnlyBelow,
    /// What is assessed is only called related.
    RelatedOnly,
    /// What shares something with it is not assessed.
    NotAssessed,
    /// The rows that name it do not count.
    RowsLeftOut,
    /// It is not assessed by itself, but by the controls below it.
    JudgedBelow,
    /// Nothing connects it with an assessed framework.
    Unconnected,
}

impl DoubtReason {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Between,
        Self::NotApplicable,
        Self::Unsupported,
        Self::OnlyBelow,
        Self::RelatedOnly,
        Self::NotAssessed,
        Self::RowsLeftOut,
        Self::JudgedBelow,
        Self::Unconnected,
    ];

    /// The word of the machine-readable outputs.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Between => "between-thresholds",
            Self::NotApplicable => "not-applicable",
            Self::Unsupported => "unsupported",
            Self::OnlyBelow => "only-below",
            Self::RelatedOnly => "related-only",
            Self::NotAssessed => "not-assessed",
            Self::RowsLeftOut => "rows-left-out",
            Self::JudgedBelow => "judged-below",
            Self::Unconnected => "unconnected",
        }
    }

    /// The key of its definition.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Between => "doubt-between",
            Self::NotApplicable => "doubt-not-applicable",
            Self::Unsupported => "doubt-unsupported",
            Self::OnlyBelow => "doubt-only-below",
            Self::RelatedOnly => "doubt-related-only",
            Self::NotAssessed => "doubt-not-assessed",
            Self::RowsLeftOut => "doubt-rows-left-out",
            Self::JudgedBelow => "doubt-judged-below",
            Self::Unconnected => "doubt-unconnected",
        }
    }

    /// Why, as a clause that the controls follow.
    #[must_use]
    pub const fn phrase(self) -> &'static str {
        match self {
            Self::Between => "between the threshold of the assessment and that of this framework",
            Self::NotApplicable => "not applicable, which proves nothing",
            Self::Unsupported => "no evidence that holds",
            Self::OnlyBelow => "shares something only with controls below the threshold",
            Self::RelatedOnly => "only called related, which says nothing of what they share",
            Self::NotAssessed => "not assessed",
            Self::RowsLeftOut => "rows that name it are left out",
            Self::JudgedBelow => "judged by the controls below it",
            Self::Unconnected => "nothing is known that connects it with what is assessed",
        }
    }

    /// Why, as a clause of its own.
    #[must_use]
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::Between => {
                "the controls that share something with it reach the threshold of their assessment, but not the stricter one of this framework, which makes them neither achieved nor below"
            }
            Self::NotApplicable => {
                "the controls that would show it are not applicable, which proves nothing"
            }
            Self::Unsupported => {
                "evidence is required for the controls that would show it, and is missing or does not hold"
            }
            Self::OnlyBelow => {
                "the controls that share something with it are below the threshold; what they lack may be something else"
            }
            Self::RelatedOnly => {
                "rows only call it related to controls that are assessed, and say nothing of what they share"
            }
            Self::NotAssessed => "the controls that share something with it are not assessed",
            Self::RowsLeftOut => {
                "the rows that name it do not count: drafts, conditions that do not hold, or contradictions"
            }
            Self::JudgedBelow => "it is not assessed by itself, but by the controls below it",
            Self::Unconnected => "nothing is known that connects it with an assessed framework",
        }
    }
}
