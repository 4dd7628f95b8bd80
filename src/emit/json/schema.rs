//! The JSON Schemas of the forms, made from their types.

use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value};

use super::posture::{DisclosuresV1, PostureV2};
use super::v2::JsonV2;

/// The JSON Schema (draft 2020-12) of `crosswalk.json`.
#[must_use]
pub fn schema() -> String {
    text::<JsonV2<'_>>()
}

/// The JSON Schema (draft 2020-12) of `posture.json`.
#[must_use]
pub fn posture_schema() -> String {
    text::<PostureV2<'_>>()
}

/// The JSON Schema (draft 2020-12) of `posture.disclosure.json`.
#[must_use]
pub fn disclosure_schema() -> String {
    text::<DisclosuresV1>()
}

fn text<T: JsonSchema>() -> String {
    format!("{:#}\n", schema_of::<T>().to_value())
}

/// The JSON Schema (draft 2020-12) of a type as it is written. It allows no member that it does not describe, and null only
/// where a member is always there.
#[must_use]
pub fn schema_of<T: JsonSchema>() -> Schema {
    let generator = SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator();
    let mut schema = generator.into_root_schema_for::<T>();
    RecursiveTransform(strict).transform(&mut schema);
    schema
}

fn strict(schema: &mut Schema) {
    let required = schema.get("required").cloned();
    let is_required = |name: &str| {
        let mut names = required.iter().filter_map(Value::as_array).flatten();
        names.any(|required| required == name)
    };
    let Some(Value::Object(members)) = schema.get_mut("properties") else {
        return;
    };
    let optional = members.iter_mut().filter(|(name, _)| !is_required(name));
    for member in optional.filter_map(|(_, member)| member.as_object_mut()) {
        refuse_null(member);
    }
    schema.insert("additionalProperties".to_owned(), false.into());
}

/// What has nothing to say is absent: the "or null" that optional members get is taken back.
fn refuse_null(member: &mut Map<String, Value>) {
    if let Some(Value::Array(types)) = member.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = types.as_mut_slice() {
            let only = only.take();
            member.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(choices)) = member.get_mut("anyOf") {
        choices.retain(|choice| choice.get("type").is_none_or(|name| name != "null"));
        if let [Value::Object(only)] = choices.as_mut_slice() {
            let only = std::mem::take(only);
            member.remove("anyOf");
            member.extend(only);
        }
    }
}
