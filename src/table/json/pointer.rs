//! What stands at a JSON pointer, as it is written: a number is not made another one by reading it.

use std::fmt;

use serde::Deserializer as _;
use serde::de::{IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Deserializer;
use serde_json::value::RawValue;

use super::check::check;
use super::fault::fault;
use super::name::Name;
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
    let mut reader = Deserializer::from_str(text);
    match text.as_bytes().first() {
        Some(b'{') => reader.deserialize_map(Member(step)),
        Some(b'[') => {
            let plain = step == "0" || !step.starts_with(['0', '+']);
            match step.parse().ok().filter(|_| plain) {
                Some(position) => reader.deserialize_seq(Element(position)),
                None => Ok(None),
            }
        }
        _ => Ok(None),
    }
}

/// What an object has under a name.
struct Member<'a>(&'a str);

impl<'de> Visitor<'de> for Member<'_> {
    type Value = Option<&'de RawValue>;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Self::Value, A::Error> {
        let mut found = None;
        while let Some(name) = object.next_key_seed(Name)? {
            if name == self.0 {
                found = Some(object.next_value()?);
            } else {
                object.next_value::<IgnoredAny>()?;
            }
        }
        Ok(found)
    }
}

/// What a list has at a position.
struct Element(usize);

impl<'de> Visitor<'de> for Element {
    type Value = Option<&'de RawValue>;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut found = None;
        let mut at = 0;
        while let Some(element) = list.next_element()? {
            found = if at == self.0 { Some(element) } else { found };
            at += 1;
        }
        Ok(found)
    }
}
