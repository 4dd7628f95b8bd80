//! What is left of a control of which something is fulfilled: nobody has listed it as such, so what is written about it is
//! gathered, and what is known to be missing.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::eligibility::Eligibilities;
use super::wholes::{Whole, wholes};
use super::{Basis, Connection, Coverage, Covered, Facts, Judgement, Verdict};
use xwalk_model::{ControlId, FrameworkId, Model, RowId};
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
    /// What shares something with it, is assessed and is not achieved: the strongest connections. Only of a posture.
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
}

impl<'a, 's> Remainders<'a, 's> {
    /// Takes the unions of the rows that count.
    #[must_use]
    pub fn new(model: &'a Model<'s>, eligibilities: &Eligibilities) -> Self {
        let mut unions: FxHashMap<ControlId, Vec<(RowId, Vec<ControlId>)>> = FxHashMap::default();
        for Whole {
            control,
            parts,
            row,
        } in wholes(model, eligibilities)
        {
            // What the hierarchy joins is looked at as children.
            if let Some(row) = row {
                unions.entry(control).or_default().push((row, parts));
            }
        }
        Self { model, unions }
    }

    /// What is left of a control with which so many others share something, most strongly these.
    #[must_use]
    pub fn of(
        &self,
        control: ControlId,
        (others, strongest): (usize, &[Connection]),
        is_fulfilled: impl Fn(ControlId) -> bool,
    ) -> Remainder {
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
            Nesting::Subset | Nesting::Whole => self.model.children(control).collect(),
        };
        Remainder {
            control,
            strength: strongest.first().and_then(|one| one.strength),
            rows,
            more: others.saturating_sub(strongest.len()),
            pending: Vec::new(),
            unions: unions.filter(|union| !union.missing.is_empty()).collect(),
            children: missing(&children),
        }
    }

    /// What is left of the assessable controls of one framework that another one overlaps, with proofs where something
    /// was reasoned: the strongest first, else as the framework orders them.
    #[must_use]
    pub fn of_coverage(&self, facts: &Facts, coverage: &Coverage) -> Vec<Remainder> {
        let overlapping = coverage.controls.iter().filter_map(|covered| {
            let judgement = best(covered);
            let wanted = judgement.verdict == Verdict::Overlap
                && self.model.controls[covered.control].assessable;
            wanted.then_some((covered.control, judgement))
        });
        let is_full = |part: ControlId| {
            self.model.controls[part].framework == coverage.by
                || self.verdict(facts, part, coverage.by) == Some(Verdict::Full)
        };
        let remainders = overlapping.map(|(control, judgement)| {
            let sharing = (judgement.others.len(), &*judgement.strongest);
            self.of(control, sharing, is_full)
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

/// Those with the strongest connections first: least is left of them. Else as they were.
pub(super) fn in_order(mut remainders: Vec<Remainder>) -> Vec<Remainder> {
    remainders.sort_by_key(|remainder| Reverse(remainder.strength));
    remainders
}

/// The judgement with proofs, where something was reasoned.
fn best(covered: &Covered) -> &Judgement {
    covered.on(Basis::Proved).unwrap_or(&covered.stated)
}
