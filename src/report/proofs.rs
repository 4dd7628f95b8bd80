//! What is proved and what contradicts itself, each with its argument.

use std::collections::BTreeSet;

use super::context::Context;
use super::{ControlAt, ControlElsewhere, ProvedAt, RowAt};
use xwalk_analysis::{Ground, Names, Subject, infinitive, verb};
use xwalk_model::{RowId, Table};
use xwalk_relation::Label;
use xwalk_syntax::ast::Status;

/// A pair of controls of two frameworks about which the rows together prove more than any row says.
#[derive(Debug)]
pub struct Proved<'m> {
    /// The control of the framework that comes first by name and edition.
    pub source: ControlAt,
    /// The control of the other framework.
    pub target: ControlAt,
    /// How many of this very pair come before it: rows of one rationale may prove what those of another do not.
    pub before: usize,
    /// The relation, source to target: `subset-of`, `equal|subset-of`.
    pub relation: String,
    /// The relation read from the target's side.
    pub converse: String,
    /// The relation, source to target, as a verb: `is contained in`.
    pub verb: &'static str,
    /// What the rows on this very pair say, which is less; `None` without such rows.
    pub stated: Option<String>,
    /// The weakest status of the rows behind it, the best over all proofs.
    pub status: Status,
    /// The rationales of the rows behind it: `functional`, `none given`.
    pub rationales: Vec<&'static str>,
    /// The least strength of the rows behind it; `None` where one names none.
    pub strength: Option<u8>,
    /// The least confidence of the rows behind it; `None` where one names none.
    pub confidence: Option<String>,
    /// One shortest chain of rows for each thing that the relation says, three at the most: together they prove it.
    pub chains: Vec<Chain<'m>>,
}

impl Proved<'_> {
    /// Whether claims of different rationales take part: it is counted apart.
    #[must_use]
    pub fn mixes_rationales(&self) -> bool {
        self.rationales.len() > 1
    }

    /// How many different rows prove it.
    #[must_use]
    pub fn rows(&self) -> usize {
        let steps = self.chains.iter().flat_map(|chain| &chain.steps);
        let rows: BTreeSet<&RowName<'_>> = steps.filter_map(|step| step.row.as_ref()).collect();
        rows.len()
    }

    /// Whether one row proves it together with the hierarchy: what it says of a control, said of those above or below.
    #[must_use]
    pub fn rests_on_one_row(&self) -> bool {
        self.rows() < 2
    }

    /// The end that is not this one.
    #[must_use]
    pub fn other_than(&self, control: ControlAt) -> ControlAt {
        if control == self.source {
            self.target
        } else {
            self.source
        }
    }

    /// The relation read from one of its two ends.
    #[must_use]
    pub fn relation_from(&self, control: ControlAt) -> &str {
        if control == self.source {
            &self.relation
        } else {
            &self.converse
        }
    }
}

/// Rows that lead from one control to another.
#[derive(Debug)]
pub struct Chain<'m> {
    /// Where it starts: `iso-ts-27103@2026:ID.AM.a`.
    pub from: String,
    /// The control that it starts from; `None` for a framework as a whole, or one that the report leaves out.
    pub start: Option<ControlAt>,
    /// The same, where the report leaves it out.
    pub start_elsewhere: Option<ControlElsewhere<'m>>,
    /// What its rows say of its two ends, composed.
    pub relation: String,
    /// The chain as a sentence without an end: `` `A` is contained in `B`, which is equal to `C` ``.
    pub sentence: String,
    /// What follows for its two ends, to be put behind the sentence: `` so `A` is contained in `C` ``. Empty for a single
    /// row, which says so itself.
    pub conclusion: String,
    /// Its steps.
    pub steps: Vec<Step<'m>>,
}

impl Chain<'_> {
    /// What it leads to; where it starts, if it has no steps.
    #[must_use]
    pub fn to(&self) -> &str {
        self.steps.last().map_or(&self.from, |step| &step.to)
    }
}

/// One step of a chain.
#[derive(Debug)]
pub struct Step<'m> {
    /// What it rests on; `None` for the hierarchy: a control is part of the one that it is nested in.
    pub row: Option<RowName<'m>>,
    /// How what it starts from relates to what it leads to: `subset-of`.
    pub says: String,
    /// The same as a verb: `is contained in`; for the hierarchy `is part of`.
    pub verb: &'static str,
    /// What it leads to: `nist-csf@2.0:PR.AA-05`.
    pub to: String,
    /// The control that it leads to; `None` for a framework as a whole, or one that the report leaves out.
    pub control: Option<ControlAt>,
    /// The same, where the report leaves it out.
    pub elsewhere: Option<ControlElsewhere<'m>>,
    /// How what the chain starts from relates to what the step leads to.
    pub known: String,
    /// The same as a verb.
    pub known_verb: &'static str,
}

/// A row as an argument names it: it may be one that the report leaves out.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RowName<'m> {
    /// Its position; `None` if the report leaves it out.
    pub position: Option<RowAt>,
    /// The mapping that makes the claim.
    pub mapping: &'m str,
    /// `file:line`.
    pub place: String,
}

/// Rows that cannot all be true.
#[derive(Debug)]
pub struct Contradiction<'m> {
    /// The argument in one sentence.
    pub sentence: String,
    /// What the rows show.
    pub chain: Chain<'m>,
    /// The row that denies it.
    pub denial: RowName<'m>,
    /// What that row says of the chain's two ends.
    pub denied: String,
    /// The same, as it is said to be: `to be equal to`.
    pub denied_words: &'static str,
    /// The rows, in the order of the argument, the denial last.
    pub rows: Vec<RowName<'m>>,
    /// The rationales of the rows. More than one: they may be about different things.
    pub rationales: Vec<&'static str>,
    /// Whether it remains if every `intersects-with` is read as `overlaps`.
    pub stands_loosely: bool,
}

