//! Questions as programs read them.

use serde::Serialize;

use super::Page;
use crate::analysis::{Possible, Question, Reply, Through};
use crate::model::ControlId;
use crate::syntax::ast::Status;

/// The whole answer.
#[derive(Serialize)]
pub struct DocumentV1<'p> {
    schema: &'static str,
    version: u32,
    from: String,
    to: String,
    status: &'static str,
    /// How ranks are made.
    rank: String,
    /// For how many questions it is known what answers decide: the first of the list.
    examined: usize,
    questions: Vec<QuestionV1<'p>>,
}

#[derive(Serialize)]
struct QuestionV1<'p> {
    source: ControlV1<'p>,
    target: ControlV1<'p>,
    rank: u32,
    similarity: u8,
    shared_words: &'p [String],
    chains: Vec<ThroughV1>,
    /// The relations that what is known still allows.
    known: Vec<&'static str>,
    /// Absent where the pair ranks too low.
    #[serde(skip_serializing_if = "Option::is_none")]
    answers: Option<Vec<AnswerV1>>,
}

#[derive(Serialize)]
struct ControlV1<'p> {
    identifier: &'p str,
    title: &'p str,
}

#[derive(Serialize)]
struct ThroughV1 {
    framework: String,
    count: usize,
    kinds: Vec<KindV1>,
}

#[derive(Serialize)]
struct KindV1 {
    first: String,
    second: String,
    count: usize,
}

#[derive(Serialize)]
struct AnswerV1 {
    relation: &'static str,
    /// What is known and does not allow it; such an answer decides nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    cannot_be: Option<String>,
    /// Other open pairs of the two frameworks that would be decided.
    here: usize,
    /// Open pairs of other frameworks that would be decided.
    elsewhere: usize,
}

impl Page<'_, '_> {
    /// All questions.
    pub fn document(&self, status: Status) -> DocumentV1<'_> {
        let [from, to] = self.labels();
        let questions = self.questions.iter();
        DocumentV1 {
            schema: "xwalk-suggest",
            version: 1,
            from,
            to,
            status: status.word(),
            rank: Possible::RANK.join(", "),
            examined: self.examined(),
            questions: questions
                .map(|question| self.question_v1(question))
                .collect(),
        }
    }

    fn question_v1<'p>(&'p self, question: &'p Question) -> QuestionV1<'p> {
        let pair = &question.pair;
        let control = |id: ControlId| ControlV1 {
            identifier: self.name(id),
            title: self.title(id),
        };
        let through = |through: &Through| ThroughV1 {
            framework: self.model.frameworks[through.framework].label(),
            count: through.count(),
            kinds: through
                .kinds
                .iter()
                .map(|(kind, count)| KindV1 {
                    first: kind.first.to_string(),
                    second: kind.second.to_string(),
                    count: *count,
                })
                .collect(),
        };
        let answer = |answer: &Reply| AnswerV1 {
            relation: answer.relation.word(),
            cannot_be: answer.decides.is_none().then(|| self.known(pair)),
            here: answer.decides.unwrap_or_default().here,
            elsewhere: answer.decides.unwrap_or_default().elsewhere,
        };
        let answers = question.answers.as_ref();
        QuestionV1 {
            source: control(pair.source),
            target: control(pair.target),
            rank: pair.rank(),
            similarity: pair.similarity,
            shared_words: &pair.shared_words,
            chains: pair.chains.iter().map(through).collect(),
            known: pair
                .known
                .relations()
                .map(|relation| relation.word())
                .collect(),
            answers: answers.map(|answers| answers.iter().map(answer).collect()),
        }
    }
}
