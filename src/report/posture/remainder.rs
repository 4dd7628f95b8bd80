//! What is left of the controls that are partly evidenced.

use std::borrow::Cow;

use super::named::{NamedControl, NamedFramework};
use super::namer::Namer;
use crate::Remainder;
use xwalk_analysis::posture;
use xwalk_analysis::posture::Verdict;
use xwalk_model::{ControlId, RowId};

/// What is left of the controls of one framework that are partly evidenced.
#[derive(Debug)]
pub struct Remaining {
    /// The framework.
    pub framework: NamedFramework,
    /// Its assessable controls that are partly evidenced, the strongest first; rows by their names.
    pub controls: Vec<Remainder<NamedControl, String>>,
}

/// The remainder of each framework, as it was found.
pub(super) struct Found<'s> {
    state: &'s posture::CurrentState,
    remainders: Vec<Vec<xwalk_analysis::Remainder>>,
}

impl<'s> Found<'s> {
    /// Looks for what is left in each of these.
    pub fn of(
        projector: &posture::Projector<'_, '_>,
        state: &'s posture::CurrentState,
        projections: &[posture::Projection],
    ) -> Self {
        Self {
            state,
            remainders: projector.remainders(state, projections),
        }
    }

    /// The rows that it names.
    pub fn rows(&self) -> impl Iterator<Item = RowId> {
        self.remainders.iter().flatten().flat_map(|one| {
            let unions = one.unions.iter().map(|union| union.row);
            let pending = one.pending.iter().flat_map(|one| one.rows.iter().copied());
            one.rows.iter().copied().chain(pending).chain(unions)
        })
    }

    /// The same with names; frameworks of which nothing is partly evidenced are left out.
    pub fn named(
        &self,
        names: Namer<'_, '_>,
        projections: &[posture::Projection],
    ) -> Vec<Remaining> {
        let frameworks = projections.iter().zip(&self.remainders);
        let frameworks = frameworks.filter(|(_, found)| !found.is_empty());
        frameworks
            .map(|(projection, found)| {
                let controls = found.iter().filter_map(|one| {
                    Remainder::of(
                        one,
                        |id| Some(names.control(id)),
                        |row| Ok(names.row(row)),
                        |id| stands(self.state, projections, id),
                    )
                });
                Remaining {
                    framework: names.framework(projection.framework),
                    controls: controls.collect(),
                }
            })
            .collect()
    }
}

/// How a control stands that is not shown to be fulfilled: its tier, or else the verdict on it.
pub(super) fn stands(
    state: &posture::CurrentState,
    projections: &[posture::Projection],
    control: ControlId,
) -> Cow<'static, str> {
    match state.of_control(control).map(|stand| stand.tier) {
        Some(Some(tier)) => format!("tier {tier}").into(),
        Some(None) => Verdict::NotApplicable.word().into(),
        None => {
            let verdict = projections.iter().find_map(|projection| {
                let controls = &projection.controls;
                let at = controls.binary_search_by_key(&control, |one| one.control);
                Some(controls.get(at.ok()?)?.verdict)
            });
            verdict.map_or("not assessed".into(), |verdict| verdict.word().into())
        }
    }
}
