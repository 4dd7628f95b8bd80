//! Texts of a fixed shape.

use std::fmt::Display;

use crate::JsonSchema;
use serde::{Serialize, Serializer};

use super::Form;

/// Defines the shapes of texts. A field that is text already needs one for its schema only.
macro_rules! shapes {
    ($($(#[$about:meta])* $name:ident, $key:literal = $value:literal;)*) => {$(
        $(#[$about])*
        #[derive(Serialize, JsonSchema)]
        #[schemars(extend($key = $value))]
        pub struct $name<'r>(pub &'r str);
    )*};
}

shapes! {
    /// The name of a role, a risk, a piece of evidence, an assessment, an initiative.
    Name, "pattern" = "^[a-z][a-z0-9-]*$";
    /// A control with its framework: `nist-csf@2.0:PR.AA-05`.
    ControlName, "pattern" = "^[a-z][a-z0-9-]*@[A-Za-z0-9._-]+:.+$";
    /// A framework with its edition: `nist-csf@2.0`.
    FrameworkKey, "pattern" = "^[a-z][a-z0-9-]*@[A-Za-z0-9._-]+$";
    /// A SHA-256 in hexadecimal digits.
    Sha256, "pattern" = "^[0-9a-f]{64}$";
}

/// A row of a mapping: the mapping's name and the number of the claim in it, counted from 1: `csf2-iso/12`.
#[derive(Serialize, JsonSchema)]
#[schemars(extend("pattern" = "^[a-z][a-z0-9-]*/[1-9][0-9]*$"))]
pub struct RowId(pub String);

/// Defines the shapes of what is printed as text.
macro_rules! printed {
    ($($(#[$about:meta])* $name:ident;)*) => {$(
        #[derive(Serialize, JsonSchema)]
        $(#[$about])*
        pub struct $name(String);

        impl $name {
            /// The text of a value.
            pub fn of(value: impl ToString) -> Self {
                Self(value.to_string())
            }
        }

        impl<T: Display> Form<T> for $name {
            fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(value)
            }
        }
    )*};
}

printed! {
    /// A day: `2026-11-23`.
    #[schemars(extend("format" = "date", "pattern" = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))]
    Day;
    /// A span of time: `15min`, `4h`, `90d`, `6mo`, `1y`.
    #[schemars(extend("pattern" = "^[0-9]+(min|h|d|mo|y)$"))]
    TimeSpan;
}
