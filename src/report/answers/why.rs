//! How two controls relate, and why; or why nothing is known.

use crate::JsonSchema;
use serde::Serialize;

use super::Named;
use super::namer::Namer;
use super::teller::{Teller, subjects};
use crate::published::{As, LeftOut, Word};
use xwalk_analysis::{Explanation, Logic, Merit, Names};
use xwalk_model::{ControlId, Model};
use xwalk_relation::Label;
use xwalk_source::SourceMap;
use xwalk_syntax::ast::{Rationale, Status};

/// How two controls relate, and why.
#[derive(Debug)]
pub struct Why<'m> {
    /// The two controls.
    pub pair: [Named<'m>; 2],
    /// What is known, or why nothing is.
    pub known: WhyKnown<'m>,
    /// That rows say that there is a relationship, and nothing more.
    pub related: Option<WhyRelated<'m>>,
    /// The rows on this very pair.
    pub rows: Vec<RowOfPair<'m>>,
    /// Rows about the two that cannot all be true.
    pub contradictions: Vec<Discord<'m>>,
}

/// What is known of two controls, or why nothing is.
#[derive(Debug)]
pub enum WhyKnown<'m> {
    /// They are one and the same control.
    Same,
    /// Something follows: once, unless rows of one rationale say what those of another do not.
    Proofs(Vec<KnownProof<'m>>),
    /// Rows connect them, but nothing follows: a chain, the step from 0 after which nothing is known, and why.
    Lost {
        /// One of the shortest connections.
        chain: ArgumentChain<'m>,
        /// The step, and why nothing is known after it.
        loss: Option<(usize, String)>,
    },
    /// No row that counts leads from one to the other.
    Apart {
        /// What is to be said of a hierarchy that looks as if something followed from it.
        arrangement: Option<String>,
        /// Where rows lead from each.
        outlooks: [Outlook; 2],
    },
}

/// Why what is known is so.
#[derive(Debug)]
pub struct KnownProof<'m> {
    /// What is known, first to second.
    pub label: Label,
    /// What the rows on this very pair say together, of those that this may rest on; [`Label::ANY`] if nothing.
    pub stated: Label,
    /// What is known, and whether it is stated or proved, in one or two sentences.
    pub answer: String,
    /// Whether it is more than the rows on this very pair say, and worth reporting.
    pub is_new: bool,
    /// The chains, which together allow nothing else.
    pub chains: Vec<ArgumentChain<'m>>,
    /// What several chains say together.
    pub together: Option<String>,
    /// The status of each of the rows behind it, the weakest first.
    pub statuses: Vec<Status>,
    /// What they come to.
    pub merit: Merit,
    /// Whether these are exactly the rows on this very pair.
    pub is_the_rows: bool,
}

/// Steps from one thing to another.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Chain")]
pub struct ArgumentChain<'m> {
    /// What it starts from.
    pub from: String,
    /// How that relates to what the last step leads to.
    #[serde(rename = "relation", with = "As::<Word<Label>>")]
    pub label: Label,
    /// The same as a sentence.
    #[serde(skip)]
    pub sentence: String,
    /// The steps, in order.
    pub steps: Vec<ArgumentStep<'m>>,
}

/// A step of a chain: by a row, or by the hierarchy of a framework.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Step")]
pub struct ArgumentStep<'m> {
    /// How what it comes from relates to what it leads to.
    #[serde(with = "As::<Word<Label>>")]
    pub says: Label,
    /// The same as a sentence.
    #[serde(skip)]
    pub sentence: String,
    /// What it leads to.
    pub to: String,
    /// How what the chain starts from relates to what the step leads to; absent where nothing is known any more.
    #[serde(
        with = "As::<Option<Word<Label>>>",
        skip_serializing_if = "Option::is_none"
    )]
    pub known: Option<Label>,
    /// The same as a sentence, where the step adds anything to the one before.
    #[serde(skip)]
    pub so: Option<String>,
    /// The row that says so. Absent for a step that the hierarchy makes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<RowOfPair<'m>>,
    /// The framework whose hierarchy says so. Absent for a step that a row makes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hierarchy: Option<String>,
    /// What it rests on, as a phrase.
    #[serde(skip)]
    pub ground: String,
}

/// A row of a mapping.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Row")]
pub struct RowOfPair<'m> {
    /// The name of the mapping.
    pub mapping: &'m str,
    /// Where it is written, as `file:line`.
    pub place: String,
    /// What it says, as it is written.
    pub claim: String,
    /// Why it does not count. Absent where it does.
    #[serde(
        with = "As::<Option<Word<LeftOut>>>",
        skip_serializing_if = "Option::is_none"
    )]
    pub left_out: Option<&'static str>,
}

/// Where rows lead from a control.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Reach")]
pub struct Outlook {
    /// The control.
    pub from: String,
    /// How many rows that count name it.
    pub rows: usize,
    /// The controls that they name with it.
    pub controls: Vec<String>,
    /// The frameworks that rows lead on to from there.
    pub frameworks: Vec<String>,
    /// All of it in a sentence.
    #[serde(skip)]
    pub sentence: String,
}

/// That rows say that there is a relationship, and nothing more.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Related")]
pub struct WhyRelated<'m> {
    /// Whether a row says so of this very pair; else of controls that are proved equal to the two.
    pub stated: bool,
    /// The rows that say so.
    pub rows: Vec<RowOfPair<'m>>,
    /// The same as a sentence.
    #[serde(skip)]
    pub sentence: String,
}

/// Rows that cannot all be true: a chain, and a row that denies what follows from it.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Contradiction")]
pub struct Discord<'m> {
    /// The chain.
    pub chain: ArgumentChain<'m>,
    /// The row that denies what follows from the chain.
    pub denial: RowOfPair<'m>,
    /// The same as a phrase.
    #[serde(skip)]
    pub ground: String,
    /// What that row says about the two ends of the chain.
    #[serde(with = "As::<Word<Label>>")]
    pub denied: Label,
    /// The same as a sentence.
    #[serde(skip)]
    pub sentence: String,
    /// The rationales of all these rows.
    #[serde(rename = "rationales", with = "As::<Vec<Word<Option<Rationale>>>>")]
    pub merit: Merit,
    /// Whether they also contradict each other if every `intersects-with` is read as `overlaps`.
    pub stands_loosely: bool,
}

impl<'m> Why<'m> {
    /// Explains how two controls relate.
    #[must_use]
    pub fn of(
        model: &'m Model<'_>,
        sources: &SourceMap,
        logic: &Logic,
        pair: [ControlId; 2],
    ) -> Self {
        let explanation = Explanation::of(model, logic, pair);
        let teller = Teller {
            names: Names::of_things(model, subjects(&explanation, pair)),
            namer: Namer::new(model, sources),
            logic,
            pair,
        };
        let contradictions = explanation.contradictions.iter();
        Self {
            pair: pair.map(|id| teller.namer.control(id)),
            known: teller.known(&explanation),
            related: teller.related(&explanation),
            rows: explanation
                .rows
                .iter()
                .map(|row| teller.row(*row))
                .collect(),
            contradictions: contradictions.map(|found| teller.discord(found)).collect(),
        }
    }
}
