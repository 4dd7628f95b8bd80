//! What is wrong with a file before anybody asks what it says: its bytes, and characters that no file may have.

use xwalk_diagnostic::codes::reading::{
    BIDIRECTIONAL_CONTROL, CONTROL_CHARACTER, FILE_TOO_LARGE, INVALID_UTF8,
};
use xwalk_diagnostic::{Code, Diagnostic};
use xwalk_source::{LARGEST, Source, SourceError, SourceId, Span};

/// What is wrong with the bytes of a file, and one finding for each kind of forbidden character in it, at the first.
pub fn check(id: SourceId, source: &Source) -> Vec<Diagnostic> {
    let mut found = characters(id, source.text());
    found.extend(flaw(id, source));
    found
}

fn characters(source: SourceId, text: &str) -> Vec<Diagnostic> {
    let bytes = text.as_bytes();
    let control =
        |byte: &u8| (*byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r')) || *byte == 0x7F;
    // Nearly every file has neither, which two passes over the bytes find out much faster than two over the characters:
    // one that the compiler makes wide steps of, and one from lead byte to lead byte.
    let controls = |bytes: &[u8]| {
        bytes
            .iter()
            .fold(false, |found, byte| found | control(byte))
    };
    let lead = |at: usize| match bytes.get(at..) {
        Some([0xC2, second, ..]) => *second < 0xA0,
        Some([0xE2, 0x80, third, ..]) => (0xAA..=0xAE).contains(third),
        Some([0xE2, 0x81, third, ..]) => (0xA6..=0xA9).contains(third),
        _ => false,
    };
    let suspicious =
        bytes.chunks(4096).any(controls) || memchr::memchr2_iter(0xC2, 0xE2, bytes).any(lead);
    if !suspicious {
        return Vec::new();
    }
    let controls =
        |character: char| character.is_control() && !matches!(character, '\t' | '\n' | '\r');
    let order = |character| matches!(character, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let found = [
        first(
            source,
            text,
            controls,
            CONTROL_CHARACTER,
            "a control character",
            CONTROL_HELP,
        ),
        first(
            source,
            text,
            order,
            BIDIRECTIONAL_CONTROL,
            "a character that changes the direction of writing",
            ORDER_HELP,
        ),
    ];
    found.into_iter().flatten().collect()
}

const CONTROL_HELP: &str =
    "remove it; a tab or a line break inside a text is written `\\t` or `\\n`";
const ORDER_HELP: &str =
    "remove it: with it, a line can show something other than what is compiled (\"Trojan source\")";

fn first(
    source: SourceId,
    text: &str,
    forbidden: impl Fn(char) -> bool,
    code: &'static Code,
    what: &str,
    help: &str,
) -> Option<Diagnostic> {
    let mut found = text
        .char_indices()
        .filter(|(_, character)| forbidden(*character));
    let (at, character) = found.next()?;
    let place = Span::new(at, at + character.len_utf8()).in_source(source);
    let more = match found.count() {
        0 => String::new(),
        1 => " and another one".to_owned(),
        more => format!(" and {more} more like it"),
    };
    let message = format!(
        "the file contains {what}, U+{:04X},{more}",
        u32::from(character)
    );
    Some(Diagnostic::new(code, place, message.trim_end_matches(',')).help(help))
}

/// What is wrong with the file as a whole.
fn flaw(id: SourceId, source: &Source) -> Option<Diagnostic> {
    let at = |offset: usize| Span::new(offset, offset).in_source(id);
    Some(match source.error? {
        SourceError::NotUtf8 {
            byte,
            at: offset,
            utf16,
        } => {
            let message = format!("the file is not UTF-8: byte {byte} belongs to no character");
            let help = if utf16 {
                "it looks like UTF-16: save it again as UTF-8"
            } else {
                "save it again as UTF-8; until then the character is shown as `\u{FFFD}`"
            };
            let place = Span::new(offset, offset + '\u{FFFD}'.len_utf8()).in_source(id);
            Diagnostic::new(INVALID_UTF8, place, message).help(help)
        }
        SourceError::TooLarge { bytes } => {
            let message =
                format!("the file has {bytes} bytes, more than the {LARGEST} that are read");
            Diagnostic::new(FILE_TOO_LARGE, at(0), message)
                .help("split it: all files of a workspace are read together")
        }
    })
}
