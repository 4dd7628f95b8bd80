//! Diagnostics as people and machines read them. This folder alone knows miette.

mod excerpt;
mod github;
mod human;
mod json;
mod sarif;
mod visible;

pub use json::{failed as failed_json, schema as json_schema};
pub use visible::visible;

use super::{Diagnostic, Severity};
use crate::source::SourceMap;

/// The forms in which diagnostics are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For a terminal: the text with the place underlined, and what to do.
    #[default]
    Human,
    /// One versioned JSON document.
    Json,
    /// SARIF 2.1.0, which code hosts show beside the lines.
    Sarif,
    /// Annotations of GitHub Actions.
    Github,
}

impl Format {
    /// Whether a program reads it: then it goes to the standard output, also when nothing was found.
    #[must_use]
    pub fn is_machine(self) -> bool {
        self != Self::Human
    }
}

/// How the human form looks. The caller decides, since it knows the terminal and the environment.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// Whether escape sequences for colour may be written.
    pub color: bool,
    /// The width of the terminal in characters.
    pub width: usize,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            color: false,
            width: 100,
        }
    }
}

/// Writes diagnostics, given in the order in which they are to be read.
#[must_use]
pub fn render(format: Format, found: &[Diagnostic], sources: &SourceMap, look: Look) -> String {
    match format {
        Format::Human => human::render(found, sources, look),
        Format::Json => json::render(found, sources),
        Format::Sarif => sarif::render(found, sources),
        Format::Github => github::render(found, sources),
    }
}

/// How many there are of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Findings at error level.
    pub errors: usize,
    /// Findings at warning level.
    pub warnings: usize,
    /// Findings at note level.
    pub notes: usize,
}

impl Counts {
    /// Counts them.
    #[must_use]
    pub fn of(found: &[Diagnostic]) -> Self {
        let number = |severity| {
            found
                .iter()
                .filter(|diagnostic| diagnostic.severity == severity)
                .count()
        };
        Self {
            errors: number(Severity::Error),
            warnings: number(Severity::Warning),
            notes: number(Severity::Note),
        }
    }

    /// `3 errors, 2 warnings`; nothing where there is nothing.
    #[must_use]
    pub fn summary(self) -> Option<String> {
        let parts: Vec<String> = [
            (self.errors, "error"),
            (self.warnings, "warning"),
            (self.notes, "note"),
        ]
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, word)| format!("{number} {word}{}", if number == 1 { "" } else { "s" }))
        .collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }
}
