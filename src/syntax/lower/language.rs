//! Languages of texts.

use super::Lower;
use super::values::Values;
use crate::ast::{Name, Spanned};
use crate::tree::Sign;

/// The language of a text, as a message says it.
pub const A_LANGUAGE: &str = "a language such as `en` or `pt-BR`";

impl<'s> Lower<'s> {
    /// A language tag as of BCP 47: `en`, `pt-BR`.
    pub fn language(&mut self, values: &mut Values<'_, 's>) -> Option<Name<'s>> {
        let atom = self.value(values, A_LANGUAGE)?;
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        let letters = atom.text.split('-').next().unwrap_or_default();
        let tag = (2..=8).contains(&letters.len())
            && letters.bytes().all(|byte| byte.is_ascii_alphabetic());
        if atom.sign != Sign::Bare || !tag || !atom.text.bytes().all(fits) {
            self.wrong(values.of.text, &atom, A_LANGUAGE);
            return None;
        }
        Some(Spanned {
            value: atom.text,
            span: atom.span(),
        })
    }
}
