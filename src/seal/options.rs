//! The options of a signers line: for which purposes a key may sign, and when.

use std::fmt;

use super::signers::LineError;
use super::wire::shown;
use xwalk_syntax::ast::Date;

/// What a line says of its key.
#[derive(Debug, Default)]
pub struct Options {
    pub namespaces: Option<Vec<String>>,
    pub validity: Validity,
}

/// The days on which a key may sign. A day counts if the key is valid all that day, in UTC.
#[derive(Clone, Copy, Debug, Default)]
pub struct Validity {
    after: Option<Moment>,
    before: Option<Moment>,
}

/// A moment of UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    date: Date,
    hours: u8,
    minutes: u8,
    seconds: u8,
}

/// The end of a validity that a day lies beyond.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// The key becomes valid.
    From(Moment),
    /// The key ceases to be valid.
    Until(Moment),
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (date, hours, minutes) = (self.date, self.hours, self.minutes);
        write!(f, "{date} {hours:02}:{minutes:02}")?;
        if self.seconds > 0 {
            write!(f, ":{:02}", self.seconds)?;
        }
        f.write_str(" UTC")
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::From(moment) => write!(f, "from {moment} on"),
            Self::Until(moment) => write!(f, "until {moment}"),
        }
    }
}

impl Options {
    /// Reads `namespaces="…",valid-after="…"`. Words of options are as good in capitals, as for `ssh-keygen`.
    pub fn read(text: &str) -> Result<Self, LineError> {
        let mut options = Self::default();
        for option in split(text, |character| character == ',') {
            let (word, value) = option.split_once('=').unwrap_or((option, ""));
            let word = word.to_ascii_lowercase();
            let again = match word.as_str() {
                "namespaces" => {
                    let names = unquoted("namespaces", value)?.split(',');
                    let names = names.map(str::to_owned).collect();
                    options.namespaces.replace(names).is_some()
                }
                "valid-after" => {
                    let moment = moment("valid-after", value)?;
                    options.validity.after.replace(moment).is_some()
                }
                "valid-before" => {
                    let moment = moment("valid-before", value)?;
                    options.validity.before.replace(moment).is_some()
                }
                "cert-authority" => return Err(LineError::Authority),
                "" => return Err(LineError::Gap),
                _ => return Err(LineError::Option(shown(option.as_bytes()))),
            };
            if again {
                return Err(LineError::Twice(word));
            }
        }
        match (options.validity.after, options.validity.before) {
            (Some(after), Some(before)) if after >= before => Err(LineError::Never),
            _ => Ok(options),
        }
    }
}

impl Validity {
    /// The end that the day, or a part of it, lies beyond.
    pub fn broken_on(self, day: Date) -> Option<Bound> {
        if let Some(after) = self.after.filter(|after| Moment::beginning(day) < *after) {
            return Some(Bound::From(after));
        }
        // No day ends before the one that follows begins, so the date of the end is too late whatever its time.
        let before = self.before.filter(|before| day >= before.date);
        before.map(Bound::Until)
    }
}

impl Moment {
    fn beginning(date: Date) -> Self {
        Self {
            date,
            hours: 0,
            minutes: 0,
            seconds: 0,
        }
    }

    /// `YYYYMMDD` or `YYYYMMDDHHMM[SS]`.
    fn read(digits: &str) -> Option<Self> {
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let (year, rest) = digits.split_at_checked(4)?;
        let pairs: Option<Vec<u8>> = (0..rest.len())
            .step_by(2)
            .map(|at| rest.get(at..at + 2)?.parse().ok())
            .collect();
        let (month, day, hours, minutes, seconds) = match *pairs?.as_slice() {
            [month, day] => (month, day, 0, 0, 0),
            [month, day, hours, minutes] => (month, day, hours, minutes, 0),
            [month, day, hours, minutes, seconds] => (month, day, hours, minutes, seconds),
            _ => return None,
        };
        let date = Date::new(year.parse().ok()?, month, day)?;
        (hours < 24 && minutes < 60 && seconds < 60).then_some(Self {
            date,
            hours,
            minutes,
            seconds,
        })
    }
}

/// With or without a `Z` at its end, the moment is read in UTC: an answer must not hang on where it is asked.
fn moment(option: &'static str, value: &str) -> Result<Moment, LineError> {
    let text = unquoted(option, value)?;
    let digits = text.strip_suffix(['Z', 'z']).unwrap_or(text);
    Moment::read(digits).ok_or_else(|| LineError::Moment(option, shown(text.as_bytes())))
}

/// The value within its quotes, without which `ssh-keygen` does not take it.
fn unquoted<'t>(option: &'static str, value: &'t str) -> Result<&'t str, LineError> {
    let within = value.strip_prefix('"').and_then(|it| it.strip_suffix('"'));
    within.ok_or(LineError::Quotes(option))
}

/// The pieces between separators that stand outside of quotes.
pub fn split(text: &str, separates: impl Fn(char) -> bool) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    text.split(move |character| {
        quoted ^= character == '"';
        !quoted && separates(character)
    })
}
