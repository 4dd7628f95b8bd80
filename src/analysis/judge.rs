//! The verdict of each control from stated rows: the first that holds of full, overlap, related, gap, not reviewed.

use super::between::{Heard, Side, bonds_of, by_control, by_pair};
use super::bond::{Bond, Says};
use super::per_control::PerControl;
use super::silence::Silences;
use super::{Covered, Judgement, Reason, Verdict};
use xwalk_model::{Control, ControlId, Model, RowId};
use xwalk_relation::{Label, Relation};
use xwalk_syntax::ast::Nesting;

/// Judges every control of the framework of `of`, in preorder.
pub(super) fn judge(
    heard: Heard<'_, '_>,
    of: &Side,
    by: &Side,
    silences: &Silences,
) -> Vec<Covered> {
    let model = heard.model;
    let judges = Judge {
        heard,
        model,
        of,
        silences,
        others: Others::of(model, by),
    };
    let mut judged = Vec::new();
    // The nearest control above that has rows of its own.
    let mut mapped_above: PerControl<Option<Above>> = PerControl::all(model, of.framework, None);
    for (id, control) in model.controls_of(of.framework) {
        let bonds = bonds_of(&of.bonds, id);
        let above = control.parent.and_then(|parent| *mapped_above.get(parent)?);
        mapped_above.set(id, Above::of(id, bonds).or(above));
        judged.push(Covered {
            control: id,
            stated: judges.control(id, control, bonds, above),
            proved: None,
        });
    }
    if model.frameworks[of.framework].nesting == Nesting::Whole {
        fulfil_wholes(model, &mut judged);
    }
    judged
}

/// The nearest control above that has rows of its own.
#[derive(Clone, Copy)]
struct Above {
    control: ControlId,
    /// Whether they only call it related, which says nothing of its parts.
    only_related: bool,
}

impl Above {
    fn of(control: ControlId, bonds: &[Bond]) -> Option<Self> {
        let related = |bond: &Bond| matches!(bond.says, Says::Related(_));
        (!bonds.is_empty()).then(|| Self {
            control,
            only_related: bonds.iter().all(related),
        })
    }
}

struct Judge<'a, 's> {
    heard: Heard<'a, 's>,
    model: &'a Model<'s>,
    of: &'a Side,
    silences: &'a Silences,
    others: Others,
}

impl Judge<'_, '_> {
    fn control(
        &self,
        id: ControlId,
        control: &Control<'_>,
        bonds: &[Bond],
        mapped_above: Option<Above>,
    ) -> Judgement {
        contained(self.heard, bonds)
            .or_else(|| shares(self.heard, bonds))
            .or_else(|| self.nothing(bonds))
            .or_else(|| self.related(bonds))
            .or_else(|| self.silence(id, bonds))
            .unwrap_or_else(|| self.not_reviewed(id, control, bonds, mapped_above))
    }

    /// A gap that rows tell of.
    fn nothing(&self, bonds: &[Bond]) -> Option<Judgement> {
        let declared = rows(bonds, |says| says == Says::SharesNothing);
        if !declared.is_empty() {
            return Some(judgement(Verdict::Gap, Reason::DeclaredGap, declared));
        }
        let disjoint = || rows(bonds, |says| matches!(says, Says::Pair(..)));
        self.others
            .all_disjoint(self.heard, bonds)
            .then(|| judgement(Verdict::Gap, Reason::DisjointFromAll, disjoint()))
    }

    /// Where nothing is known of the sets: what rows call related, unless others say that the two share nothing.
    fn related(&self, bonds: &[Bond]) -> Option<Judgement> {
        let apart: Vec<ControlId> = by_pair(bonds)
            .filter(|(_, pair)| self.heard.is_disjoint(pair))
            .map(|(other, _)| other)
            .collect();
        let mut others = Vec::new();
        let mut rows = Vec::new();
        for bond in bonds {
            if let Says::Related(other) = bond.says
                && !apart.contains(&other)
                && self.others.declared.get(other) != Some(&true)
            {
                others.push(other);
                rows.push(bond.row);
            }
        }
        (!others.is_empty())
            .then(|| Judgement::new(Verdict::Related, Reason::Related, rows, others))
    }

    /// A gap since a complete mapping has nothing that could fill it.
    fn silence(&self, id: ControlId, bonds: &[Bond]) -> Option<Judgement> {
        // Somebody who asks for a higher status, or is not under the condition, has not heard an answer.
        if !bonds_of(&self.of.left_out, id).is_empty() {
            return None;
        }
        let silent = self.silences.counted(id)?;
        let named = rows(bonds, |_| true);
        Some(judgement(Verdict::Gap, Reason::Silence(silent), named))
    }

