//! The rows of a model as statements about sets.

use rustc_hash::FxHashMap;

use super::Eligibility;
use super::eligibility::Eligibilities;
use xwalk_model::{Control, ControlId, End, FrameworkId, Model, Row, RowId, Table};
use xwalk_reason::{Claim, Network, Node, Statement, StatementId};
use xwalk_relation::{Label, Relation};
use xwalk_syntax::ast::{Nesting, Rationale};

/// The statements of all rows that count, and which node is which control.
///
/// Nodes are numbered by framework and identifier, and statements are ordered by their nodes, labels and mappings, so
/// that no order of files, declarations or rows shows in what is found.
#[derive(Clone, Debug)]
pub(super) struct Statements {
    /// The network. A row is a claim of the same number.
    pub network: Network,
    nodes: Table<ControlId, Node>,
    subjects: Vec<Subject>,
}

/// What a node stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// A control.
    Control(ControlId),
    /// All controls of a framework together: what `*` means.
    Whole(FrameworkId),
}

impl Statements {
    /// Takes the rows that count.
    pub fn of(model: &Model<'_>, eligibilities: &Eligibilities) -> Self {
        let (nodes, mut subjects) = numbered(model);
        let mut whole = Table::default();
        let wholes = named_as_a_whole(model, eligibilities);
        for framework in model.frameworks.ids() {
            let node = Node(subjects.len() as u32);
            whole.push(node);
            if wholes[framework] {
                subjects.push(Subject::Whole(framework));
            }
        }
        let collector = Collector {
            model,
            nodes: &nodes,
            whole: &whole,
        };
        let mut statements = Vec::with_capacity(model.rows.len() + model.controls.len());
        for (id, control) in model.controls.iter() {
            collector.hierarchy(id, control, wholes[control.framework], &mut statements);
        }
        for (id, row) in model.rows.iter() {
            if eligibilities[id] == Eligibility::Counts {
                collector.row(id, row, &mut statements);
            }
        }
        let unions = collector.unions();
        statements.sort_by_cached_key(|said| collector.key(said, &unions));
        let network = Network::new(subjects.len() as u32, statements);
        Self {
            // Resolving lets no other label and no unknown control pass.
            network: network.unwrap_or_default(),
            nodes,
            subjects,
        }
    }

    /// The node of a control.
    pub fn node(&self, control: ControlId) -> Node {
        self.nodes[control]
    }

    /// What a node stands for.
    pub fn subject(&self, node: Node) -> Option<Subject> {
        self.subjects.get(node.0 as usize).copied()
    }

    /// The control that a node stands for, if it is one.
    pub fn control(&self, node: Node) -> Option<ControlId> {
        match self.subject(node)? {
            Subject::Control(control) => Some(control),
            Subject::Whole(_) => None,
        }
    }

    /// The row that makes a statement; `None` for what the hierarchy says.
    pub fn row(&self, statement: StatementId) -> Option<RowId> {
        let said = self.network.statement(statement)?;
        said.is_disputable().then_some(RowId(said.claim.0))
    }
}

/// Controls by framework and identifier.
fn numbered(model: &Model<'_>) -> (Table<ControlId, Node>, Vec<Subject>) {
    let mut controls: Vec<ControlId> = model.controls.ids().collect();
    controls.sort_by_key(|id| {
        let control = &model.controls[*id];
        (control.framework, control.identifier)
    });
    let mut nodes: Table<ControlId, Node> = controls.iter().map(|_| Node(0)).collect();
    for (node, control) in (0..).map(Node).zip(&controls) {
        nodes[*control] = node;
    }
    (nodes, controls.into_iter().map(Subject::Control).collect())
}

/// Which frameworks a row that counts names as a whole, with `*`.
fn named_as_a_whole(model: &Model<'_>, eligibilities: &Eligibilities) -> Table<FrameworkId, bool> {
    let mut named: Table<FrameworkId, bool> = model.frameworks.ids().map(|_| false).collect();
    for (id, row) in model.rows.iter() {
        if eligibilities[id] == Eligibility::Counts {
            let mapping = &model.mappings[row.mapping];
            for (end, framework) in [(&row.source, mapping.from), (&row.target, mapping.to)] {
                if *end == End::Everything {
                    named[framework] = true;
                }
            }
        }
    }
    named
}

struct Collector<'a, 's> {
    model: &'a Model<'s>,
    nodes: &'a Table<ControlId, Node>,
    whole: &'a Table<FrameworkId, Node>,
}

