//! What is left of a control of which something is fulfilled: nobody has listed it as such, so what is written about it is
//! gathered, and what is known to be missing.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::bond::{Says, bonds};
use super::connecting::Read;
use super::eligibility::Eligibilities;
use super::logic::Proof;
use super::wholes::all_wholes;
use super::{Basis, Connection, Coverage, Covered, Eligibility, Facts, Judgement, Verdict};
use xwalk_model::{ControlId, FrameworkId, Model, RowId};
use xwalk_relation::Label;
use xwalk_syntax::ast::Nesting;

/// What is left of a control of which something is fulfilled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remainder {
    /// The control.
    pub control: ControlId,
    /// The strength of the strongest connection, from 0 to 10; `None` where none is stated.
    pub strength: Option<u8>,
    /// The rows of the strongest connections, whose notes say what the two sides share and what they do not: each once.
    pub rows: Vec<RowId>,
    /// How many more controls share something with it.
    pub more: usize,
    /// What shares something with it, has a tier and is not achieved: the strongest connections. Only of a posture.
    pub pending: Vec<Connection>,
    /// The unions that the control lies within, and that are not shown to be fulfilled as a whole.
    pub unions: Vec<Unfulfilled>,
    /// The controls directly below it that are not shown to be fulfilled, where it asks for all that they ask.
    pub children: Vec<ControlId>,
}

/// A union that is not fulfilled as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfulfilled {
    /// The row that says that the control lies within it.
    pub row: RowId,
    /// Those of its parts that are not fulfilled, as the row orders them. At least one.
    pub missing: Vec<ControlId>,
}

/// Gathers what is left of controls.
pub struct Remainders<'a, 's> {
    model: &'a Model<'s>,
    unions: FxHashMap<ControlId, Vec<(RowId, Vec<ControlId>)>>,
    /// By control: those that rows say share something with it, ascending, with the rows.
    stated: FxHashMap<ControlId, Vec<(ControlId, RowId)>>,
    /// By control: what is proved of it, with the other control, by that.
    proved: FxHashMap<ControlId, Vec<(ControlId, &'a Proof, Read)>>,
}

impl<'a, 's> Remainders<'a, 's> {
    /// Takes what the rows that count say.
    #[must_use]
    pub fn new(model: &'a Model<'s>, eligibilities: &Eligibilities) -> Self {
        let mut unions: FxHashMap<ControlId, Vec<(RowId, Vec<ControlId>)>> = FxHashMap::default();
        for whole in all_wholes(model, eligibilities) {
            // What the hierarchy joins is looked at as children.
            if let Some(row) = whole.row {
                let unions = unions.entry(whole.control).or_default();
                unions.push((row, whole.parts));
            }
        }
        Self {
            model,
            unions,
            stated: stated(model, eligibilities),
            proved: FxHashMap::default(),
        }
    }

    /// The same with what is proved.
    #[must_use]
    pub fn with_proofs(model: &'a Model<'s>, facts: &'a Facts) -> Self {
        let mut all = Self::new(model, &facts.eligibilities);
        let sharing = facts.proved.iter();
        let sharing = sharing.filter(|pair| pair.proof.label.implies(Label::OVERLAPS));
        for pair in sharing {
            let (source, target) = (pair.source, pair.target);
            let ends = [
                (source, target, Read::Forward),
                (target, source, Read::Backward),
            ];
            for (control, other, read) in ends {
                let proved = all.proved.entry(control).or_default();
                proved.push((other, &pair.proof, read));
            }
        }
        let proved = all.proved.values_mut();
        // Of two proofs of one pair the first stays first.
        proved.for_each(|proved| proved.sort_by_key(|(other, ..)| *other));
        all
    }

    /// What is left of a control, where these connect it with what is fulfilled.
    #[must_use]
    pub(super) fn of(
        &self,
        control: ControlId,
        connections: Vec<Connection>,
        is_fulfilled: impl Fn(ControlId) -> bool,
    ) -> Remainder {
        let others = connections.len();
        let strongest = Connection::strongest(connections);
        let mut rows: Vec<RowId> = Vec::new();
        for row in strongest.iter().flat_map(|one| &one.rows) {
            if !rows.contains(row) {
                rows.push(*row);
            }
        }
        let missing = |parts: &[ControlId]| -> Vec<ControlId> {
            let parts = parts.iter().copied();
            parts.filter(|part| !is_fulfilled(*part)).collect()
        };
        let unions = self.unions.get(&control).into_iter().flatten();
        let unions = unions.map(|(row, parts)| Unfulfilled {
            row: *row,
            missing: missing(parts),
        });
        let framework = self.model.controls[control].framework;
        let children: Vec<ControlId> = match self.model.frameworks[framework].nesting {
            Nesting::Group => Vec::new(),
            Nesting::Subset | Nesting::Whole => self.model.parts(control).collect(),
        };
        Remainder {
            control,
            strength: strongest.first().and_then(|one| one.strength),
            more: others - strongest.len(),
            rows,
            pending: Vec::new(),
            unions: unions.filter(|union| !union.missing.is_empty()).collect(),
            children: missing(&children),
        }
    }

