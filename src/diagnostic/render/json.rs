//! The JSON document of diagnostics.

use serde::Serialize;

use super::Counts;
use crate::diagnostic::{Diagnostic, Label};
use crate::source::{Place, Position, SourceMap};

/// The name of the document's schema.
pub const SCHEMA: &str = "xwalk-diagnostics";
/// Its version; a new field leaves it, a changed meaning raises it.
pub const VERSION: u32 = 1;

pub fn render(found: &[Diagnostic], sources: &SourceMap) -> String {
    let diagnostics = found
        .iter()
        .map(|diagnostic| DiagnosticV1::new(diagnostic, sources))
        .collect();
    write(&DocumentV1 {
        schema: SCHEMA,
        version: VERSION,
        status: "complete",
        error: None,
        diagnostics,
        counts: Counts::of(found).into(),
    })
}

/// The document of a run that failed before anything could be said about the user's text.
#[must_use]
pub fn failed(error: &str) -> String {
    let counts = Counts::default().into();
    write(&DocumentV1 {
        schema: SCHEMA,
        version: VERSION,
        status: "failed",
        error: Some(error),
        diagnostics: Vec::new(),
        counts,
    })
}

fn write(document: &DocumentV1<'_>) -> String {
    // Only strings, numbers and lists: nothing that could fail.
    let mut text = serde_json::to_string_pretty(document).unwrap_or_default();
    text.push('\n');
    text
}

#[derive(Serialize)]
struct DocumentV1<'a> {
    schema: &'static str,
    version: u32,
    /// `complete`, or `failed` when the run itself failed: then nothing is known.
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<&'a str>,
    diagnostics: Vec<DiagnosticV1<'a>>,
    counts: CountsV1,
}

#[derive(Serialize)]
struct DiagnosticV1<'a> {
    code: &'static str,
    name: &'static str,
    severity: &'static str,
    message: &'a str,
    #[serde(flatten)]
    place: PlaceV1<'a>,
    #[serde(skip_serializing_if = "str::is_empty")]
    label: &'a str,
    labels: Vec<LabelV1<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
}

#[derive(Serialize)]
struct LabelV1<'a> {
    text: &'a str,
    #[serde(flatten)]
    place: PlaceV1<'a>,
}

#[derive(Serialize)]
struct PlaceV1<'a> {
    file: &'a str,
    start: PointV1,
    end: PointV1,
}

/// Lines and columns from 1, columns in characters; bytes from 0, not counting a byte order mark.
#[derive(Serialize)]
struct PointV1 {
    line: u32,
    column: u32,
    byte: u32,
}

#[derive(Serialize)]
struct CountsV1 {
    errors: usize,
    warnings: usize,
    notes: usize,
}

impl<'a> DiagnosticV1<'a> {
    fn new(diagnostic: &'a Diagnostic, sources: &'a SourceMap) -> Self {
        let label = |label: &'a Label| LabelV1 {
            text: &label.text,
            place: PlaceV1::new(label.place, sources),
        };
        Self {
            code: diagnostic.code.id,
            name: diagnostic.code.name,
            severity: diagnostic.severity.word(),
            message: &diagnostic.message,
            place: PlaceV1::new(diagnostic.primary.place, sources),
            label: &diagnostic.primary.text,
            labels: diagnostic.others.iter().map(label).collect(),
            help: diagnostic.help.as_deref(),
        }
    }
}

impl<'a> PlaceV1<'a> {
    fn new(place: Place, sources: &'a SourceMap) -> Self {
        let point = |position: Position, byte| PointV1 {
            line: position.line,
            column: position.column,
            byte,
        };
        Self {
            file: sources.name(place.source),
            start: point(sources.position(place), place.span.start),
            end: point(sources.end_position(place), place.span.end),
        }
    }
}

impl From<Counts> for CountsV1 {
    fn from(counts: Counts) -> Self {
        Self {
            errors: counts.errors,
            warnings: counts.warnings,
            notes: counts.notes,
        }
    }
}
