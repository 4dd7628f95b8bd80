//! The answer of `xwalk why` for programs.

use schemars::JsonSchema;
use serde::Serialize;

use crate::analysis::Merit;
use crate::cli::contract::Contract;
use crate::relation::Label;
use crate::report::answers::{ArgumentChain, Discord, Named, Outlook, RowOfPair, Why, WhyKnown};
use crate::report::published::{LeftOut, Word};
use crate::syntax::ast::{Rationale, Status};

/// The answer for programs.
pub const CONTRACT: Contract = Contract {
    name: "xwalk-why",
    version: 1,
    about: "The answer of `why --format json`",
    schema: Contract::schema_of::<DocumentV1<'_>>,
    page: "docs/answers/why.md",
};

/// How two controls relate, and why. Controls are written `framework@edition:identifier`, a framework as a whole
/// `framework@edition:*`.
#[derive(Serialize, JsonSchema)]
pub struct DocumentV1<'a> {
    /// The control that is asked for first.
    source: EndV1<'a>,
    /// The other one.
    target: EndV1<'a>,
    /// What is known, or why nothing is.
    answer: AnswerV1,
    /// What is known, source to target; absent where nothing is.
    #[serde(skip_serializing_if = "Option::is_none")]
    relation: Option<Word<Label>>,
    /// Whether it is more than the rows on this very pair say, and worth reporting.
    proved: bool,
    /// What the rows on this very pair say together; absent where they say nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    stated: Option<Word<Label>>,
    /// Why what is known is so; absent where nothing is.
    #[serde(skip_serializing_if = "Option::is_none")]
    proof: Option<ProofV1<'a>>,
    /// One of the shortest connections, where nothing follows from any.
    #[serde(skip_serializing_if = "Option::is_none")]
    connection: Option<ConnectionV1<'a>>,
    /// Where rows lead from each of the two, where they do not meet.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    reach: Vec<ReachV1<'a>>,
    /// The rows on this very pair.
    rows: Vec<RowV1<'a>>,
    /// Rows about the two that cannot all be true.
    contradictions: Vec<ContradictionV1<'a>>,
}

/// What is known: `same` the two are one control, `known` something follows; or why nothing is: `contradicted` rows
/// about the two cannot all be true, `lost` nothing follows from the rows that connect them, `apart` no row that counts
/// leads from one to the other.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "Answer")]
enum AnswerV1 {
    Same,
    Known,
    Contradicted,
    Lost,
    Apart,
}

/// One of the two controls.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "End")]
struct EndV1<'a> {
    /// Its framework, with the edition.
    framework: &'a str,
    /// Its identifier within the framework.
    identifier: &'a str,
    /// Its title.
    title: &'a str,
}

/// Why what is known is so, and what it is worth: as much as the weakest of its rows.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Proof")]
struct ProofV1<'a> {
    /// The chains, which together allow nothing else. Each leads from source to target.
    chains: Vec<ChainV1<'a>>,
    /// The weakest status among the rows.
    status: Word<Status>,
    /// The rationales of the rows.
    rationales: Vec<Word<Option<Rationale>>>,
    /// The least strength among the rows, from 0 to 10; null where not every row gives one.
    strength: Option<u8>,
    /// The least confidence among the rows; null where not every row gives one.
    confidence: Option<String>,
}

/// Steps from one thing to another.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Chain")]
struct ChainV1<'a> {
    /// What it starts from.
    from: &'a str,
    /// How that relates to what the last step leads to.
    relation: Word<Label>,
    /// The steps, in order.
    steps: Vec<StepV1<'a>>,
}

/// A step of a chain: by a row, or by the hierarchy of a framework.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Step")]
struct StepV1<'a> {
    /// How what it comes from relates to what it leads to.
    says: Word<Label>,
    /// What it leads to.
    to: &'a str,
    /// How what the chain starts from relates to what the step leads to; absent where nothing is known any more.
    #[serde(skip_serializing_if = "Option::is_none")]
    known: Option<Word<Label>>,
    /// The row that says so. Absent for a step that the hierarchy makes.
    #[serde(skip_serializing_if = "Option::is_none")]
    row: Option<RowV1<'a>>,
    /// The framework whose hierarchy says so. Absent for a step that a row makes.
    #[serde(skip_serializing_if = "Option::is_none")]
    hierarchy: Option<&'a str>,
}

/// A row of a mapping.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Row")]
struct RowV1<'a> {
    /// The name of the mapping.
    mapping: &'a str,
    /// Where it is written, as `file:line`.
    place: &'a str,
    /// What it says, as it is written.
    claim: &'a str,
    /// Why it does not count. Absent where it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    left_out: Option<Word<LeftOut>>,
}

