//! The digest that stands in the place of a value.

use serde_json::Value;
use sha2::{Digest as _, Sha256};

/// The digest of a value at a place with a salt: SHA-256, as 64 small hexadecimal digits, of the JSON list
/// `[salt, path, value]` in its canonical form (RFC 8785).
///
/// The path belongs to it, so that no digest can be moved to where another value is asked for.
#[must_use]
pub fn digest(salt: &str, path: &str, value: &Value) -> String {
    sha256(&canonical(&(salt, path, value)))
}

/// The canonical form of what is made of lists, texts, integers and values: `serde_json` orders the members of a value by
/// name, adds no blanks, and escapes no more than it has to, as RFC 8785 asks. (That one orders names by UTF-16; those of
/// our documents are ASCII.)
pub fn canonical(value: &impl serde::Serialize) -> Vec<u8> {
    // Nothing in a value can fail to be written.
    serde_json::to_vec(value).unwrap_or_default()
}

/// The SHA-256 of bytes, as 64 small hexadecimal digits.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
