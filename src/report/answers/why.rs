//! How two controls relate, and why; or why nothing is known.

use crate::JsonSchema;
use serde::Serialize;

use super::Named;
use super::namer::Namer;
use crate::published::{As, LeftOut, Word};
use xwalk_analysis::{
    Answer, Chain, Contradiction, Explanation, Ground, Logic, Mark, Merit, Names, Proof, Reach,
    Step, Subject, claim, infinitive, verb,
};
use xwalk_model::{ControlId, Model, RowId};
use xwalk_relation::Label;
use xwalk_source::SourceMap;
use xwalk_syntax::ast::{Nesting, Rationale, Status};

/// How many controls a sentence names before it says how many more there are.
const NAMED: usize = 8;

/// How two controls relate, and why.
#[derive(Debug)]
pub struct Why<'m> {
    /// The two controls.
    pub pair: [Named<'m>; 2],
    /// What is known, or why nothing is.
    pub known: WhyKnown<'m>,
    /// What the rows on this very pair that count say together; [`Label::ANY`] if nothing.
    pub stated: Label,
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
    /// Something follows.
    Proof(KnownProof<'m>),
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
            stated: explanation.stated,
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

/// All that the answer names.
fn subjects(explanation: &Explanation<'_>, pair: [ControlId; 2]) -> Vec<Subject> {
    let mut subjects: Vec<Subject> = pair.map(Subject::Control).to_vec();
    match &explanation.answer {
        Answer::Same => {}
        Answer::Known(proof) => subjects.extend(proof.chains.iter().flat_map(Chain::subjects)),
        Answer::Lost(chain) => subjects.extend(chain.subjects()),
        Answer::Apart(reaches) => {
            let reached = reaches.iter().flat_map(|reach| &reach.controls);
            subjects.extend(reached.map(|id| Subject::Control(*id)));
        }
    }
    let contradictions = explanation.contradictions.iter();
    subjects.extend(contradictions.flat_map(|found| found.chain.subjects()));
    subjects
}

/// Puts an explanation into words.
struct Teller<'m, 's, 'a> {
    names: Names<'m, 's>,
    namer: Namer<'m, 's, 'a>,
    logic: &'a Logic,
    pair: [ControlId; 2],
}

impl<'m> Teller<'m, '_, '_> {
    fn known(&self, explanation: &Explanation<'_>) -> WhyKnown<'m> {
        match &explanation.answer {
            Answer::Same => WhyKnown::Same,
            Answer::Known(proof) => WhyKnown::Proof(self.proof(proof, explanation)),
            Answer::Lost(chain) => WhyKnown::Lost {
                chain: self.chain(chain),
                loss: self.names.loss(chain),
            },
            Answer::Apart(reaches) => {
                let [a, b] = self.pair;
                let [of_a, of_b] = reaches;
                WhyKnown::Apart {
                    arrangement: self.arrangement(),
                    outlooks: [self.outlook(a, of_a), self.outlook(b, of_b)],
                }
            }
        }
    }

    /// The rows by which the two are related, once each, and the sentence that says so.
    fn related(&self, explanation: &Explanation<'_>) -> Option<WhyRelated<'m>> {
        let marks = &explanation.related;
        let stated = marks.iter().any(Mark::is_stated);
        let mut rows: Vec<RowId> = marks.iter().map(|mark| mark.row).collect();
        rows.sort_unstable();
        rows.dedup();
        let [a, b] = self.pair.map(Subject::Control);
        let [a, b] = [a, b].map(|end| self.names.quoted(end));
        let sentence = match stated {
            true => {
                format!("A row calls {a} related to {b}, which says nothing of what they share.")
            }
            false => format!(
                "{a} is related to {b}, since a row says so of controls that are proved equal to them; that says nothing of what they share."
            ),
        };
        (!rows.is_empty()).then(|| WhyRelated {
            stated,
            rows: rows.into_iter().map(|row| self.row(row)).collect(),
            sentence,
        })
    }

    fn proof(&self, proof: &Proof, explanation: &Explanation<'_>) -> KnownProof<'m> {
        let model = self.namer.model;
        let rows = proof.rows();
        let statuses = rows.iter().map(|row| model.status(&model.rows[*row]));
        let mut statuses: Vec<Status> = statuses.collect();
        statuses.sort_unstable();
        let [a, b] = self.pair.map(Subject::Control);
        KnownProof {
            label: proof.label,
            answer: self.answer(proof, explanation.stated),
            is_new: proof.is_worth_saying() && proof.label != explanation.stated,
            chains: proof.chains.iter().map(|one| self.chain(one)).collect(),
            together: (proof.chains.len() > 1).then(|| self.sentence(a, verb(proof.label), b)),
            statuses,
            merit: proof.merit.clone(),
            is_the_rows: rows == explanation.rows,
        }
    }

    /// What is known, and whether it is stated or proved.
    fn answer(&self, proof: &Proof, stated: Label) -> String {
        let says = |label: Label| {
            let [a, b] = self.pair.map(Subject::Control);
            self.sentence(a, verb(label), b)
        };
        let known = says(proof.label);
        if !proof.is_worth_saying() {
            return format!(
                "{known}. That is all that is known: they may share something, or nothing."
            );
        }
        let rows = match proof.rows().len() {
            0 => return format!("{known}, by the hierarchy alone."),
            1 => "1 row and the hierarchy".to_owned(),
            rows => format!("{rows} rows together"),
        };
        if stated == proof.label {
            format!("{known}: stated on this very pair.")
        } else if stated == Label::ANY {
            format!("{known}: proved, by {rows}.")
        } else {
            format!(
                "{known}: proved, by {rows}.\nThe rows on this very pair say less: {}.",
                says(stated)
            )
        }
    }

    fn chain(&self, chain: &Chain) -> ArgumentChain<'m> {
        let steps = self.names.steps(chain).zip(&chain.steps).enumerate();
        let steps = steps.map(|(at, (sentence, step))| ArgumentStep {
            says: step.says,
            sentence,
            to: self.qualified(step.to),
            known: (step.known != Label::ANY).then_some(step.known),
            so: (at > 0 && step.known != Label::ANY)
                .then(|| self.sentence(chain.from, verb(step.known), step.to)),
            row: step.ground.row().map(|row| self.row(row)),
            hierarchy: self.hierarchy(step),
            ground: self.ground(step),
        });
        ArgumentChain {
            from: self.qualified(chain.from),
            label: chain.label(),
            sentence: self.sentence(chain.from, verb(chain.label()), chain.to()),
            steps: steps.collect(),
        }
    }

    /// `` `A` is contained in `B` ``.
    fn sentence(&self, from: Subject, verb: &str, to: Subject) -> String {
        format!(
            "{} {verb} {}",
            self.names.quoted(from),
            self.names.quoted(to)
        )
    }

    /// The framework whose hierarchy a step follows.
    fn hierarchy(&self, step: &Step) -> Option<String> {
        let framework = match step.to {
            Subject::Control(control) => self.namer.model.controls[control].framework,
            Subject::Whole(framework) => framework,
        };
        (step.ground == Ground::Nesting).then(|| self.namer.framework(framework))
    }

    /// What a step rests on.
    fn ground(&self, step: &Step) -> String {
        match step.ground {
            Ground::Nesting => {
                let hierarchy = self.hierarchy(step).unwrap_or_default();
                format!("by the hierarchy of {hierarchy}")
            }
            Ground::Row(row) => self.by_row(row, step.says),
        }
    }

    /// The mapping and place of a row, and the row itself where it does not say this as such: of a union.
    fn by_row(&self, id: RowId, says: Label) -> String {
        let label = self.namer.model.rows[id].label;
        let row = self.row(id);
        let by = format!("by {}, {}", row.mapping, row.place);
        if [label, label.converse()].contains(&says) && says != Label::ANY {
            by
        } else {
            format!("{by}: `{}`", row.claim)
        }
    }

    fn row(&self, id: RowId) -> RowOfPair<'m> {
        let row = &self.namer.model.rows[id];
        RowOfPair {
            mapping: self.namer.mapping(row),
            place: self.namer.place(row.place),
            claim: claim(self.namer.model, row),
            left_out: self.logic.eligibilities[id].left_out(),
        }
    }

    /// A hierarchy that looks as if something followed from it.
    fn arrangement(&self) -> Option<String> {
        let model = self.namer.model;
        let [a, b] = self.pair;
        let below =
            |low: ControlId, high: ControlId| high < low && low < model.controls[high].subtree_end;
        let framework = &model.frameworks[model.controls[a].framework];
        let arranged = framework.nesting == Nesting::Group && (below(a, b) || below(b, a));
        arranged.then(|| {
            format!(
                "One is above the other in {}, whose hierarchy is only an arrangement (`nesting group`).",
                framework.label()
            )
        })
    }

    fn outlook(&self, control: ControlId, reach: &Reach) -> Outlook {
        let controls = reach.controls.iter();
        let frameworks = reach.frameworks.iter();
        Outlook {
            from: self.namer.model.qualified(control),
            rows: reach.rows,
            controls: controls.map(|id| self.namer.model.qualified(*id)).collect(),
            frameworks: frameworks.map(|id| self.namer.framework(*id)).collect(),
            sentence: self.reach(control, reach),
        }
    }

    /// `` `A`: 2 rows that count name it, with `B`, `C`; rows lead on to nist-csf@2.0 ``.
    fn reach(&self, control: ControlId, reach: &Reach) -> String {
        let name = |id: &ControlId| self.names.quoted(Subject::Control(*id));
        let mut text = match reach.rows {
            0 => format!("{}: no row that counts names it", name(&control)),
            1 => format!("{}: 1 row that counts names it", name(&control)),
            rows => format!("{}: {rows} rows that count name it", name(&control)),
        };
        if !reach.controls.is_empty() {
            let mut names: Vec<String> = reach.controls.iter().take(NAMED).map(name).collect();
            if reach.controls.len() > NAMED {
                names.push(format!("{} more", reach.controls.len() - NAMED));
            }
            text += &format!(", with {}", names.join(", "));
        }
        if !reach.frameworks.is_empty() {
            let frameworks = reach.frameworks.iter();
            let frameworks: Vec<String> = frameworks.map(|id| self.namer.framework(*id)).collect();
            text += &format!("; rows lead on to {}", frameworks.join(", "));
        }
        text
    }

    fn discord(&self, found: &Contradiction) -> Discord<'m> {
        let declared = format!("is declared {}", infinitive(found.denied));
        Discord {
            chain: self.chain(&found.chain),
            denial: self.row(found.denial),
            ground: self.by_row(found.denial, found.denied),
            denied: found.denied,
            sentence: self.sentence(found.chain.from, &declared, found.chain.to()),
            merit: found.merit.clone(),
            stands_loosely: found.stands_loosely,
        }
    }

    /// `nist-csf@2.0:PR.AA-05`, `iso-27001@2022:*`.
    fn qualified(&self, subject: Subject) -> String {
        match subject {
            Subject::Control(control) => self.namer.model.qualified(control),
            Subject::Whole(framework) => format!("{}:*", self.namer.framework(framework)),
        }
    }
}
