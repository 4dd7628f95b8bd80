//! Days in the Gregorian calendar.

use xwalk_syntax::ast::Date;

/// The day in UTC, from seconds since 1970-01-01; the last day of the year 9999 for all later ones.
pub fn day_of(seconds: u64) -> Date {
    // Days are counted from 0000-03-01, so that a leap day ends its year (Howard Hinnant, "chrono-compatible
    // low-level date algorithms", civil_from_days). 400 years have 146,097 days.
    let days = (seconds / 86_400).min(2_932_896) + 719_468;
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 {
        shifted_month + 3
    } else {
        shifted_month - 9
    };
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    let small = |number: u64| u8::try_from(number).unwrap_or(1);
    Date {
        year: u16::try_from(year).unwrap_or(9999),
        month: small(month),
        day: small(day),
    }
}

#[cfg(test)]
mod tests {
    use super::day_of;

    #[test]
    fn days_are_counted_in_the_gregorian_calendar() {
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
            assert_eq!(day_of(days * 86_400 + 86_399).to_string(), date);
        }
    }
}
