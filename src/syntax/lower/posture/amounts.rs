//! Spans of time and amounts of work.

use crate::ast::{Duration, Spanned, Unit};
use crate::lower::Lower;
use crate::lower::message::shortened;
use crate::lower::values::Values;
use crate::tree::{Atom, Sign};
use xwalk_diagnostic::Diagnostic;
use xwalk_diagnostic::codes::posture::{BAD_DURATION, BAD_EFFORT};

/// A span of time, as a message says it.
pub const A_DURATION: &str = "a duration such as `4h` or `90d`";

/// Working days, as a message says them.
pub const AN_EFFORT: &str = "working days such as `20d`";

/// The most working days that something may take.
pub const MOST_DAYS: u32 = 99_999;

impl<'s> Lower<'s> {
    /// `90d`
    pub fn duration(&mut self, values: &mut Values<'_, 's>) -> Option<Spanned<Duration>> {
        let atom = self.value(values, A_DURATION)?;
        let duration = Duration::parse(atom.text).filter(|_| atom.sign == Sign::Bare);
        if let Some(value) = duration {
            let span = atom.span();
            return Some(Spanned { value, span });
        }
        if begins_with_number(&atom) {
            let message = format!("`{}` is not a duration", shortened(atom.text));
            let help = match meant(&atom, values) {
                Some(meant) => format!("write `{meant}`"),
                None => "a duration is a whole number from 1 to 99999 and its unit: `15min`, `4h`, `90d`, `6mo` or `1y`".to_owned(),
            };
            self.report(Diagnostic::new(BAD_DURATION, self.place(atom.span()), message).help(help));
        } else {
            self.wrong(values.of.text, &atom, A_DURATION);
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
        let atom = self.value(values, AN_EFFORT)?;
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
            let message = format!("`{}` is not a number of working days", shortened(atom.text));
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
            self.wrong(values.of.text, &atom, AN_EFFORT);
        }
        None
    }
}

/// The duration that a number and a word stand for, whether a blank stands between them or not: `4 hours`, `2weeks`.
fn meant(atom: &Atom<'_>, values: &mut Values<'_, '_>) -> Option<Duration> {
    let digits = atom.text.bytes().take_while(u8::is_ascii_digit).count();
    let (count, behind) = atom.text.split_at_checked(digits)?;
    let word = match behind {
        "" => values.next_if(Atom::is_word)?.text,
        behind => behind,
    };
    let (times, unit) = match word.trim_end_matches('s') {
        "min" | "minute" => (1, Unit::Minute),
        "h" | "hr" | "hour" => (1, Unit::Hour),
        "d" | "day" => (1, Unit::Day),
        "w" | "week" => (7, Unit::Day),
        "mo" | "month" => (1, Unit::Month),
        "y" | "yr" | "year" => (1, Unit::Year),
        "quarter" => (3, Unit::Month),
        _ => return None,
    };
    let count = count.parse::<u32>().ok()?.checked_mul(times)?;
    let fits = (1..=Duration::MOST).contains(&count);
    fits.then_some(Duration { count, unit })
}

fn begins_with_number(atom: &Atom<'_>) -> bool {
    atom.sign == Sign::Bare && atom.text.starts_with(|first: char| first.is_ascii_digit())
}
