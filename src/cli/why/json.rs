//! The answer of `xwalk why` for programs.

use serde::Serialize;

use super::Told;
use crate::analysis::{self, Answer, Thing};
use crate::model::{ControlId, RowId};
use crate::relation::Label;

#[derive(Serialize)]
pub struct DocumentV1<'a> {
    schema: &'static str,
    version: u32,
    source: EndV1<'a>,
    target: EndV1<'a>,
    /// `same`, `known`, or why nothing is: `contradicted`, `lost`, `apart`.
    answer: &'static str,
    /// What is known, source to target; absent where nothing is.
    #[serde(skip_serializing_if = "Option::is_none")]
    relation: Option<String>,
    /// Whether it is more than the rows on this very pair say, and worth reporting.
    proved: bool,
    /// What the rows on this very pair say together; absent where they say nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    stated: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    proof: Option<ProofV1<'a>>,
    /// One of the shortest connections, where nothing follows from any.
    #[serde(skip_serializing_if = "Option::is_none")]
    connection: Option<ConnectionV1<'a>>,
    /// Where rows lead from each of the two, where they do not meet.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    reach: Vec<ReachV1>,
    rows: Vec<RowV1<'a>>,
    contradictions: Vec<ContradictionV1<'a>>,
}

#[derive(Serialize)]
struct EndV1<'a> {
    framework: String,
    identifier: &'a str,
    title: &'a str,
}

#[derive(Serialize)]
struct ProofV1<'a> {
    chains: Vec<ChainV1<'a>>,
    status: &'static str,
    rationales: Vec<&'static str>,
    strength: Option<u8>,
    confidence: Option<String>,
}

#[derive(Serialize)]
struct ChainV1<'a> {
    from: String,
    relation: String,
    steps: Vec<StepV1<'a>>,
}

#[derive(Serialize)]
struct StepV1<'a> {
    says: String,
    to: String,
    /// How what the chain starts from relates to what the step leads to; absent where nothing is known any more.
    #[serde(skip_serializing_if = "Option::is_none")]
    known: Option<String>,
    /// Absent for a step that the hierarchy makes.
    #[serde(skip_serializing_if = "Option::is_none")]
    row: Option<RowV1<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hierarchy: Option<String>,
}

#[derive(Serialize)]
struct RowV1<'a> {
    mapping: &'a str,
    place: String,
    claim: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    left_out: Option<&'static str>,
}

#[derive(Serialize)]
struct ConnectionV1<'a> {
    chain: ChainV1<'a>,
    /// The step, from 0, after which nothing is known.
    lost_at: usize,
    why: String,
}

#[derive(Serialize)]
struct ReachV1 {
    from: String,
    rows: usize,
    controls: Vec<String>,
    frameworks: Vec<String>,
}

#[derive(Serialize)]
struct ContradictionV1<'a> {
    chain: ChainV1<'a>,
    denial: RowV1<'a>,
    denied: String,
    rationales: Vec<&'static str>,
    stands_loosely: bool,
}

impl<'a> Told<'a, '_> {
    /// The answer for programs.
    pub fn document(&self) -> DocumentV1<'_> {
        let explanation = &self.explanation;
        let stated = explanation.stated;
        let [source, target] = self.pair.map(|id| self.end(id));
        let mut document = DocumentV1 {
            schema: "xwalk-why",
            version: 1,
            source,
            target,
            answer: "same",
            relation: None,
            proved: false,
            stated: said(stated),
            proof: None,
            connection: None,
            reach: Vec::new(),
            rows: explanation.rows.iter().map(|row| self.row(*row)).collect(),
            contradictions: Vec::new(),
        };
        match &explanation.answer {
            Answer::Same => {}
            Answer::Known(proof) => {
                document.answer = "known";
                document.relation = said(proof.label);
                document.proved = proof.is_worth_saying() && proof.label != stated;
                document.proof = Some(ProofV1 {
                    chains: proof.chains.iter().map(|one| self.chain_v1(one)).collect(),
                    status: proof.merit.status.word(),
                    rationales: rationales(&proof.merit),
                    strength: proof.merit.strength,
                    confidence: proof.merit.confidence.map(|it| it.to_string()),
                });
            }
            Answer::Lost(chain) => {
                document.answer = "lost";
                let loss = self.names.loss(chain);
                document.connection = loss.map(|(lost_at, why)| ConnectionV1 {
                    chain: self.chain_v1(chain),
                    lost_at,
                    why,
                });
            }
            Answer::Apart(reaches) => {
                document.answer = "apart";
                let reaches = self.pair.iter().zip(reaches);
                document.reach = reaches
                    .map(|(id, reach)| self.reach_v1(*id, reach))
                    .collect();
            }
        }
        let contradictions = explanation.contradictions.iter();
        if contradictions.len() > 0 && matches!(document.answer, "lost" | "apart") {
            document.answer = "contradicted";
        }
        document.contradictions = contradictions
            .map(|found| ContradictionV1 {
                chain: self.chain_v1(&found.chain),
                denial: self.row(found.denial),
                denied: found.denied.to_string(),
                rationales: rationales(&found.merit),
                stands_loosely: found.stands_loosely,
            })
            .collect();
        document
    }

    fn end(&self, id: ControlId) -> EndV1<'_> {
        let control = &self.model.controls[id];
        EndV1 {
            framework: self.model.frameworks[control.framework].label(),
            identifier: control.identifier,
            title: self.wordings.title(id, control),
        }
    }

    fn row(&self, row: RowId) -> RowV1<'_> {
        RowV1 {
            mapping: self.mapping(row),
            place: self.place(row),
            claim: self.claim(row),
            left_out: self.logic.standings[row].left_out(),
        }
    }

    fn chain_v1(&self, chain: &analysis::Chain) -> ChainV1<'_> {
        let steps = chain.steps.iter().map(|step| StepV1 {
            says: step.says.to_string(),
            to: self.qualified(step.to),
            known: said(step.known),
            row: step.ground.row().map(|row| self.row(row)),
            hierarchy: self.hierarchy(step),
        });
        ChainV1 {
            from: self.qualified(chain.from),
            relation: chain.label().to_string(),
            steps: steps.collect(),
        }
    }

    fn reach_v1(&self, from: ControlId, reach: &analysis::Reach) -> ReachV1 {
        let controls = reach.controls.iter();
        let frameworks = reach.frameworks.iter();
        ReachV1 {
            from: self.model.qualified(from),
            rows: reach.rows,
            controls: controls.map(|id| self.model.qualified(*id)).collect(),
            frameworks: frameworks
                .map(|id| self.model.frameworks[*id].label())
                .collect(),
        }
    }

    /// `nist-csf@2.0:PR.AA-05`, `iso-27001@2022:*`.
    fn qualified(&self, thing: Thing) -> String {
        match thing {
            Thing::Control(control) => self.model.qualified(control),
            Thing::Whole(framework) => format!("{}:*", self.model.frameworks[framework].label()),
        }
    }
}

/// What is known, if anything is.
fn said(label: Label) -> Option<String> {
    (label != Label::ANY).then(|| label.to_string())
}

fn rationales(merit: &analysis::Merit) -> Vec<&'static str> {
    let rationales = merit.rationales.iter();
    rationales
        .map(|rationale| rationale.map_or("none given", |rationale| rationale.word()))
        .collect()
}
