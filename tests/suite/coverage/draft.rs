//! Small models, written down by number.

use std::borrow::Cow;

use xwalk::model::{
    self, Control, ControlId, Framework, FrameworkId, Mapping, MappingId, Model, Row, RowId,
    Submission,
};
use xwalk::relation::{Label, Relation, Word};
use xwalk::source::{Place, SourceId, Span};
use xwalk::syntax::ast::{Complete, Nesting, Rationale, Status, Style};

const NOWHERE: Place = Place {
    source: SourceId(0),
    span: Span { start: 0, end: 0 },
};

/// The labels that rows can say, and the one of supportive rows, which says nothing.
pub const LABELS: &[Label] = &[
    Label::only(Relation::Equal),
    Label::only(Relation::SubsetOf),
    Label::only(Relation::SupersetOf),
    Label::only(Relation::IntersectsWith),
    Label::only(Relation::NoRelationship),
    Label::OVERLAPS,
    Label::WITHIN,
    Label::CONTAINS,
    Label::from_bits(0b0_1010),
    Label::from_bits(0b0_1100),
    Label::from_bits(0b1_1010),
    Label::from_bits(0b1_1100),
    Label::from_bits(0b1_1000),
    Label::ANY,
];

/// One end of a claim; controls by their number, over both frameworks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    One(usize),
    Union(Vec<usize>),
    All,
}

impl End {
    fn model(&self) -> model::End {
        let id = |control: &usize| ControlId(u32::try_from(*control).unwrap());
        match self {
            Self::One(control) => model::End::Control(id(control)),
            Self::Union(parts) => model::End::Union(parts.iter().map(id).collect()),
            Self::All => model::End::Everything,
        }
    }
}

/// One row: what is said of a control of the covered framework towards the covering one.
#[derive(Clone, Debug)]
pub struct Claim {
    pub of: End,
    pub by: End,
    /// Read from the covered framework.
    pub label: Label,
    /// Whether it stands in the mapping from the covered framework to the covering one, or in the one back.
    pub forward: bool,
    pub rationale: Option<Rationale>,
}

impl Claim {
    /// The claim, if the language has such a row.
    pub fn new(of: End, by: End, label: Label, forward: bool) -> Option<Self> {
        let disjoint = label == Label::only(Relation::NoRelationship);
        let union = [Relation::Equal, Relation::SubsetOf, Relation::SupersetOf];
        let allowed = match (&of, &by) {
            (End::One(_), End::One(_)) => true,
            (End::One(_), End::All) | (End::All, End::One(_)) => disjoint,
            (End::One(_), End::Union(_)) | (End::Union(_), End::One(_)) => {
                label == Label::WITHIN
                    || label == Label::CONTAINS
                    || union.into_iter().any(|one| label == Label::only(one))
            }
            _ => false,
        };
        allowed.then_some(Self {
            of,
            by,
            label,
            forward,
            rationale: None,
        })
    }

    /// The same claim in some respect.
    pub fn of(self, rationale: Rationale) -> Self {
        let rationale = Some(rationale);
        Self { rationale, ..self }
    }

    /// The same claim in the mapping of the other direction.
    pub fn turned(self) -> Self {
        let forward = !self.forward;
        Self { forward, ..self }
    }
}

/// Two frameworks and what rows say of them.
#[derive(Clone, Debug)]
pub struct Draft {
    /// How many controls are covered; the rest covers them.
    pub covered: usize,
    /// The depth of each control, in preorder, over both frameworks.
    pub depths: Vec<u8>,
    /// The nesting of the covered framework.
    pub nesting: Nesting,
    /// Claims of the mapping there, then of the one back.
    pub claims: Vec<Claim>,
}

impl Draft {
    /// Frameworks without hierarchy.
    pub fn flat(covered: usize, covering: usize, mut claims: Vec<Claim>) -> Self {
        claims.sort_by_key(|claim| !claim.forward);
        Self {
            covered,
            depths: vec![0; covered + covering],
            nesting: Nesting::Group,
            claims,
        }
    }

