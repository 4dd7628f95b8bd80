//! How two controls relate, and why, in words.

use super::namer::Namer;
use super::why::{
    ArgumentChain, ArgumentStep, Discord, KnownProof, Outlook, RowOfPair, WhyKnown, WhyRelated,
};
use xwalk_analysis::{
    Answer, Chain, Contradiction, Explanation, Ground, Known, Logic, Mark, Names, Proof, Reach,
    Step, Subject, claim, infinitive, verb,
};
use xwalk_model::{ControlId, RowId};
use xwalk_relation::Label;
use xwalk_syntax::ast::{Nesting, Status};

/// How many controls a sentence names before it says how many more there are.
const NAMED: usize = 8;

/// All that the answer names.
pub(super) fn subjects(explanation: &Explanation<'_>, pair: [ControlId; 2]) -> Vec<Subject> {
    let mut subjects: Vec<Subject> = pair.map(Subject::Control).to_vec();
    match &explanation.answer {
        Answer::Same => {}
        Answer::Known(known) => {
            let chains = known.iter().flat_map(|known| &known.proof.chains);
            subjects.extend(chains.flat_map(Chain::subjects));
        }
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
pub(super) struct Teller<'m, 's, 'a> {
    pub names: Names<'m, 's>,
    pub namer: Namer<'m, 's, 'a>,
    pub logic: &'a Logic,
    pub pair: [ControlId; 2],
}

impl<'m> Teller<'m, '_, '_> {
    pub fn known(&self, explanation: &Explanation<'_>) -> WhyKnown<'m> {
        match &explanation.answer {
            Answer::Same => WhyKnown::Same,
            Answer::Known(known) => {
                let known = known.iter().map(|known| self.proof(known, explanation));
                WhyKnown::Proofs(known.collect())
            }
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
    pub fn related(&self, explanation: &Explanation<'_>) -> Option<WhyRelated<'m>> {
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

    fn proof(
        &self,
        Known { proof, stated }: &Known,
        explanation: &Explanation<'_>,
    ) -> KnownProof<'m> {
        let model = self.namer.model;
        let rows = proof.rows();
        let statuses = rows.iter().map(|row| model.status(&model.rows[*row]));
        let mut statuses: Vec<Status> = statuses.collect();
        statuses.sort_unstable();
        let [a, b] = self.pair.map(Subject::Control);
        KnownProof {
            label: proof.label,
            stated: *stated,
            answer: self.answer(proof, *stated),
            is_new: proof.is_worth_saying() && proof.label != *stated,
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

    pub fn row(&self, id: RowId) -> RowOfPair<'m> {
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

    pub fn discord(&self, found: &Contradiction) -> Discord<'m> {
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
