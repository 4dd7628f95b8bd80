//! Whole days from parts of days, so that nothing is lost: each sum over time is rounded, never a part.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::calendar::Quarter;

/// In so many parts a day is cut: fine enough that no sum of them is off by a day.
pub(super) const PER_DAY: u128 = 1_000_000_000;

const DAY: i128 = PER_DAY as i128;

/// Parts of days, or days, by quarter and whoever does them.
pub(super) type Work<K, N> = BTreeMap<Quarter, BTreeMap<K, N>>;

/// How much each does in each quarter, in whole days.
///
/// The days of a quarter are what all have done by its end, rounded, less what was told before. They go to whoever is furthest
/// behind: so each sum over time is less than a day off, and exact when all is done. Nobody is told of in a quarter in which it
/// does nothing.
pub(super) fn whole_days<K: Copy + Ord>(parts: &Work<K, u128>) -> Work<K, u64> {
    // What each has done by the end of a quarter, less the days that were told.
    let mut open: BTreeMap<K, i128> = BTreeMap::new();
    let mut whole = BTreeMap::new();
    for (quarter, by) in parts {
        for (one, parts) in by {
            *open.entry(*one).or_default() += signed(*parts);
        }
        let all: i128 = open.values().sum();
        let told = shared_out(
            by.keys().map(|one| Open {
                one: *one,
                parts: open.get(one).copied().unwrap_or(0),
            }),
            (all + DAY / 2).div_euclid(DAY),
        );
        for (one, days) in &told {
            *open.entry(*one).or_default() -= i128::from(*days) * DAY;
        }
        whole.insert(*quarter, told);
    }
    whole
}

/// How much all do together in each quarter, in whole days: each sum over time, rounded.
pub(super) fn whole_days_of_all(parts: &BTreeMap<Quarter, u128>) -> BTreeMap<Quarter, u64> {
    let by = |parts: &u128| BTreeMap::from([((), *parts)]);
    let parts = parts.iter().map(|(quarter, parts)| (*quarter, by(parts)));
    let whole = whole_days(&parts.collect());
    let sums = whole.into_iter();
    sums.map(|(quarter, by)| (quarter, by.into_values().sum()))
        .collect()
}

/// What somebody has done, and has not been told yet; less than nothing where too much was told.
#[derive(Clone, Copy)]
struct Open<K> {
    one: K,
    parts: i128,
}

fn signed(parts: u128) -> i128 {
    i128::try_from(parts).unwrap_or(i128::MAX / 2)
}

/// About so many days: the full ones to whom they belong, and what is left one each to the largest rests, of equal ones to the
/// first. Who has done all of its work has no rest, so that its days are exact.
fn shared_out<K: Copy + Ord>(open: impl Iterator<Item = Open<K>>, total: i128) -> BTreeMap<K, u64> {
    let mut shares: Vec<(K, i128, i128)> = open
        .map(|Open { one, parts }| match parts {
            // Nothing can be taken back.
            ..0 => (one, 0, 0),
            parts => (one, parts / DAY, parts % DAY),
        })
        .collect();
    let full: i128 = shares.iter().map(|(_, days, _)| days).sum();
    shares.sort_by_key(|(one, _, rest)| (Reverse(*rest), *one));
    let mut more = total - full;
    let mut told = BTreeMap::new();
    for (one, days, rest) in shares {
        let takes_more = i128::from(more > 0 && rest > 0);
        more -= takes_more;
        told.insert(one, u64::try_from(days + takes_more).unwrap_or(0));
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Four quarters of a year, each with parts of days in hundredths.
    fn year(parts: [&[(u8, u128)]; 4]) -> Work<u8, u128> {
        let quarters = (1..=4).map(|number| Quarter { year: 2027, number });
        quarters
            .zip(parts)
            .map(|(quarter, by)| {
                let by = by
                    .iter()
                    .map(|(one, hundredths)| (*one, hundredths * PER_DAY / 100));
                (quarter, by.collect())
            })
            .collect()
    }

    fn totals(whole: &Work<u8, u64>) -> Vec<u64> {
        whole.values().map(|by| by.values().sum()).collect()
    }

    #[test]
    fn ten_halves_in_each_of_two_quarters_are_five_days_in_each() {
        let halves: Vec<(u8, u128)> = (0..10).map(|one| (one, 50)).collect();
        let whole = whole_days(&year([&halves, &halves, &[], &[]]));
        assert_eq!(totals(&whole), [5, 5, 0, 0]);
        for one in 0..10 {
            let own: u64 = whole.values().filter_map(|by| by.get(&one)).sum();
            assert_eq!(own, 1, "{one}");
        }
    }

    #[test]
    fn who_has_done_all_is_told_of_exactly_and_then_no_more() {
        // By the end of the first quarter 2.4 days are done, and a day of the second was told too early.
        let parts = year([&[(2, 140)], &[(1, 300)], &[(2, 60)], &[]]);
        let whole = whole_days(&parts);
        assert_eq!(totals(&whole), [1, 3, 1, 0]);
        let told = |number| whole.get(&Quarter { year: 2027, number });
        assert_eq!(told(2), Some(&BTreeMap::from([(1, 3)])));
        assert_eq!(told(3), Some(&BTreeMap::from([(2, 1)])));
    }

    #[test]
    fn each_sum_over_time_is_less_than_a_day_off_and_in_the_end_exact() {
        let parts = year([
            &[(1, 140), (2, 160), (3, 10)],
            &[(1, 20), (2, 90), (3, 30)],
            &[(1, 140), (2, 50)],
            &[(2, 100), (3, 60)],
        ]);
        let whole = whole_days(&parts);
        assert_eq!(totals(&whole), [3, 2, 1, 2]);
        let (mut exact, mut given): (BTreeMap<u8, u128>, BTreeMap<u8, u128>) = Default::default();
        for (quarter, by) in &parts {
            for (one, parts) in by {
                *exact.entry(*one).or_default() += parts;
            }
            for (one, days) in whole.get(quarter).into_iter().flatten() {
                *given.entry(*one).or_default() += u128::from(*days) * PER_DAY;
            }
            for (one, exact) in &exact {
                let given = given.get(one).copied().unwrap_or(0);
                assert!(exact.abs_diff(given) < PER_DAY, "{one} in {quarter}");
            }
        }
        assert_eq!(exact, given);
    }
}
