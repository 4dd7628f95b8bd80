//! Dates, and what is wrong with one that is written otherwise.

use super::Lower;
use super::message::shortened;
use super::values::Values;
use crate::ast::{Date, Spanned};
use crate::tree::Sign;
use xwalk_diagnostic::Diagnostic;
use xwalk_diagnostic::codes::vocabulary::BAD_DATE;

/// What is expected, as a message says it.
pub const A_DATE: &str = "a date such as `2026-11-23`";

impl<'s> Lower<'s> {
    /// `2026-11-23`
    pub fn date(&mut self, values: &mut Values<'_, 's>) -> Option<Spanned<Date>> {
        let atom = self.value(values, A_DATE)?;
        if let Some(value) = Date::parse(atom.text) {
            return Some(Spanned {
                value,
                span: atom.span(),
            });
        }
        let shaped = atom.sign == Sign::Bare
            && atom
                .text
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'-');
        if shaped && atom.text.split('-').count() == 3 {
            let message = format!("there is no date `{}`", shortened(atom.text));
            let help = Date::why_not(atom.text).unwrap_or_else(|| {
                "write year, month and day with four, two and two digits, as in `2026-11-23`"
                    .to_owned()
            });
            self.report(Diagnostic::new(BAD_DATE, self.place(atom.span()), message).help(help));
        } else if atom.sign == Sign::Bare
            && atom.text.starts_with(|first: char| first.is_ascii_digit())
        {
            let message = format!(
                "`{}` takes {A_DATE}, not `{}`",
                values.of.text,
                shortened(atom.text)
            );
            let help = "a date is written as year, month and day with hyphens, as in `2026-11-23`";
            self.report(Diagnostic::new(BAD_DATE, self.place(atom.span()), message).help(help));
        } else {
            self.wrong(values.of.text, &atom, A_DATE);
        }
        None
    }
}
