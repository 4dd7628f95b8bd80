//! The level of each code, as `xwalk.toml` and the command line set it.

use std::collections::BTreeMap;

use super::{Code, Diagnostic, Level, Severity};

/// Levels by code; what is not named keeps the code's own level.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Levels {
    by_code: BTreeMap<String, Level>,
    /// `--deny warnings`: every warning is an error.
    deny_warnings: bool,
}

impl Levels {
    /// Sets the level of a code, named by id (`XW0302`) or by name (`unknown-control`).
    /// Later settings win. The caller has checked that the code exists, and that it [can be](Code::can_be) so.
    pub fn set(&mut self, code: &Code, level: Level) {
        self.by_code.insert(code.id.to_owned(), level);
    }

    /// Makes every warning an error.
    pub fn deny_warnings(&mut self) {
        self.deny_warnings = true;
    }

    /// The level at which a code is reported.
    #[must_use]
    pub fn of(&self, code: &Code) -> Level {
        let level = self.by_code.get(code.id).copied().unwrap_or(code.level);
        match level {
            Level::At(Severity::Warning) if self.deny_warnings => Level::At(Severity::Error),
            other => other,
        }
    }

    /// Drops what is off, sets the severities, and puts the findings into their order.
    #[must_use]
    pub fn apply(&self, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        let mut kept: Vec<Diagnostic> = found
            .into_iter()
            .filter_map(|mut diagnostic| match self.of(diagnostic.code) {
                Level::At(severity) => {
                    diagnostic.severity = severity;
                    Some(diagnostic)
                }
                Level::Off => None,
            })
            .collect();
        kept.sort_by(Diagnostic::order);
        kept.dedup();
        kept
    }
}
