//! What a program may rely on in a JSON document.

use serde::Serialize;

use super::args::AnswerFormat;
use super::{RunError, findings};
use xwalk_diagnostic::render::inert_json;
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
    /// The JSON Schema (draft 2020-12), as it is printed.
    pub schema: &'static str,
    /// The page with an example, from the root of the repository.
    pub page: &'static str,
    /// Makes the schema from the types, for the program that writes it into its file.
    #[cfg(feature = "schemas")]
    pub made: fn(&Self) -> String,
}

/// A row of the table: name, version, line of help, page, and what makes the schema. The schema that is printed stands in
/// `schemas/NAME.json`.
macro_rules! contract {
    ($name:literal $version:literal, $about:literal, $page:literal, $made:expr) => {
        $crate::contract::Contract {
            name: concat!("xwalk-", $name),
            version: $version,
            about: $about,
            schema: include_str!(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/schemas/",
                $name,
                ".json"
            )),
            page: $page,
            #[cfg(feature = "schemas")]
            made: $made,
        }
    };
}

pub(super) use contract;

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
}

/// A document as JSON text.
pub(super) fn json_text(document: &impl Serialize) -> String {
    // Only strings, numbers and lists: nothing that could fail.
    let mut text = serde_json::to_string_pretty(document).unwrap_or_default();
    text.push('\n');
    inert_json(&text).into_owned()
}
