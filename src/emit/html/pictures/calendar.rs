//! A scale of days, in quarters and years.

use super::area::{Point, length, share};
use super::drawing::Drawing;
use super::face::{Anchor, SOFT, STRONG};
use crate::report::posture::Quarter;

/// The height of what stands above the days: years, and quarters below them.
pub(super) const HEAD: i64 = 44;
/// The least width of a quarter that is called by its name.
const NAMED: i64 = 32;
/// The least width of a quarter that is told from its neighbours.
const TOLD_APART: i64 = 10;
/// The least distance between the names of two years.
const YEAR: i64 = 48;

/// A scale of whole quarters.
pub(super) struct Calendar {
    /// Its quarters, each with its first day.
    pub quarters: Vec<(Quarter, i64)>,
    /// The day after the last.
    until: i64,
    left: i64,
    width: i64,
}

impl Calendar {
    /// From the quarter in which something begins to the one in which a day lies; the scale lies to the right of `left`.
    pub(super) fn new(from: Quarter, to: i64, left: i64, width: i64) -> Self {
        let mut quarters = Vec::new();
        let mut quarter = Some(from);
        let mut until = to + 1;
        while let Some((this, day)) = quarter.and_then(|this| Some((this, this.first_day()?))) {
            let day = day.day_number();
            if day > to && !quarters.is_empty() {
                until = day;
                break;
            }
            quarters.push((this, day));
            quarter = (this.year < 9_999 || this.number < 4).then(|| this.next());
        }
        Self {
            quarters,
            until,
            left,
            width,
        }
    }

    fn first(&self) -> i64 {
        self.quarters.first().map_or(self.until, |(_, day)| *day)
    }

    /// Where a day begins; days beyond the scale lie at its ends.
    pub(super) fn x(&self, day: i64) -> i64 {
        let days = (self.until - self.first()).max(1);
        let since = (day - self.first()).clamp(0, days);
        self.left + share(since, days, self.width)
    }

    pub(super) const fn right(&self) -> i64 {
        self.left + self.width
    }

    /// The width of a quarter, nearly.
    pub(super) fn quarter_width(&self) -> i64 {
        self.width / length(self.quarters.len()).max(1)
    }

    /// Where a quarter begins and ends.
    pub(super) fn span(&self, quarter: Quarter) -> Option<(i64, i64)> {
        let at = self.quarters.iter().position(|(own, _)| *own == quarter)?;
        let (_, begins) = self.quarters.get(at)?;
        let over = self.quarters.get(at + 1).map_or(self.until, |next| next.1);
        Some((self.x(*begins), self.x(over)))
    }

    /// Names of years and quarters from `top` on, and lines from below them down to `bottom`.
    pub(super) fn draw(&self, drawing: &mut Drawing, top: i64, bottom: i64) {
        let width = self.quarter_width();
        let mut named_until = i64::MIN;
        for (quarter, day) in &self.quarters {
            let x = self.x(*day);
            let begins_year = quarter.number == 1;
            let from: Point = (x, if begins_year { top + 4 } else { top + 26 });
            if begins_year || width >= TOLD_APART {
                let class = if begins_year { "year" } else { "quarter" };
                drawing.line(class, from, (x, bottom));
            }
            let names_year = begins_year || named_until == i64::MIN && quarter.number < 4;
            if names_year && x >= named_until && x + YEAR <= self.right() + 20 {
                let year = quarter.year.to_string();
                drawing.text(STRONG, Anchor::Start, (x + 5, top + 16), &year);
                named_until = x + YEAR;
            }
            if width >= NAMED {
                for month in 1..3 {
                    let day = quarter.first_day().map(|day| day.plus_months(month));
                    let x = day.map_or(x, |day| self.x(day.day_number()));
                    drawing.line("quarter", (x, top + HEAD - 4), (x, top + HEAD));
                }
            }
        }
        self.names(drawing, top + 37);
        drawing.line("year", (self.right(), top + 4), (self.right(), bottom));
        let below = top + HEAD;
        drawing.line("year", (self.left, below), (self.right(), below));
    }

    /// The names of the quarters, where there is room for them.
    fn names(&self, drawing: &mut Drawing, line: i64) {
        let width = self.quarter_width();
        for (quarter, day) in self.quarters.iter().filter(|_| width >= NAMED) {
            let middle = self.x(*day) + width / 2;
            let name = format!("Q{}", quarter.number);
            drawing.text(SOFT, Anchor::Middle, (middle, line), &name);
        }
    }

    /// The names of years and quarters once more, on one line, for those who do not see the head any more.
    pub(super) fn again(&self, drawing: &mut Drawing, line: i64) {
        let width = self.quarter_width();
        let named = |quarter: &Quarter| quarter.number == 1 || width >= NAMED;
        let mut named_until = i64::MIN;
        for (quarter, day) in self.quarters.iter().filter(|(quarter, _)| named(quarter)) {
            let middle = self.x(*day) + width / 2;
            let name = match quarter.number {
                1 => quarter.year.to_string(),
                number => format!("Q{number}"),
            };
            if middle >= named_until {
                drawing.text(SOFT, Anchor::Middle, (middle, line), &name);
                named_until = middle + NAMED;
            }
        }
    }
}