    pub fn covering(&self) -> std::ops::Range<usize> {
        self.covered..self.depths.len()
    }

    pub fn model(&self) -> Model<'static> {
        let mut model = Model::default();
        let covering = vec![0; self.depths.len() - self.covering().start];
        let covered = &self.depths[..self.covered];
        framework(&mut model, "covered", self.nesting, covered);
        framework(&mut model, "covering", Nesting::Group, &covering);
        for forward in [true, false] {
            let claims = self.claims.iter().filter(|claim| claim.forward == forward);
            mapping(&mut model, forward, claims);
        }
        model
    }
}

fn framework(model: &mut Model<'static>, name: &'static str, nesting: Nesting, depths: &[u8]) {
    let first = model.controls.next_id();
    let id = model.frameworks.next_id();
    for (at, depth) in depths.iter().enumerate() {
        let after = depths.iter().skip(at + 1);
        let below = after.take_while(|other| *other > depth).count();
        let parent = depths[..at].iter().rposition(|other| other < depth);
        let number = |at: usize| ControlId(first.0 + u32::try_from(at).unwrap());
        model.controls.push(Control {
            framework: id,
            identifier: "A",
            title: Cow::Borrowed(""),
            doc: None,
            text: None,
            tags: Vec::new(),
            aliases: Vec::new(),
            activities: Vec::new(),
            superseded: None,
            parent: parent.map(number),
            depth: *depth,
            subtree_end: number(at + below + 1),
            assessable: below == 0,
            place: NOWHERE,
        });
    }
    model.frameworks.push(Framework {
        name,
        edition: "1",
        title: Cow::Borrowed(name),
        doc: None,
        publisher: None,
        published: None,
        url: None,
        licence: None,
        language: None,
        levels: Vec::new(),
        nesting,
        tiers: Vec::new(),
        succeeds: Vec::new(),
        reconstruction: None,
        first_control: first,
        end_control: model.controls.next_id(),
        withdrawn: Vec::new(),
        place: NOWHERE,
    });
}

fn mapping<'c>(model: &mut Model<'static>, forward: bool, claims: impl Iterator<Item = &'c Claim>) {
    let first_row = model.rows.next_id();
    let id = model.mappings.next_id();
    for claim in claims {
        model.rows.push(row(id, claim));
    }
    let (from, to) = if forward { (0, 1) } else { (1, 0) };
    let end_row: RowId = model.rows.next_id();
    model.mappings.push(Mapping {
        name: if forward { "there" } else { "yonder" },
        title: Cow::Borrowed("A mapping"),
        doc: None,
        from: FrameworkId(from),
        to: FrameworkId(to),
        source: None,
        url: None,
        author: None,
        reviewer: None,
        published: None,
        version: None,
        use_case: None,
        submission: Submission::default(),
        comprehensive: None,
        status: Status::Draft,
        style: Style::SetTheory,
        rationale: None,
        complete: Complete::None,
        complete_place: None,
        scope: Vec::new(),
        origins: Vec::new(),
        first_row,
        end_row,
        left_out: 0,
        place: NOWHERE,
    });
}

fn row(mapping: MappingId, claim: &Claim) -> Row<'static> {
    let (source, target, label) = if claim.forward {
        (&claim.of, &claim.by, claim.label)
    } else {
        (&claim.by, &claim.of, claim.label.converse())
    };
    let word = Word::ALL.into_iter().find(|word| word.label() == label);
    Row {
        mapping,
        source: source.model(),
        target: target.model(),
        word: word.unwrap_or(Word::Set(label.relations().next().unwrap())),
        label,
        rationale: claim.rationale,
        strength: None,
        confidence: None,
        status: None,
        note: None,
        details: None,
        place: NOWHERE,
        target_span: NOWHERE.span,
    }
}
