//! The schemas of what no derive can describe.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::{As, Hideable, Vocabulary, Word};

impl<F: JsonSchema> JsonSchema for As<F> {
    fn inline_schema() -> bool {
        F::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        F::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        F::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        F::json_schema(generator)
    }
}

/// What replaces a value that is hidden from the audience.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "it is written for the schema alone")]
struct Hidden {
    /// The SHA-256 of the value with its place and a salt. Who is given the salt and the value can check them with it.
    #[schemars(extend("pattern" = "^[0-9a-f]{64}$"))]
    hidden: String,
}

impl<T: JsonSchema> JsonSchema for Hideable<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("Hideable{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let shown = generator.subschema_for::<T>();
        let hidden = generator.subschema_for::<Hidden>();
        json_schema!({ "anyOf": [shown, hidden] })
    }
}

impl<T: Vocabulary> JsonSchema for Word<T> {
    fn schema_name() -> Cow<'static, str> {
        T::NAME.into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let words: Vec<_> = T::all().map(Vocabulary::word).collect();
        json_schema!({ "type": "string", "enum": words, "description": T::ABOUT })
    }
}
