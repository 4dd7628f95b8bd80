//! `xwalk suggest`: questions for authors, the most useful first.

mod json;
mod page;

pub use json::CONTRACT;

use super::args::{AnswerFormat, Common, Suggest as Arguments};
use super::{Outcome, RunError, Workspace, find, findings, host};
use crate::analysis::{self, Possible, Question, questions, verb};
use crate::model::{ControlId, FrameworkId, Model};
use crate::report::Wordings;

pub fn run(arguments: &Arguments, common: &Common) -> Result<Outcome, RunError> {
    let workspace = Workspace::open(arguments.question.workspace.path(), common)?;
    let compilation = workspace.compile(common)?;
    let outcome = findings::show_losses(&compilation.diagnostics, &workspace.sources, common)?;
    let model = &compilation.model;
    let from = find::framework(model, &arguments.from)?;
    let to = find::framework(model, &arguments.to)?;
    if from == to {
        return Err(RunError::Usage(format!(
            "`{}` is compared with itself; name two frameworks",
            model.frameworks[from].label()
        )));
    }
    let logic = compilation.decided(analysis::Options {
        status_floor: arguments.question.status,
    });
    let page = Page {
        model,
        wordings: Wordings::of(model, false),
        frameworks: [from, to],
        questions: questions(model, &logic, [from, to], arguments.top),
    };
    let text = match arguments.question.format {
        AnswerFormat::Human => {
            let shown = if arguments.all {
                usize::MAX
            } else {
                arguments.show
            };
            findings::safe(&page.text(shown)).into_owned()
        }
        AnswerFormat::Json => CONTRACT.text(&page.document(arguments.question.status)),
    };
    host::print(&text)?;
    Ok(outcome)
}

/// What is printed, and where it is taken from.
struct Page<'m, 's> {
    model: &'m Model<'s>,
    wordings: Wordings<'m>,
    frameworks: [FrameworkId; 2],
    questions: Vec<Question>,
}

impl Page<'_, '_> {
    /// What is known of a pair, as a sentence.
    fn known(&self, pair: &Possible) -> String {
        let [source, target] = [pair.source, pair.target].map(|id| self.name(id));
        format!("{source} {} {target}", verb(pair.known))
    }

    /// For how many questions it was worked out what answers decide.
    fn examined(&self) -> usize {
        let questions = self.questions.iter();
        questions
            .filter(|question| question.answers.is_some())
            .count()
    }

    /// The identifier of a control.
    fn name(&self, id: ControlId) -> &str {
        self.model.controls[id].identifier
    }

    /// The title of a control, as the outputs show it.
    fn title(&self, id: ControlId) -> &str {
        self.wordings.title(id, &self.model.controls[id])
    }

    /// The names of the two frameworks.
    fn labels(&self) -> [String; 2] {
        self.frameworks.map(|id| self.model.frameworks[id].label())
    }
}
