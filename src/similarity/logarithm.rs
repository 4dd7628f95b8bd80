//! The natural logarithm in whole numbers, since that of the machine may differ from machine to machine.

/// The natural logarithm of a ratio of at least one, in millionths; less by a millionth at the most.
///
/// A number between one and two is squared again and again: each time the square reaches two, the next binary digit of
/// its logarithm to base two is a one, and the square is halved.
pub(super) fn logarithm_in_millionths(numerator: u64, denominator: u64) -> u64 {
    const DIGITS: u32 = 26;
    /// One, with 32 digits behind the point.
    const ONE: u128 = 1 << 32;
    /// The natural logarithm of two, in millionths of millionths.
    const OF_TWO: u128 = 693_147_180_559;

    let quotient = numerator.checked_div(denominator).unwrap_or(1).max(1);
    let whole = quotient.ilog2();
    let mut rest = ((u128::from(numerator) * ONE) >> whole) / u128::from(denominator.max(1));
    let mut binary = u128::from(whole);
    for _ in 0..DIGITS {
        rest = rest * rest / ONE;
        binary <<= 1;
        if rest >= 2 * ONE {
            rest /= 2;
            binary |= 1;
        }
    }
    u64::try_from(((binary * OF_TWO) >> DIGITS) / 1_000_000).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_logarithm_to_the_last_millionth() {
        for denominator in (1..2_000).step_by(7) {
            for numerator in (denominator..400_000).step_by(1_013) {
                let exact = (numerator as f64 / denominator as f64).ln() * 1e6;
                let ours = logarithm_in_millionths(numerator, denominator) as f64;
                assert!(ours <= exact + 1e-6, "{numerator}/{denominator}");
                assert!(ours > exact - 1.1, "{numerator}/{denominator}");
            }
        }
    }

    #[test]
    fn of_one_it_is_nothing_and_of_the_greatest_number_it_is_exact_too() {
        assert_eq!(logarithm_in_millionths(7, 7), 0);
        assert_eq!(logarithm_in_millionths(u64::MAX, 1), 44_361_419);
    }
}
