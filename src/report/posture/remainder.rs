//! What is left of the controls that are partly evidenced.

use super::named::{NamedControl, NamedFramework};
use super::namer::Namer;
use crate::Remainder;
use xwalk_analysis::posture;
use xwalk_model::RowId;

/// What is left of the controls of one framework that are partly evidenced.
#[derive(Debug)]
pub struct Remaining {
    /// The framework.
    pub framework: NamedFramework,
    /// Its assessable controls that are partly evidenced, the strongest first; rows by their names.
    pub controls: Vec<Remainder<NamedControl, String>>,
}

/// The remainder of each framework, as it was found.
pub(super) struct Found(Vec<Vec<xwalk_analysis::Remainder>>);

impl Found {
    /// Looks for what is left in each of these.
    pub fn of(
        projector: &posture::Projector<'_, '_>,
        state: &posture::CurrentState,
        projections: &[posture::Projection],
    ) -> Self {
        Self(projector.remainders(state, projections))
    }

    /// The rows that it names.
    pub fn rows(&self) -> impl Iterator<Item = RowId> {
        self.0.iter().flatten().flat_map(|one| {
            let unions = one.unions.iter().map(|union| union.row);
            one.rows.iter().copied().chain(unions)
        })
    }

    /// The same with names; frameworks of which nothing is partly evidenced are left out.
    pub fn named(
        &self,
        names: Namer<'_, '_>,
        projections: &[posture::Projection],
    ) -> Vec<Remaining> {
        let frameworks = projections.iter().zip(&self.0);
        let frameworks = frameworks.filter(|(_, found)| !found.is_empty());
        frameworks
            .map(|(projection, found)| {
                let controls = found.iter().filter_map(|one| {
                    Remainder::of(
                        one,
                        |id| Some(names.control(id)),
                        |row| Some(names.row(row)),
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
