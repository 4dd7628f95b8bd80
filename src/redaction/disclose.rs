//! Hidden values are shown, and stand in their places again.

use crate::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::HIDDEN;
use super::digest::digest;

/// What shows one hidden value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Disclosure {
    /// The place of the value in the export, as a JSON pointer (RFC 6901): `/assessments/0/controls/4/note`.
    #[schemars(extend("pattern" = "^(/[a-z0-9_]+)+$"))]
    pub path: String,
    /// The salt: without it, nobody can find out the value by trying.
    #[schemars(extend("pattern" = "^[0-9a-f]{32}$"))]
    pub salt: String,
    /// The value. What is hidden within it has a disclosure of its own.
    pub value: Value,
}

/// Why a disclosure shows nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DisclosureError {
    /// There is nothing at this place.
    #[error(
        "the export has nothing at `{0}`; what lies within a hidden value can be shown only together with that, which has to come before it"
    )]
    Nowhere(String),
    /// What is there is not hidden.
    #[error("nothing is hidden at `{0}`, or it is shown twice")]
    NotHidden(String),
    /// The value is not the one that was hidden.
    #[error(
        "what is shown for `{0}` is not what was hidden there: its digest with the salt is another; ask the maker of the export for the disclosure as it was written"
    )]
    Another(String),
}

/// Puts a value in the place where it was hidden.
///
/// # Errors
/// If nothing is hidden there, or something else. The document is as before then.
pub fn disclose(document: &mut Value, disclosure: &Disclosure) -> Result<(), DisclosureError> {
    let Disclosure { path, salt, value } = disclosure;
    let place = document.pointer_mut(path);
    let place = place.ok_or_else(|| DisclosureError::Nowhere(path.clone()))?;
    let hidden = hidden(place).ok_or_else(|| DisclosureError::NotHidden(path.clone()))?;
    if digest(salt, path, value) != hidden {
        return Err(DisclosureError::Another(path.clone()));
    }
    *place = value.clone();
    Ok(())
}

/// The digest that stands in the place of a value.
fn hidden(value: &Value) -> Option<&str> {
    let members = value.as_object().filter(|members| members.len() == 1)?;
    members.get(HIDDEN)?.as_str()
}
