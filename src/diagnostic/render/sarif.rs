//! SARIF 2.1.0 (OASIS), as far as code hosts read it.

use std::collections::BTreeMap;

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::{Code, Diagnostic, Label, Level};
use xwalk_source::{Place, SourceMap};

/// GitHub refuses a run with more results.
const MOST_RESULTS: usize = 25_000;
/// What relative names of files are relative to, by the name that GitHub knows.
const ROOT: &str = "%SRCROOT%";

pub fn render(found: &[Diagnostic], sources: &SourceMap) -> String {
    let mut codes: Vec<&'static Code> = found.iter().map(|diagnostic| diagnostic.code).collect();
    codes.sort_by_key(|code| code.id);
    codes.dedup();
    let mut kept: Vec<&Diagnostic> = found.iter().collect();
    if kept.len() > MOST_RESULTS {
        // The gravest stay; a stable sort keeps the order of places among equals.
        kept.sort_by_key(|diagnostic| diagnostic.severity);
        kept.truncate(MOST_RESULTS);
    }
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let results = kept
        .iter()
        .map(|diagnostic| result(diagnostic, &codes, sources, &mut seen))
        .collect();
    let log = Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: driver(&codes),
            },
            column_kind: "unicodeCodePoints",
            original_uri_base_ids: BTreeMap::from([(
                ROOT,
                Description {
                    description: text("the folder that the names are relative to"),
                },
            )]),
            invocations: [Invocation {
                execution_successful: true,
                tool_execution_notifications: truncation(found.len()),
            }],
            results,
        }],
    };
    // Only strings, numbers and lists: nothing that could fail.
    let mut written = serde_json::to_string_pretty(&log).unwrap_or_default();
    written.push('\n');
    written
}

fn driver(codes: &[&'static Code]) -> Driver {
    let rules = codes
        .iter()
        .map(|code| Rule {
            id: code.id,
            name: code.name,
            short_description: text(code.summary()),
            help: Help {
                text: code.markdown(),
                markdown: code.markdown(),
            },
            default_configuration: Configuration {
                level: match code.level {
                    Level::At(severity) => severity.word(),
                    Level::Off => "none",
                },
            },
        })
        .collect();
    Driver {
        name: "xwalk",
        semantic_version: env!("CARGO_PKG_VERSION"),
        rules,
    }
}

fn result(
    diagnostic: &Diagnostic,
    codes: &[&'static Code],
    sources: &SourceMap,
    seen: &mut BTreeMap<String, usize>,
) -> ResultObject {
    let message = match &diagnostic.help {
        Some(help) => format!("{}\n{help}", diagnostic.message),
        None => diagnostic.message.clone(),
    };
    // From what is said and not from the line or its text, so that edits nearby do not make a finding new.
    let key = format!(
        "{}\0{}\0{}",
        diagnostic.code.id,
        sources.name(diagnostic.primary.place.source),
        diagnostic.message
    );
    let number = seen.entry(key.clone()).or_default();
    *number += 1;
    let hash: String = Sha256::digest(key)
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    ResultObject {
        rule_id: diagnostic.code.id,
        rule_index: codes.iter().position(|code| code.id == diagnostic.code.id),
        level: diagnostic.severity.word(),
        message: text(message),
        locations: [location(&diagnostic.primary, sources)],
        related_locations: diagnostic
            .others
            .iter()
            .map(|label| location(label, sources))
            .collect(),
        partial_fingerprints: BTreeMap::from([(
            "primaryLocationLineHash",
            format!("{hash}:{number}"),
        )]),
    }
}

fn location(label: &Label, sources: &SourceMap) -> Location {
    Location {
        physical_location: PhysicalLocation {
            artifact_location: ArtifactLocation {
                uri: uri(sources.path(label.place.source)),
                uri_base_id: ROOT,
            },
            region: region(label.place, sources),
        },
        message: (!label.text.is_empty()).then(|| text(label.text.as_str())),
    }
}

fn region(place: Place, sources: &SourceMap) -> Region {
    let (start, end) = (sources.position(place), sources.end_position(place));
    Region {
        start_line: start.line,
        start_column: start.column,
        end_line: end.line,
        end_column: end.column,
    }
}

fn truncation(found: usize) -> Vec<Notification> {
    if found <= MOST_RESULTS {
        return Vec::new();
    }
    let said = format!(
        "{found} findings, of which this file holds the {MOST_RESULTS} most severe: readers refuse more"
    );
    vec![Notification {
        level: "warning",
        message: text(said),
    }]
}

/// A relative reference (RFC 3986): everything but unreserved characters and `/` as percent escapes.
fn uri(name: &str) -> String {
    let mut uri = String::with_capacity(name.len());
    for byte in name.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' | b'@' => {
                uri.push(char::from(byte));
            }
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

fn text(text: impl Into<String>) -> Message {
    Message { text: text.into() }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Tool,
    column_kind: &'static str,
    original_uri_base_ids: BTreeMap<&'static str, Description>,
    invocations: [Invocation; 1],
    results: Vec<ResultObject>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    semantic_version: &'static str,
    rules: Vec<Rule>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: &'static str,
    name: &'static str,
    short_description: Message,
    help: Help,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Help {
    text: String,
    markdown: String,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Description {
    description: Message,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation {
    execution_successful: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tool_execution_notifications: Vec<Notification>,
}

#[derive(Serialize)]
struct Notification {
    level: &'static str,
    message: Message,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ResultObject {
    rule_id: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    level: &'static str,
    message: Message,
    locations: [Location; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
    partial_fingerprints: BTreeMap<&'static str, String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: PhysicalLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    region: Region,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactLocation {
    uri: String,
    uri_base_id: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
    start_column: u32,
    end_line: u32,
    end_column: u32,
}

#[derive(Serialize)]
struct Message {
    text: String,
}
