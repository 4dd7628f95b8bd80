//! What braces and line ends must not be looked for in: texts, backticks, comments.

use memchr::{memchr, memchr2, memchr3, memmem};

use xwalk_source::Span;

/// Something that is opened and never closed. The rest of its line is taken for its content, and reading goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LexicalError {
    /// What is open.
    pub kind: LexicalErrorKind,
    /// The sign that opens it.
    pub opening: Span,
    /// From the opening to where reading went on.
    pub span: Span,
}

/// The things that must be closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LexicalErrorKind {
    /// `"…"`, within one line.
    Text,
    /// `"""…"""`.
    LongText,
    /// `` `…` ``, within one line.
    Backtick,
    /// `/* … */`.
    Comment,
}

/// Where something ends that begins at `at`, or the fault that it does not.
pub type Skipped = Result<usize, LexicalError>;

/// The end of the text that begins with the quotation mark at `at`.
pub fn text(bytes: &[u8], at: usize, end: usize) -> Skipped {
    let within = |from: usize| bytes.get(from..end).unwrap_or_default();
    if within(at).starts_with(b"\"\"\"") {
        return match memmem::find(within(at + 3), b"\"\"\"") {
            Some(length) => Ok(at + 3 + length + 3),
            None => Err(fault(LexicalErrorKind::LongText, bytes, at, 3, end)),
        };
    }
    let mut from = at + 1;
    while let Some(found) = memchr3(b'"', b'\\', b'\n', within(from)) {
        from += found + 1;
        match bytes.get(from - 1) {
            Some(b'"') => return Ok(from),
            // An escaped line break does not carry the text to the next line.
            Some(b'\\') if bytes.get(from) != Some(&b'\n') => from += 1,
            _ => break,
        }
    }
    Err(fault(LexicalErrorKind::Text, bytes, at, 1, end))
}

/// The end of the identifier in backticks that begins at `at`.
pub fn backtick(bytes: &[u8], at: usize, end: usize) -> Skipped {
    let rest = bytes.get(at + 1..end).unwrap_or_default();
    match memchr2(b'`', b'\n', rest) {
        Some(length) if rest.get(length) == Some(&b'`') => Ok(at + 1 + length + 1),
        _ => Err(fault(LexicalErrorKind::Backtick, bytes, at, 1, end)),
    }
}

/// The end of the comment that begins with `/*` at `at`.
pub fn comment(bytes: &[u8], at: usize, end: usize) -> Skipped {
    match memmem::find(bytes.get(at + 2..end).unwrap_or_default(), b"*/") {
        Some(length) => Ok(at + 2 + length + 2),
        None => Err(fault(LexicalErrorKind::Comment, bytes, at, 2, end)),
    }
}

/// The end of the line that holds `at`: the place of its line break, or the end of the text.
pub fn line_end(bytes: &[u8], at: usize, end: usize) -> usize {
    memchr(b'\n', bytes.get(at..end).unwrap_or_default()).map_or(end, |length| at + length)
}

/// What is open goes to the end of its line; but a brace that ends the line opens a block all the same.
fn fault(
    kind: LexicalErrorKind,
    bytes: &[u8],
    at: usize,
    width: usize,
    end: usize,
) -> LexicalError {
    let line = line_end(bytes, at, end);
    let content = bytes
        .get(at + width..line)
        .unwrap_or_default()
        .trim_ascii_end();
    let brace = kind != LexicalErrorKind::Comment && content.ends_with(b"{");
    let stop = if brace {
        at + width + content.len() - 1
    } else {
        line
    };
    LexicalError {
        kind,
        opening: Span::new(at, (at + width).min(line.max(at + 1))),
        span: Span::new(at, stop.max(at + 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_ends_at_its_quotation_mark_and_not_at_an_escaped_one() {
        let source = br#""a \" b" c"#;
        assert_eq!(text(source, 0, source.len()), Ok(8));
    }

    #[test]
    fn a_long_text_goes_over_lines() {
        let source = b"\"\"\"\n a \"b\" \n\"\"\" x";
        assert_eq!(text(source, 0, source.len()), Ok(source.len() - 2));
    }

    #[test]
    fn an_open_text_ends_with_its_line_but_leaves_the_brace() {
        let fault = text(b"\"Govern {\n}", 0, 11).unwrap_err();
        assert_eq!(
            (fault.opening, fault.span),
            (Span::new(0, 1), Span::new(0, 8))
        );
    }
}
