//! How much of a whole something is: the one place that rounds.

/// A part of a whole in which there is something to count.
///
/// Whoever reads 100 % reads *all*, and whoever reads 0 % reads *none*: neither is ever said of anything else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    part: usize,
    whole: usize,
}

/// To which side a share is rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rounding {
    /// To the nearest, halves up.
    Nearest,
    /// Down: what falls short of a bound is not rounded to it.
    Down,
    /// Up: what exceeds a bound is not rounded to it.
    Up,
}

impl Share {
    /// What people read where there is no share.
    pub const NOTHING: &'static str = "nothing to count";

    /// So many of so many; `None` of nothing.
    #[must_use]
    pub fn of(part: usize, whole: usize) -> Option<Self> {
        let part = part.min(whole);
        (whole > 0).then_some(Self { part, whole })
    }

    /// In basis points (1 % is 100), rounded half up: 0 of none and 10,000 of all alone.
    #[must_use]
    pub fn basis_points(self) -> u32 {
        self.steps(10_000, Rounding::Nearest).clamp(
            u32::from(self.part > 0),
            10_000 - u32::from(self.part < self.whole),
        )
    }

    /// In hundredths of a percent, rounded to a side: `12.5%`, `<0.01%`, `>99.99%`.
    #[must_use]
    pub fn in_hundredths(self, rounding: Rounding) -> String {
        match self.steps(10_000, rounding) {
            0 if self.part > 0 => "<0.01%".to_owned(),
            10_000 if self.part < self.whole => ">99.99%".to_owned(),
            basis_points => percent(basis_points),
        }
    }

    /// As people read it, nothing of nothing included.
    #[must_use]
    pub fn shown(share: Option<Self>) -> String {
        share.map_or_else(|| Self::NOTHING.to_owned(), |share| share.to_string())
    }

    /// In so many parts of the whole.
    fn steps(self, all: u32, rounding: Rounding) -> u32 {
        let (part, whole) = (self.part as u128, self.whole as u128);
        let doubled = 2 * part * u128::from(all);
        let steps = match rounding {
            Rounding::Nearest => (doubled + whole) / (2 * whole),
            Rounding::Down => doubled / (2 * whole),
            Rounding::Up => doubled.div_ceil(2 * whole),
        };
        u32::try_from(steps).unwrap_or(all)
    }
}

/// In tenths of a percent, as people read it: `33.3%`, `0%` of none, `100%` of all, `<0.1%` and `>99.9%` of what is nearly so.
impl std::fmt::Display for Share {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.steps(1_000, Rounding::Nearest) {
            _ if self.part == 0 => formatter.write_str("0%"),
            _ if self.part == self.whole => formatter.write_str("100%"),
            0 => formatter.write_str("<0.1%"),
            1_000 => formatter.write_str(">99.9%"),
            tenths => write!(formatter, "{}.{}%", tenths / 10, tenths % 10),
        }
    }
}

/// Basis points as a percentage: `12.5%`.
#[must_use]
pub fn percent(basis_points: u32) -> String {
    let (whole, rest) = (basis_points / 100, basis_points % 100);
    match rest {
        0 => format!("{whole}%"),
        _ if rest.is_multiple_of(10) => format!("{whole}.{}%", rest / 10),
        _ => format!("{whole}.{rest:02}%"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Rounding, Share};

    #[test]
    fn none_and_all_are_said_of_none_and_all_alone() {
        for (part, whole, shown, basis_points) in [
            (0, 0, "nothing to count", None),
            (0, 9, "0%", Some(0)),
            (9, 9, "100%", Some(10_000)),
            (1, 3, "33.3%", Some(3_333)),
            (2, 3, "66.7%", Some(6_667)),
            (1, 2_000, "0.1%", Some(5)),
            (1, 2_001, "<0.1%", Some(5)),
            (1_999, 2_000, ">99.9%", Some(9_995)),
            (1, 1_000_000, "<0.1%", Some(1)),
            (999_999, 1_000_000, ">99.9%", Some(9_999)),
        ] {
            let share = Share::of(part, whole);
            assert_eq!(Share::shown(share), shown, "{part} of {whole}");
            assert_eq!(
                share.map(Share::basis_points),
                basis_points,
                "{part} of {whole}"
            );
        }
    }

    #[test]
    fn a_share_is_not_rounded_to_the_bound_that_it_misses() {
        let shown = |part, whole, to| Share::of(part, whole).map(|it| it.in_hundredths(to));
        let shown = |part, whole, to| shown(part, whole, to).unwrap_or_default();
        assert_eq!(shown(79_999, 100_000, Rounding::Down), "79.99%");
        assert_eq!(shown(20_001, 100_000, Rounding::Up), "20.01%");
        assert_eq!(shown(1, 100_000, Rounding::Down), "<0.01%");
        assert_eq!(shown(99_999, 100_000, Rounding::Up), ">99.99%");
        assert_eq!(shown(1, 8, Rounding::Nearest), "12.5%");
        assert_eq!(shown(0, 8, Rounding::Up), "0%");
    }
}