    fn not_reviewed(
        &self,
        id: ControlId,
        control: &Control<'_>,
        bonds: &[Bond],
        mapped_above: Option<Above>,
    ) -> Judgement {
        let left_out = rows(bonds_of(&self.of.left_out, id), |_| true);
        let named = rows(bonds, |_| true);
        let reason = if !left_out.is_empty() {
            return judgement(Verdict::NotReviewed, Reason::RowsLeftOut, left_out);
        } else if let Some(disjoint) = only_disjoint(self.heard, bonds) {
            return disjoint;
        } else if !bonds.is_empty() {
            Reason::NothingFollows
        } else if let Some(above) = mapped_above {
            match above.only_related {
                true => Reason::ParentRelated(above.control),
                false => Reason::ParentMapped(above.control),
            }
        } else if !control.assessable && self.model.children(id).next().is_some() {
            Reason::JudgedBelow
        } else if let Some(mapping) = self.silences.left_out(id) {
            Reason::ClaimLeftOut(mapping)
        } else {
            Reason::NoRow
        };
        judgement(Verdict::NotReviewed, reason, named)
    }
}

fn contained(heard: Heard<'_, '_>, bonds: &[Bond]) -> Option<Judgement> {
    let within = |label: Label| label.implies(Label::WITHIN);
    pairs(heard, bonds, Verdict::Full, Reason::Contained, within).or_else(|| {
        let unions = rows(bonds, |says| says == Says::WithinUnion);
        (!unions.is_empty()).then(|| judgement(Verdict::Full, Reason::ContainedInUnion, unions))
    })
}

fn only_disjoint(heard: Heard<'_, '_>, bonds: &[Bond]) -> Option<Judgement> {
    let disjoint = |label| label == Label::only(Relation::NoRelationship);
    let reason = Reason::OnlyDisjoint;
    pairs(heard, bonds, Verdict::NotReviewed, reason, disjoint).filter(|found| {
        bonds
            .iter()
            .all(|bond| found.rows.binary_search(&bond.row).is_ok())
    })
}

fn shares(heard: Heard<'_, '_>, bonds: &[Bond]) -> Option<Judgement> {
    let share = |label: Label| label.implies(Label::OVERLAPS);
    pairs(heard, bonds, Verdict::Overlap, Reason::Shares, share)
}

/// Where all controls directly below a control are full, so is the control: its children together ask for exactly
/// what it asks for. Children come before their parents, so that one walk reaches the least fixed point.
fn fulfil_wholes(model: &Model<'_>, judged: &mut [Covered]) {
    let Some(first) = judged.first().map(|covered| covered.control.0) else {
        return;
    };
    for at in (0..judged.len()).rev() {
        let full = |child: ControlId| {
            let child = judged.get(child.0.checked_sub(first)? as usize)?;
            (child.stated.verdict == Verdict::Full).then_some(&child.stated.rows)
        };
        let rows = judged
            .get(at)
            .filter(|own| own.stated.verdict != Verdict::Full)
            .and_then(|own| {
                model
                    .parts(own.control)
                    .map(full)
                    .collect::<Option<Vec<_>>>()
            })
            .filter(|children| !children.is_empty())
            .map(|children| children.into_iter().flatten().copied().collect());
        if let (Some(rows), Some(own)) = (rows, judged.get_mut(at)) {
            own.stated = judgement(Verdict::Full, Reason::ChildrenFull, rows);
        }
    }
}

/// The covering framework, as far as its controls declare that they have no counterpart.
struct Others {
    count: usize,
    declared: PerControl<bool>,
    declared_count: usize,
}

impl Others {
    fn of(model: &Model<'_>, by: &Side) -> Self {
        let mut declared = PerControl::all(model, by.framework, false);
        let mut declared_count = 0;
        for (control, bonds) in by_control(&by.bonds) {
            if bonds.iter().any(|bond| bond.says == Says::SharesNothing) {
                declared.set(control, true);
                declared_count += 1;
            }
        }
        Self {
            count: model
                .controls_of(by.framework)
                .filter(|(_, control)| control.superseded.is_none())
                .count(),
            declared,
            declared_count,
        }
    }

    /// Whether every control of the covering framework is said to share nothing with the one that has these bonds.
    fn all_disjoint(&self, heard: Heard<'_, '_>, bonds: &[Bond]) -> bool {
        let disjoint = by_pair(bonds)
            .filter(|(_, pair)| heard.is_disjoint(pair))
            .filter(|(other, _)| self.declared.get(*other) == Some(&false))
            .count();
        self.count > 0 && disjoint + self.declared_count == self.count
    }
}

fn judgement(verdict: Verdict, reason: Reason, rows: Vec<RowId>) -> Judgement {
    Judgement::new(verdict, reason, rows, Vec::new())
}

fn rows(bonds: &[Bond], wanted: impl Fn(Says) -> bool) -> Vec<RowId> {
    bonds
        .iter()
        .filter(|bond| wanted(bond.says))
        .map(|bond| bond.row)
        .collect()
}

/// A judgement that rests on the pairs of which what is known is wanted; `None` if there is no such pair.
fn pairs(
    heard: Heard<'_, '_>,
    bonds: &[Bond],
    verdict: Verdict,
    reason: Reason,
    wanted: impl Fn(Label) -> bool,
) -> Option<Judgement> {
    let mut rows = Vec::new();
    let mut others = Vec::new();
    for (other, pair) in by_pair(bonds) {
        for (_, taken) in heard.known(pair).filter(|(known, _)| wanted(*known)) {
            rows.extend(taken);
            others.push(other);
        }
    }
    others.dedup();
    let judgement = judgement(verdict, reason, rows);
    (!others.is_empty()).then_some(Judgement {
        others,
        ..judgement
    })
}
