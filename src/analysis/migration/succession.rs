//! What became of the controls of an old edition in a new one.

use std::collections::{BTreeMap, BTreeSet};

use super::crosswalk::Crosswalk;
use crate::eligibility::Eligibility;
use xwalk_model::{ControlId, End, RowId};
use xwalk_relation::{Label, Relation, Word};

/// A control of the new edition in which one of the old lives on, wholly or in part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Successor {
    /// The control.
    pub control: ControlId,
    /// Why it is taken for one.
    pub link: Link,
    /// How the old control is known to relate to it.
    pub label: Label,
}

/// Why a control of the new edition is taken for a successor of an old one. Only rows prove anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// A row of the crosswalk names both, whether it counts or not.
    Row,
    /// The new edition says that the old identifier was withdrawn in its favour.
    Withdrawn,
    /// No row names the old control, but the two are known to share something.
    Known,
    /// Nothing else leads on from the old control, and it has the same identifier.
    Identifier,
}

/// A row of the crosswalk that names an old control, alone or within a union.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heritage {
    /// The row.
    pub row: RowId,
    /// What it names of the new edition.
    pub new: End,
    /// How its old end relates to its new one; [`Label::ANY`] if it does not count, or says nothing of that.
    pub label: Label,
    /// Whether it counts, and says no more than that there is a relationship.
    pub only_related: bool,
}

impl Heritage {
    /// Whether what it names of the new edition contains or equals the old control.
    #[must_use]
    pub const fn contains_it(&self) -> bool {
        self.label.implies(Label::WITHIN)
    }

    /// Whether it says more than that the two are related.
    fn is_exact(&self) -> bool {
        self.label.implies(Label::OVERLAPS)
    }
}

/// The successors of all controls of an old edition.
#[derive(Debug, Default)]
pub struct Succession {
    successors: BTreeMap<ControlId, Vec<Successor>>,
    heritage: BTreeMap<ControlId, Vec<Heritage>>,
}

impl Succession {
    pub(super) fn of(crosswalk: &Crosswalk<'_, '_>) -> Self {
        let mut succession = Self::default();
        let namesakes = crosswalk.model.controls_of(crosswalk.old);
        let namesakes = namesakes.map(|(id, control)| (plain(control.identifier), id));
        let namesakes = namesakes.collect();
        succession.follow_rows(crosswalk);
        succession.follow_withdrawals(crosswalk, &namesakes);
        succession.follow_knowledge(crosswalk);
        succession.follow_identifiers(crosswalk, &namesakes);
        succession.settle(crosswalk);
        succession
    }

    fn follow_rows(&mut self, crosswalk: &Crosswalk<'_, '_>) {
        for (id, row) in crosswalk.rows() {
            let connects =
                row.label != Label::only(Relation::NoRelationship) && row.word != Word::Contrary;
            if connects && crosswalk.logic.eligibilities[id] != Eligibility::Withdrawn {
                let (old, new, label) = crosswalk.sides(row);
                let counts = crosswalk.logic.eligibilities[id] == Eligibility::Counts;
                for old in old.controls() {
                    self.heritage.entry(*old).or_default().push(Heritage {
                        row: id,
                        new: new.clone(),
                        label: if counts { label } else { Label::ANY },
                        only_related: counts && row.word.relates(),
                    });
                    for new in new.controls() {
                        self.add(*old, *new, Link::Row);
                    }
                }
            }
        }
    }

    fn follow_withdrawals(&mut self, crosswalk: &Crosswalk<'_, '_>, namesakes: &Namesakes) {
        for withdrawn in &crosswalk.model.frameworks[crosswalk.new].withdrawn {
            if let Some(old) = namesakes.get(&plain(withdrawn.identifier)) {
                for new in &withdrawn.successors {
                    self.add(*old, *new, Link::Withdrawn);
                }
            }
        }
    }

    fn follow_knowledge(&mut self, crosswalk: &Crosswalk<'_, '_>) {
        let model = crosswalk.model;
        let lost: Vec<ControlId> = self.lost(crosswalk).collect();
        for old in lost {
            let known = crosswalk.editions.about(old);
            let shares = known.iter().filter(|(new, label)| {
                let candidate = &model.controls[*new];
                let wanted = candidate.framework == crosswalk.new && candidate.assessable;
                wanted && label.implies(Label::OVERLAPS)
            });
            for (new, _) in shares {
                self.add(old, new, Link::Known);
            }
        }
    }

