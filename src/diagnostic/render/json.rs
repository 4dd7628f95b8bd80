//! The JSON document of diagnostics.

use crate::JsonSchema;
use serde::Serialize;

use super::Counts;
use crate::{Diagnostic, Label, Severity};
use xwalk_source::{Place, Position, SourceMap};

/// The name of the document's schema.
pub const SCHEMA: &str = "xwalk-diagnostics";
/// Its version; a new field leaves it, a changed meaning raises it.
pub const VERSION: u32 = 1;

pub fn render(found: &[Diagnostic], sources: &SourceMap) -> String {
    let diagnostics = found
        .iter()
        .map(|diagnostic| DiagnosticV1::new(diagnostic, sources))
        .collect();
    write(&DiagnosticsV1 {
        schema: SCHEMA,
        version: VERSION,
        status: StatusV1::Complete,
        error: None,
        diagnostics,
        counts: Counts::of(found).into(),
    })
}

/// The document of a run that failed before anything could be said about the user's text.
#[must_use]
pub fn failed(error: &str) -> String {
    let counts = Counts::default().into();
    write(&DiagnosticsV1 {
        schema: SCHEMA,
        version: VERSION,
        status: StatusV1::Failed,
        error: Some(error),
        diagnostics: Vec::new(),
        counts,
    })
}

fn write(document: &DiagnosticsV1<'_>) -> String {
    // Only strings, numbers and lists: nothing that could fail.
    let mut text = serde_json::to_string_pretty(document).unwrap_or_default();
    text.push('\n');
    text
}

/// What xwalk found in a workspace.
#[derive(Serialize, JsonSchema)]
pub struct DiagnosticsV1<'a> {
    /// Always `xwalk-diagnostics`.
    schema: &'static str,
    /// The version of this schema. New fields leave it as it is.
    version: u32,
    /// Whether the run came to its end.
    status: StatusV1,
    /// Why the run failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<&'a str>,
    /// All findings, in order of file, line and code.
    diagnostics: Vec<DiagnosticV1<'a>>,
    /// How many findings there are.
    counts: CountsV1,
}

/// Whether the run came to its end.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Status")]
#[serde(rename_all = "lowercase")]
enum StatusV1 {
    /// Everything was looked at.
    Complete,
    /// The run failed; that there are no findings says nothing.
    Failed,
}

/// How grave a finding is.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Severity")]
#[serde(rename_all = "lowercase")]
enum SeverityV1 {
    /// The text cannot be meant so: the run ends with 1.
    Error,
    /// Something is probably not meant so.
    Warning,
    /// Worth knowing.
    Note,
}

/// One finding.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Diagnostic")]
struct DiagnosticV1<'a> {
    /// The permanent code, such as `XW0302`.
    code: &'static str,
    /// The code in words.
    name: &'static str,
    /// How grave it is, as the settings have it.
    severity: SeverityV1,
    /// What is wrong, in one sentence.
    message: &'a str,
    /// Where it is wrong.
    #[serde(flatten)]
    place: PlaceV1<'a>,
    /// What stands there, in a few words; may be empty.
    label: &'a str,
    /// Other places that matter.
    labels: Vec<LabelV1<'a>>,
    /// What to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
}

/// A place with what it has to do with the finding.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Label")]
struct LabelV1<'a> {
    /// What stands there, in a few words; may be empty.
    text: &'a str,
    /// Where.
    #[serde(flatten)]
    place: PlaceV1<'a>,
}

/// A range in a file.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Place")]
struct PlaceV1<'a> {
    /// The file, from the folder in which the program was started, with forward slashes.
    file: &'a str,
    /// The first character.
    start: PointV1,
    /// After the last character.
    end: PointV1,
}

/// A point in a file.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Point")]
struct PointV1 {
    /// The line, from 1.
    line: u32,
    /// The column in characters, from 1.
    column: u32,
    /// The offset in bytes from 0, a byte order mark not counted.
    byte: u32,
}

/// How many findings there are of each severity.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Counts")]
struct CountsV1 {
    /// At error level.
    errors: usize,
    /// At warning level.
    warnings: usize,
    /// At note level.
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
            severity: diagnostic.severity.into(),
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
            file: sources.path(place.source),
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

impl From<Severity> for SeverityV1 {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Error => Self::Error,
            Severity::Warning => Self::Warning,
            Severity::Note => Self::Note,
        }
    }
}
