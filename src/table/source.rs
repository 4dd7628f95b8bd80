//! A table that a file of the language names, as a source in which something can be pointed at.

use xwalk_source::{Origin, Source, Unread};

use crate::decode::decode;
use crate::refusal::Cause;

/// The table of this name, or why its bytes are none. A single byte that belongs to no character makes it no less a table: it
/// is kept as the error of the source, which reading reports at its place.
///
/// # Errors
///
/// The bytes are no text.
pub fn source(name: impl Into<String>, bytes: Vec<u8>, origin: Origin) -> Result<Source, Unread> {
    let text = match decode(&bytes) {
        Ok(text) => text.into_owned(),
        Err(refusal) => {
            return match (&refusal.cause, refusal.cause.help()) {
                (Cause::NotUtf8(_) | Cause::HalfCharacter, _) | (_, None) => {
                    Ok(Source::decode(name, bytes, origin).into_table())
                }
                (cause, Some(help)) => Err(Unread::NoTable {
                    why: cause.to_string(),
                    help,
                }),
            };
        }
    };
    Ok(Source::new(name, text, origin).into_table())
}
