//! What a program may rely on in a JSON document.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::args::AnswerFormat;
use super::{RunError, findings};
use xwalk_emit::schema_of;
use xwalk_host::Host;

/// A JSON document with a name and a version of its own, a strict schema, and a page. A new one is one file and one row in
/// [`CONTRACTS`](super::contracts::CONTRACTS).
pub struct Contract {
    /// What the document calls itself: `xwalk-coverage`.
    pub name: &'static str,
    /// The version of the form. It changes when a reader of the old one could be misled.
    pub version: u32,
    /// One line of help.
    pub about: &'static str,
    /// The JSON Schema (draft 2020-12).
    pub schema: fn(&Self) -> String,
    /// The page with an example, from the root of the repository.
    pub page: &'static str,
}

impl Contract {
    /// The name on the command line: `coverage`.
    #[must_use]
    pub fn short(&self) -> &'static str {
        self.name.strip_prefix("xwalk-").unwrap_or(self.name)
    }

    /// An answer as JSON text, headed by name and version.
    pub(super) fn text(&self, answer: &impl Serialize) -> String {
        #[derive(Serialize)]
        struct Headed<'a, T> {
            schema: &'static str,
            version: u32,
            #[serde(flatten)]
            answer: &'a T,
        }
        let headed = Headed {
            schema: self.name,
            version: self.version,
            answer,
        };
        json_text(&headed)
    }

    /// Prints an answer in the form that is asked for: a text for people, or the document for programs.
    pub(super) fn answer<T: Serialize>(
        &self,
        host: &dyn Host,
        format: AnswerFormat,
        text: impl FnOnce() -> String,
        document: impl FnOnce() -> T,
    ) -> Result<(), RunError> {
        let answer = match format {
            AnswerFormat::Human => findings::safe(&text()).into_owned(),
            AnswerFormat::Json => self.text(&document()),
        };
        Ok(host.print(&answer)?)
    }

    /// The schema of such a text.
    pub(super) fn schema_of<T: JsonSchema>(&self) -> String {
        let mut schema = schema_of::<T>();
        let title = format!("{} {}", self.name, self.version);
        schema.insert("title".to_owned(), title.into());
        self.head(schema.ensure_object());
        format!("{:#}\n", schema.to_value())
    }

    /// Adds name and version to the members that a schema describes.
    fn head(&self, schema: &mut Map<String, Value>) {
        let members = [
            (
                "schema",
                json!(self.name),
                "string",
                "The name of this form.",
            ),
            (
                "version",
                json!(self.version),
                "integer",
                "The version of this form. It changes when a reader of the old one could be misled.",
            ),
        ];
        for (member, value, kind, about) in members {
            let described = json!({"const": value, "type": kind, "description": about});
            let properties = schema.entry("properties").or_insert_with(|| json!({}));
            if let Value::Object(properties) = properties {
                properties.insert(member.to_owned(), described);
            }
            let required = schema.entry("required").or_insert_with(|| json!([]));
            if let Value::Array(required) = required {
                // What heads itself says so already.
                if !required.contains(&member.into()) {
                    required.push(member.into());
                }
            }
        }
    }
}

/// A document as JSON text.
pub(super) fn json_text(document: &impl Serialize) -> String {
    // Only strings, numbers and lists: nothing that could fail.
    let mut text = serde_json::to_string_pretty(document).unwrap_or_default();
    text.push('\n');
    text
}
