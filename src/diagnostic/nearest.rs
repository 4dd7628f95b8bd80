//! Did you mean …: the nearest of the names that exist.

/// The candidate nearest to `name`, if one is near enough to be meant: at most a third of the longer name's
/// characters differ (Damerau-Levenshtein, case folded). Ties go to the one that begins most like `name`, since the
/// beginning of an identifier says where it belongs, then to the first in byte order.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = name.to_lowercase();
    let length = folded.chars().count();
    candidates
        .into_iter()
        .filter_map(|candidate| {
            let other = candidate.to_lowercase();
            let longest = length.max(other.chars().count());
            // A length that differs by more than the bound cannot come within it.
            let bound = (longest / 3).max(1);
            if length.abs_diff(other.chars().count()) > bound {
                return None;
            }
            let distance = strsim::damerau_levenshtein(&folded, &other);
            let shared = folded
                .chars()
                .zip(other.chars())
                .take_while(|(a, b)| a == b)
                .count();
            (distance <= bound).then_some((distance, std::cmp::Reverse(shared), candidate))
        })
        .min()
        .map(|(_, _, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_names_equally_near_the_one_with_the_same_beginning_is_meant() {
        assert_eq!(nearest("A.7.22", ["A.5.22", "A.7.2"]), Some("A.7.2"));
    }

    #[test]
    fn a_name_that_is_like_none_has_no_nearest() {
        assert_eq!(nearest("DOOR-1", ["A.5.22", "A.7.2"]), None);
    }
}
