//! Labels beside each other that do not lie over each other.

/// Labels that touch each other.
#[derive(Clone, Copy)]
struct Run {
    /// Where the first of them stands.
    begins: i64,
    count: i64,
    /// The sum of the places at which its labels would have it begin.
    wishes: i64,
}

/// Moves places apart until any two are at least `apart` from each other, in their order, inside of `first..=last` as long
/// as there is room; each stays as near to where it was as the others allow.
pub(super) fn spread(places: &[i64], apart: i64, (first, last): (i64, i64)) -> Vec<i64> {
    let mut order: Vec<(i64, usize)> = places.iter().copied().zip(0..).collect();
    order.sort_unstable();
    let inside = |begins: i64, count: i64| begins.min(last - (count - 1) * apart).max(first);
    let mut runs: Vec<Run> = Vec::new();
    for (wish, _) in &order {
        let mut run = Run {
            begins: inside(*wish, 1),
            count: 1,
            wishes: *wish,
        };
        while let Some(before) = runs.last().copied() {
            if before.begins + before.count * apart <= run.begins {
                break;
            }
            runs.pop();
            let count = before.count + run.count;
            let wishes = before.wishes + run.wishes - before.count * run.count * apart;
            run = Run {
                begins: inside(wishes.div_euclid(count), count),
                count,
                wishes,
            };
        }
        runs.push(run);
    }
    let all = runs
        .iter()
        .flat_map(|run| (0..run.count).map(move |step| run.begins + step * apart));
    let mut placed = vec![first; places.len()];
    for ((_, at), place) in order.into_iter().zip(all) {
        if let Some(slot) = placed.get_mut(at) {
            *slot = place;
        }
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::spread;

    #[test]
    fn what_is_apart_stays_and_what_is_not_moves_evenly() {
        assert_eq!(spread(&[10, 50, 90], 20, (0, 100)), [10, 50, 90]);
        assert_eq!(spread(&[50, 50], 20, (0, 100)), [40, 60]);
        assert_eq!(spread(&[60, 50], 20, (0, 100)), [65, 45]);
        assert_eq!(spread(&[99, 100], 20, (0, 100)), [80, 100]);
        assert_eq!(spread(&[0, 1, 2], 20, (0, 100)), [0, 20, 40]);
    }

    #[test]
    fn no_two_are_nearer_than_they_may() {
        let places = [5, 5, 7, 90, 91, 40, 44, 5, 88];
        let mut placed = spread(&places, 12, (0, 120));
        placed.sort_unstable();
        assert!(placed.windows(2).all(|pair| match pair {
            [one, other] => other - one >= 12,
            _ => false,
        }));
        assert!(placed.iter().all(|place| (0..=120).contains(place)));
    }
}
