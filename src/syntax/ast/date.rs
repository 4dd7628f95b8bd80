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
    /// The last day of the calendar: no other comes after it.
    pub const LAST: Self = LAST;

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

    /// The day in UTC, from seconds since 1970-01-01; the last day of the year 9999 for all later ones.
    #[must_use]
    pub fn of_seconds(seconds: u64) -> Self {
        EPOCH.plus_days(i64::try_from(seconds / 86_400).unwrap_or(i64::MAX))
    }

    /// The days from 0000-03-01 to this date, in the Gregorian calendar without end: differences are numbers of days.
    #[must_use]
    pub fn day_number(self) -> i64 {
        // Counted in years that begin with March, so that the leap day is the last of its year.
        let (month, year) = match self.month {
            1 | 2 => (i64::from(self.month) + 9, i64::from(self.year) - 1),
            month => (i64::from(month) - 3, i64::from(self.year)),
        };
        let before_month = (153 * month + 2) / 5;
        365 * year + year / 4 - year / 100 + year / 400 + before_month + i64::from(self.day) - 1
    }

    /// The date so many days later, or earlier if negative; the calendar ends on 9999-12-31 and begins on 0001-01-01.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        let number = self
            .day_number()
            .saturating_add(days)
            .clamp(FIRST.day_number(), LAST.day_number());
        // The year that is at least nearly right; its months are then walked through.
        let mut year = number * 400 / 146_097;
        while day_before_march(year + 1) < number {
            year += 1;
        }
        while day_before_march(year) >= number {
            year -= 1;
        }
        let of_year = number - day_before_march(year) - 1;
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let (month, year) = if month < 10 {
            (month + 3, year)
        } else {
            (month - 9, year + 1)
        };
        let date = u16::try_from(year)
            .ok()
            .zip(u8::try_from(month).ok())
            .zip(u8::try_from(day).ok());
        date.and_then(|((year, month), day)| Self::new(year, month, day))
            .unwrap_or(LAST)
    }

    /// The date so many months later: on the same day, or on the last of a month that is shorter.
    #[must_use]
    pub fn plus_months(self, months: u32) -> Self {
        let all = u32::from(self.year) * 12 + u32::from(self.month) - 1;
        let all = all.saturating_add(months);
        let date = u16::try_from(all / 12)
            .ok()
            .zip(u8::try_from(all % 12 + 1).ok());
        date.and_then(|(year, month)| {
            let day = self.day.min(days_of(year, month)?);
            Self::new(year, month, day)
        })
        .unwrap_or(LAST)
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
            None => "a year has the months 01 to 12, and the month is in the middle".to_owned(),
        })
    }
}

const FIRST: Date = Date {
    year: 1,
    month: 1,
    day: 1,
};

/// The day from which computers count seconds.
const EPOCH: Date = Date {
    year: 1970,
    month: 1,
    day: 1,
};

const LAST: Date = Date {
    year: 9999,
    month: 12,
    day: 31,
};

/// The number of the last day of February of a year.
fn day_before_march(year: i64) -> i64 {
    365 * year + year / 4 - year / 100 + year / 400 - 1
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_over_leap_years_and_centuries() {
        let date = |text| Date::parse(text).unwrap_or(LAST);
        let between = |one, other| date(other).day_number() - date(one).day_number();
        assert_eq!(between("2024-02-28", "2024-03-01"), 2);
        assert_eq!(between("1900-02-28", "1900-03-01"), 1);
        assert_eq!(between("2000-01-01", "2400-01-01"), 146_097);
        let mut day = date("1999-12-31");
        for number in 1..2000 {
            let next = day.plus_days(1);
            assert_eq!(next.day_number(), day.day_number() + 1);
            assert!(next > day);
            assert_eq!(date("1999-12-31").plus_days(number), next);
            assert_eq!(next.plus_days(-number), date("1999-12-31"));
            day = next;
        }
        assert_eq!(date("9999-12-30").plus_days(9), LAST);
        assert_eq!(date("0001-01-02").plus_days(-9), FIRST);
    }

    #[test]
    fn seconds_are_of_the_day_in_which_they_fall() {
        for (days, date) in [
            (0, "1970-01-01"),
            (11_016, "2000-02-29"),
            (11_017, "2000-03-01"),
            (20_515, "2026-03-03"),
            (47_540, "2100-02-28"),
            (47_541, "2100-03-01"),
            (2_932_896, "9999-12-31"),
            (9_999_999, "9999-12-31"),
        ] {
            for seconds in [0, 86_399] {
                assert_eq!(Date::of_seconds(days * 86_400 + seconds).to_string(), date);
            }
        }
        assert_eq!(Date::of_seconds(u64::MAX), LAST);
    }
}
