//! From bytes to text, whichever program wrote them.

use std::borrow::Cow;

use crate::refusal::{Cause, Refusal};

/// The text of a file: UTF-8 with or without a byte order mark, or UTF-16 with one (RFC 3629, RFC 2781). It has no mark, and
/// all its lines end in a line feed, whether they ended in one, in a carriage return or in both.
///
/// # Errors
///
/// The bytes are something else; whoever needs a place finds that of the first that belongs to no character.
pub fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Refusal> {
    // A workbook is a ZIP archive; those before 2007 are compound files.
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Err(Refusal::whole(Cause::Workbook));
    }
    let text = match bytes {
        [0xFF, 0xFE, rest @ ..] => Cow::Owned(utf16(rest, u16::from_le_bytes)?),
        [0xFE, 0xFF, rest @ ..] => Cow::Owned(utf16(rest, u16::from_be_bytes)?),
        [0, 1..=0x7F, ..] | [1..=0x7F, 0, ..] => return Err(Refusal::whole(Cause::Unmarked)),
        _ => Cow::Borrowed(utf8(bytes)?),
    };
    Ok(line_feeds(text))
}

fn utf8(bytes: &[u8]) -> Result<&str, Refusal> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let (sound, rest) = bytes
            .split_at_checked(error.valid_up_to())
            .unwrap_or_default();
        let sound = std::str::from_utf8(sound).unwrap_or_default();
        let byte = rest.first().copied().unwrap_or_default();
        let sound = line_feeds(Cow::Borrowed(sound));
        Refusal::new(Cause::NotUtf8(byte), &sound, sound.len())
    })
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Refusal> {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len() / 2);
    let halved = |text: &str| Refusal::new(Cause::HalfCharacter, text, text.len());
    for character in char::decode_utf16(pairs.iter().copied().map(unit)) {
        match character {
            Ok(character) => text.push(character),
            Err(_) => return Err(halved(&text)),
        }
    }
    if odd.is_empty() {
        Ok(text)
    } else {
        Err(halved(&text))
    }
}

fn line_feeds(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.contains('\r') {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_utf16(text: &str, mark: [u8; 2], bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        let units = text.encode_utf16().flat_map(bytes);
        mark.into_iter().chain(units).collect()
    }

    #[test]
    fn one_text_is_read_however_it_was_saved() {
        let text = "naïve,größe 𝄞\nb,2\n";
        for bytes in [
            text.as_bytes().to_vec(),
            format!("\u{feff}{text}").into_bytes(),
            text.replace('\n', "\r\n").into_bytes(),
            text.replace('\n', "\r").into_bytes(),
            in_utf16(text, [0xFF, 0xFE], u16::to_le_bytes),
            in_utf16(&text.replace('\n', "\r\n"), [0xFE, 0xFF], u16::to_be_bytes),
        ] {
            assert_eq!(decode(&bytes).as_deref(), Ok(text));
        }
        assert_eq!(decode(b"").as_deref(), Ok(""));
    }

    #[test]
    fn what_is_no_text_is_told_apart() {
        let refused = |bytes: &[u8]| {
            let refusal = decode(bytes).unwrap_err();
            (
                refusal.cause,
                refusal.position.line,
                refusal.position.column,
            )
        };
        assert_eq!(refused(b"PK\x03\x04\x14").0, Cause::Workbook);
        assert_eq!(refused(b"\xD0\xCF\x11\xE0\xA1").0, Cause::Workbook);
        assert_eq!(refused(b"a\0,\0").0, Cause::Unmarked);
        assert_eq!(refused(b"a\r\nGr\xF6\xDFe"), (Cause::NotUtf8(0xF6), 2, 3));
        assert_eq!(refused(b"\xFF\xFEa\0\n\0b"), (Cause::HalfCharacter, 2, 1));
        assert_eq!(
            refused(b"\xFF\xFE\x00\xD8a\0"),
            (Cause::HalfCharacter, 1, 1)
        );
    }
}
