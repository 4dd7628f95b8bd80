//! `xwalk why`: how two controls relate, and why.

mod argument;
mod json;
mod page;

pub use json::CONTRACT;

use super::args::{AnswerFormat, Common, Why};
use super::{Outcome, RunError, Workspace, find, findings, host};
use crate::analysis::{self, Answer, Explanation, Ground, Logic, Names, Step, Thing, claim};
use crate::model::{ControlId, Model, RowId};
use crate::report::Wordings;
use crate::source::SourceMap;

pub fn run(arguments: &Why, common: &Common) -> Result<Outcome, RunError> {
    let question = &arguments.question;
    let workspace = Workspace::open(question.workspace.path(), common)?;
    let compilation = workspace.compile(common)?;
    let outcome = findings::show_losses(&compilation.diagnostics, &workspace.sources, common)?;
    let model = &compilation.model;
    let pair = [
        find::present(model, &arguments.control)?,
        find::present(model, &arguments.other)?,
    ];
    let options = analysis::Options {
        status_floor: question.status,
    };
    let logic = compilation.decided(options);
    let why = Told::new(model, &logic, &workspace.sources, pair);
    let text = match question.format {
        AnswerFormat::Human => findings::safe(&why.page()).into_owned(),
        AnswerFormat::Json => CONTRACT.text(&why.document()),
    };
    host::print(&text)?;
    Ok(outcome)
}

/// An explanation, and what it is told with.
struct Told<'a, 's> {
    model: &'a Model<'s>,
    logic: &'a Logic,
    sources: &'a SourceMap,
    wordings: Wordings<'a>,
    names: Names<'a, 's>,
    pair: [ControlId; 2],
    explanation: Explanation<'a>,
}

impl<'a, 's> Told<'a, 's> {
    fn new(
        model: &'a Model<'s>,
        logic: &'a Logic,
        sources: &'a SourceMap,
        pair: [ControlId; 2],
    ) -> Self {
        let explanation = Explanation::of(model, logic, pair);
        let mut things: Vec<Thing> = pair.map(Thing::Control).to_vec();
        match &explanation.answer {
            Answer::Same => {}
            Answer::Known(proof) => things.extend(proof.chains.iter().flat_map(|one| one.things())),
            Answer::Lost(chain) => things.extend(chain.things()),
            Answer::Apart(reaches) => {
                let reached = reaches.iter().flat_map(|reach| &reach.controls);
                things.extend(reached.map(|id| Thing::Control(*id)));
            }
        }
        let contradictions = explanation.contradictions.iter();
        things.extend(contradictions.flat_map(|found| found.chain.things()));
        Self {
            model,
            logic,
            sources,
            wordings: Wordings::of(model, false),
            names: Names::of_things(model, things),
            pair,
            explanation,
        }
    }

    /// `` `A` is contained in `B` ``.
    fn sentence(&self, from: Thing, verb: &str, to: Thing) -> String {
        format!(
            "{} {verb} {}",
            self.names.quoted(from),
            self.names.quoted(to)
        )
    }

    /// The framework whose hierarchy a step follows.
    fn hierarchy(&self, step: &Step) -> Option<String> {
        let framework = match step.to {
            Thing::Control(control) => self.model.controls[control].framework,
            Thing::Whole(framework) => framework,
        };
        (step.ground == Ground::Nesting).then(|| self.model.frameworks[framework].label())
    }

    /// What a row says, as it is written.
    fn claim(&self, row: RowId) -> String {
        claim(self.model, &self.model.rows[row])
    }

    fn mapping(&self, row: RowId) -> &'a str {
        self.model.mappings[self.model.rows[row].mapping].name
    }

    /// `file:line`.
    fn place(&self, row: RowId) -> String {
        self.sources.file_line(self.model.rows[row].place)
    }
}