    /// What rows on two controls say that they share, if they do.
    pub(super) fn stated(&self, control: ControlId, other: ControlId) -> Option<Connection> {
        let stated = self.stated.get(&control)?.as_slice();
        let start = stated.partition_point(|(one, _)| *one < other);
        let rows = stated
            .iter()
            .skip(start)
            .take_while(|(one, _)| *one == other);
        let rows = rows.map(|(_, row)| *row);
        let connection = Connection::stated(self.model, other, rows);
        (!connection.rows.is_empty()).then_some(connection)
    }

    /// What connects a control with those of one framework that share something with it: rows, and proofs where there are none.
    fn connections(&self, control: ControlId, by: FrameworkId) -> Vec<Connection> {
        let stated = self.stated.get(&control).map_or(&[][..], Vec::as_slice);
        let proved = self.proved.get(&control).map_or(&[][..], Vec::as_slice);
        let mut others: Vec<ControlId> = stated.iter().map(|(other, _)| *other).collect();
        others.extend(proved.iter().map(|(other, ..)| *other));
        others.retain(|other| self.model.controls[*other].framework == by);
        others.sort_unstable();
        others.dedup();
        let connection = |other: ControlId| {
            let at = proved.partition_point(|(one, ..)| *one < other);
            let proof = proved.get(at).filter(|(one, ..)| *one == other);
            let proof = || proof.map(|(_, proof, read)| Connection::proved(other, proof, *read));
            self.stated(control, other).or_else(proof)
        };
        others.into_iter().filter_map(connection).collect()
    }

    /// What is left of the assessable controls of one framework that another one overlaps, with proofs where something
    /// was reasoned: the strongest first, else as the framework orders them.
    #[must_use]
    pub fn of_coverage(&self, facts: &Facts, coverage: &Coverage) -> Vec<Remainder> {
        let overlapping = coverage.controls.iter().filter(|covered| {
            best(covered).verdict == Verdict::Overlap
                && self.model.controls[covered.control].assessable
        });
        let is_full = |part: ControlId| {
            self.model.controls[part].framework == coverage.by
                || self.verdict(facts, part, coverage.by) == Some(Verdict::Full)
        };
        let remainders = overlapping.map(|covered| {
            let connections = self.connections(covered.control, coverage.by);
            self.of(covered.control, connections, is_full)
        });
        in_order(remainders.collect())
    }

    /// The verdict on a control by a framework, with proofs where something was reasoned.
    #[must_use]
    pub fn verdict(&self, facts: &Facts, control: ControlId, by: FrameworkId) -> Option<Verdict> {
        let coverage = facts.coverage(self.model.controls[control].framework, by)?;
        Some(best(coverage.of_control(control)?).verdict)
    }
}

/// What rows that count say of single controls, by control: with which ones they share something, ascending.
fn stated(
    model: &Model<'_>,
    eligibilities: &Eligibilities,
) -> FxHashMap<ControlId, Vec<(ControlId, RowId)>> {
    let mut all: FxHashMap<ControlId, Vec<(ControlId, RowId)>> = FxHashMap::default();
    let (mut source, mut target) = (Vec::new(), Vec::new());
    for (id, row) in model.rows.iter() {
        if eligibilities[id] == Eligibility::Counts {
            bonds(id, row, &mut source, &mut target);
            for bond in source.drain(..).chain(target.drain(..)) {
                if let Says::Pair(other, label) = bond.says
                    && label.implies(Label::OVERLAPS)
                {
                    all.entry(bond.control).or_default().push((other, id));
                }
            }
        }
    }
    all.values_mut().for_each(|stated| stated.sort_unstable());
    all
}

/// Those with the strongest connections first: least is left of them. Else as they were.
pub(super) fn in_order(mut remainders: Vec<Remainder>) -> Vec<Remainder> {
    remainders.sort_by_key(|remainder| Reverse(remainder.strength));
    remainders
}

/// The judgement with proofs, where something was reasoned.
fn best(covered: &Covered) -> &Judgement {
    covered.on(Basis::Proved).unwrap_or(&covered.stated)
}
