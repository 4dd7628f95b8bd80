//! Whether a text is one document of JSON, and no object in it names a member twice.

use std::collections::HashSet;
use std::fmt;

use serde::de::{DeserializeSeed, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Deserializer, Error};

use super::fault::{fault, offset};
use super::name::Name;
use crate::refusal::{Cause, Refusal};

/// Reads a whole text.
///
/// # Errors
///
/// It is no document of JSON, or one that can be read in two ways.
pub(super) fn check(text: &str) -> Result<(), Refusal> {
    if text.trim().is_empty() {
        return Err(Refusal::whole(Cause::Empty));
    }
    let mut seen = Seen::default();
    let mut reader = Deserializer::from_str(text);
    let read = Value { seen: &mut seen }.deserialize(&mut reader);
    let read = read.map_err(|error| match seen.twice.take() {
        Some(name) => twice(text, &name, &error),
        None => fault(text, &error, seen.depth),
    });
    read?;
    reader
        .end()
        .map_err(|error| Refusal::new(Cause::Second, text, offset(text, &error)))
}

/// The name ends where the reader is, and begins at a quotation mark that no backslash escapes.
fn twice(text: &str, name: &str, error: &Error) -> Refusal {
    let end = offset(text, error);
    let mut at = end;
    while let Some(quote) = text.get(..at).and_then(|before| before.rfind('"')) {
        at = quote;
        let before = text.get(..quote).unwrap_or_default();
        let escapes = before.len() - before.trim_end_matches('\\').len();
        if escapes % 2 == 0 {
            break;
        }
    }
    let shown = name.chars().take(60).collect();
    Refusal::new(Cause::TwoMembers(shown), text, at)
}

/// What a reader has come upon.
#[derive(Default)]
struct Seen {
    /// How many lists and objects are open.
    depth: usize,
    /// The name that an object has twice.
    twice: Option<String>,
}

/// One value and everything in it.
struct Value<'a> {
    seen: &'a mut Seen,
}

impl<'de> DeserializeSeed<'de> for Value<'_> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, reader: D) -> Result<(), D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Value<'_> {
    type Value = ();

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("a value")
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        self.seen.depth += 1;
        while list.next_element_seed(Value { seen: self.seen })?.is_some() {}
        self.seen.depth -= 1;
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<(), A::Error> {
        self.seen.depth += 1;
        let mut names = HashSet::new();
        while let Some(name) = object.next_key_seed(Name)? {
            if names.contains(&name) {
                self.seen.twice = Some(name.into_owned());
                return Err(A::Error::custom("a member twice"));
            }
            names.insert(name);
            object.next_value_seed(Value { seen: self.seen })?;
        }
        self.seen.depth -= 1;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::DEEPEST;

    fn refused(text: &str) -> String {
        match check(text) {
            Ok(()) => String::new(),
            Err(refusal) => refusal
                .told("f", "JSON")
                .replace("`f` cannot be read as JSON", ""),
        }
    }

    #[test]
    fn documents_are_read() {
        for text in [
            "1",
            " {\"a\": [null, true, \"x\", -1.5e3, {\"a\": {}}]} ",
            "\"\\u00e9\"",
        ] {
            assert_eq!(refused(text), "", "{text}");
        }
        let deep = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
        assert_eq!(refused(&deep(DEEPEST - 1)), "");
        assert_eq!(
            refused(&deep(DEEPEST)),
            ", line 1, column 128: lists and objects are 128 levels deep here; fewer than 128 are read"
        );
    }

    #[test]
    fn whatever_is_no_document_is_told_by_its_place() {
        for (text, told) in [
            ("", ": it is empty"),
            (
                "{\n \"a\": [1, 2],\n \"p\": NaN\n}",
                ", line 3, column 7: `NaN` is no number of JSON",
            ),
            (
                "[-Infinity]",
                ", line 1, column 2: `-Infinity` is no number of JSON",
            ),
            ("[nan]", ", line 1, column 2: `nan` is no number of JSON"),
            (
                "[1e999]",
                ", line 1, column 2: the number `1e999` is larger than programs compute with",
            ),
            (
                "{\"p\":1}\n{\"p\":2}\n",
                ", line 2, column 1: the document is over, and something else begins",
            ),
            (
                "{\"é\": 1, \"b\": 2, \"é\": 3}",
                ", line 1, column 18: the member `é` appears here twice in one object",
            ),
            (
                "{\"a\": {\"b\": 1, \"\\u0062\": 2}}",
                ", line 1, column 16: the member `b` appears here twice in one object",
            ),
            (
                "{\"a\": [1, 2",
                ", line 1, column 11: the file ends in the middle of a value",
            ),
            (
                "{\"a\": True}",
                ", line 1, column 7: `True` cannot stand here",
            ),
            ("[1,]", ", line 1, column 4: `]` cannot stand here"),
            ("{'a': 1}", ", line 1, column 2: `'` cannot stand here"),
            (
                "[\"a\tb\"]",
                ", line 1, column 4: the character U+0009 cannot stand here",
            ),
        ] {
            assert_eq!(refused(text), told, "{text}");
        }
    }
}
