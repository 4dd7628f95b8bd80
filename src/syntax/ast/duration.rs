//! Spans of time.

use super::Date;

/// `15min`, `4h`, `90d`, `6mo`, `1y`: a number of one unit, as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Duration {
    /// How many, 1 to 99999.
    pub count: u32,
    /// Of what.
    pub unit: Unit,
}

/// The units of a [`Duration`], shortest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// `min`.
    Minute,
    /// `h`.
    Hour,
    /// `d`: a calendar day, 24 hours.
    Day,
    /// `mo`: a calendar month.
    Month,
    /// `y`: a calendar year.
    Year,
}

impl Unit {
    /// All units, shortest first.
    pub const ALL: [Self; 5] = [Self::Minute, Self::Hour, Self::Day, Self::Month, Self::Year];

    /// The letters of the language.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Minute => "min",
            Self::Hour => "h",
            Self::Day => "d",
            Self::Month => "mo",
            Self::Year => "y",
        }
    }

    /// Its length in minutes; a month counts 30 days and a year 365, so that lengths can be compared without a date.
    #[must_use]
    pub const fn minutes(self) -> u64 {
        match self {
            Self::Minute => 1,
            Self::Hour => 60,
            Self::Day => 24 * 60,
            Self::Month => 30 * 24 * 60,
            Self::Year => 365 * 24 * 60,
        }
    }
}

impl Duration {
    /// The largest count that can be written.
    pub const MOST: u32 = 99_999;

    /// Reads `90d`; `None` for another form, and for nothing at all (`0d`).
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let (count, letters) = text.split_at_checked(digits)?;
        let unit = Unit::ALL.into_iter().find(|unit| unit.word() == letters)?;
        let count = count
            .parse()
            .ok()
            .filter(|count| (1..=Self::MOST).contains(count))?;
        Some(Self { count, unit })
    }

    /// Its length in minutes; a month counts 30 days and a year 365.
    #[must_use]
    pub fn minutes(self) -> u64 {
        u64::from(self.count) * self.unit.minutes()
    }

    /// The day on which it is over, where it begins on `start`: months and years by the calendar (the last day of a
    /// shorter month stands for those it lacks), hours and minutes as the days that they fill. Not beyond the year 9999.
    #[must_use]
    pub fn after(self, start: Date) -> Date {
        let count = i64::from(self.count);
        match self.unit {
            Unit::Minute => start.plus_days(count / (24 * 60)),
            Unit::Hour => start.plus_days(count / 24),
            Unit::Day => start.plus_days(count),
            Unit::Month => start.plus_months(self.count),
            Unit::Year => start.plus_months(self.count.saturating_mul(12)),
        }
    }
}

impl std::fmt::Display for Duration {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}{}", self.count, self.unit.word())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_is_a_number_and_a_unit() {
        for text in ["15min", "4h", "90d", "6mo", "1y"] {
            assert_eq!(
                Duration::parse(text).map(|read| read.to_string()),
                Some(text.to_owned())
            );
        }
        for text in ["", "d", "0d", "3", "3w", "3 d", "-3d", "3.5h", "100000d"] {
            assert_eq!(Duration::parse(text), None, "{text}");
        }
    }

    #[test]
    fn months_end_by_the_calendar() {
        let after = |text: &str, start: &str| {
            let end = Duration::parse(text)
                .zip(Date::parse(start))
                .map(|(duration, start)| duration.after(start).to_string());
            end.unwrap_or_default()
        };
        assert_eq!(after("1mo", "2026-01-31"), "2026-02-28");
        assert_eq!(after("1y", "2024-02-29"), "2025-02-28");
        assert_eq!(after("14mo", "2026-11-24"), "2028-01-24");
        assert_eq!(after("90d", "2026-11-24"), "2027-02-22");
        assert_eq!(after("23h", "2026-11-24"), "2026-11-24");
        assert_eq!(after("1y", "9999-06-01"), "9999-12-31");
    }
}
