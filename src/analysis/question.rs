//! Open questions for authors, and what answers to them would decide.

use rayon::prelude::*;

use super::decided::Decider;
use super::logic::Logic;
use super::possible::{Possible, possible};
use xwalk_model::{FrameworkId, Model};
use xwalk_relation::Relation;

/// A possible pair as a question to authors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The pair.
    pub pair: Possible,
    /// What each of the five relations would decide, in the order of the specification; `None` where the pair ranks too
    /// low for that to be worked out.
    pub answers: Option<[Reply; 5]>,
}

/// One answer to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reply {
    /// How the source relates to the target.
    pub relation: Relation,
    /// What it would decide besides the pair itself; `None` if it would contradict what is known.
    pub decides: Option<Decides>,
}

/// How many pairs would no longer be open. A pair of assessable controls of two frameworks is open if no row speaks of it
/// and nothing worth saying is proved of it: neither that the two share something nor that they do not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Decides {
    /// Between the two frameworks of the question.
    pub here: usize,
    /// Between any other two.
    pub elsewhere: usize,
}

impl Question {
    /// How many other pairs of the two frameworks are decided in any case: by the possible answer that decides least.
    #[must_use]
    pub fn worst(&self) -> usize {
        let answers = self.answers.iter().flatten();
        let decides = answers.filter_map(|answer| answer.decides);
        decides.map(|decides| decides.here).min().unwrap_or(0)
    }
}

/// The possible pairs of two frameworks as questions. For the highest ranked, this many, it is worked out what each answer
/// would decide: they come first, and of them those that a row calls related, then those that decide most
/// of the two frameworks in any case; then by rank.
#[must_use]
pub fn questions(
    model: &Model<'_>,
    logic: &Logic,
    frameworks: [FrameworkId; 2],
    examined: usize,
) -> Vec<Question> {
    let provers = logic.provers(model);
    let pairs = possible(model, logic, &provers, frameworks);
    let (highest, others) = pairs.split_at(examined.min(pairs.len()));
    let decider = Decider::new(model, &provers, highest);
    let mut questions: Vec<Question> = highest
        .par_iter()
        .map(|pair| Question {
            pair: pair.clone(),
            answers: Some(decider.answers(pair)),
        })
        .collect();
    // What is alike in that stays in order of rank.
    questions.sort_by_key(|question| std::cmp::Reverse((question.pair.related, question.worst())));
    questions.extend(others.iter().map(|pair| Question {
        pair: pair.clone(),
        answers: None,
    }));
    questions
}
