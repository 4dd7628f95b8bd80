//! How a command shows what the compiler found.

use std::borrow::Cow;
use std::path::Path;

use super::args::{Color, FormatName};
use super::{Context, Outcome, RunError};
use xwalk_diagnostic::render::{Format, Look, inert, render, visible};
use xwalk_diagnostic::{Diagnostic, Level, Severity};
use xwalk_host::Host;
use xwalk_rules::PIN_MISMATCH;
use xwalk_source::SourceMap;

/// Writes diagnostics: for people to standard error, for machines to standard output.
pub fn show(
    found: &[Diagnostic],
    sources: &SourceMap,
    format: FormatName,
    context: Context<'_>,
) -> Result<Outcome, RunError> {
    let Context { host, common } = context;
    let format = Format::from(format);
    if format.is_machine() {
        host.print(&render(format, found, sources, Look::default()))?;
    } else if common.quiet < 2 {
        host.tell(&render(format, found, sources, look(common.color, host)));
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

/// Tells people of the findings at error level.
pub fn show_errors(
    found: &[Diagnostic],
    sources: &SourceMap,
    context: Context<'_>,
) -> Result<Outcome, RunError> {
    show_those(found, sources, context, |diagnostic| {
        diagnostic.severity == Severity::Error
    })
}

/// Tells people of what makes an answer another one than the text asks for: claims that are lost, and changed pins.
/// Errors of judgement, such as a policy that is not met yet, are what such an answer is asked for.
pub fn show_losses(
    found: &[Diagnostic],
    sources: &SourceMap,
    context: Context<'_>,
) -> Result<Outcome, RunError> {
    show_those(found, sources, context, |diagnostic| {
        diagnostic.code.can_be(Level::Off).is_err()
            || diagnostic.code == PIN_MISMATCH && diagnostic.severity == Severity::Error
    })
}

fn show_those(
    found: &[Diagnostic],
    sources: &SourceMap,
    context: Context<'_>,
    those: fn(&Diagnostic) -> bool,
) -> Result<Outcome, RunError> {
    let those: Vec<Diagnostic> = found
        .iter()
        .filter(|diagnostic| those(diagnostic))
        .cloned()
        .collect();
    if those.is_empty() {
        return Ok(Outcome::Clean);
    }
    show(&those, sources, FormatName::Human, context)
}

/// Somebody's text on one line, so that it cannot pass for another line of an answer.
pub fn one_line(text: &str) -> String {
    let characters = text.chars();
    characters
        .map(|character| {
            if character.is_control() {
                ' '
            } else {
                character
            }
        })
        .collect()
}

/// A user's text as a terminal, and the log of a build service, may have it.
pub fn safe(text: &str) -> Cow<'_, str> {
    match visible(text) {
        Cow::Borrowed(text) => inert(text),
        Cow::Owned(text) => Cow::Owned(inert(&text).into_owned()),
    }
}

/// A text as a cell of a table on standard output: a record is one line, and gives no order.
pub fn cell(text: &str) -> String {
    safe(&one_line(text)).into_owned()
}

/// A path on one line.
pub fn written(path: &Path) -> String {
    safe(&one_line(&path.display().to_string())).into_owned()
}

/// NO_COLOR wins over CLICOLOR_FORCE, and that over the terminal; an empty variable says nothing
/// (no-color.org, bixense.com/clicolors).
fn look(color: Color, host: &dyn Host) -> Look {
    let forced = || {
        host.variable("CLICOLOR_FORCE")
            .is_some_and(|value| value != "0")
    };
    let plain = || host.variable("TERM").is_some_and(|value| value == "dumb");
    let color = match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto if host.variable("NO_COLOR").is_some() => false,
        Color::Auto => forced() || host.tells_terminal() && !plain(),
    };
    Look {
        color,
        width: host.terminal_width().unwrap_or(100).clamp(60, 160),
    }
}
