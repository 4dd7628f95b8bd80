//! Words that lead to their meaning, as templates show them.

use serde::Serialize;

use crate::view::view;
use xwalk_report::posture::{DeficiencyKind, Verdict};

view! {
    /// A verdict, or what is wrong with evidence, as a word that links to its meaning.
    #[derive(Serialize)]
    pub(super) struct VerdictView {
        /// The class of its colour.
        class: &'static str,
        /// The key of its definition.
        key: &'static str,
        /// The sign beside it, so that colour is never the only sign.
        sign: &'static str,
        /// The word.
        word: &'static str,
    }
}

impl VerdictView {
    pub(super) const fn of(verdict: Verdict) -> Self {
        Self {
            class: class(verdict),
            key: verdict.key(),
            sign: verdict.sign(),
            word: verdict.word(),
        }
    }

    /// What is wrong with evidence.
    pub(super) const fn fault(fault: DeficiencyKind) -> Self {
        Self {
            class: "p-not-met",
            key: fault.key(),
            sign: "✕",
            word: fault.word(),
        }
    }
}

/// The class of a verdict's colour.
pub(crate) const fn class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "p-met",
        Verdict::NotMet => "p-not-met",
        Verdict::PartlyEvidenced => "p-partly",
        Verdict::NotApplicable => "p-aside",
        Verdict::CannotTell => "p-open",
        Verdict::CannotTellDraft => "p-draft",
        Verdict::Contradiction => "p-contradiction",
    }
}
