//! What is left of the controls of each adopted framework that are partly evidenced.

use std::collections::BTreeMap;

use super::projector::Projector;
use super::{AssessedState, CurrentState, Projection, Verdict};
use crate::connecting::Read;
use crate::provers::best_proof;
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
        let fulfilled = self.fulfilled(state, bar);
        let is_fulfilled = |control: ControlId| {
            let mut fulfilled = fulfilled.iter();
            fulfilled.any(|fulfilled| fulfilled.how(control).is_some())
        };
        let partly = projection.controls.iter().filter(|projected| {
            projected.verdict == Verdict::PartlyEvidenced
                && self.model.controls[projected.control].assessable
        });
        let remainders = partly.map(|projected| {
            let control = projected.control;
            let cleared = |stand: AssessedState| bar.is_cleared(stand);
            let pending = |stand: AssessedState| stand.tier.is_some() && !bar.is_cleared(stand);
            let achieved = self.connections(state, all, control, cleared);
            Remainder {
                pending: Connection::strongest(self.connections(state, all, control, pending)),
                ..all.of(control, achieved, is_fulfilled)
            }
        });
        in_order(remainders.collect())
    }

    /// What connects a control with assessed ones that stand so and share something with it: rows, and proofs where there are
    /// none.
    fn connections(
        &self,
        state: &CurrentState,
        all: &Remainders<'_, '_>,
        control: ControlId,
        is_wanted: impl Fn(AssessedState) -> bool,
    ) -> Vec<Connection> {
        let mut connections: BTreeMap<ControlId, Connection> = BTreeMap::new();
        for view in &self.views {
            let known = view.provers.about(control);
            let bearings = view
                .levels
                .last()
                .map_or(&[][..], |level| level.on(control));
            for bearing in bearings {
                let other = bearing.from;
                let is_wanted = other != control
                    && bearing.label.implies(Label::OVERLAPS)
                    && state.of_control(other).is_some_and(&is_wanted);
                if is_wanted && !connections.contains_key(&other) {
                    let proof = || {
                        Some(Connection::proved(
                            other,
                            &best_proof(&known, other)?,
                            Read::Forward,
                        ))
                    };
                    let connection = all.stated(control, other).or_else(proof);
                    connections.extend(connection.map(|connection| (other, connection)));
                }
            }
        }
        connections.into_values().collect()
    }
}
