//! Exact fractions.

use std::cmp::Ordering;

/// A fraction in lowest terms, compared and printed exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fraction {
    /// Above the line.
    pub numerator: u64,
    /// Below the line; never 0.
    pub denominator: u64,
}

impl Fraction {
    /// One number by another, of which none is taken for the least that there is.
    #[must_use]
    pub fn new(numerator: u64, denominator: u64) -> Self {
        let denominator = denominator.max(1);
        let common = greatest_common_divisor(numerator, denominator);
        Self {
            numerator: numerator / common,
            denominator: denominator / common,
        }
    }
}

/// Euclid's algorithm; the second is not 0.
fn greatest_common_divisor(mut one: u64, mut other: u64) -> u64 {
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        let cross =
            |one: &Self, other: &Self| u128::from(one.numerator) * u128::from(other.denominator);
        cross(self, other).cmp(&cross(other, self))
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl std::fmt::Display for Fraction {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.denominator {
            1 => write!(formatter, "{}", self.numerator),
            below => write!(formatter, "{}/{below}", self.numerator),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Fraction;

    #[test]
    fn a_fraction_is_shown_in_lowest_terms_and_compared_exactly() {
        assert_eq!(Fraction::new(16, 20).to_string(), "4/5");
        assert_eq!(Fraction::new(20, 10).to_string(), "2");
        assert_eq!(Fraction::new(0, 7).to_string(), "0");
        assert!(Fraction::new(1, 3) > Fraction::new(333_333, 1_000_000));
        assert!(Fraction::new(u64::MAX, 2) > Fraction::new(u64::MAX, 3));
    }
}
