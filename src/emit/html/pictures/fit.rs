//! How wide text is at most, and how it is made to fit.
//!
//! Nobody knows the font that a reader has. The widths are those of a wide one, so text is rather cut a little early than
//! drawn over its neighbour.

use super::face::Face;

/// What stands for what is left out.
const ELLIPSIS: char = '…';

/// The width of a text in units of the drawing, rounded up.
pub(super) fn width(text: &str, face: Face) -> i64 {
    let thousandths: i64 = text.chars().map(thousandths).sum();
    let bold = if face.bold { 108 } else { 100 };
    (thousandths * face.size * bold + 99_999) / 100_000
}

/// The text itself if it fits, else as much of its beginning as does, with an ellipsis.
pub(super) fn fit(text: &str, face: Face, room: i64) -> String {
    if width(text, face) <= room {
        return text.to_owned();
    }
    let mut shown = String::new();
    let mut used = width("…", face);
    for character in text.chars() {
        used += width(character.encode_utf8(&mut [0; 4]), face);
        if used > room {
            break;
        }
        shown.push(character);
    }
    shown.truncate(shown.trim_end().len());
    shown.push(ELLIPSIS);
    shown
}

/// The text on as many lines as it needs, at most `most`; the last is cut if even that is not enough.
pub(super) fn wrap(text: &str, face: Face, room: i64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let mut line = word.to_owned();
        let is_last = lines.len() + 1 >= most;
        while let Some(next) = words.peek() {
            if !is_last && width(&line, face) + width(" ", face) + width(next, face) > room {
                break;
            }
            line.push(' ');
            line.push_str(next);
            words.next();
        }
        lines.push(fit(&line, face, room));
    }
    lines
}

/// The width of a character in thousandths of the size of its font.
fn thousandths(character: char) -> i64 {
    match character {
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' => 0,
        'i' | 'j' | 'l' | '\'' | '|' | '.' | ',' | ':' | ';' | '!' | 'I' => 330,
        ' ' | '(' | ')' | '[' | ']' | '-' | '/' | '"' | 'f' | 't' | 'r' | '·' => 410,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '—' | '…' | '→' | '×' => 950,
        'A'..='Z' | '&' => 720,
        'a'..='z' | '0'..='9' | ' '..='~' => 610,
        // Letters of other alphabets, and signs that are as wide as they are high.
        '\u{a0}'..='\u{10ff}' => 780,
        _ => 1_050,
    }
}

#[cfg(test)]
mod tests {
    use super::super::face::STRONG;
    use super::{fit, width, wrap};

    #[test]
    fn what_fits_is_not_touched_and_what_does_not_is_cut_with_a_sign() {
        let text = "Security annex in all contracts that need it";
        assert_eq!(fit(text, STRONG, width(text, STRONG)), text);
        for room in 20..300 {
            let shown = fit(text, STRONG, room);
            assert!(width(&shown, STRONG) <= room, "{shown} in {room}");
            let kept = shown.strip_suffix('…').unwrap_or(text);
            assert!(text.starts_with(kept), "{shown}");
        }
    }

    #[test]
    fn lines_hold_all_words_in_order_until_there_are_too_many() {
        let text = "Security information and event management";
        let lines = wrap(text, STRONG, 180, 5);
        assert_eq!(lines.join(" "), text);
        assert!(lines.len() > 1);
        assert!(lines.iter().all(|line| width(line, STRONG) <= 180));
        let short = wrap(text, STRONG, 120, 2);
        assert_eq!(short.len(), 2);
        assert!(short.iter().all(|line| width(line, STRONG) <= 120));
        assert!(short.last().is_some_and(|line| line.ends_with('…')));
    }
}
