//! Decimal numbers, exact, however long.

use std::cmp::Ordering;
use std::fmt;

/// A decimal number, exact, however long: never by way of a binary fraction, which is another number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Decimal {
    /// Whether it is below zero.
    negative: bool,
    /// Its digits without zeros at either end; none for zero.
    digits: String,
    /// How many digits stand before the decimal point; negative where zeros follow it.
    point: i64,
}

impl Decimal {
    /// Reads `98`, `-3`, `99.95`, as a person writes a number; `None` for other forms.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, digits) = sign(text);
        let (whole, decimals) = match digits.split_once('.') {
            Some((_, "")) => return None,
            Some(parts) => parts,
            None => (digits, ""),
        };
        let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !plain(whole) || !plain(decimals) {
            return None;
        }
        let all = format!("{whole}{decimals}");
        let digits = all.trim_start_matches('0');
        let before = i64::try_from(whole.len()).ok()?;
        let zeros = i64::try_from(all.len() - digits.len()).ok()?;
        let digits = digits.trim_end_matches('0');
        if digits.is_empty() {
            return Some(Self::default());
        }
        Some(Self {
            negative,
            digits: digits.to_owned(),
            point: before - zeros,
        })
    }

    /// Reads a number as programs write it, with a power of ten too: `1.0E-5` (RFC 8259).
    #[must_use]
    pub fn parse_scientific(text: &str) -> Option<Self> {
        let Some((number, power)) = text.split_once(['e', 'E']) else {
            return Self::parse(text);
        };
        let mut number = Self::parse(number)?;
        let (negative, digits) = match power.strip_prefix('+') {
            Some(digits) => (false, digits),
            None => sign(power),
        };
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        // Whatever is beyond this is beyond every number that a person writes.
        let power = digits.parse().unwrap_or(i64::MAX / 4).min(i64::MAX / 4);
        if !number.digits.is_empty() {
            number.point += if negative { -power } else { power };
        }
        Some(number)
    }

    /// Below, at or above zero.
    fn signum(&self) -> i8 {
        match (self.digits.is_empty(), self.negative) {
            (true, _) => 0,
            (false, true) => -1,
            (false, false) => 1,
        }
    }
}

fn sign(text: &str) -> (bool, &str) {
    match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text),
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        // Without zeros before them, digits compare as texts do.
        let size = (self.point, self.digits.as_str()).cmp(&(other.point, other.digits.as_str()));
        let by_size = if self.negative { size.reverse() } else { size };
        self.signum().cmp(&other.signum()).then(by_size)
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        /// More zeros than this are written as a power of ten.
        const ZEROS: i64 = 1000;
        let sign = if self.negative { "-" } else { "" };
        let (digits, point) = (self.digits.as_str(), self.point);
        if digits.is_empty() {
            return formatter.write_str("0");
        }
        if !(-ZEROS..=ZEROS).contains(&point) && self.zeros() > ZEROS {
            return write!(formatter, "{sign}0.{digits}e{point}");
        }
        let zeros = usize::try_from(self.zeros()).unwrap_or(0);
        if point <= 0 {
            return write!(formatter, "{sign}0.{:0<zeros$}{digits}", "");
        }
        match usize::try_from(point)
            .ok()
            .and_then(|at| digits.split_at_checked(at))
        {
            Some((whole, "")) => write!(formatter, "{sign}{whole}"),
            Some((whole, decimals)) => write!(formatter, "{sign}{whole}.{decimals}"),
            None => write!(formatter, "{sign}{digits}{:0<zeros$}", ""),
        }
    }
}

impl Decimal {
    /// How many zeros stand between the digits and the decimal point.
    fn zeros(&self) -> i64 {
        let length = i64::try_from(self.digits.len()).unwrap_or(i64::MAX);
        if self.point <= 0 {
            -self.point
        } else {
            (self.point - length).max(0)
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering::{Equal, Greater, Less};

    use super::Decimal;

    #[test]
    fn a_decimal_reads_what_it_writes() {
        let long = "0.3333333333333333333333333333333333333333333333333334";
        for text in [
            "98",
            "-3",
            "99.95",
            "0.000001",
            "-0.5",
            "999999999999",
            "1000",
            "0",
            long,
            "123456789012345678901234567890",
        ] {
            let read = Decimal::parse(text).map(|number| number.to_string());
            assert_eq!(read, Some(text.to_owned()));
        }
        assert_eq!(Decimal::parse("1.50"), Decimal::parse("1.5"));
        assert_eq!(Decimal::parse("007"), Decimal::parse("7"));
        assert_eq!(Decimal::parse("-0.0"), Decimal::parse("0"));
        for text in ["", "-", "1.", ".5", "1e3", "1,5", "98%", "--1", "1.5.2"] {
            assert_eq!(Decimal::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_power_of_ten_moves_the_point() {
        let scientific = |text: &str| Decimal::parse_scientific(text);
        for (text, plain) in [
            ("1.0E2", "100"),
            ("1e-7", "0.0000001"),
            ("1.0E-5", "0.00001"),
            ("-2.50e+1", "-25"),
            ("0e999999999999999999999999", "0"),
            ("98.33333333333333", "98.33333333333333"),
        ] {
            assert_eq!(scientific(text), Decimal::parse(plain), "{text}");
        }
        for text in ["e5", "1e", "1e+-2", "1e2.5", "1e2e3", "1e1_0"] {
            assert_eq!(scientific(text), None, "{text}");
        }
        let huge = "1e999999999999999999999999";
        assert!(scientific(huge) > Decimal::parse("999999999999999999999999"));
        assert!(scientific("1e-999999999999999999999999") > Decimal::parse("0"));
        assert!(scientific("-1e-999999999999999999999999") < Decimal::parse("0"));
        let shown = scientific(huge).map(|number| number.to_string().len());
        assert!(shown < Some(100), "{shown:?}");
    }

    #[test]
    fn decimals_compare_as_numbers_and_to_the_last_digit() {
        for (one, order, other) in [
            ("9", Less, "10"),
            ("-9", Greater, "-10"),
            ("-1", Less, "0"),
            ("0.1", Greater, "0.09999999999999999999999"),
            ("97.99999999999999999999", Less, "98"),
            ("98.00000000000000000000", Equal, "98"),
            ("0.30000000000000004", Greater, "0.3"),
            ("9007199254740993", Greater, "9007199254740992"),
            ("1.25", Greater, "1.2"),
            ("0.0012", Less, "0.002"),
        ] {
            let compared = Decimal::parse(one).zip(Decimal::parse(other));
            assert_eq!(
                compared.map(|(one, other)| one.cmp(&other)),
                Some(order),
                "{one} and {other}"
            );
        }
    }
}
