//! What has a line of its own on some sheet, so that others can lead there.

/// What has a line of its own somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Target {
    /// The verdict on a control.
    Verdict,
    /// The first thing behind the verdict on a control.
    Ground,
    /// An assessed control.
    Assessed,
    /// A gap, by its control.
    Gap,
    /// A row that something rests on.
    Row,
    /// An initiative of a roadmap.
    Initiative,
    /// A risk.
    Risk,
    /// A piece of evidence.
    Evidence,
    /// A role.
    Role,
    /// A technology.
    Technology,
    /// A playbook.
    Playbook,
}

impl Target {
    /// The name of the sheet on which it stands.
    pub const fn sheet(self) -> &'static str {
        match self {
            Self::Verdict => "Verdicts",
            Self::Ground => "Grounds",
            Self::Assessed => "Assessment",
            Self::Gap => "Gaps",
            Self::Row => "Rows",
            Self::Initiative => "Roadmap",
            Self::Risk => "Risks",
            Self::Evidence => "Evidence",
            Self::Role => "Roles",
            Self::Technology => "Technology",
            Self::Playbook => "Playbooks",
        }
    }
}
