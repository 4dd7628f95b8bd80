//! Verdicts with proofs: what of each framework is fulfilled if all of another is, by all that follows from the rows.

use std::collections::BTreeMap;

use super::logic::ControlKnowledge;
use super::proved::OfOne;
use super::provers::{Provers, best_proof, equality};
use super::related::{Mark, Related};
use super::wholes::{Whole, wholes};
use super::{Coverage, Covered, Judgement, Logic, Reason, Verdict};
use xwalk_model::{ControlId, FrameworkId, Model, RowId, Table};
use xwalk_relation::Label;

/// The controls that are full, each with the frameworks by which, and why.
type Full = Table<ControlId, BTreeMap<FrameworkId, Judgement>>;

/// How many of the controls that a verdict rests on have the rows of their proofs listed. All are named.
const PROOFS_LISTED: usize = 24;

/// Adds verdicts with proofs to those from stated rows. Of what is seen from several standpoints, the verdict that comes first
/// in the table of verdicts counts.
pub(super) struct Cover<'a, 's> {
    model: &'a Model<'s>,
    from: Vec<Seen<'a, 's>>,
    related: &'a Related,
}

impl<'a, 's> Cover<'a, 's> {
    /// Finds out what is full, to the least fixed point over unions and nesting.
    pub fn new(
        model: &'a Model<'s>,
        logic: &Logic,
        provers: &'a [Provers<'a, 'a, 's>],
        known: &'a [Table<ControlId, OfOne>],
        related: &'a Related,
    ) -> Self {
        let from = provers.iter().zip(known).zip(&logic.standpoints);
        Self {
            model,
            from: from
                .map(|((provers, known), standpoint)| {
                    Seen::of(model, provers, known, &wholes(model, logic, *standpoint))
                })
                .collect(),
            related,
        }
    }

    /// The controls that are full, each with the frameworks by which.
    pub fn full(&self) -> impl Iterator<Item = (ControlId, FrameworkId)> {
        let all = self.from.iter().flat_map(|seen| seen.full.iter());
        all.flat_map(|(control, full)| full.keys().map(move |by| (control, *by)))
    }

    /// The verdicts of one framework by another, given those from stated rows.
    pub fn judge(&self, coverage: &mut Coverage) {
        let controls = self.model.controls_of(coverage.by).count();
        for covered in &mut coverage.controls {
            covered.proved = Some(self.with_proofs(covered, coverage.by, controls));
        }
    }

    /// Where proofs show nothing better, what stated rows show stands, and the rows that show it.
    fn with_proofs(&self, covered: &Covered, by: FrameworkId, controls: usize) -> Judgement {
        let stated = &covered.stated;
        let control = covered.control;
        if stated.verdict == Verdict::Full {
            return stated.clone();
        }
        let full = self
            .from
            .iter()
            .filter_map(|seen| seen.full[control].get(&by));
        if let Some(full) = together(full.cloned()) {
            return full;
        }
        let marks = self.related.towards(self.model, control, by);
        match stated.verdict {
            Verdict::Full | Verdict::Overlap => return stated.clone(),
            Verdict::Related | Verdict::NotReviewed | Verdict::Gap => {}
        }
        let shares = self.from.iter().filter_map(|seen| seen.shares(control, by));
        if let Some(shares) = together(shares) {
            return shares;
        }
        let mut from = self.from.iter();
        let disjoint = from.find(|seen| {
            let towards = seen.known[control].towards(by);
            towards.is_some_and(|towards| towards.disjoint == controls)
        });
        match (stated.verdict, disjoint) {
            (Verdict::Related | Verdict::NotReviewed, Some(seen)) => {
                let others: Vec<ControlId> = self.model.controls_of(by).map(|(id, _)| id).collect();
                seen.judgement(Verdict::Gap, Reason::ProvedDisjoint, control, &others)
            }
            (Verdict::Gap, _) if !matches!(stated.reason, Reason::Silence(_)) => stated.clone(),
            _ if !marks.is_empty() => self.marked(marks, stated),
            // All that is called related is known to share nothing.
            (Verdict::Related, _) => {
                let rows = stated.rows.clone();
                Judgement::new(
                    Verdict::NotReviewed,
                    Reason::NothingFollows,
                    rows,
                    Vec::new(),
                )
            }
            _ => stated.clone(),
        }
    }

    /// A judgement that rests on what is related. What rows say of the very control stands as they say it.
    fn marked(&self, marks: &[Mark], stated: &Judgement) -> Judgement {
        let mut others: Vec<ControlId> = marks.iter().map(|mark| mark.other).collect();
        others.dedup();
        if stated.verdict == Verdict::Related && stated.others == others {
            return stated.clone();
        }
        let reason = match marks.iter().any(Mark::is_stated) {
            true => Reason::Related,
            false => Reason::ProvedRelated,
        };
        let listed = marks.iter().take(PROOFS_LISTED);
        let rows = listed.flat_map(|mark| self.mark_rows(mark));
        Judgement::new(Verdict::Related, reason, rows.collect(), others)
    }

    /// The row that says that there is a relationship, and those that prove its ends equal to the two controls.
    fn mark_rows(&self, mark: &Mark) -> Vec<RowId> {
        let mut rows = vec![mark.row];
        let [said_of, said_of_other] = mark.said_of;
        for (control, equal) in [(mark.control, said_of), (mark.other, said_of_other)] {
            if control != equal {
                let provers = self.from.iter().map(|seen| seen.provers);
                let proof = equality(provers, control, equal);
                rows.extend(proof.into_iter().flat_map(|proof| proof.rows()));
            }
        }
        rows
    }
}