    fn follow_identifiers(&mut self, crosswalk: &Crosswalk<'_, '_>, namesakes: &Namesakes) {
        let lost: BTreeSet<ControlId> = self.lost(crosswalk).collect();
        for (new, control) in crosswalk.model.controls_of(crosswalk.new) {
            let namesake = namesakes.get(&plain(control.identifier));
            if let Some(old) = namesake.filter(|old| lost.contains(old)) {
                self.add(*old, new, Link::Identifier);
            }
        }
    }

    fn add(&mut self, old: ControlId, control: ControlId, link: Link) {
        let successors = self.successors.entry(old).or_default();
        if successors.iter().all(|known| known.control != control) {
            successors.push(Successor {
                control,
                link,
                label: Label::ANY,
            });
        }
    }

    /// Puts everything in order, once it is complete.
    fn settle(&mut self, crosswalk: &Crosswalk<'_, '_>) {
        let model = crosswalk.model;
        for (old, successors) in &mut self.successors {
            let known = crosswalk.editions.about(*old);
            for successor in successors.iter_mut() {
                successor.label = known.label(successor.control);
            }
            // Whoever assesses the old control wants to know which controls to assess now, not in which category they stand.
            let assessable = |successor: &Successor| model.controls[successor.control].assessable;
            if model.controls[*old].assessable && successors.iter().any(assessable) {
                let equal = Label::only(Relation::Equal);
                successors.retain(|one| assessable(one) || one.label == equal);
            }
            successors.sort_by_key(|successor| successor.control);
        }
        for rows in self.heritage.values_mut() {
            let ends = |one: &Heritage| {
                let row = &model.rows[one.row];
                let (old, new, _) = crosswalk.sides(row);
                (old, new)
            };
            let exact = rows.iter().filter(|one| one.is_exact());
            let exact: BTreeSet<(&End, &End)> = exact.map(ends).collect();
            rows.retain(|one| !one.only_related || !exact.contains(&ends(one)));
            rows.sort_by_key(|one| (!one.contains_it(), one.row));
        }
    }

    /// The controls of the old edition that have no successor yet.
    fn lost(&self, crosswalk: &Crosswalk<'_, '_>) -> impl Iterator<Item = ControlId> {
        let old = crosswalk.model.controls_of(crosswalk.old);
        old.map(|(id, _)| id)
            .filter(|id| !self.successors.contains_key(id))
    }

    /// The successors of a control of the old edition, in the order of the new one; none if it is lost.
    #[must_use]
    pub fn of_control(&self, old: ControlId) -> &[Successor] {
        self.successors.get(&old).map_or(&[], Vec::as_slice)
    }

    /// The rows of the crosswalk that name a control of the old edition: first those with what contains or equals it, then
    /// the rest. A row that only calls two things related is passed over where another one says more of the same two.
    #[must_use]
    pub fn heritage(&self, old: ControlId) -> &[Heritage] {
        self.heritage.get(&old).map_or(&[], Vec::as_slice)
    }

    /// The successors of any of these controls.
    pub(super) fn of_all(&self, old: &BTreeSet<ControlId>) -> BTreeSet<ControlId> {
        let successors = old.iter().flat_map(|old| self.of_control(*old));
        successors.map(|successor| successor.control).collect()
    }

    /// The controls of the new edition in which some old one lives on.
    pub(super) fn continuing(&self) -> BTreeSet<ControlId> {
        let successors = self.successors.values().flatten();
        successors.map(|successor| successor.control).collect()
    }
}

/// Controls by their plain identifiers.
type Namesakes = BTreeMap<String, ControlId>;

/// An identifier without the noughts before its numbers, by which editions differ: `ID.AM-6` and `ID.AM-06`.
fn plain(identifier: &str) -> String {
    let mut plain = String::with_capacity(identifier.len());
    let mut rest = identifier.chars().peekable();
    while let Some(character) = rest.next() {
        let leading = character == '0' && !plain.ends_with(|before: char| before.is_ascii_digit());
        if !(leading && rest.peek().is_some_and(char::is_ascii_digit)) {
            plain.push(character);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn noughts_before_numbers_make_no_other_identifier() {
        assert_eq!(plain("ID.AM-06"), plain("ID.AM-6"));
        assert_eq!(plain("A.5.010"), "A.5.10");
        assert_eq!(plain("A.0"), "A.0");
        assert_eq!(plain("A.007.100"), "A.7.100");
    }
}
