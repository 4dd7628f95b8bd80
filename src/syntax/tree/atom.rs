//! The smallest parts of an entry.

use xwalk_source::Span;

/// One value or sign, as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Atom<'s> {
    /// What it looks like.
    pub sign: Sign,
    /// Its first byte.
    pub start: u32,
    /// Its text, with quotation marks or backticks.
    pub text: &'s str,
}

/// What an atom looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Something without quotation: a word, a name, an identifier, a number, a date.
    Bare,
    /// The relation of a row.
    Relation,
    /// `` `Art. 21` ``.
    Quoted,
    /// `"…"`.
    Text,
    /// `"""…"""`.
    LongText,
    /// `#core`.
    Tag,
    /// `,`.
    Comma,
    /// `+`.
    Plus,
    /// `->`.
    Arrow,
    /// `*`.
    Star,
    /// `>=`, `<=`, `>` or `<`.
    Compare,
}

impl Atom<'_> {
    /// Where it is.
    pub fn span(&self) -> Span {
        let start = self.start as usize;
        Span::new(start, start + self.text.len())
    }

    /// Whether it is a text in quotation marks.
    pub fn is_text(&self) -> bool {
        matches!(self.sign, Sign::Text | Sign::LongText)
    }

    /// Whether it is a bare word of small letters and hyphens, which no identifier is.
    pub fn is_word(&self) -> bool {
        matches!(self.sign, Sign::Bare | Sign::Relation) && is_word(self.text)
    }
}

/// Whether a text has only small letters and hyphens.
pub fn is_word(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'-')
}
