//! What is usual in a list of times.

/// Mean, median and 90th percentile of times, in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Statistics {
    /// How many there are, at least one.
    pub count: usize,
    /// Their sum divided by their number, rounded to the nearest second, halves up.
    pub mean: u64,
    /// The middle one, or the mean of the two in the middle, rounded likewise.
    pub median: u64,
    /// The least of them that at least nine of ten do not exceed (nearest rank).
    pub percentile_90: u64,
}

impl Statistics {
    /// Of times in any order; nothing where there is none.
    #[must_use]
    pub fn of(mut times: Vec<u64>) -> Option<Self> {
        times.sort_unstable();
        let count = times.len();
        let at = |rank: usize| times.get(rank.checked_sub(1)?).copied();
        let sum: u128 = times.iter().copied().map(u128::from).sum();
        let middle = u128::from(at(count.div_ceil(2))?) + u128::from(at(count / 2 + 1)?);
        Some(Self {
            count,
            mean: rounded(sum, count),
            median: rounded(middle, 2),
            percentile_90: at((count * 9).div_ceil(10))?,
        })
    }
}

fn rounded(sum: u128, count: usize) -> u64 {
    let count = count.max(1) as u128;
    u64::try_from((sum * 2 + count) / (count * 2)).unwrap_or(u64::MAX)
}

/// A number of seconds in all units that it fills, so that it can be held against a limit: `2d 4h`, `15min 1s`, `40s`.
#[must_use]
pub fn spelled(seconds: u64) -> String {
    const UNITS: [(u64, &str); 4] = [(86_400, "d"), (3_600, "h"), (60, "min"), (1, "s")];
    let mut rest = seconds;
    let mut parts = Vec::new();
    for (length, word) in UNITS {
        if rest >= length {
            parts.push(format!("{}{word}", rest / length));
            rest %= length;
        }
    }
    match parts.is_empty() {
        true => "0s".to_owned(),
        false => parts.join(" "),
    }
}

#[cfg(test)]
mod tests {
    use super::{Statistics, spelled};

    #[test]
    fn times_are_spelled_in_full() {
        for (seconds, text) in [
            (0, "0s"),
            (59, "59s"),
            (900, "15min"),
            (930, "15min 30s"),
            (9_000, "2h 30min"),
            (86_430, "1d 30s"),
            (901, "15min 1s"),
            (89_940, "1d 59min"),
            (187_200, "2d 4h"),
        ] {
            assert_eq!(spelled(seconds), text);
        }
    }

    #[test]
    fn times_are_summed_up_by_three_numbers() {
        let shown = |times: &[u64]| {
            let of = Statistics::of(times.to_vec());
            of.map(|of| (of.mean, of.median, of.percentile_90))
        };
        assert_eq!(shown(&[]), None);
        assert_eq!(shown(&[7]), Some((7, 7, 7)));
        assert_eq!(shown(&[4, 1]), Some((3, 3, 4)));
        assert_eq!(shown(&[10, 9, 8, 7, 6, 5, 4, 3, 2, 100]), Some((15, 7, 10)));
        assert_eq!(
            shown(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
            Some((6, 6, 10))
        );
    }
}
