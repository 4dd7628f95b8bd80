//! Order by a key: compiled once for each kind of key, and not for each kind of what is put in order.

/// The items in the order of their keys, and as they came where the keys are equal.
pub fn in_order<T, K: Ord>(items: Vec<T>, key: impl Fn(&T) -> K) -> impl Iterator<Item = T> {
    let mut order: Vec<(K, usize)> = items.iter().map(key).zip(0..).collect();
    order.sort_unstable();
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    let positions = order.into_iter();
    positions.filter_map(move |(_, at)| items.get_mut(at)?.take())
}
