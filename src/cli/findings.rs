//! How a command shows what the compiler found.

use std::borrow::Cow;

use super::args::{Color, Common, FormatName};
use super::{Outcome, RunError, host};
use crate::diagnostic::render::{Format, Look, render, visible};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::SourceMap;

/// Writes diagnostics: for people to the standard error, for machines to the standard output.
pub fn show(
    found: &[Diagnostic],
    sources: &SourceMap,
    format: FormatName,
    common: &Common,
) -> Result<Outcome, RunError> {
    let format = Format::from(format);
    if format.is_machine() {
        host::print(&render(format, found, sources, Look::default()))?;
    } else if common.quiet < 2 {
        host::tell(&render(format, found, sources, look(common.color)));
    }
    let errors = found
        .iter()
        .any(|diagnostic| diagnostic.severity == Severity::Error);
    Ok(if errors {
        Outcome::Findings
    } else {
        Outcome::Clean
    })
}

/// The findings at error level.
pub fn only_errors(found: &[Diagnostic]) -> Vec<Diagnostic> {
    found
        .iter()
        .filter(|diagnostic| diagnostic.severity == Severity::Error)
        .cloned()
        .collect()
}

/// A user's text as a terminal may have it.
pub fn safe(text: &str) -> Cow<'_, str> {
    visible(text)
}

/// NO_COLOR wins over CLICOLOR_FORCE, and that over the terminal; an empty variable says nothing
/// (no-color.org, bixense.com/clicolors).
fn look(color: Color) -> Look {
    let forced = || host::variable("CLICOLOR_FORCE").is_some_and(|value| value != "0");
    let plain = || host::variable("TERM").is_some_and(|value| value == "dumb");
    let color = match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto if host::variable("NO_COLOR").is_some() => false,
        Color::Auto => forced() || host::tells_terminal() && !plain(),
    };
    Look {
        color,
        width: host::width(),
    }
}
