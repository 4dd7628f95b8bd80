//! What a rule is.

use super::Context;
use xwalk_analysis::posture::{Examined, Present};
use xwalk_diagnostic::{Code, Diagnostic};

/// A question that is asked of every model.
pub struct Rule {
    /// What it finds.
    pub code: &'static Code,
    /// Finds it, in any order.
    pub check: fn(&Context<'_, '_>) -> Vec<Diagnostic>,
}

/// The day, the files that a model names, and what they say of its evidence, worked out once for all rules.
pub struct Seen<'p> {
    /// The day and the files.
    pub present: &'p Present,
    /// All evidence, in order.
    pub examined: Vec<Examined>,
}

/// A question that is asked of a model on a day, with the files that it names.
pub struct PresentRule {
    /// What it finds.
    pub code: &'static Code,
    /// Finds it, in any order.
    pub check: fn(&Context<'_, '_>, &Seen<'_>) -> Vec<Diagnostic>,
}
