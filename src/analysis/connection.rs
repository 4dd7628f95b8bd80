//! How rows connect two controls, whatever they say: for pairs of which nothing follows.

use std::collections::BTreeSet;

use rustc_hash::FxHashSet;

use super::argument::{Chain, Ground, Step};
use super::statements::{Statements, Subject, to_part};
use super::{Eligibility, Logic};
use xwalk_model::{ControlId, End, FrameworkId, Model, Row, RowId};
use xwalk_reason::Node;
use xwalk_relation::{Label, Relation};

/// What rows lead to from one control.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reach {
    /// How many rows that count name it.
    pub rows: usize,
    /// The controls that those rows connect it with, by framework and identifier.
    pub controls: Vec<ControlId>,
    /// The other frameworks that rows reach from it, directly or by way of others, by name and edition.
    pub frameworks: Vec<FrameworkId>,
}

/// The rows that count, and the hierarchy, as ways from one thing to another.
pub(super) struct Connections<'l, 's> {
    model: &'l Model<'s>,
    logic: &'l Logic,
    statements: &'l Statements,
    /// By where they start and lead, so that no order of files shows.
    ways: Vec<Way>,
}

#[derive(Clone, Copy, Debug)]
struct Way {
    from: Node,
    to: Node,
    says: Label,
    ground: Ground,
}

/// A way that a walk goes, and the stretch before it.
struct Stretch {
    way: Way,
    before: Option<usize>,
}

impl<'l, 's> Connections<'l, 's> {
    pub fn of(model: &'l Model<'s>, logic: &'l Logic) -> Self {
        let statements = &logic.statements;
        let said = statements.network.iter().map(|(id, said)| {
            let ground = statements.row(id).map_or(Ground::Nesting, Ground::Row);
            ([said.a, said.b], said.label, ground)
        });
        let silent = model.rows.iter().flat_map(|(id, row)| {
            let pairs = silent(row).into_iter();
            pairs.map(move |pair| {
                (
                    pair.map(|end| statements.node(end)),
                    Label::ANY,
                    Ground::Row(id),
                )
            })
        });
        let counts = |ground: Ground| {
            let row = ground.row();
            row.is_none_or(|row| logic.eligibilities[row] == Eligibility::Counts)
        };
        let mut ways: Vec<Way> = said
            .chain(silent)
            .filter(|(_, _, ground)| counts(*ground))
            .flat_map(|([a, b], says, ground)| {
                let way = |from, to, says| Way {
                    from,
                    to,
                    says,
                    ground,
                };
                [way(a, b, says), way(b, a, says.converse())]
            })
            .collect();
        ways.sort_by_key(|way| (way.from, way.to, way.says));
        Self {
            model,
            logic,
            statements,
            ways,
        }
    }

    /// One of the shortest ways from one control to another.
    pub fn shortest(&self, from: ControlId, to: ControlId) -> Option<Chain> {
        let walk = self.walk(self.statements.node(from));
        let target = self.statements.node(to);
        let mut at = walk.iter().position(|stretch| stretch.way.to == target);
        let mut ways = Vec::new();
        while let Some(stretch) = at.and_then(|at| walk.get(at)) {
            ways.push(stretch.way);
            at = stretch.before;
        }
        let mut known = Label::only(Relation::Equal);
        let mut rows: Vec<RowId> = Vec::new();
        let steps = ways.into_iter().rev().map(|way| {
            rows.extend(way.ground.row());
            known = match self.logic.are_joined(self.model, &rows) {
                true => known.then(way.says),
                false => Label::ANY,
            };
            Some(Step {
                ground: way.ground,
                says: way.says,
                to: self.statements.subject(way.to)?,
                known,
            })
        });
        let steps: Vec<Step> = steps.collect::<Option<_>>()?;
        (!steps.is_empty()).then_some(Chain {
            from: Subject::Control(from),
            steps,
        })
    }

    /// What rows lead to from a control.
    pub fn reach(&self, from: ControlId) -> Reach {
        let model = self.model;
        let node = self.statements.node(from);
        let by_row = || {
            self.from(node)
                .iter()
                .filter(|way| way.ground != Ground::Nesting)
        };
        let rows: BTreeSet<Ground> = by_row().map(|way| way.ground).collect();
        let controls: BTreeSet<Node> = by_row().map(|way| way.to).collect();
        let controls = controls.into_iter();
        let walk = self.walk(node);
        let reached = walk
            .iter()
            .filter_map(|stretch| self.statements.control(stretch.way.to));
        let frameworks: BTreeSet<FrameworkId> = reached
            .map(|control| model.controls[control].framework)
            .filter(|framework| *framework != model.controls[from].framework)
            .collect();
        Reach {
            rows: rows.len(),
            controls: controls
                .filter_map(|node| self.statements.control(node))
                .collect(),
            frameworks: frameworks.into_iter().collect(),
        }
    }

    /// All controls that can be reached from a node, the nearest first. A step up the hierarchy is not followed by one
    /// down, nor the other way round: two parts of one thing are not connected by that. Nor do rows that say `*` lead
    /// anywhere: they say that there is nothing to be led to.
    fn walk(&self, from: Node) -> Vec<Stretch> {
        let mut walk: Vec<Stretch> = Vec::new();
        let mut seen: FxHashSet<(Node, Option<Label>)> = FxHashSet::default();
        let mut at = None;
        loop {
            let (node, came) = match at {
                None => (from, None),
                Some(at) => match walk.get(at) {
                    Some(Stretch { way, .. }) => (way.to, direction(way)),
                    None => return walk,
                },
            };
            for way in self.from(node) {
                let next = direction(way);
                let is_whole = self.statements.control(way.to).is_none();
                let turns = next.is_some() && came.is_some() && next != came;
                if !turns && !is_whole && way.to != from && seen.insert((way.to, next)) {
                    walk.push(Stretch {
                        way: *way,
                        before: at,
                    });
                }
            }
            at = Some(at.map_or(0, |at| at + 1));
        }
    }

    /// The ways that start at a node.
    fn from(&self, node: Node) -> &[Way] {
        let start = self.ways.partition_point(|way| way.from < node);
        let rest = self.ways.get(start..).unwrap_or_default();
        let end = rest.partition_point(|way| way.from == node);
        rest.get(..end).unwrap_or_default()
    }
}

/// Up or down, for a way along the hierarchy.
fn direction(way: &Way) -> Option<Label> {
    (way.ground == Ground::Nesting).then_some(way.says)
}

/// The pairs that a row names without saying anything of them as sets.
fn silent(row: &Row<'_>) -> Vec<[ControlId; 2]> {
    let (whole, parts, label) = match (&row.source, &row.target) {
        (End::Control(a), End::Control(b)) if row.label == Label::ANY => return vec![[*a, *b]],
        (End::Control(whole), End::Union(parts)) => (whole, parts, row.label),
        (End::Union(parts), End::Control(whole)) => (whole, parts, row.label.converse()),
        _ => return Vec::new(),
    };
    if to_part(label) != Label::ANY {
        return Vec::new();
    }
    parts.iter().map(|part| [*whole, *part]).collect()
}
