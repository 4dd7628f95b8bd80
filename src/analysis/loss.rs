//! Where a chain of rows loses all knowledge, and why, in words.

use super::argument::{Chain, Ground};
use super::phrase::Names;
use xwalk_relation::{Label, Relation};

impl Names<'_, '_> {
    /// The number of the first step of a chain after which nothing is known of its two ends, and why that is so: `what
    /// A shares with B need not be what B shares with C`. `None` for a chain that keeps some knowledge to its end.
    #[must_use]
    pub fn loss(&self, chain: &Chain) -> Option<(usize, String)> {
        let lost = chain
            .steps
            .iter()
            .position(|step| step.known == Label::ANY)?;
        let step = chain.steps.get(lost)?;
        let before = lost.checked_sub(1).and_then(|at| chain.steps.get(at));
        let (known, by_way_of) = before
            .map_or((Label::only(Relation::Equal), chain.from), |before| {
                (before.known, before.to)
            });
        let [a, x, y] = [chain.from, by_way_of, step.to].map(|subject| self.quoted(subject));
        let why = match step.ground {
            Ground::Row(row) if step.says == Label::ANY => {
                if self.model.rows[row].label == Label::ANY {
                    "this relation says nothing about what the two have in common".to_owned()
                } else {
                    "what the row says of several controls together, it says of none of them alone"
                        .to_owned()
                }
            }
            _ if known.then(step.says) != Label::ANY => {
                "the rows up to here are of different rationales, some of them contradict rows of another one, and no proof joins those".to_owned()
            }
            _ => nothing_follows(known, step.says, [&a, &x, &y]),
        };
        Some((lost, why))
    }
}

/// Why nothing follows for A and Y from what is known of A and X and what is said of X and Y.
fn nothing_follows(known: Label, says: Label, [a, x, y]: [&str; 3]) -> String {
    let disjoint = Label::only(Relation::NoRelationship);
    if known.implies(Label::WITHIN) && says.implies(Label::CONTAINS) {
        format!("{a} and {y} may be two parts of {x}, which can relate in any way")
    } else if known.implies(Label::WITHIN) && says.implies(Label::OVERLAPS) {
        format!("{a} may be only part of {x}, and what {x} shares with {y} may be in the rest")
    } else if known.implies(Label::OVERLAPS) && says.implies(Label::CONTAINS) {
        format!("{y} may be only part of {x}, and what {a} shares with {x} may be in the rest")
    } else if known.implies(Label::OVERLAPS) && says.implies(Label::OVERLAPS) {
        format!("what {a} shares with {x} need not be what {x} shares with {y}")
    } else if known == disjoint && says == disjoint {
        format!("two controls that have nothing in common with {x} can relate in any way")
    } else {
        format!("the two together leave open how {a} relates to {y}")
    }
}
