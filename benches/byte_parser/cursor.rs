//! A place in a text, and how far the next thing reaches.
#![expect(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a yardstick is written as one would write it for speed; the test of the generated files covers it"
)]

use std::borrow::Cow;

use memchr::{memchr, memchr2};
use xwalk::source::Span;
use xwalk::syntax::ast::{Attribution, Date, Name, Spanned, Text};

/// What may stand in something bare: as the grammar has it, without the colon of qualified references, and without
/// slashes and letters of other scripts.
const PARTS: [bool; 256] = {
    let mut parts = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        let character = byte as u8;
        parts[byte] = character.is_ascii_alphanumeric()
            || matches!(
                character,
                b'@' | b'.' | b'-' | b'(' | b')' | b'_' | b'&' | b'%'
            );
        byte += 1;
    }
    parts
};

pub struct Cursor<'s> {
    text: &'s str,
    at: usize,
}

impl<'s> Cursor<'s> {
    pub const fn new(text: &'s str) -> Self {
        Self { text, at: 0 }
    }

    pub const fn at(&self) -> usize {
        self.at
    }

    pub const fn is_at_end(&self) -> bool {
        self.at >= self.text.len()
    }

    fn rest(&self) -> &'s [u8] {
        &self.text.as_bytes()[self.at..]
    }

    /// The next byte; 0 at the end.
    pub fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    /// Takes this byte if it comes next, behind blanks.
    pub fn take(&mut self, byte: u8) -> bool {
        self.blanks();
        let found = self.peek() == byte;
        self.at += usize::from(found);
        found
    }

    /// Takes this byte, or says where it is missing.
    pub fn expect(&mut self, byte: u8) -> Result<(), usize> {
        self.take(byte).then_some(()).ok_or(self.at)
    }

    /// Skips what may stand between the parts of an entry.
    pub fn blanks(&mut self) {
        while matches!(self.peek(), b' ' | b'\t' | b'\r') {
            self.at += 1;
        }
    }

    /// Skips to something that is not blank.
    pub fn blank_lines(&mut self) {
        while matches!(self.peek(), b' ' | b'\t' | b'\r' | b'\n') {
            self.at += 1;
        }
    }

    /// Skips what may stand between entries, and gives the doc comment in it.
    pub fn space(&mut self) -> Option<Cow<'s, str>> {
        let mut doc = None;
        loop {
            match self.peek() {
                b' ' | b'\t' | b'\r' | b'\n' => self.blank_lines(),
                b'/' => {
                    let line = self.line();
                    if let Some(said) = line.strip_prefix("///") {
                        add_line(&mut doc, said);
                    }
                }
                _ => return doc,
            }
        }
    }

    /// The rest of the line.
    fn line(&mut self) -> &'s str {
        let length = memchr(b'\n', self.rest()).unwrap_or(self.rest().len());
        let line = &self.text[self.at..self.at + length];
        self.at += length;
        line
    }

    /// Something without quotation; empty if there is none.
    pub fn bare(&mut self) -> (&'s str, Span) {
        self.blanks();
        let rest = self.rest();
        let length = rest.iter().position(|byte| !PARTS[usize::from(*byte)]);
        self.piece(length.unwrap_or(rest.len()))
    }

    /// The next `length` bytes.
    pub fn piece(&mut self, length: usize) -> (&'s str, Span) {
        let start = self.at;
        self.at += length;
        (&self.text[start..self.at], Span::new(start, self.at))
    }

    pub fn name(&mut self) -> Result<Name<'s>, usize> {
        let (value, span) = self.bare();
        if value.is_empty() {
            return Err(self.at);
        }
        Ok(Spanned { value, span })
    }

    /// A text in quotation marks.
    pub fn string(&mut self) -> Result<Text<'s>, usize> {
        self.blanks();
        let start = self.at;
        self.expect(b'"')?;
        let mut escaped = false;
        loop {
            let rest = self.rest();
            let found = memchr2(b'"', b'\\', rest).ok_or(start)?;
            self.at += found + 1;
            if rest[found] == b'"' {
                break;
            }
            escaped = true;
            self.at += 1;
        }
        let written = &self.text[start + 1..self.at - 1];
        let value = if escaped {
            Cow::Owned(written.replace("\\\"", "\""))
        } else {
            Cow::Borrowed(written)
        };
        Ok(Spanned {
            value,
            span: Span::new(start, self.at),
        })
    }

    pub fn date(&mut self) -> Result<Spanned<Date>, usize> {
        let (written, span) = self.bare();
        let value = Date::parse(written).ok_or(self.at)?;
        Ok(Spanned { value, span })
    }

    /// `"…" [on DATE]`
    pub fn attribution(&mut self) -> Result<Attribution<'s>, usize> {
        let name = self.string()?;
        self.blanks();
        let on = if self.rest().starts_with(b"on ") {
            self.at += 2;
            Some(self.date()?)
        } else {
            None
        };
        Ok(Attribution { name, on })
    }
}

fn add_line<'s>(doc: &mut Option<Cow<'s, str>>, said: &'s str) {
    let line = said.strip_prefix(' ').unwrap_or(said).trim_end();
    match doc {
        None => *doc = Some(Cow::Borrowed(line)),
        Some(text) => {
            let text = text.to_mut();
            text.push('\n');
            text.push_str(line);
        }
    }
}
