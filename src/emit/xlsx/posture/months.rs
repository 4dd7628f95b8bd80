//! The columns of a plan: months, or quarters or years where there would be too many.

use xwalk_report::posture::{Date, Period};

/// More columns than these nobody reads, and no page holds.
const MOST: usize = 48;

/// A stretch of the calendar with a column of its own.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    /// What stands above the column: `2027-01`, `2027 Q1`, `2027`.
    pub name: String,
    /// Its first day.
    first: Date,
    /// The day after its last.
    over: Date,
}

impl Stretch {
    /// Whether a period has a day in it.
    pub fn touches(&self, period: &Period) -> bool {
        period.begins < self.over && period.over > self.first
    }
}

/// The stretches from the first day of a period to its last, by months, or else by as few more as fit.
pub(super) fn stretches(whole: &Period) -> Vec<Stretch> {
    let sizes = [1, 3, 12].map(|months| by(whole, months));
    let mut sizes = sizes.into_iter();
    let last = sizes.next_back().unwrap_or_default();
    sizes
        .find(|stretches| stretches.len() <= MOST)
        .unwrap_or(last)
}

/// The stretches of so many months each, which a year has a whole number of.
fn by(whole: &Period, months: u8) -> Vec<Stretch> {
    let mut stretches = Vec::new();
    let mut year = whole.begins.year;
    let mut month = (whole.begins.month.saturating_sub(1) / months) * months + 1;
    while let Some(first) = Date::new(year, month, 1) {
        if first >= whole.over && !stretches.is_empty() {
            break;
        }
        let name = match months {
            1 => format!("{year:04}-{month:02}"),
            3 => format!("{year:04} Q{}", month / 3 + 1),
            _ => format!("{year:04}"),
        };
        month += months;
        if month > 12 {
            (year, month) = (year.saturating_add(1), 1);
        }
        let over = Date::new(year, month, 1).unwrap_or(whole.over);
        stretches.push(Stretch { name, first, over });
    }
    stretches
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(begins: &str, over: &str) -> Vec<String> {
        let day = |text| Date::parse(text);
        let Some((begins, over)) = day(begins).zip(day(over)) else {
            return Vec::new();
        };
        let stretches = stretches(&Period { begins, over }).into_iter();
        stretches.map(|stretch| stretch.name).collect()
    }

    #[test]
    fn a_plan_has_a_column_for_each_month_that_it_touches() {
        let three = names("2026-11-30", "2027-01-02");
        assert_eq!(three, ["2026-11", "2026-12", "2027-01"]);
        // What is over on the first of a month has no day in it.
        assert_eq!(names("2026-11-30", "2026-12-01"), ["2026-11"]);
        assert_eq!(names("2026-11-30", "2026-11-30"), ["2026-11"]);
    }

    #[test]
    fn a_long_plan_has_quarters_or_years() {
        let quarters = names("2026-02-01", "2031-01-01");
        assert_eq!(quarters.first().map(String::as_str), Some("2026 Q1"));
        assert_eq!(quarters.last().map(String::as_str), Some("2030 Q4"));
        assert_eq!(quarters.len(), 20);
        assert_eq!(names("2026-02-01", "2066-01-01").len(), 40);
    }
}
