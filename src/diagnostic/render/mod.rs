//! Diagnostics as people and machines read them. This folder alone knows miette.

mod counts;
mod excerpt;
mod github;
mod human;
mod inert;
mod inert_json;
mod json;
mod look;
mod sarif;
mod visible;

pub use counts::Counts;
pub use inert::inert;
pub use inert_json::inert_json;
pub use json::{DiagnosticsV1, failed as failed_json};
pub use look::Look;
pub use visible::{is_hidden, visible};

use super::Diagnostic;
use xwalk_source::SourceMap;

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
    /// Whether a program reads it: then it goes to standard output, also when nothing was found.
    #[must_use]
    pub fn is_machine(self) -> bool {
        self != Self::Human
    }
}

/// Writes diagnostics, given in the order in which they are to be read.
#[must_use]
pub fn render(format: Format, found: &[Diagnostic], sources: &SourceMap, look: Look) -> String {
    match format {
        Format::Human => inert(&human::render(found, sources, look)).into_owned(),
        Format::Json => inert_json(&json::render(found, sources)).into_owned(),
        Format::Sarif => inert_json(&sarif::render(found, sources)).into_owned(),
        Format::Github => github::render(found, sources),
    }
}
