//! What rows prove beyond what they say, and where they contradict each other, each with an argument that a program
//! can check.

use crate::JsonSchema;
use serde::Serialize;

use super::words::{Rationale, Relation, Status};
use xwalk_format::names::Names;
use xwalk_report::published::RowId;
use xwalk_report::{Report, RowElsewhere, RowName};

/// A pair of controls of two frameworks about which the rows together prove more than any row says.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Proved<'r> {
    /// The control of the framework that comes first by name and edition: `framework@edition:identifier`.
    source: String,
    /// What is proved, read from source to target: what all chains together leave possible.
    relation: Relation<'r>,
    /// The control of the other framework, in the same form as the source.
    target: String,
    /// The same, read from target to source.
    converse: Relation<'r>,
    /// What the rows on this very pair say together, which is less; absent if there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    stated: Option<Relation<'r>>,
    /// The weakest status of the rows behind it, the best over all proofs.
    status: Status,
    /// All rationales of the rows behind it, each once.
    rationales: Vec<Rationale>,
    /// Whether these are several: the proof joins claims about different things, and is counted separately.
    mixed_rationales: bool,
    /// The least strength of the rows behind it; absent where one of them gives none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(max = 10))]
    strength: Option<u8>,
    /// The least confidence of the rows behind it; absent where one of them gives none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = "^(low|medium|high|[0-9]{1,3}%)$"))]
    confidence: Option<&'r str>,
    /// The proof: chains from source to target. What they leave possible together is `relation`.
    #[schemars(length(min = 1, max = 3))]
    chains: Vec<Chain<'r>>,
}

/// Rows that lead from one control to another, and what follows from them.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Chain<'r> {
    /// Where it starts: `framework@edition:identifier`, or `framework@edition:*` for a framework as a whole.
    from: &'r str,
    /// The title of the control that it starts from; only where this document leaves that out.
    #[serde(skip_serializing_if = "Option::is_none")]
    from_title: Option<&'r str>,
    /// What it says about its two ends: `known` of its last step.
    relation: Relation<'r>,
    /// The chain in words.
    sentence: &'r str,
    /// Its steps. Each begins where the one before it ends.
    steps: Vec<Step<'r>>,
}

/// One step of a chain.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Step<'r> {
    /// What it rests on: a `row`, or the `nesting` of a framework, by which a control is part of the one that it is nested
    /// in, and every control part of its framework as a whole.
    #[schemars(extend("enum" = ["row", "nesting"]))]
    ground: &'static str,
    /// The row; absent for `nesting`, and for a row that this document leaves out.
    #[serde(skip_serializing_if = "Option::is_none")]
    row: Option<RowId>,
    /// The row that this document leaves out; absent where `row` names it, and for `nesting`.
    #[serde(skip_serializing_if = "Option::is_none")]
    elsewhere: Option<Elsewhere<'r>>,
    /// How what it begins at relates to what it leads to.
    says: Relation<'r>,
    /// What it leads to, in the same form as the start of the chain.
    to: &'r str,
    /// The title of that control; only where this document leaves it out.
    #[serde(skip_serializing_if = "Option::is_none")]
    to_title: Option<&'r str>,
    /// How the start of the chain relates to what this step leads to: `known` of the step before, composed with `says`.
    known: Relation<'r>,
}

/// A row that this document leaves out, since it shows some frameworks only.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Elsewhere<'r> {
    /// The name of its mapping.
    mapping: &'r str,
    /// `file:line`.
    place: &'r str,
}

/// Rows that cannot all be true, although any of them could be without the others. Those of one rationale carry no verdict and no proof; those of several count, and only proofs that mix rationales do without them.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Contradiction<'r> {
    /// The argument in one sentence.
    sentence: &'r str,
    /// What the other rows show. Without steps where a row contradicts itself.
    chain: Chain<'r>,
    /// The row that denies it.
    denial: Denial<'r>,
    /// All rows that take part, in the order of the argument, each once, the denial last.
    rows: Vec<RowId>,
    /// Those that this document leaves out.
    elsewhere: Vec<Elsewhere<'r>>,
    /// All rationales of the rows, each once.
    rationales: Vec<Rationale>,
    /// Whether these are several: then the rows may be about different things.
    mixed_rationales: bool,
    /// Whether it remains if every `intersects-with` is read as `overlaps`.
    stands_loosely: bool,
}

