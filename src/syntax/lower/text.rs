//! What a text in quotation marks says: escapes resolved, common indentation dropped.

use std::borrow::Cow;

use super::Lower;
use crate::ast::{Spanned, Text};
use crate::tree::{Atom, Sign};
use xwalk_diagnostic::Diagnostic;
use xwalk_diagnostic::codes::reading::BAD_ESCAPE;
use xwalk_source::Span;

impl<'s> Lower<'s> {
    /// The value of a text.
    pub fn text_of(&mut self, atom: &Atom<'s>) -> Text<'s> {
        let value = if atom.sign == Sign::LongText {
            dedented(atom.text.get(3..atom.text.len() - 3).unwrap_or_default())
        } else {
            self.unescaped(
                atom.text.get(1..atom.text.len() - 1).unwrap_or_default(),
                atom.start as usize + 1,
            )
        };
        Spanned {
            value,
            span: atom.span(),
        }
    }

    fn unescaped(&mut self, written: &'s str, start: usize) -> Cow<'s, str> {
        let mut parts = written.split('\\');
        let first = parts.next().unwrap_or_default();
        if first.len() == written.len() {
            return Cow::Borrowed(written);
        }
        let mut value = first.to_owned();
        let mut rest = written.get(first.len()..).unwrap_or_default();
        while let Some(behind) = rest.strip_prefix('\\') {
            let (meant, length) = escape(behind);
            match meant {
                Some(character) => value.push(character),
                None => {
                    let at = start + (written.len() - rest.len());
                    let place = self.place(Span::new(at, at + 1 + length));
                    let shown = behind.get(..length).unwrap_or_default();
                    let message = format!("`\\{shown}` has no meaning in a text");
                    let help = r#"write `\\` for a backslash; apart from it there are `\"`, `\n`, `\t` and `\u{1F512}`"#;
                    self.report(Diagnostic::new(BAD_ESCAPE, place, message).help(help));
                }
            }
            let behind = behind.get(length..).unwrap_or_default();
            let next = behind.find('\\').unwrap_or(behind.len());
            value.push_str(behind.get(..next).unwrap_or_default());
            rest = behind.get(next..).unwrap_or_default();
        }
        Cow::Owned(value)
    }
}

/// What follows a backslash stands for, and how long it is.
fn escape(behind: &str) -> (Option<char>, usize) {
    let Some(first) = behind.chars().next() else {
        return (None, 0);
    };
    let simple = match first {
        '"' | '\\' => Some(first),
        'n' => Some('\n'),
        't' => Some('\t'),
        _ => None,
    };
    if simple.is_some() {
        return (simple, 1);
    }
    let code = behind
        .strip_prefix("u{")
        .and_then(|code| code.split_once('}'))
        .map(|(digits, _)| digits);
    if first == 'u'
        && let Some(digits) = code.filter(|digits| (1..=6).contains(&digits.len()))
    {
        // A code may not smuggle in what may not be written: control characters show as something else.
        let character = u32::from_str_radix(digits, 16)
            .ok()
            .and_then(char::from_u32);
        let visible = character.filter(|character| !character.is_control());
        return (visible, "u{}".len() + digits.len());
    }
    (None, first.len_utf8())
}

/// The lines of a text between `"""`, without the indentation that they share. The line behind the opening and the one
/// before the closing belong to the text only if something stands on them.
pub fn dedented(written: &str) -> Cow<'_, str> {
    let Some((first, rest)) = written.split_once('\n') else {
        return Cow::Borrowed(written.trim());
    };
    let (body, last) = rest.rsplit_once('\n').unwrap_or(("", rest));
    let mut lines: Vec<&str> = Vec::new();
    if rest.contains('\n') {
        lines.extend(
            body.split('\n')
                .map(|line| line.strip_suffix('\r').unwrap_or(line)),
        );
    }
    if !last.trim().is_empty() {
        lines.push(last.trim_end());
    }
    let indentation = |line: &&str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let common = lines
        .iter()
        .filter(|line| !line.trim().is_empty())
        .map(indentation)
        .min()
        .unwrap_or(0);
    let mut kept: Vec<&str> = lines
        .iter()
        .map(|line| line.get(common..).unwrap_or("").trim_end())
        .collect();
    if !first.trim().is_empty() {
        kept.insert(0, first.trim());
    }
    match kept.as_slice() {
        [only] => Cow::Borrowed(only),
        _ => Cow::Owned(kept.join("\n")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_loses_the_indentation_its_lines_share() {
        assert_eq!(
            dedented("\n    one\n      two\n\n    three\n    "),
            "one\n  two\n\nthree"
        );
        assert!(matches!(dedented("\n    one\n  "), Cow::Borrowed("one")));
        assert_eq!(dedented(" one line "), "one line");
        assert_eq!(dedented(" first\n  second "), "first\nsecond");
    }

    #[test]
    fn escapes_stand_for_what_they_name() {
        assert_eq!(escape("u{1F512} x"), (Some('\u{1F512}'), 8));
        assert_eq!(escape("u{D800}"), (None, 7));
        assert_eq!(escape("q"), (None, 1));
    }
}