impl Collector<'_, '_> {
    /// A control lies within the one above it where nesting says so, and within its framework as a whole. One that no
    /// longer applies is asked for by nothing, so it lies within nothing.
    fn hierarchy(
        &self,
        id: ControlId,
        control: &Control<'_>,
        whole_is_named: bool,
        statements: &mut Vec<Statement>,
    ) {
        if control.superseded.is_some() {
            return;
        }
        let nested = self.model.frameworks[control.framework].nesting != Nesting::Group;
        let within = match self.model.part_of(id) {
            Some(parent) if nested => self.nodes[parent],
            _ if whole_is_named => self.whole[control.framework],
            _ => return,
        };
        statements.push(Statement {
            a: self.nodes[id],
            b: within,
            label: Label::WITHIN,
            sense: 0,
            claim: Claim::GIVEN,
        });
    }

    fn row(&self, id: RowId, row: &Row<'_>, statements: &mut Vec<Statement>) {
        let sense = sense(self.model.rationale(row));
        let mut say = |a: Node, b: Node, label: Label| {
            if label != Label::ANY {
                let claim = Claim(id.0);
                // Read from the lower node, so that it makes no difference which way round a row is written.
                let (a, b, label) = if a <= b {
                    (a, b, label)
                } else {
                    (b, a, label.converse())
                };
                statements.push(Statement {
                    a,
                    b,
                    label,
                    sense,
                    claim,
                });
            }
        };
        let mapping = &self.model.mappings[row.mapping];
        match (&row.source, &row.target) {
            (End::Control(a), End::Control(b)) => say(self.nodes[*a], self.nodes[*b], row.label),
            (End::Control(whole), End::Union(parts)) => {
                for part in parts {
                    let label = to_part(row.label);
                    say(self.nodes[*whole], self.nodes[*part], label);
                }
            }
            (End::Union(parts), End::Control(whole)) => {
                for part in parts {
                    let label = to_part(row.label.converse());
                    say(self.nodes[*part], self.nodes[*whole], label.converse());
                }
            }
            (End::Control(a), End::Everything) => {
                say(self.nodes[*a], self.whole[mapping.to], row.label);
            }
            (End::Everything, End::Control(b)) => {
                say(self.whole[mapping.from], self.nodes[*b], row.label);
            }
            // The language has no row between two unions, nor from or to all of both sides.
            (End::Union(_) | End::Everything, End::Union(_) | End::Everything) => {}
        }
    }

    /// What is the same whatever order files and rows have. Rows that are alike in all of it differ in nothing that an
    /// argument shows, but perhaps in status and note.
    fn key(&self, said: &Statement, unions: &FxHashMap<RowId, usize>) -> impl Ord + use<> {
        let id = RowId(said.claim.0);
        let row = (said.is_disputable()).then(|| &self.model.rows[id]);
        let of_row = row.map(|row| {
            let status = std::cmp::Reverse(self.model.status(row));
            (
                unions.get(&id).copied(),
                row.mapping,
                status,
                row.strength,
                row.note.as_deref().map(str::len),
            )
        });
        (said.a, said.b, said.label, said.sense, of_row, said.claim)
    }

    /// The rows with a union, each with its place among all unions; those of the same parts have the same. A union of many
    /// parts makes as many statements, and is compared with others once.
    fn unions(&self) -> FxHashMap<RowId, usize> {
        let rows = self.model.rows.iter();
        let mut unions: Vec<_> = rows
            .filter_map(|(id, row)| Some((self.union(row)?, id)))
            .collect();
        unions.sort_unstable();
        let alike = unions.chunk_by(|one, next| one.0 == next.0).enumerate();
        let places = alike.flat_map(|(at, alike)| alike.iter().map(move |(_, id)| (*id, at)));
        places.collect()
    }

    /// The parts of a row's union, ascending, and how the whole relates to it. One of its statements alone does not say what
    /// else goes when the row is set aside.
    fn union(&self, row: &Row<'_>) -> Option<(Vec<Node>, Label)> {
        let (parts, label) = match (&row.source, &row.target) {
            (End::Control(_), End::Union(parts)) => (parts, row.label),
            (End::Union(parts), End::Control(_)) => (parts, row.label.converse()),
            _ => return None,
        };
        let mut parts: Vec<Node> = parts.iter().map(|part| self.nodes[*part]).collect();
        parts.sort_unstable();
        Some((parts, label))
    }
}

/// What `whole LABEL part + part` says of the whole and one part: if the whole contains the union, it contains each
/// part, and none is all of it where it is strictly more. If it lies within the union, nothing follows for one part.
pub(super) fn to_part(label: Label) -> Label {
    if !label.implies(Label::CONTAINS) {
        Label::ANY
    } else if label.allows(Relation::Equal) {
        Label::CONTAINS
    } else {
        Label::only(Relation::SupersetOf)
    }
}

/// Rationales as senses: claims made in different ones are different claims.
pub(super) const SENSES: [Option<Rationale>; 4] = [
    Some(Rationale::Syntactic),
    Some(Rationale::Semantic),
    Some(Rationale::Functional),
    None,
];

fn sense(rationale: Option<Rationale>) -> u8 {
    let at = SENSES.iter().position(|sense| *sense == rationale);
    at.unwrap_or_default() as u8
}
