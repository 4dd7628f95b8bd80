//! What the reader of JSON came upon, in words: it tells only where.

use serde_json::Error;
use serde_json::error::Category;

use crate::limits::DEEPEST;
use crate::refusal::{Cause, Refusal};

/// Why a text is no JSON, found by looking at what stands where the reader gave up within so many lists and objects.
pub(super) fn fault(text: &str, error: &Error, depth: usize) -> Refusal {
    let offset = offset(text, error);
    if error.classify() == Category::Eof {
        return Refusal::new(Cause::Cut, text, offset);
    }
    let Some(character) = text.get(offset..).and_then(|rest| rest.chars().next()) else {
        return Refusal::new(Cause::Cut, text, offset);
    };
    if depth == DEEPEST - 1 && matches!(character, '[' | '{') {
        return Refusal::new(Cause::Deep, text, offset);
    }
    let (start, word) = word(text, offset);
    if word.is_empty() {
        let what = match character.is_control() {
            true => format!("the character U+{:04X}", u32::from(character)),
            false => format!("`{character}`"),
        };
        return Refusal::new(Cause::Unexpected(what), text, offset);
    }
    let number = word.to_ascii_lowercase();
    let cause = match number.trim_start_matches(['-', '+']) {
        "nan" | "infinity" | "inf" => Cause::NoNumber(word.to_owned()),
        _ if word.parse().is_ok_and(f64::is_infinite) => Cause::Huge(word.to_owned()),
        _ => Cause::Unexpected(format!("`{word}`")),
    };
    Refusal::new(cause, text, start)
}

/// The byte at which the reader gave up.
pub(super) fn offset(text: &str, error: &Error) -> usize {
    let before = error.line().saturating_sub(1);
    let lines = text.split_inclusive('\n').take(before);
    let start: usize = lines.map(str::len).sum();
    let mut offset = (start + error.column().saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

/// The word around a byte, at most 40 bytes to either side, and where it begins.
fn word(text: &str, offset: usize) -> (usize, &str) {
    const FAR: usize = 40;
    let belongs =
        |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.' | b'_');
    let bytes = text.as_bytes();
    let (before, behind) = bytes.split_at_checked(offset).unwrap_or_default();
    let right = behind
        .iter()
        .take(FAR)
        .take_while(|byte| belongs(byte))
        .count();
    let left = before
        .iter()
        .rev()
        .take(FAR)
        .take_while(|byte| belongs(byte))
        .count();
    // What stands before a sign is another word.
    let left = if right == 0 { 0 } else { left };
    let start = offset - left;
    (start, text.get(start..offset + right).unwrap_or_default())
}
