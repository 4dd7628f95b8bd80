//! What is known of two controls, why, and where nothing is, why not.

use super::connection::{Connections, Reach};
use super::one_rationale::of_one_rationale;
use super::proved::is_worth_saying;
use super::provers::{Provers, best_proof};
use super::standpoint::{Standpoint, sharpest};
use super::statements::Subject;
use super::{Chain, Contradiction, Logic, Mark, Proof, Related};
use xwalk_model::{ControlId, End, FrameworkId, Model, RowId};
use xwalk_relation::Label;

/// What is known of two controls, and why; or why nothing is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation<'l> {
    /// What follows from the rows that count.
    pub answer: Answer,
    /// The pairs by which the two are related: rows that count say so of them, and they are the two or equal to them.
    pub related: Vec<Mark>,
    /// The rows on this very pair, whether they count or not.
    pub rows: Vec<RowId>,
    /// The contradictions whose arguments speak of both.
    pub contradictions: Vec<&'l Contradiction>,
}

/// What is known of two controls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// How they relate, and why. It may be less than is worth saying: see [`Proof::is_worth_saying`].
    pub proof: Proof,
    /// What the rows on this very pair say together, first to second, of those that count and are taken from where it is
    /// proved; [`Label::ANY`] if nothing.
    pub stated: Label,
}

/// What follows of two controls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// They are one and the same control.
    Same,
    /// Something is known of them: once, unless rows of one rationale say what those of another do not.
    Known(Vec<Known>),
    /// Rows connect them, but nothing follows. This is one of the shortest connections.
    Lost(Chain),
    /// No rows lead from one to the other. This is where they lead from each.
    Apart([Reach; 2]),
}

impl Proof {
    /// Whether what it says is worth something: that the two share something, or that they do not. Only that is
    /// reported as proved.
    #[must_use]
    pub fn is_worth_saying(&self) -> bool {
        is_worth_saying(self.label)
    }
}

impl<'l> Explanation<'l> {
    /// Explains how two controls relate.
    #[must_use]
    pub fn of(model: &Model<'_>, logic: &'l Logic, pair: [ControlId; 2]) -> Self {
        let ends = pair.map(Subject::Control);
        let contradictions = logic.contradictions.iter();
        let speaks_of_both = |found: &&Contradiction| {
            let mut ends = ends.iter();
            ends.all(|end| found.chain.subjects().any(|subject| subject == *end))
        };
        Self {
            answer: answer(model, logic, pair),
            related: related(model, logic, pair),
            rows: rows(model, pair),
            contradictions: contradictions.filter(speaks_of_both).collect(),
        }
    }
}

fn answer(model: &Model<'_>, logic: &Logic, [a, b]: [ControlId; 2]) -> Answer {
    if a == b {
        return Answer::Same;
    }
    let known = logic.standpoints.iter().filter_map(|standpoint| {
        let provers = Provers::new(model, logic, *standpoint);
        let proof = best_proof(&provers.about(a), b)?;
        Some(Known {
            proof: of_one_rationale(model, logic, [a, b], proof),
            stated: stated(model, logic, *standpoint, [a, b]),
        })
    });
    let known = sharpest(known.collect(), |known| &known.proof);
    if !known.is_empty() {
        return Answer::Known(known);
    }
    let connections = Connections::of(model, logic);
    match connections.shortest(a, b) {
        Some(chain) => Answer::Lost(chain),
        None => Answer::Apart([a, b].map(|end| connections.reach(end))),
    }
}

fn related(model: &Model<'_>, logic: &Logic, [a, b]: [ControlId; 2]) -> Vec<Mark> {
    let related = Related::about(model, logic, [a, b]);
    let marks = related.from(a).iter();
    marks.filter(|mark| mark.other == b).copied().collect()
}

/// What rows that are taken from a standpoint say of the pair, or of one of the two and the other's framework as a whole.
fn stated(model: &Model<'_>, logic: &Logic, standpoint: Standpoint, pair: [ControlId; 2]) -> Label {
    let [a, b] = pair.map(|end| of_either(model, end));
    logic
        .said(standpoint)
        .fold(Label::ANY, |stated, ([one, other], label)| {
            if a.contains(&one) && b.contains(&other) {
                stated.and(label)
            } else if a.contains(&other) && b.contains(&one) {
                stated.and(label.converse())
            } else {
                stated
            }
        })
}

fn of_either(model: &Model<'_>, control: ControlId) -> [Subject; 2] {
    let framework = model.controls[control].framework;
    [Subject::Control(control), Subject::Whole(framework)]
}

fn rows(model: &Model<'_>, [a, b]: [ControlId; 2]) -> Vec<RowId> {
    let names = |end: &End, framework: FrameworkId, control: ControlId| match end {
        End::Everything => model.controls[control].framework == framework,
        _ => end.controls().contains(&control),
    };
    let rows = model.rows.iter().filter(|(_, row)| {
        let mapping = &model.mappings[row.mapping];
        let is = |source, target| {
            names(&row.source, mapping.from, source) && names(&row.target, mapping.to, target)
        };
        is(a, b) || is(b, a)
    });
    rows.map(|(id, _)| id).collect()
}
