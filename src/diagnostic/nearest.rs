//! Did you mean …: the nearest of the names that exist.

/// The candidate nearest to `name`, if one is near enough to be meant: at most a third of the longer name's
/// characters differ (Damerau-Levenshtein, case folded). Ties go to the first in byte order.
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
            (distance <= bound).then_some((distance, candidate))
        })
        .min()
        .map(|(_, candidate)| candidate)
}
