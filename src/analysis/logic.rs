//! What the rows of a model force and forbid.

use super::argument::{Chain, Merit};
use super::eligibility::Eligibilities;
use super::eligibility::eligibilities;
use super::options::Options;
use super::standpoint::Standpoint;
use super::statements::{Statements, Subject};
use super::{Contradiction, Eligibility, Floor};
use xwalk_model::{ControlId, Model, Row, RowId};
use xwalk_reason::{Decision, Knowledge, Node, Reasoner, check};
use xwalk_relation::Label;

/// The rows of a model that count, decided: what contradicts itself, and all that is left to prove things with.
#[derive(Clone, Debug)]
pub struct Logic {
    /// Whether each row counts. Rows of contradictions are disputed, unless it takes several rationales for them.
    pub eligibilities: Eligibilities,
    /// The rows that cannot all be true, fewest rows first.
    pub contradictions: Vec<Contradiction>,
    pub(super) floor: Floor,
    pub(super) statements: Statements,
    pub(super) decision: Decision,
    /// From where what is known has to be looked at: mostly from one standpoint, which comes first.
    pub(super) standpoints: Vec<Standpoint>,
}

impl Logic {
    /// Decides the rows of a model.
    #[must_use]
    pub fn of(model: &Model<'_>, options: Options) -> Self {
        Self::under(model, &Floor::of(options.status_floor), |_| false)
    }

    /// Decides the rows of a model where some of the conditions of rows hold.
    #[must_use]
    pub fn under(model: &Model<'_>, floor: &Floor, holds: impl Fn(&str) -> bool) -> Self {
        let mut eligibilities = eligibilities(model, floor, holds);
        let statements = Statements::of(model, &eligibilities);
        let decision = statements.network.decide();
        for claim in decision.disputed() {
            eligibilities[RowId(claim.0)] = Eligibility::Disputed;
        }
        let conflicts = decision.conflicts().iter();
        Self {
            contradictions: conflicts
                .filter_map(|conflict| Contradiction::of(model, &statements, conflict))
                .collect(),
            eligibilities,
            floor: floor.clone(),
            standpoints: Standpoint::of(model, &decision),
            statements,
            decision,
        }
    }

    /// What the rows that count say themselves, of those that are taken from a standpoint, in no order that means anything.
    pub(super) fn said(
        &self,
        standpoint: Standpoint,
    ) -> impl Iterator<Item = ([Subject; 2], Label)> {
        let said = self.statements.network.statements().iter();
        said.filter(move |said| {
            said.is_disputable()
                && !self.decision.is_disputed(said.claim)
                && standpoint.takes(&self.decision, said)
        })
        .filter_map(|said| {
            let [a, b] = [said.a, said.b].map(|node| self.statements.subject(node));
            Some(([a?, b?], said.label))
        })
    }

    /// All that can be proved with the rows that count: a prover for each standpoint.
    #[must_use]
    pub fn provers<'l, 'm, 's>(&'l self, model: &'m Model<'s>) -> Vec<Prover<'l, 'm, 's>> {
        let standpoints = self.standpoints.iter();
        standpoints
            .map(|standpoint| self.prover_of(model, *standpoint, |_| true))
            .collect()
    }

    /// All that can be proved with the rows that count, are taken from a standpoint, and are wanted.
    #[must_use]
    pub fn prover_of<'l, 'm, 's>(
        &'l self,
        model: &'m Model<'s>,
        standpoint: Standpoint,
        is_wanted: impl Fn(&Row<'s>) -> bool,
    ) -> Prover<'l, 'm, 's> {
        let takes_part = |said: &xwalk_reason::Statement| {
            !said.is_disputable()
                || !self.decision.is_disputed(said.claim)
                    && standpoint.takes(&self.decision, said)
                    && is_wanted(&model.rows[RowId(said.claim.0)])
        };
        Prover {
            logic: self,
            model,
            reasoner: Reasoner::of(&self.statements.network, takes_part),
        }
    }
}

/// Proves what follows from some of the rows.
#[derive(Debug)]
pub struct Prover<'l, 'm, 's> {
    logic: &'l Logic,
    model: &'m Model<'s>,
    reasoner: Reasoner<'l>,
}

impl Prover<'_, '_, '_> {
    /// What is known of one control against everything else.
    #[must_use]
    pub fn about(&self, control: ControlId) -> ControlKnowledge<'_> {
        ControlKnowledge {
            prover: self,
            knowledge: self.reasoner.about(self.node(control)),
        }
    }

    /// What would be known of one control without one row.
    #[must_use]
    pub fn about_without(&self, control: ControlId, row: RowId) -> ControlKnowledge<'_> {
        let statements = &self.logic.statements;
        let knowledge = self
            .reasoner
            .about_without(self.node(control), |id| statements.row(id) == Some(row));
        ControlKnowledge {
            prover: self,
            knowledge,
        }
    }

    /// What would be known of one control if neither it nor another one were nested in anything, nor anything in them.
    pub(super) fn about_by_rows_on(
        &self,
        control: ControlId,
        other: ControlId,
    ) -> ControlKnowledge<'_> {
        let statements = &self.logic.statements;
        let ends = [control, other].map(|end| self.node(end));
        let knowledge = self.reasoner.about_without(self.node(control), |id| {
            let said = statements.network.statement(id);
            let of_hierarchy = said.filter(|said| !said.is_disputable());
            of_hierarchy.is_some_and(|said| ends.contains(&said.a) || ends.contains(&said.b))
        });
        ControlKnowledge {
            prover: self,
            knowledge,
        }
    }

    fn node(&self, control: ControlId) -> Node {
        self.logic.statements.node(control)
    }
}

/// What is known of one control.
#[derive(Debug)]
pub struct ControlKnowledge<'p> {
    prover: &'p Prover<'p, 'p, 'p>,
    knowledge: Knowledge<'p>,
}

impl ControlKnowledge<'_> {
    /// How the control relates to another one; [`Label::ANY`] if nothing is known.
    #[must_use]
    pub fn label(&self, other: ControlId) -> Label {
        self.knowledge.label(self.prover.node(other))
    }

    /// The controls of which something is known, and what, by framework and identifier.
    pub fn iter(&self) -> impl Iterator<Item = (ControlId, Label)> {
        let statements = &self.prover.logic.statements;
        self.knowledge
            .iter()
            .filter_map(|(node, label)| Some((statements.control(node)?, label)))
    }

    /// Why that is known of another control; `None` if nothing is. Every proof has passed the checker.
    #[must_use]
    pub fn proof(&self, other: ControlId) -> Option<Proof> {
        let statements = &self.prover.logic.statements;
        let proof = self.knowledge.proof(self.prover.node(other))?;
        check(&statements.network, &proof).ok()?;
        let chains = proof.chains.iter();
        let chains: Vec<Chain> = chains
            .map(|chain| Chain::of(statements, chain))
            .collect::<Option<_>>()?;
        let rows = chains.iter().flat_map(Chain::rows);
        Some(Proof {
            label: proof.label,
            merit: Merit::of(self.prover.model, rows),
            chains,
        })
    }
}

/// How two controls relate, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// First to second.
    pub label: Label,
    /// One shortest chain for each thing that the label says, three at the most; the label is what they say together.
    pub chains: Vec<Chain>,
    /// What the rows behind it come to.
    pub merit: Merit,
}

impl Proof {
    /// The rows behind it, ascending, each once.
    #[must_use]
    pub fn rows(&self) -> Vec<RowId> {
        let mut rows: Vec<RowId> = self.chains.iter().flat_map(Chain::rows).collect();
        rows.sort_unstable();
        rows.dedup();
        rows
    }
}
