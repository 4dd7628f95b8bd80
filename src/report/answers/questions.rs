//! Questions for authors on two frameworks.

use super::Named;
use super::namer::Namer;
use crate::analysis::{self, ChainKind, Logic, Possible, Question, Reply, questions, verb};
use crate::model::{FrameworkId, Model};
use crate::relation::Label;
use crate::source::SourceMap;

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
#[derive(Debug)]
pub struct Asked<'m> {
    /// The control of the first framework.
    pub source: Named<'m>,
    /// The control of the second one.
    pub target: Named<'m>,
    /// How strongly the evidence suggests a relation.
    pub rank: u32,
    /// How similar the words of the two are, from 0 to 100.
    pub similarity: u8,
    /// The words that the two share, the most telling first.
    pub shared_words: Vec<String>,
    /// The chains of two rows that connect the two, by the framework between.
    pub chains: Vec<Through>,
    /// What is known allows these relations.
    pub known: Label,
    /// The same as a sentence.
    pub sentence: String,
    /// What each answer would decide; `None` where the pair ranks too low.
    pub answers: Option<[Reply; 5]>,
}

/// Chains of two rows through one framework.
#[derive(Debug)]
pub struct Through {
    /// The framework between.
    pub framework: String,
    /// How many chains there are.
    pub count: usize,
    /// The same by what the two rows say.
    pub kinds: Vec<(ChainKind, usize)>,
}

impl<'m> Questions<'m> {
    /// How ranks are made: by likeness, and by chains.
    pub const RANK: [&'static str; 2] = Possible::RANK;

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
        let through = |through: analysis::Through| Through {
            framework: namer.framework(through.framework),
            count: through.count(),
            kinds: through.kinds,
        };
        Self {
            sentence: format!(
                "{} {} {}",
                source.identifier,
                verb(pair.known),
                target.identifier
            ),
            rank,
            similarity: pair.similarity,
            known: pair.known,
            chains: chains.map(through).collect(),
            shared_words: pair.shared_words,
            source,
            target,
            answers,
        }
    }
}
