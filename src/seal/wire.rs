//! Fields as SSH writes them (RFC 4251, section 5), and Base64 (RFC 4648, section 4) in its one canonical spelling.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};

/// Takes one field after the other off the front of a blob; each answer is `None` where it ends too early.
pub struct Reader<'b>(&'b [u8]);

impl<'b> Reader<'b> {
    pub fn new(blob: &'b [u8]) -> Self {
        Self(blob)
    }

    pub fn bytes(&mut self, length: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    /// A `uint32`.
    pub fn number(&mut self) -> Option<u32> {
        let bytes = self.bytes(4)?.try_into().ok()?;
        Some(u32::from_be_bytes(bytes))
    }

    /// A `string`: its length, then as many bytes, which need not be text.
    pub fn string(&mut self) -> Option<&'b [u8]> {
        let length = usize::try_from(self.number()?).ok()?;
        self.bytes(length)
    }

    /// Whether nothing is left.
    pub fn is_done(&self) -> bool {
        self.0.is_empty()
    }
}

/// Adds a `string`. All that is ever written here is a few bytes long.
pub fn put_string(blob: &mut Vec<u8>, bytes: &[u8]) {
    let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
    blob.extend_from_slice(&length.to_be_bytes());
    blob.extend_from_slice(bytes);
}

pub fn to_base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// As fingerprints have it.
pub fn to_base64_without_padding(bytes: &[u8]) -> String {
    STANDARD_NO_PAD.encode(bytes)
}

/// The bytes, if this is how [`to_base64`] writes them.
pub fn from_base64(text: impl AsRef<[u8]>) -> Option<Vec<u8>> {
    let text = text.as_ref();
    let bytes = STANDARD.decode(text).ok()?;
    (to_base64(&bytes).as_bytes() == text).then_some(bytes)
}

/// Somebody's bytes as part of a sentence: short, on one line, and in ASCII, so that no letter passes for another.
pub fn shown(bytes: &[u8]) -> String {
    if bytes.is_empty() {
        return "(nothing)".to_owned();
    }
    let text = String::from_utf8_lossy(bytes);
    let mut characters = text.chars();
    let begin = characters.by_ref().take(60);
    let mut shown: String = begin.flat_map(char::escape_default).collect();
    if characters.next().is_some() {
        shown.push('…');
    }
    shown
}
