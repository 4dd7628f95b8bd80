//! Spans of time and amounts of work.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::posture::{BAD_DURATION, BAD_EFFORT};
use crate::syntax::ast::{Duration, Spanned};
use crate::syntax::lower::Lower;
use crate::syntax::lower::values::{Values, shortened};
use crate::syntax::tree::{Atom, Sign};

/// The most working days that something may take.
const MOST_DAYS: u32 = 99_999;

impl<'s> Lower<'s> {
    /// `90d`
    pub fn duration(&mut self, values: &mut Values<'_, 's>) -> Option<Spanned<Duration>> {
        const EXPECTED: &str = "a duration such as `4h` or `90d`";
        let atom = self.value(values, EXPECTED)?;
        let duration = Duration::parse(atom.text).filter(|_| atom.sign == Sign::Bare);
        if let Some(value) = duration {
            let span = atom.span();
            return Some(Spanned { value, span });
        }
        if begins_with_number(&atom) {
            // `4 h`: the unit stands apart.
            let apart = values
                .peek()
                .map(|unit| format!("{}{}", atom.text, unit.text))
                .filter(|joined| Duration::parse(joined).is_some());
            let message = format!("`{}` is no duration", shortened(atom.text));
            let help = match apart {
                Some(joined) => {
                    values.next();
                    format!("write `{joined}`, without a blank")
                }
                None => "a duration is a whole number from 1 to 99999 and its unit: `15min`, `4h`, `90d`, `6mo` or `1y`".to_owned(),
            };
            self.report(Diagnostic::new(BAD_DURATION, self.place(atom.span()), message).help(help));
        } else {
            self.wrong(values.of.text, &atom, EXPECTED);
        }
        None
    }

    /// `within 4h`, `every 90d`
    pub fn duration_behind(
        &mut self,
        values: &mut Values<'_, 's>,
        word: &'static str,
    ) -> Option<Spanned<Duration>> {
        let expected = format!("`{word}` and a duration, as in `{word} 90d`");
        self.expect_word(values, word, &expected)?;
        self.duration(values)
    }

    /// `20d`: whole working days of one person.
    pub fn effort(&mut self, values: &mut Values<'_, 's>) -> Option<Spanned<u32>> {
        const EXPECTED: &str = "working days such as `20d`";
        let atom = self.value(values, EXPECTED)?;
        let days = atom
            .text
            .strip_suffix('d')
            .filter(|days| {
                atom.sign == Sign::Bare && days.bytes().all(|byte| byte.is_ascii_digit())
            })
            .and_then(|days| days.parse().ok())
            .filter(|days| (1..=MOST_DAYS).contains(days));
        if let Some(value) = days {
            let span = atom.span();
            return Some(Spanned { value, span });
        }
        if begins_with_number(&atom) {
            let message = format!("`{}` is no number of working days", shortened(atom.text));
            let only_digits = atom.text.bytes().all(|byte| byte.is_ascii_digit());
            let help = if only_digits
                && atom.text.len() <= 5
                && atom.text.contains(|digit| digit != '0')
            {
                format!("write `{}d`", atom.text)
            } else {
                "effort is counted in whole working days of one person, at least one, as in `20d`"
                    .to_owned()
            };
            self.report(Diagnostic::new(BAD_EFFORT, self.place(atom.span()), message).help(help));
        } else {
            self.wrong(values.of.text, &atom, EXPECTED);
        }
        None
    }
}

fn begins_with_number(atom: &Atom<'_>) -> bool {
    atom.sign == Sign::Bare && atom.text.starts_with(|first: char| first.is_ascii_digit())
}
