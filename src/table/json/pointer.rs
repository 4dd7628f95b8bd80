//! What stands at a JSON pointer, as it is written: a number is not made another one by reading it.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

use super::check::check;
use super::fault::fault;
use crate::refusal::Refusal;

/// What stands somewhere in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// A text.
    Text(String),
    /// A number or a truth, as it is written.
    Plain(String),
    /// A list, an object or nothing (`null`).
    Other,
}

/// What stands at a pointer (RFC 6901) into a text as [`decode`](crate::decode) makes it; `Ok(None)` where that is nothing.
///
/// # Errors
///
/// The text is no document of JSON, or one that can be read in two ways, wherever in it that is.
pub fn at_pointer(text: &str, pointer: &str) -> Result<Option<Found>, Refusal> {
    check(text)?;
    at(text, pointer).map_err(|error| fault(text, &error, 0))
}

fn at(json: &str, pointer: &str) -> serde_json::Result<Option<Found>> {
    let mut value: &RawValue = serde_json::from_str(json)?;
    for step in pointer.split('/').skip(1) {
        let step = step.replace("~1", "/").replace("~0", "~");
        let Some(next) = within(value, &step)? else {
            return Ok(None);
        };
        value = next;
    }
    let text = value.get();
    Ok(Some(match text.as_bytes().first() {
        Some(b'"') => Found::Text(serde_json::from_str(text)?),
        Some(b'[' | b'{' | b'n') => Found::Other,
        _ => Found::Plain(text.to_owned()),
    }))
}

/// What an object has under a name; what a list has at a position.
fn within<'j>(value: &'j RawValue, step: &str) -> serde_json::Result<Option<&'j RawValue>> {
    let text = value.get();
    match text.as_bytes().first() {
        Some(b'{') => {
            let mut members: BTreeMap<String, &RawValue> = serde_json::from_str(text)?;
            Ok(members.remove(step))
        }
        Some(b'[') => {
            let elements: Vec<&RawValue> = serde_json::from_str(text)?;
            let plain = step == "0" || !step.starts_with(['0', '+']);
            let position = step.parse::<usize>().ok().filter(|_| plain);
            Ok(position.and_then(|position| elements.get(position).copied()))
        }
        _ => Ok(None),
    }
}
