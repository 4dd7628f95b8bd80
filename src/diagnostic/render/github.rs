//! Annotations of GitHub Actions: workflow commands on standard output.

use super::inert::without_orders_within;
use super::visible::visible;
use crate::{Diagnostic, Severity};
use xwalk_source::SourceMap;

pub fn render(found: &[Diagnostic], sources: &SourceMap) -> String {
    // Only the first few of each step are shown: the gravest come first.
    let mut ordered: Vec<&Diagnostic> = found.iter().collect();
    ordered.sort_by_key(|diagnostic| diagnostic.severity);
    ordered
        .into_iter()
        .map(|diagnostic| annotation(diagnostic, sources))
        .collect()
}

fn annotation(diagnostic: &Diagnostic, sources: &SourceMap) -> String {
    let command = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let place = diagnostic.primary.place;
    let (start, end) = (sources.position(place), sources.end_position(place));
    // A column is only understood where the place stays on one line.
    let columns = if start.line == end.line {
        format!(
            ",col={},endColumn={}",
            start.column,
            end.column.max(start.column)
        )
    } else {
        String::new()
    };
    let mut message = diagnostic.message.clone();
    for label in &diagnostic.others {
        message.push_str(&format!(
            "\n{}:{}: {}",
            sources.path(label.place.source),
            sources.position(label.place).line,
            label.text
        ));
    }
    if let Some(help) = &diagnostic.help {
        message.push_str(&format!("\nhelp: {help}"));
    }
    format!(
        "::{command} file={},line={},endLine={}{columns},title={}::{}\n",
        property(sources.path(place.source)),
        start.line,
        end.line,
        property(&format!("{} {}", diagnostic.code.id, diagnostic.code.name)),
        data(&message),
    )
}

/// Text after the `::`, which must not begin a command of its own.
fn data(text: &str) -> String {
    without_orders_within(&visible(text))
        .replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// The value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
