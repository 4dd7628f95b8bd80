//! The JSON Schemas of the forms, made from their types.

use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema};
use serde_json::Value;

use super::posture::{DisclosuresV1, PostureV1};
use super::v1::JsonV1;

/// The JSON Schema (draft 2020-12) of `crosswalk.json`. It allows no member that it does not describe.
#[must_use]
pub fn schema() -> String {
    schema_of::<JsonV1<'_>>()
}

/// The JSON Schema (draft 2020-12) of `posture.json`. It allows no member that it does not describe.
#[must_use]
pub fn posture_schema() -> String {
    schema_of::<PostureV1<'_>>()
}

/// The JSON Schema (draft 2020-12) of `posture.disclosure.json`. It allows no member that it does not describe.
#[must_use]
pub fn disclosure_schema() -> String {
    schema_of::<DisclosuresV1>()
}

fn schema_of<T: JsonSchema>() -> String {
    let generator = SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator();
    let mut schema = generator.into_root_schema_for::<T>();
    RecursiveTransform(refuse_null).transform(&mut schema);
    format!("{:#}\n", schema.to_value())
}

/// What has nothing to say is absent: the "or null" that optional members get is taken back.
fn refuse_null(schema: &mut Schema) {
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = types.as_mut_slice() {
            let only = only.take();
            schema.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(choices)) = schema.get_mut("anyOf") {
        choices.retain(|choice| choice.get("type").is_none_or(|name| name != "null"));
        if let [Value::Object(only)] = choices.as_mut_slice() {
            let only = std::mem::take(only);
            schema.remove("anyOf");
            schema.ensure_object().extend(only);
        }
    }
}
