//! Rows that hold only under a condition: which count for an organization, and what the others would change.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::{Change, CurrentState, Projector, Verdicts, changes, logic_of};
use crate::Floor;
use xwalk_model::{Model, RowId};
use xwalk_syntax::ast::Status;

/// A condition of rows.
#[derive(Debug)]
pub struct Condition<'m> {
    /// As it is written beside the rows.
    pub text: &'m str,
    /// Whether the organization says that it holds: then its rows count.
    pub holds: bool,
    /// The rows, ascending.
    pub rows: Vec<RowId>,
    /// The verdicts that would change if it held too; nothing where it does.
    pub would_change: Vec<Change>,
}

impl<'m> Condition<'m> {
    /// All conditions of rows that have come far enough, by their text.
    #[must_use]
    pub fn all(
        model: &'m Model<'_>,
        floor: &Floor,
        state: &CurrentState,
        verdicts: &[Verdicts],
    ) -> Vec<Self> {
        let organization = &model.posture.organizations[state.organization];
        let mut rows: BTreeMap<&str, Vec<RowId>> = BTreeMap::new();
        for (id, row) in model.rows.iter() {
            if let Some(when) = row.condition()
                && model.status(row) != Status::Withdrawn
                && floor.is_passed_by(model, row)
            {
                rows.entry(when).or_default().push(id);
            }
        }
        rows.into_par_iter()
            .map(|(text, rows)| {
                let holds = organization.holds.iter().any(|held| held == text);
                let would_change = if holds {
                    Vec::new()
                } else {
                    let logic = logic_of(model, state.organization, floor, Some(text));
                    let after = Projector::for_verdicts(model, &logic, state.organization);
                    changes(model, verdicts, &after.verdicts(state))
                };
                Self {
                    text,
                    holds,
                    rows,
                    would_change,
                }
            })
            .collect()
    }
}
