//! Questions as programs read them.

use schemars::JsonSchema;
use serde::Serialize;

use crate::analysis::{Reply, Tie};
use crate::cli::contract::Contract;
use crate::relation::Relation;
use crate::report::answers::{Asked, Named, Questions, Through};
use crate::report::published::Word;
use crate::syntax::ast::Status;

/// The answer for programs.
pub const CONTRACT: Contract = Contract {
    name: "xwalk-suggest",
    version: 1,
    about: "The answer of `suggest --format json`",
    schema: Contract::schema_of::<DocumentV1<'_>>,
    page: "docs/answers/suggest.md",
};

/// Questions for authors on two frameworks, the most useful first. They claim nothing; an answer is a row.
#[derive(Serialize, JsonSchema)]
pub struct DocumentV1<'p> {
    /// The framework that the answers would begin with, with its edition.
    from: &'p str,
    /// The framework that they would lead to.
    to: &'p str,
    /// The weakest status of a row that counts.
    status: Word<Status>,
    /// How ranks are made.
    rank: String,
    /// The number of questions, those of the highest rank, for which it is known what answers decide.
    examined: usize,
    /// The questions, in the order in which they are best asked.
    questions: Vec<QuestionV1<'p>>,
}

/// A pair of controls about which nothing worth reporting follows yet.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Question")]
struct QuestionV1<'p> {
    /// The control of the first framework.
    source: ControlV1<'p>,
    /// The control of the second one.
    target: ControlV1<'p>,
    /// How strongly the evidence suggests a relation.
    rank: u32,
    /// How similar the words of the two are, from 0 to 100.
    #[schemars(range(max = 100))]
    similarity: u8,
    /// The words that the two share, the most telling first.
    shared_words: &'p [String],
    /// The chains of two rows that connect the two, by the framework between.
    chains: Vec<ThroughV1<'p>>,
    /// The relations that what is known still allows.
    known: Vec<Word<Relation>>,
    /// What each answer would decide. Absent where the pair ranks too low.
    #[serde(skip_serializing_if = "Option::is_none")]
    answers: Option<Vec<AnswerV1<'p>>>,
}

/// A control.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Control")]
struct ControlV1<'p> {
    /// Its identifier within its framework.
    identifier: &'p str,
    /// Its title.
    title: &'p str,
}

/// Chains of two rows through one framework.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Through")]
struct ThroughV1<'p> {
    /// The framework between, with its edition.
    framework: &'p str,
    /// How many chains there are.
    count: usize,
    /// The same by what the two rows say.
    kinds: Vec<KindV1>,
}

/// Chains of which the two rows say the same.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Kind")]
struct KindV1 {
    /// What the one row says.
    first: Word<Tie>,
    /// What the other says.
    second: Word<Tie>,
    /// How many chains there are.
    count: usize,
}

/// An answer to a question, and what it would decide.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Answer")]
struct AnswerV1<'p> {
    /// The relation that the answer states.
    relation: Word<Relation>,
    /// What is known that does not allow it; such an answer decides nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    cannot_be: Option<&'p str>,
    /// Other open pairs of the two frameworks that would be decided.
    here: usize,
    /// Open pairs of other frameworks that would be decided.
    elsewhere: usize,
}

impl<'p> DocumentV1<'p> {
    /// All questions.
    pub fn new(questions: &'p Questions<'_>, status: Status) -> Self {
        let [from, to] = &questions.frameworks;
        Self {
            from,
            to,
            status: Word(status),
            rank: Questions::RANK.join(", "),
            examined: questions.examined,
            questions: questions.all.iter().map(QuestionV1::new).collect(),
        }
    }
}

impl<'p> QuestionV1<'p> {
    fn new(asked: &'p Asked<'_>) -> Self {
        let answers = asked.answers.as_ref();
        let answer = |answer: &Reply| AnswerV1 {
            relation: Word(answer.relation),
            cannot_be: answer.decides.is_none().then_some(&*asked.sentence),
            here: answer.decides.unwrap_or_default().here,
            elsewhere: answer.decides.unwrap_or_default().elsewhere,
        };
        Self {
            source: ControlV1::new(&asked.source),
            target: ControlV1::new(&asked.target),
            rank: asked.rank,
            similarity: asked.similarity,
            shared_words: &asked.shared_words,
            chains: asked.chains.iter().map(ThroughV1::new).collect(),
            known: asked.known.relations().map(Word).collect(),
            answers: answers.map(|answers| answers.iter().map(answer).collect()),
        }
    }
}

impl<'p> ControlV1<'p> {
    fn new(control: &'p Named<'_>) -> Self {
        Self {
            identifier: control.identifier,
            title: control.title,
        }
    }
}

impl<'p> ThroughV1<'p> {
    fn new(through: &'p Through) -> Self {
        let kinds = through.kinds.iter();
        Self {
            framework: &through.framework,
            count: through.count,
            kinds: kinds
                .map(|(kind, count)| KindV1 {
                    first: Word(kind.first),
                    second: Word(kind.second),
                    count: *count,
                })
                .collect(),
        }
    }
}
