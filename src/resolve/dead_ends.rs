//! Withdrawn identifiers whose successors were withdrawn too.

use rustc_hash::FxHashMap;

use super::catalogs::{Catalogs, DeadEnd, Meaning, Withdrawn};
use super::references::References;

/// The withdrawn identifiers with successors of which none is a control.
pub(super) fn dead_ends(
    catalogs: &Catalogs<'_>,
    references: &References<'_>,
) -> FxHashMap<Withdrawn, DeadEnd> {
    let mut next: FxHashMap<Withdrawn, Option<Withdrawn>> = FxHashMap::default();
    for (framework, position, _, successors) in &references.successors {
        let is_control = |successor| catalogs.control(successor, *framework).is_some();
        if !successors.is_empty() && !successors.iter().any(is_control) {
            let withdrawn = successors.iter().find_map(|successor| {
                match catalogs.meaning(*framework, successor.id)? {
                    Meaning::Withdrawn(other) => Some((*framework, other)),
                    _ => None,
                }
            });
            next.insert((*framework, *position), withdrawn);
        }
    }
    next.keys()
        .map(|withdrawn| {
            let end = if leads_back(*withdrawn, &next) {
                DeadEnd::Circle
            } else {
                DeadEnd::Elsewhere
            };
            (*withdrawn, end)
        })
        .collect()
}

fn leads_back(start: Withdrawn, next: &FxHashMap<Withdrawn, Option<Withdrawn>>) -> bool {
    /// Longer chains than any framework has; what goes beyond must not cost the square of its length.
    const LONGEST: usize = 64;
    let step = |at: &Withdrawn| next.get(at).copied().flatten();
    std::iter::successors(step(&start), step)
        .take(LONGEST)
        .any(|at| at == start)
}
