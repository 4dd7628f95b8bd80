//! A verdict as templates show it.

use serde::Serialize;

use crate::emit::html::view::view;
use crate::report::posture::Verdict;

view! {
    /// A verdict as a word that links to its meaning.
    #[derive(Serialize)]
    pub(super) struct VerdictView {
        /// The class of its colour.
        class: &'static str,
        /// The key of its definition.
        key: &'static str,
        /// The sign beside it, so that colour never stands alone.
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
}

/// The class of a verdict's colour.
pub(in crate::emit::html) const fn class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "p-met",
        Verdict::NotMet => "p-not-met",
        Verdict::PartlyEvidenced => "p-partly",
        Verdict::CannotTell => "p-open",
        Verdict::CannotTellDraft => "p-draft",
        Verdict::Contradiction => "p-contradiction",
    }
}
