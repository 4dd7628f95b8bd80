//! A scale of days, in quarters and years.

use super::area::{length, share};
use super::drawing::Drawing;
use super::face::{Anchor, SOFT, STRONG};
use xwalk_report::posture::Quarter;

/// The height of what stands above the days: years, and quarters below them.
pub(super) const HEAD: i64 = 44;
/// The least width of a quarter that is called by its name.
const NAMED: i64 = 26;
/// The least width of a quarter that can be distinguished from its neighbours.
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

    /// Every how many years one is named: 1, 2, 5, 10 and so on, as there is room.
    fn named_years(&self) -> u16 {
        let year = (4 * self.width / length(self.quarters.len()).max(1)).max(1);
        let steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000];
        let mut enough = steps
            .into_iter()
            .filter(|step| i64::from(*step) * year >= YEAR);
        enough.next().unwrap_or(2_000)
    }

    /// Names of years and quarters from `top` on, and lines from below them down to `bottom`.
    pub(super) fn draw(&self, drawing: &mut Drawing, top: i64, bottom: i64) {
        let width = self.quarter_width();
        let step = self.named_years();
        let is_named = |quarter: &Quarter| quarter.number == 1 && quarter.year.is_multiple_of(step);
        let first_named = self.quarters.iter().find(|(quarter, _)| is_named(quarter));
        let first_named = first_named.map_or(self.right(), |(_, day)| self.x(*day));
        for (at, (quarter, day)) in self.quarters.iter().enumerate() {
            let x = self.x(*day);
            let begins_year = is_named(quarter);
            let has_line = width >= TOLD_APART || quarter.number == 1 && 4 * width >= TOLD_APART;
            if begins_year {
                drawing.line("year", (x, top + 4), (x, bottom));
            } else if has_line {
                drawing.line("quarter", (x, top + 26), (x, bottom));
            }
            let begins_scale = at == 0 && x + YEAR <= first_named;
            if (begins_year || begins_scale) && x + YEAR <= self.right() + 20 {
                let year = quarter.year.to_string();
                drawing.text(STRONG, Anchor::Start, (x + 5, top + 16), &year);
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