impl Contradiction<'_> {
    /// Whether claims of different rationales take part: they may be about different things.
    #[must_use]
    pub fn mixes_rationales(&self) -> bool {
        self.rationales.len() > 1
    }
}

/// All that is proved between frameworks that are kept.
pub(super) fn proved<'m>(context: &Context<'_, 'm, '_>) -> Table<ProvedAt, Proved<'m>> {
    let (model, selection) = (context.model, &context.selection);
    let of_pairs = context.facts.proved.chunk_by(|one, next| {
        let ends = |proved: &xwalk_analysis::Proved| (proved.source, proved.target);
        ends(one) == ends(next)
    });
    of_pairs
        .flat_map(|of_pair| of_pair.iter().enumerate())
        .filter_map(|(before, proved)| {
            let proof = &proved.proof;
            Some(Proved {
                before,
                source: selection.control(model, proved.source)?,
                target: selection.control(model, proved.target)?,
                relation: proof.label.to_string(),
                converse: proof.label.converse().to_string(),
                verb: verb(proof.label),
                stated: (proved.stated != Label::ANY).then(|| proved.stated.to_string()),
                status: proof.merit.status,
                rationales: rationales(&proof.merit),
                strength: proof.merit.strength,
                confidence: proof.merit.confidence.map(|it| it.to_string()),
                chains: proof.chains.iter().map(|one| chain(context, one)).collect(),
            })
        })
        .collect()
}

/// All contradictions of rows between frameworks that are kept.
pub(super) fn contradictions<'m>(context: &Context<'_, 'm, '_>) -> Vec<Contradiction<'m>> {
    let all = context.facts.contradictions.iter();
    let kept = all.filter(|found| {
        let positions = found.rows.iter();
        let mut positions = positions.map(|row| context.selection.row(context.model, *row));
        positions.any(|position| position.is_some())
    });
    kept.map(|found| {
        let names = names_in(context, &found.chain);
        Contradiction {
            sentence: names.contradiction(found, |_| String::new()),
            chain: chain(context, &found.chain),
            denial: row_name(context, found.denial),
            denied: found.denied.to_string(),
            denied_words: infinitive(found.denied),
            rows: found
                .rows
                .iter()
                .map(|row| row_name(context, *row))
                .collect(),
            rationales: rationales(&found.merit),
            stands_loosely: found.stands_loosely,
        }
    })
    .collect()
}

fn rationales(merit: &xwalk_analysis::Merit) -> Vec<&'static str> {
    let rationales = merit.rationales.iter();
    rationales
        .map(|rationale| rationale.map_or("none given", |rationale| rationale.word()))
        .collect()
}

fn chain<'m>(context: &Context<'_, 'm, '_>, chain: &xwalk_analysis::Chain) -> Chain<'m> {
    let steps = chain.steps.iter().map(|step| Step {
        row: match step.ground {
            Ground::Row(row) => Some(row_name(context, row)),
            Ground::Nesting => None,
        },
        says: step.says.to_string(),
        verb: step.verb(),
        to: qualified(context, step.to),
        control: position(context, step.to),
        elsewhere: elsewhere(context, step.to),
        known: step.known.to_string(),
        known_verb: verb(step.known),
    });
    let names = names_in(context, chain);
    Chain {
        from: qualified(context, chain.from),
        start: position(context, chain.from),
        start_elsewhere: elsewhere(context, chain.from),
        relation: chain.label().to_string(),
        sentence: names.sentence(chain, |_| String::new()),
        conclusion: conclusion(&names, chain),
        steps: steps.collect(),
    }
}

/// The names of a chain: what the report leaves out is named in full, since a reader finds it nowhere else.
fn names_in<'m, 's>(context: &Context<'_, 'm, 's>, chain: &xwalk_analysis::Chain) -> Names<'m, 's> {
    let left_out = chain.subjects().filter_map(|subject| match subject {
        Subject::Control(control) => Some((control, context.control_elsewhere(control)?.title)),
        Subject::Whole(_) => None,
    });
    Names::of(context.model, [chain]).introducing(left_out)
}

fn conclusion(names: &Names<'_, '_>, chain: &xwalk_analysis::Chain) -> String {
    let (from, label) = (names.quoted(chain.from), chain.label());
    match chain.steps.as_slice() {
        [] | [_] => String::new(),
        [.., last] => format!("so {from} {} {}", verb(label), names.quoted(last.to)),
    }
}

fn position(context: &Context<'_, '_, '_>, subject: Subject) -> Option<ControlAt> {
    match subject {
        Subject::Control(control) => context.selection.control(context.model, control),
        Subject::Whole(_) => None,
    }
}

fn elsewhere<'m>(context: &Context<'_, 'm, '_>, subject: Subject) -> Option<ControlElsewhere<'m>> {
    match subject {
        Subject::Control(control) => context.control_elsewhere(control),
        Subject::Whole(_) => None,
    }
}

fn qualified(context: &Context<'_, '_, '_>, subject: Subject) -> String {
    match subject {
        Subject::Control(control) => context.model.qualified(control),
        Subject::Whole(framework) => format!("{}:*", context.model.frameworks[framework].label()),
    }
}

fn row_name<'m>(context: &Context<'_, 'm, '_>, id: RowId) -> RowName<'m> {
    let row = &context.model.rows[id];
    RowName {
        position: context.selection.row(context.model, id),
        mapping: context.model.mappings[row.mapping].name,
        place: context.sources.file_line(row.place),
    }
}