/// The row that denies what a chain shows.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Denial<'r> {
    /// The row; absent if this document leaves it out.
    #[serde(skip_serializing_if = "Option::is_none")]
    row: Option<RowId>,
    /// The row that this document leaves out; absent where `row` names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    elsewhere: Option<Elsewhere<'r>>,
    /// What it says about the start and the end of the chain. Together with the chain's relation it leaves nothing
    /// possible.
    says: Relation<'r>,
}

impl<'r> Proved<'r> {
    /// All pairs of the report.
    pub(super) fn all(report: &'r Report<'r>, names: Names<'r>) -> Vec<Self> {
        let pairs = report.proved.values();
        pairs.map(|pair| Self::new(pair, names)).collect()
    }

    fn new(pair: &'r xwalk_report::Proved<'r>, names: Names<'r>) -> Self {
        let chains = pair.chains.iter();
        Self {
            source: names.qualified(pair.source),
            relation: Relation(&pair.relation),
            target: names.qualified(pair.target),
            converse: Relation(&pair.converse),
            stated: pair.stated.as_deref().map(Relation),
            status: Status::of(pair.status),
            rationales: Rationale::all(&pair.rationales),
            mixed_rationales: pair.mixes_rationales(),
            strength: pair.strength,
            confidence: pair.confidence.as_deref(),
            chains: chains.map(|chain| Chain::new(chain, names)).collect(),
        }
    }
}

impl<'r> Contradiction<'r> {
    /// All contradictions of the report.
    pub(super) fn all(report: &'r Report<'r>, names: Names<'r>) -> Vec<Self> {
        let found = report.contradictions.iter();
        found.map(|found| Self::new(found, names)).collect()
    }

    fn new(found: &'r xwalk_report::Contradiction<'r>, names: Names<'r>) -> Self {
        let (shown, left_out) = (found.rows.iter(), found.rows.iter());
        Self {
            sentence: &found.sentence,
            chain: Chain::new(&found.chain, names),
            denial: Denial {
                row: row_id(&found.denial, names),
                elsewhere: Elsewhere::of_row(&found.denial),
                says: Relation(&found.denied),
            },
            rows: shown.filter_map(|row| row_id(row, names)).collect(),
            elsewhere: left_out.filter_map(Elsewhere::of_row).collect(),
            rationales: Rationale::all(&found.rationales),
            mixed_rationales: found.mixes_rationales(),
            stands_loosely: found.stands_loosely,
        }
    }
}

impl<'r> Chain<'r> {
    fn new(chain: &'r xwalk_report::Chain<'r>, names: Names<'r>) -> Self {
        let steps = chain.steps.iter();
        Self {
            from: &chain.from,
            from_title: chain.start_elsewhere.as_ref().map(|it| it.title),
            relation: Relation(&chain.relation),
            sentence: &chain.sentence,
            steps: steps.map(|step| Step::new(step, names)).collect(),
        }
    }
}

impl<'r> Step<'r> {
    fn new(step: &'r xwalk_report::Step<'r>, names: Names<'r>) -> Self {
        let row = step.row.as_ref();
        Self {
            ground: if row.is_some() { "row" } else { "nesting" },
            row: row.and_then(|row| row_id(row, names)),
            elsewhere: row.and_then(Elsewhere::of_row),
            says: Relation(&step.says),
            to: &step.to,
            to_title: step.elsewhere.as_ref().map(|it| it.title),
            known: Relation(&step.known),
        }
    }
}

impl<'r> Elsewhere<'r> {
    /// A row that a verdict rests on and the report leaves out.
    pub(super) fn new(row: &'r RowElsewhere) -> Self {
        Self {
            mapping: &row.mapping,
            place: &row.place,
        }
    }

    /// A row of an argument, if the report leaves it out.
    fn of_row(row: &'r RowName<'r>) -> Option<Self> {
        row.position.is_none().then_some(Self {
            mapping: row.mapping,
            place: &row.place,
        })
    }
}

/// The name of a row of an argument; `None` if the report leaves it out.
fn row_id(row: &RowName<'_>, names: Names<'_>) -> Option<RowId> {
    row.position.map(|position| RowId(names.row(position)))
}
