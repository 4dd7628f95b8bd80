//! The JSON document of diagnostics.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
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
    write(&DocumentV1 {
        schema: SCHEMA,
        version: VERSION,
        status: StatusV1::Failed,
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

/// The JSON Schema of the document.
#[must_use]
pub fn schema() -> String {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let schema = settings
        .into_generator()
        .into_root_schema_for::<DocumentV1<'_>>();
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}

/// What xwalk found in a workspace.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "xwalk-diagnostics")]
struct DocumentV1<'a> {
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
#[serde(rename_all = "lowercase")]
enum StatusV1 {
    /// Everything was looked at.
    Complete,
    /// The run failed; that there are no findings says nothing.
    Failed,
}

/// One finding.
#[derive(Serialize, JsonSchema)]
struct DiagnosticV1<'a> {
    /// The permanent code, such as `XW0302`.
    code: &'static str,
    /// The code in words.
    name: &'static str,
    /// `error`, `warning` or `note`, as the settings have it.
    severity: &'static str,
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
struct LabelV1<'a> {
    /// What stands there, in a few words; may be empty.
    text: &'a str,
    /// Where.
    #[serde(flatten)]
    place: PlaceV1<'a>,
}

/// A range in a file.
#[derive(Serialize, JsonSchema)]
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
