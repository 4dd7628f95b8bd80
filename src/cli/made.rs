//! The schemas of the answers, made from their types.

use schemars::JsonSchema;
use serde_json::{Map, Value, json};

use super::contract::Contract;
use xwalk_emit::schema_of;

impl Contract {
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
