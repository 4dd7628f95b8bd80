//! Questions as programs read them.

use crate::JsonSchema;
use serde::Serialize;

use crate::contract::{Contract, contract};
use xwalk_report::answers::{Asked, Questions};
use xwalk_report::published::Word;
use xwalk_syntax::ast::Status;

/// The answer for programs.
pub const CONTRACT: Contract = contract!(
    "suggest" 1,
    "The answer of `suggest --format json`",
    "docs/answers/suggest.md",
    Contract::schema_of::<DocumentV1<'_>>
);

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
    questions: &'p [Asked<'p>],
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
            questions: &questions.all,
        }
    }
}