/// What is seen from several standpoints: the first, and what else speaks for it in the same way.
fn together(mut seen: impl Iterator<Item = Judgement>) -> Option<Judgement> {
    let first = seen.next()?;
    Some(seen.fold(first, |all, other| all.and(&other)))
}

/// What is known from one standpoint.
struct Seen<'a, 's> {
    model: &'a Model<'s>,
    provers: &'a Provers<'a, 'a, 's>,
    known: &'a Table<ControlId, OfOne>,
    full: Full,
}

impl<'a, 's> Seen<'a, 's> {
    fn of(
        model: &'a Model<'s>,
        provers: &'a Provers<'a, 'a, 's>,
        known: &'a Table<ControlId, OfOne>,
        wholes: &[Whole],
    ) -> Self {
        let mut seen = Self {
            model,
            provers,
            known,
            full: known.iter().map(|_| BTreeMap::new()).collect(),
        };
        for (control, of_one) in known.iter() {
            for towards in of_one
                .towards
                .iter()
                .filter(|towards| !towards.within.is_empty())
            {
                let judgement = seen.judgement(
                    Verdict::Full,
                    Reason::ProvedContained,
                    control,
                    &towards.within,
                );
                seen.full[control].insert(towards.framework, judgement);
            }
        }
        while seen.fulfil(wholes) {}
        seen
    }

    /// That something shares with a control, if it does.
    fn shares(&self, control: ControlId, by: FrameworkId) -> Option<Judgement> {
        let towards = self.known[control].towards(by)?;
        (!towards.shares.is_empty()).then(|| {
            self.judgement(
                Verdict::Overlap,
                Reason::ProvedShares,
                control,
                &towards.shares,
            )
        })
    }

    /// A judgement that rests on what is proved of some pairs.
    fn judgement(
        &self,
        verdict: Verdict,
        reason: Reason,
        control: ControlId,
        others: &[ControlId],
    ) -> Judgement {
        let known = self.provers.about(control);
        let listed = others.iter().take(PROOFS_LISTED);
        let rows = listed.flat_map(|other| proof_rows(&known, *other));
        Judgement::new(verdict, reason, rows.collect(), others.to_vec())
    }

    /// One round: everything that is now full because all its parts are, and everything within it. Whether anything was.
    fn fulfil(&mut self, wholes: &[Whole]) -> bool {
        let mut changed = false;
        for whole in wholes {
            let new: Vec<_> = self
                .model
                .frameworks
                .ids()
                .filter(|by| !self.full[whole.control].contains_key(by))
                .filter(|by| *by != self.model.controls[whole.control].framework)
                .filter_map(|by| Some((by, self.of_parts(whole, by)?)))
                .collect();
            for (by, judgement) in new {
                self.spread(whole.control, by, &judgement);
                self.full[whole.control].insert(by, judgement);
                changed = true;
            }
        }
        changed
    }

    /// The judgement on a whole all of whose parts are full.
    fn of_parts(&self, whole: &Whole, by: FrameworkId) -> Option<Judgement> {
        let mut rows: Vec<RowId> = whole.row.into_iter().collect();
        let mut others = Vec::new();
        for part in &whole.parts {
            if self.model.controls[*part].framework == by {
                others.push(*part);
            } else {
                let full = self.full[*part].get(&by)?;
                rows.extend(&full.rows);
                others.extend(&full.others);
            }
        }
        let reason = match whole.row {
            Some(_) => Reason::ProvedUnion,
            None => Reason::ChildrenFull,
        };
        Some(Judgement::new(Verdict::Full, reason, rows, others))
    }

    /// What lies within something full is full.
    fn spread(&mut self, whole: ControlId, by: FrameworkId, judgement: &Judgement) {
        let known = self.provers.about(whole);
        let Some(all) = known.last() else { return };
        for (below, label) in all.iter() {
            let full = &mut self.full[below];
            if label.implies(Label::CONTAINS)
                && self.model.controls[below].framework != by
                && !full.contains_key(&by)
            {
                let rows = judgement.rows.iter().copied();
                let rows = rows.chain(proof_rows(&known, below)).collect();
                let others = judgement.others.clone();
                full.insert(
                    by,
                    Judgement::new(Verdict::Full, judgement.reason, rows, others),
                );
            }
        }
    }
}

fn proof_rows(known: &[ControlKnowledge<'_>], other: ControlId) -> Vec<RowId> {
    best_proof(known, other).map_or_else(Vec::new, |proof| proof.rows())
}
