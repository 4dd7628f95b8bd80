//! The answer of `xwalk why` for programs.

use crate::JsonSchema;
use serde::Serialize;

use crate::contract::{Contract, contract};
use xwalk_relation::Label;
use xwalk_report::answers::{
    ArgumentChain, Discord, KnownProof, Named, Outlook, RowOfPair, Why, WhyKnown, WhyRelated,
};
use xwalk_report::published::Word;
use xwalk_syntax::ast::{Rationale, Status};

/// The answer for programs.
pub const CONTRACT: Contract = contract!(
    "why" 1,
    "The answer of `why --format json`",
    "docs/answers/why.md",
    Contract::schema_of::<DocumentV1<'_>>
);

/// How two controls relate, and why. Controls are written `framework@edition:identifier`, a framework as a whole
/// `framework@edition:*`.
#[derive(Serialize, JsonSchema)]
pub struct DocumentV1<'a> {
    /// The control that is asked for first.
    source: &'a Named<'a>,
    /// The other one.
    target: &'a Named<'a>,
    /// What is known, or why nothing is.
    answer: AnswerV1,
    /// What is known, source to target; absent where nothing is.
    #[serde(skip_serializing_if = "Option::is_none")]
    relation: Option<Word<Label>>,
    /// Whether it is more than the rows on this very pair say, and worth reporting.
    proved: bool,
    /// What the rows on this very pair say together, of those that this may rest on; absent where they say nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    stated: Option<Word<Label>>,
    /// The rows that say only that there is a relationship, and nothing about the two as sets. Absent where there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    related: Option<&'a WhyRelated<'a>>,
    /// Why what is known is so; absent where nothing is.
    #[serde(skip_serializing_if = "Option::is_none")]
    proof: Option<ProofV1<'a>>,
    /// What else is known, where rows of one rationale say what those of another do not; absent in most cases. No proof joins
    /// the two.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    others: Vec<OtherV1<'a>>,
    /// One of the shortest connections, where nothing follows from any.
    #[serde(skip_serializing_if = "Option::is_none")]
    connection: Option<ConnectionV1<'a>>,
    /// Where rows lead from each of the two, where they do not meet.
    #[serde(skip_serializing_if = "<[Outlook]>::is_empty")]
    reach: &'a [Outlook],
    /// The rows on this very pair.
    rows: &'a [RowOfPair<'a>],
    /// Rows about the two that cannot all be true.
    contradictions: &'a [Discord<'a>],
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

/// Why what is known is so, and what it is worth: as much as the weakest of its rows.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Proof")]
struct ProofV1<'a> {
    /// The chains, which together allow nothing else. Each leads from source to target.
    chains: &'a [ArgumentChain<'a>],
    /// The weakest status among the rows.
    status: Word<Status>,
    /// The rationales of the rows.
    rationales: Vec<Word<Option<Rationale>>>,
    /// The least strength among the rows, from 0 to 10; null where not every row gives one.
    strength: Option<u8>,
    /// The least confidence among the rows; null where not every row gives one.
    confidence: Option<String>,
}

/// Something that is known by rows of another rationale.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Other")]
struct OtherV1<'a> {
    /// What is known, source to target.
    relation: Word<Label>,
    /// Whether it is more than the rows of this rationale on this very pair say, and worth reporting.
    proved: bool,
    /// What the rows of this rationale on this very pair say together; absent where they say nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    stated: Option<Word<Label>>,
    /// Why it is so.
    proof: ProofV1<'a>,
}

/// A chain from which nothing follows.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Connection")]
struct ConnectionV1<'a> {
    /// The chain.
    chain: &'a ArgumentChain<'a>,
    /// The step, from 0, after which nothing is known.
    lost_at: usize,
    /// Why nothing is known after it, in a sentence.
    why: &'a str,
}

impl<'a> DocumentV1<'a> {
    /// The answer for programs.
    pub fn new(why: &'a Why<'_>) -> Self {
        let [source, target] = &why.pair;
        let mut document = Self {
            source,
            target,
            answer: AnswerV1::Same,
            relation: None,
            proved: false,
            stated: None,
            related: why.related.as_ref(),
            proof: None,
            others: Vec::new(),
            connection: None,
            reach: &[],
            rows: &why.rows,
            contradictions: &why.contradictions,
        };
        match &why.known {
            WhyKnown::Same => {}
            WhyKnown::Proofs(known) => {
                document.answer = AnswerV1::Known;
                let mut known = known.iter();
                if let Some(first) = known.next() {
                    document.relation = said(first.label);
                    document.proved = first.is_new;
                    document.stated = said(first.stated);
                    document.proof = Some(ProofV1::of(first));
                }
                document.others = known.map(OtherV1::of).collect();
            }
            WhyKnown::Lost { chain, loss } => {
                document.answer = AnswerV1::Lost;
                document.connection = loss.as_ref().map(|(lost_at, why)| ConnectionV1 {
                    chain,
                    lost_at: *lost_at,
                    why,
                });
            }
            WhyKnown::Apart { outlooks, .. } => {
                document.answer = AnswerV1::Apart;
                document.reach = outlooks;
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

impl<'a> ProofV1<'a> {
    fn of(proof: &'a KnownProof<'_>) -> Self {
        Self {
            chains: &proof.chains,
            status: Word(proof.merit.status),
            rationales: proof.merit.rationales.iter().copied().map(Word).collect(),
            strength: proof.merit.strength,
            confidence: proof.merit.confidence.map(|it| it.to_string()),
        }
    }
}

impl<'a> OtherV1<'a> {
    fn of(known: &'a KnownProof<'_>) -> Self {
        Self {
            relation: Word(known.label),
            proved: known.is_new,
            stated: said(known.stated),
            proof: ProofV1::of(known),
        }
    }
}

/// What is known, if anything is.
fn said(label: Label) -> Option<Word<Label>> {
    (label != Label::ANY).then_some(Word(label))
}
