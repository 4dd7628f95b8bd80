//! Which characters names, identifiers and editions have.

/// Whether a text can be a name.
pub fn is_name(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && !text.ends_with('-')
        && text.bytes().all(fits)
}

/// Whether a text is an identifier that needs no backticks.
pub fn is_identifier(text: &str) -> bool {
    let mut before = 0_u8;
    let mut only_small = true;
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'-' => {}
            b'.' if before == b'.' => return false,
            b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'_' | b'(' | b')' | b'/' | b'&' => {
                only_small = false;
            }
            _ => return false,
        }
        before = byte;
    }
    !only_small && text.starts_with(|first: char| first.is_ascii_alphanumeric())
}

/// Whether a text is two identifiers with dots or a dash between them that stands in no identifier.
pub fn is_range(text: &str) -> bool {
    let dots = text.split_once("..");
    // `PR.AA–06` is one control with a wrong hyphen; the ends of a range begin alike.
    let dash = text
        .split_once(['–', '—'])
        .filter(|(first, last)| first.bytes().take(2).eq(last.bytes().take(2)));
    dots.or(dash)
        .is_some_and(|(first, last)| is_identifier(first) && is_identifier(last))
}

/// Whether a text can be an edition.
pub fn is_edition(text: &str) -> bool {
    let ends = |character: char| character.is_ascii_alphanumeric();
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    text.starts_with(ends) && text.ends_with(ends) && text.bytes().all(fits)
}

/// Why a text does not look like what it is, if so: Unicode Technical Standard 39, sections 3 and 5.
pub fn misleading(text: &str) -> Option<&'static str> {
    use unicode_security::MixedScript;
    if text.is_ascii() {
        return None;
    }
    if text.chars().any(is_invisible) {
        return Some("contains a character that cannot be seen");
    }
    if !text.is_single_script() {
        return Some("mixes letters of several scripts that look alike");
    }
    None
}

/// Whether a character cannot be seen.
pub fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{00A0}' | '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{2000}'..='\u{200F}' | '\u{2028}'..='\u{202F}' | '\u{205F}'..='\u{206F}'
            | '\u{3000}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{E0000}'..='\u{E0FFF}'
    )
}

/// The nearest thing that can be a name.
pub fn suggestion(text: &str) -> Option<String> {
    let spaced = |character: char| {
        if character.is_ascii_alphanumeric() {
            character.to_ascii_lowercase()
        } else {
            '-'
        }
    };
    let name: String = text.chars().map(spaced).collect();
    let name = name
        .trim_matches('-')
        .trim_start_matches(|first: char| first.is_ascii_digit() || first == '-');
    is_name(name).then(|| name.to_owned())
}
