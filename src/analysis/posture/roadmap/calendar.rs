//! Working days and quarters of a year.

use xwalk_syntax::ast::Date;

/// The working days of a week: Monday to Friday. Holidays differ from place to place and are not known.
const WORKING: i64 = 5;
const WEEK: i64 = 7;

/// The days since a Monday: 0000-03-01, from which days are counted, was a Wednesday.
fn since_a_monday(date: Date) -> i64 {
    date.day_number() + 2
}

/// The day itself, or the Monday after a weekend.
#[must_use]
pub fn working_day(date: Date) -> Date {
    match since_a_monday(date).rem_euclid(WEEK) {
        weekday if weekday < WORKING => date,
        weekday => date.plus_days(WEEK - weekday),
    }
}

/// The day after so many working days, at least one, of which the first is `begins` or the Monday after it.
pub(super) fn after_working_days(begins: Date, days: u32) -> Date {
    let first = working_day(begins);
    let more = i64::from(days.saturating_sub(1));
    let within_week = since_a_monday(first).rem_euclid(WEEK) + more % WORKING;
    let weekend = if within_week < WORKING {
        0
    } else {
        WEEK - WORKING
    };
    first.plus_days(more / WORKING * WEEK + more % WORKING + weekend + 1)
}

/// How many working days there are from one day up to, not including, another.
pub(super) fn working_days(from: Date, up_to: Date) -> i64 {
    let before = |date: Date| {
        let days = since_a_monday(date);
        days.div_euclid(WEEK) * WORKING + days.rem_euclid(WEEK).min(WORKING)
    };
    before(up_to) - before(from)
}

/// A quarter of a calendar year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quarter {
    /// 1 to 9999.
    pub year: u16,
    /// 1 to 4.
    pub number: u8,
}

impl Quarter {
    /// The quarter in which a day lies.
    #[must_use]
    pub fn of(date: Date) -> Self {
        Self {
            year: date.year,
            number: date.month.saturating_sub(1) / 3 + 1,
        }
    }

    /// The quarter after it.
    #[must_use]
    pub fn next(self) -> Self {
        match self.number {
            4 => Self {
                year: self.year + 1,
                number: 1,
            },
            number => Self {
                year: self.year,
                number: number + 1,
            },
        }
    }

    /// Its first day; none beyond the year 9999.
    #[must_use]
    pub fn first_day(self) -> Option<Date> {
        Date::new(self.year, self.number * 3 - 2, 1)
    }
}

impl std::fmt::Display for Quarter {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} Q{}", self.year, self.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn working_days_leave_out_saturdays_and_sundays() {
        let Some(friday) = Date::new(2026, 11, 27) else {
            return;
        };
        let day = |after: i64| friday.plus_days(after);
        assert_eq!(working_day(friday), friday);
        assert_eq!(working_day(day(1)), day(3));
        assert_eq!(working_day(day(2)), day(3));
        assert_eq!(after_working_days(friday, 1), day(1));
        assert_eq!(after_working_days(friday, 2), day(4));
        assert_eq!(after_working_days(friday, 6), day(8));
        assert_eq!(after_working_days(day(1), 5), day(8));
        for begins in 0..14 {
            let mut counted = 0;
            for over in begins..40 {
                assert_eq!(working_days(day(begins), day(over)), counted);
                if working_day(day(over)) == day(over) {
                    counted += 1;
                    let days = u32::try_from(counted).unwrap_or(0);
                    assert_eq!(after_working_days(day(begins), days), day(over + 1));
                }
            }
        }
    }

    #[test]
    fn quarters_follow_each_other_over_the_turn_of_the_year() {
        let quarter = Date::new(2026, 12, 31).map(Quarter::of);
        assert_eq!(quarter.map(|it| it.to_string()).as_deref(), Some("2026 Q4"));
        let next = quarter.map(Quarter::next);
        assert_eq!(next.and_then(Quarter::first_day), Date::new(2027, 1, 1));
    }
}
