//! Withdrawn identifiers whose successors were withdrawn too.

use rustc_hash::FxHashMap;

use super::catalogs::{Catalogs, Meaning, References};
use crate::model::FrameworkId;

/// A withdrawn identifier: its framework and its position there.
pub(super) type Withdrawn = (FrameworkId, usize);

/// Where the successors of a withdrawn identifier lead, if none of them is a control.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DeadEnd {
    /// Back to where they came from.
    Circle,
    /// To other identifiers that are withdrawn, or mean nothing.
    Elsewhere,
}

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
