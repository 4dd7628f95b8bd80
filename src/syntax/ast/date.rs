//! Calendar dates.

/// A date of the Gregorian calendar, checked when it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// 1 to 9999.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31, as the month has days.
    pub day: u8,
}

impl Date {
    /// The date, if it exists.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let days = days_of(year, month)?;
        ((1..=9999).contains(&year) && (1..=days).contains(&day)).then_some(Self {
            year,
            month,
            day,
        })
    }

    /// Reads `2026-11-23`; `None` for another form or a date that does not exist.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month, day) = numbers(text)?;
        Self::new(year, month, day)
    }

    /// Why a text of the right form is no date: `February 2026 has 28 days`.
    #[must_use]
    pub fn why_not(text: &str) -> Option<String> {
        let (year, month, _) = numbers(text)?;
        let name = usize::from(month)
            .checked_sub(1)
            .and_then(|before| MONTHS.get(before));
        Some(match name.zip(days_of(year, month)) {
            Some((name, days)) => format!("{name} {year} has {days} days"),
            None => "a year has the months 01 to 12, and the month stands in the middle".to_owned(),
        })
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// How many days a month has, if there is such a month.
fn days_of(year: u16, month: u8) -> Option<u8> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    Some(match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    })
}

/// Year, month and day as written, with four, two and two digits.
fn numbers(text: &str) -> Option<(u16, u8, u8)> {
    let mut parts = text.split('-');
    let mut next = |digits: usize| {
        parts
            .next()
            .filter(|part| part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let (year, month, day) = (next(4)?, next(2)?, next(2)?);
    if parts.next().is_some() {
        return None;
    }
    Some((year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))
}

impl std::fmt::Display for Date {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            formatter,
            "{:04}-{:02}-{:02}",
            self.year, self.month, self.day
        )
    }
}
