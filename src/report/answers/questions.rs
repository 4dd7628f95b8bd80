//! Questions for authors on two frameworks.

use crate::JsonSchema;
use serde::Serialize;

use super::Named;
use super::namer::{Identified, Namer};
use crate::published::{As, Word};
use xwalk_analysis::{ChainKind, Logic, Possible, Question, Reply, Tie, questions, verb};
use xwalk_model::{FrameworkId, Model};
use xwalk_relation::{Label, Relation};
use xwalk_source::SourceMap;

/// Questions for authors on two frameworks, the most useful first.
#[derive(Debug)]
pub struct Questions<'m> {
    /// The framework that the answers would begin with, and the one that they would lead to.
    pub frameworks: [String; 2],
    /// The number of questions, those of the highest rank, for which it is known what answers decide.
    pub examined: usize,
    /// The questions, in the order in which they are best asked.
    pub all: Vec<Asked<'m>>,
}

/// A pair of controls about which nothing worth reporting follows yet.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Question")]
pub struct Asked<'m> {
    /// The control of the first framework.
    #[serde(with = "As::<Identified>")]
    pub source: Named<'m>,
    /// The control of the second one.
    #[serde(with = "As::<Identified>")]
    pub target: Named<'m>,
    /// Whether a row says that there is a relationship; what it is has still to be judged. Such pairs come first.
    pub related: bool,
    /// How strongly the evidence suggests a relation.
    pub rank: u32,
    /// How similar the words of the two are, from 0 to 100.
    #[schemars(range(max = 100))]
    pub similarity: u8,
    /// The words that the two share, the most telling first.
    pub shared_words: Vec<String>,
    /// The chains of two rows that connect the two, by the framework between.
    pub chains: Vec<Through>,
    /// The relations that what is known still allows.
    #[serde(with = "As::<Vec<Word<Relation>>>")]
    pub known: Label,
    /// The same as a sentence.
    #[serde(skip)]
    pub sentence: String,
    /// What each answer would decide. Absent where the pair ranks too low.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answers: Option<Vec<Answered>>,
}

/// Chains of two rows through one framework.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Through {
    /// The framework between, with its edition.
    pub framework: String,
    /// How many chains there are.
    pub count: usize,
    /// The same by what the two rows say.
    pub kinds: Vec<ThroughKind>,
}

/// Chains of which the two rows say the same.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Kind")]
pub struct ThroughKind {
    /// What the one row says.
    #[serde(with = "As::<Word<Tie>>")]
    pub first: Tie,
    /// What the other says.
    #[serde(with = "As::<Word<Tie>>")]
    pub second: Tie,
    /// How many chains there are.
    pub count: usize,
}

/// An answer to a question, and what it would decide.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Answer")]
pub struct Answered {
    /// The relation that the answer states.
    #[serde(with = "As::<Word<Relation>>")]
    pub relation: Relation,
    /// What is known that does not allow it; such an answer decides nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cannot_be: Option<String>,
    /// Other open pairs of the two frameworks that would be decided.
    pub here: usize,
    /// Open pairs of other frameworks that would be decided.
    pub elsewhere: usize,
}

impl<'m> Questions<'m> {
    /// How ranks are made: by likeness, and by chains.
    pub const RANK: [&'static str; 3] = Possible::RANK;

    /// On two frameworks; what answers decide is worked out for so many of the highest rank.
    #[must_use]
    pub fn of(
        model: &'m Model<'_>,
        sources: &SourceMap,
        logic: &Logic,
        frameworks: [FrameworkId; 2],
        top: usize,
    ) -> Self {
        let namer = Namer::new(model, sources);
        let all = questions(model, logic, frameworks, top).into_iter();
        let all: Vec<Asked<'_>> = all.map(|question| Asked::new(&namer, question)).collect();
        Self {
            frameworks: frameworks.map(|id| namer.framework(id)),
            examined: all.iter().filter(|asked| asked.answers.is_some()).count(),
            all,
        }
    }
}

impl<'m> Asked<'m> {
    fn new(namer: &Namer<'m, '_, '_>, Question { pair, answers }: Question) -> Self {
        let rank = pair.rank();
        let [source, target] = [pair.source, pair.target].map(|id| namer.control(id));
        let chains = pair.chains.into_iter();
        let through = |through: xwalk_analysis::Through| Through {
            framework: namer.framework(through.framework),
            count: through.count(),
            kinds: through.kinds.into_iter().map(ThroughKind::new).collect(),
        };
        let known = verb(pair.known);
        let sentence = format!("{} {known} {}", source.identifier, target.identifier);
        let answer = |reply: &Reply| Answered::new(reply, &sentence);
        Self {
            rank,
            similarity: pair.similarity,
            known: pair.known,
            related: pair.related,
            chains: chains.map(through).collect(),
            shared_words: pair.shared_words,
            source,
            target,
            answers: answers.map(|replies| replies.iter().map(answer).collect()),
            sentence,
        }
    }
}

impl ThroughKind {
    fn new((kind, count): (ChainKind, usize)) -> Self {
        Self {
            first: kind.first,
            second: kind.second,
            count,
        }
    }
}

impl Answered {
    fn new(reply: &Reply, known: &str) -> Self {
        let decides = reply.decides.unwrap_or_default();
        Self {
            relation: reply.relation,
            cannot_be: reply.decides.is_none().then(|| known.to_owned()),
            here: decides.here,
            elsewhere: decides.elsewhere,
        }
    }
}
