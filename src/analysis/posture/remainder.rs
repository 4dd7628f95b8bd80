//! What is left of the controls of each adopted framework that are partly evidenced.

use super::fulfilled::Fulfilled;
use super::projector::{Bar, Projector};
use super::{CurrentState, Projection, Verdict};
use crate::proved::best_proof;
use crate::remainder::in_order;
use crate::{Connection, Remainder, Remainders};
use xwalk_model::ControlId;
use xwalk_relation::Label;

impl Projector<'_, '_> {
    /// What is left of the assessable controls that are partly evidenced, for each of these verdicts on a framework: the
    /// strongest first, else as the framework orders them.
    #[must_use]
    pub fn remainders(
        &self,
        state: &CurrentState,
        projections: &[Projection],
    ) -> Vec<Vec<Remainder>> {
        let all = Remainders::new(self.model, &self.logic.eligibilities);
        let projections = projections.iter();
        projections
            .map(|projection| self.remainders_of(state, projection, &all))
            .collect()
    }

    fn remainders_of(
        &self,
        state: &CurrentState,
        projection: &Projection,
        all: &Remainders<'_, '_>,
    ) -> Vec<Remainder> {
        let bar = self.bar(projection.framework);
        let is_achieved = |id| state.of_control(id).is_some_and(|it| bar.is_cleared(it));
        let level = self.levels.last();
        let fulfilled =
            level.map(|level| Fulfilled::of(self.model, level, &self.wholes, is_achieved));
        let is_fulfilled = |control: ControlId| {
            let fulfilled = fulfilled.as_ref();
            fulfilled.is_some_and(|fulfilled| fulfilled.how(control).is_some())
        };
        let partly = projection.controls.iter().filter(|projected| {
            projected.verdict == Verdict::PartlyEvidenced
                && self.model.controls[projected.control].assessable
        });
        let remainders = partly.map(|projected| {
            let shares = projected.grounds.first();
            let sharing = shares.map_or((0, &[][..]), |ground| {
                (ground.controls.len(), &*ground.strongest)
            });
            Remainder {
                pending: self.pending(state, bar, projected.control),
                ..all.of(projected.control, sharing, is_fulfilled)
            }
        });
        in_order(remainders.collect())
    }

    /// What shares something with a control, has a tier, and is not achieved: nothing shows that it is done, and much of what is
    /// left may be in it.
    fn pending(&self, state: &CurrentState, bar: Bar, control: ControlId) -> Vec<Connection> {
        let known = self.provers.about(control);
        let bearings = self.levels.last();
        let bearings = bearings.map_or(&[][..], |level| level.on(control)).iter();
        let pending = bearings.filter(|bearing| {
            let stand = state.of_control(bearing.from);
            bearing.label.implies(Label::OVERLAPS)
                && stand.is_some_and(|stand| stand.tier.is_some() && !bar.is_cleared(stand))
        });
        let connections = pending.filter_map(|bearing| {
            let proof = best_proof(&known, bearing.from)?;
            Some(Connection::proved(bearing.from, &proof))
        });
        Connection::strongest(connections.collect())
    }
}
