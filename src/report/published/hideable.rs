//! What can be hidden from an audience.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use super::Form;

/// A value that can be hidden from an audience. It is written as it is; hidden it is in the document that is made.
#[derive(Serialize)]
#[serde(transparent)]
pub struct Hideable<T>(pub T);

/// What replaces a value that is hidden from the audience.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "it is written for the schema alone")]
struct Hidden {
    /// The SHA-256 of the value with its place and a salt. Who is given the salt and the value can check them with it.
    #[schemars(extend("pattern" = "^[0-9a-f]{64}$"))]
    hidden: String,
}

impl<T> Hideable<T> {
    /// Several values, each of which can be hidden by itself.
    pub fn all(values: impl IntoIterator<Item = T>) -> Vec<Self> {
        values.into_iter().map(Self).collect()
    }
}

impl<F: Form<T>, T: ?Sized> Form<T> for Hideable<F> {
    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        F::write(value, serializer)
    }
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