/// A chain from which nothing follows.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Connection")]
struct ConnectionV1<'a> {
    /// The chain.
    chain: ChainV1<'a>,
    /// The step, from 0, after which nothing is known.
    lost_at: usize,
    /// Why nothing is known after it, in a sentence.
    why: &'a str,
}

/// Where rows lead from a control.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Reach")]
struct ReachV1<'a> {
    /// The control.
    from: &'a str,
    /// How many rows that count name it.
    rows: usize,
    /// The controls that they name with it.
    controls: &'a [String],
    /// The frameworks that rows lead on to from there.
    frameworks: &'a [String],
}

/// Rows that cannot all be true: a chain, and a row that denies what follows from it.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Contradiction")]
struct ContradictionV1<'a> {
    /// The chain.
    chain: ChainV1<'a>,
    /// The row that denies what follows from the chain.
    denial: RowV1<'a>,
    /// What that row says about the two ends of the chain.
    denied: Word<Label>,
    /// The rationales of all these rows.
    rationales: Vec<Word<Option<Rationale>>>,
    /// Whether they also contradict each other if every `intersects-with` is read as `related-to`.
    stands_loosely: bool,
}

impl<'a> DocumentV1<'a> {
    /// The answer for programs.
    pub fn new(why: &'a Why<'_>) -> Self {
        let [source, target] = &why.pair;
        let mut document = Self {
            source: EndV1::new(source),
            target: EndV1::new(target),
            answer: AnswerV1::Same,
            relation: None,
            proved: false,
            stated: said(why.stated),
            proof: None,
            connection: None,
            reach: Vec::new(),
            rows: why.rows.iter().map(RowV1::new).collect(),
            contradictions: why
                .contradictions
                .iter()
                .map(ContradictionV1::new)
                .collect(),
        };
        match &why.known {
            WhyKnown::Same => {}
            WhyKnown::Proof(proof) => {
                document.answer = AnswerV1::Known;
                document.relation = said(proof.label);
                document.proved = proof.is_new;
                document.proof = Some(ProofV1 {
                    chains: proof.chains.iter().map(ChainV1::new).collect(),
                    status: Word(proof.merit.status),
                    rationales: rationales(&proof.merit),
                    strength: proof.merit.strength,
                    confidence: proof.merit.confidence.map(|it| it.to_string()),
                });
            }
            WhyKnown::Lost { chain, loss } => {
                document.answer = AnswerV1::Lost;
                document.connection = loss.as_ref().map(|(lost_at, why)| ConnectionV1 {
                    chain: ChainV1::new(chain),
                    lost_at: *lost_at,
                    why,
                });
            }
            WhyKnown::Apart { outlooks, .. } => {
                document.answer = AnswerV1::Apart;
                document.reach = outlooks.iter().map(ReachV1::new).collect();
            }
        }
        if !document.contradictions.is_empty()
            && matches!(document.answer, AnswerV1::Lost | AnswerV1::Apart)
        {
            document.answer = AnswerV1::Contradicted;
        }
        document
    }
}

impl<'a> EndV1<'a> {
    fn new(control: &'a Named<'_>) -> Self {
        Self {
            framework: &control.framework,
            identifier: control.identifier,
            title: control.title,
        }
    }
}

impl<'a> RowV1<'a> {
    fn new(row: &'a RowOfPair<'_>) -> Self {
        Self {
            mapping: row.mapping,
            place: &row.place,
            claim: &row.claim,
            left_out: LeftOut::of(row.eligibility),
        }
    }
}

impl<'a> ChainV1<'a> {
    fn new(chain: &'a ArgumentChain<'_>) -> Self {
        let steps = chain.steps.iter().map(|step| StepV1 {
            says: Word(step.says),
            to: &step.to,
            known: said(step.known),
            row: step.row.as_ref().map(RowV1::new),
            hierarchy: step.hierarchy.as_deref(),
        });
        Self {
            from: &chain.from,
            relation: Word(chain.label),
            steps: steps.collect(),
        }
    }
}

impl<'a> ReachV1<'a> {
    fn new(outlook: &'a Outlook) -> Self {
        Self {
            from: &outlook.from,
            rows: outlook.rows,
            controls: &outlook.controls,
            frameworks: &outlook.frameworks,
        }
    }
}

impl<'a> ContradictionV1<'a> {
    fn new(found: &'a Discord<'_>) -> Self {
        Self {
            chain: ChainV1::new(&found.chain),
            denial: RowV1::new(&found.denial),
            denied: Word(found.denied),
            rationales: rationales(&found.merit),
            stands_loosely: found.stands_loosely,
        }
    }
}

/// What is known, if anything is.
fn said(label: Label) -> Option<Word<Label>> {
    (label != Label::ANY).then_some(Word(label))
}

fn rationales(merit: &Merit) -> Vec<Word<Option<Rationale>>> {
    merit.rationales.iter().copied().map(Word).collect()
}
