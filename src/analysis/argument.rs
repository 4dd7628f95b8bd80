//! Arguments about controls: the chains of the reasoner, in rows.

use super::statements::{SENSES, Statements, Subject};
use xwalk_model::{Model, RowId};
use xwalk_relation::{Label, Relation};
use xwalk_syntax::ast::{Confidence, Rationale, Status};

/// What a step rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ground {
    /// A row.
    Row(RowId),
    /// The hierarchy: a control lies within the one that it is nested in, or within its framework as a whole.
    Nesting,
}

impl Ground {
    /// The row, if it is one.
    #[must_use]
    pub const fn row(self) -> Option<RowId> {
        match self {
            Self::Row(row) => Some(row),
            Self::Nesting => None,
        }
    }
}

/// One step: something relates to the next in a way that a row or the hierarchy says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Step {
    /// Why.
    pub ground: Ground,
    /// How what the step starts from relates to what it leads to.
    pub says: Label,
    /// What it leads to.
    pub to: Subject,
    /// How what the chain starts from relates to what this step leads to: all steps so far, composed.
    pub known: Label,
}

/// Steps that lead from one control to another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Chain {
    /// Where it starts.
    pub from: Subject,
    /// Its steps, in order.
    pub steps: Vec<Step>,
}

impl Chain {
    pub(super) fn of(statements: &Statements, chain: &xwalk_reason::Chain) -> Option<Self> {
        let mut at = chain.from;
        let steps = chain.steps.iter().map(|step| {
            let said = statements.network.statement(step.statement)?;
            let says = said.towards(at, step.to);
            at = step.to;
            Some(Step {
                ground: statements
                    .row(step.statement)
                    .map_or(Ground::Nesting, Ground::Row),
                says,
                to: statements.subject(step.to)?,
                known: step.known,
            })
        });
        Some(Self {
            steps: steps.collect::<Option<_>>()?,
            from: statements.subject(chain.from)?,
        })
    }

    /// What it leads to; where it starts, if it has no steps.
    #[must_use]
    pub fn to(&self) -> Subject {
        self.steps.last().map_or(self.from, |step| step.to)
    }

    /// Whether a first or last step follows from the hierarchy, so that another control is what rows speak of.
    pub(super) fn begins_or_ends_in_the_hierarchy(&self) -> bool {
        let ends = [self.steps.first(), self.steps.last()];
        let mut ends = ends.into_iter().flatten();
        ends.any(|step| step.ground == Ground::Nesting)
    }

    /// The same steps the other way round.
    #[must_use]
    pub fn reversed(&self) -> Self {
        let starts = self.steps.iter().map(|step| step.to);
        let starts = std::iter::once(self.from).chain(starts);
        let mut known = Label::only(Relation::Equal);
        let mut steps: Vec<Step> = starts
            .zip(&self.steps)
            .map(|(to, step)| Step {
                says: step.says.converse(),
                to,
                ..*step
            })
            .collect();
        steps.reverse();
        for step in &mut steps {
            known = known.then(step.says);
            step.known = known;
        }
        Self {
            from: self.to(),
            steps,
        }
    }

    /// What it says of its two ends. Without steps the two are one.
    #[must_use]
    pub fn label(&self) -> Label {
        let last = self.steps.last();
        last.map_or(Label::only(Relation::Equal), |step| step.known)
    }

    /// All that it leads over, from where it starts to where it ends.
    pub fn subjects(&self) -> impl Iterator<Item = Subject> {
        std::iter::once(self.from).chain(self.steps.iter().map(|step| step.to))
    }

    /// The rows of its steps, in order.
    pub fn rows(&self) -> impl Iterator<Item = RowId> + Clone {
        self.steps.iter().filter_map(|step| step.ground.row())
    }
}

/// What an answer that rests on rows carries of them: it is as good as the weakest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merit {
    /// The weakest status.
    pub status: Status,
    /// All rationales, each once; `None` for rows that name none. More than one: claims about different things take
    /// part.
    pub rationales: Vec<Option<Rationale>>,
    /// The least strength; `None` where a row names none.
    pub strength: Option<u8>,
    /// The least confidence; `None` where a row names none.
    pub confidence: Option<Confidence>,
}

impl Merit {
    /// What these rows come to. Without rows, only the hierarchy speaks, which is part of the framework.
    pub(super) fn of(model: &Model<'_>, rows: impl Iterator<Item = RowId> + Clone) -> Self {
        let rows = rows.map(|id| &model.rows[id]);
        let rationales = SENSES.into_iter().filter(|rationale| {
            let mut rows = rows.clone();
            rows.any(|row| model.rationale(row) == *rationale)
        });
        let statuses = rows.clone().map(|row| model.status(row));
        let strengths: Option<Vec<u8>> = rows.clone().map(|row| row.strength).collect();
        let confidences: Option<Vec<Confidence>> = rows.clone().map(|row| row.confidence).collect();
        Self {
            status: statuses.min().unwrap_or(Status::Final),
            rationales: rationales.collect(),
            strength: strengths.and_then(|all| all.into_iter().min()),
            confidence: confidences.and_then(|all| all.into_iter().min_by_key(|it| it.percent())),
        }
    }

    /// Whether claims of different rationales take part.
    #[must_use]
    pub fn mixes_rationales(&self) -> bool {
        self.rationales.len() > 1
    }
}
