//! `xwalk overlap`: what has to be assessed only once, although several frameworks ask for it.

use schemars::JsonSchema;
use serde::Serialize;

use super::args::{AnswerFormat, Common, Overlap as Arguments};
use super::columns::Columns;
use super::contract::Contract;
use super::{Outcome, RunError, Workspace, find, findings, host};
use crate::analysis::{Options, Overlap};
use crate::model::{ControlId, FrameworkId, Model};
use crate::report::Wordings;

/// How many controls that cover others are shown, unless all are asked for.
const SHOWN: usize = 10;

/// The answer for programs.
pub const CONTRACT: Contract = Contract {
    name: "xwalk-overlap",
    version: 1,
    about: "The answer of `overlap --format json`",
    schema: Contract::schema_of::<DocumentV1>,
    page: "docs/answers/overlap.md",
};

pub fn run(arguments: &Arguments, common: &Common) -> Result<Outcome, RunError> {
    let question = &arguments.question;
    let workspace = Workspace::open(question.workspace.path(), common)?;
    let compilation = workspace.compile(common)?;
    let outcome = findings::show_losses(&compilation.diagnostics, &workspace.sources, common)?;
    let model = &compilation.model;
    let frameworks = frameworks(model, &arguments.frameworks)?;
    let facts = compilation.facts(Options {
        status_floor: question.status,
    });
    let page = Page {
        model,
        wordings: Wordings::of(model, false),
        overlap: facts.overlap.among(model, &frameworks),
        frameworks,
    };
    let text = match question.format {
        AnswerFormat::Human => {
            let shown = if arguments.all { usize::MAX } else { SHOWN };
            findings::safe(&page.text(shown)).into_owned()
        }
        AnswerFormat::Json => CONTRACT.text(&page.document()),
    };
    host::print(&text)?;
    Ok(outcome)
}

/// The frameworks that are named, in the order of the model; all if none is.
fn frameworks(model: &Model<'_>, named: &[String]) -> Result<Vec<FrameworkId>, RunError> {
    if named.is_empty() {
        return Ok(model.frameworks.ids().collect());
    }
    let named = named.iter().map(|name| find::framework(model, name));
    let mut frameworks: Vec<FrameworkId> = named.collect::<Result<_, _>>()?;
    frameworks.sort_unstable();
    frameworks.dedup();
    Ok(frameworks)
}

struct Page<'m, 's> {
    model: &'m Model<'s>,
    wordings: Wordings<'m>,
    frameworks: Vec<FrameworkId>,
    overlap: Overlap,
}

impl Page<'_, '_> {
    fn text(&self, shown: usize) -> String {
        let overlap = &self.overlap;
        let labels = self.labels();
        let mut text = format!(
            "{} assessable controls of {} come to {} different things to assess.\n",
            overlap.assessable,
            labels.join(", "),
            overlap.distinct()
        );
        text += &match overlap.spared() {
            0 => "No two of them are proved to ask for the same.\n".to_owned(),
            1 => "1 assessment is spared, if what is proved equal is assessed once.\n".to_owned(),
            spared => {
                format!(
                    "{spared} assessments are spared, if what is proved equal is assessed once.\n"
                )
            }
        };
        text += &self.classes();
        text += &self.covers(shown);
        if !overlap.classes.is_empty() || !overlap.covers.is_empty() {
            text += "\n`xwalk why A B` shows the proof for two controls A and B.\n";
        }
        text
    }

    fn classes(&self) -> String {
        let mut columns = Columns::default();
        for class in &self.overlap.classes {
            columns.push([""]);
            for id in class {
                columns.push([&format!("  {}", self.model.qualified(*id)), self.title(*id)]);
            }
        }
        let text = columns.text();
        if text.is_empty() {
            text
        } else {
            format!("\nControls that ask for the same{text}")
        }
    }

    fn covers(&self, shown: usize) -> String {
        let covers = &self.overlap.covers;
        if covers.is_empty() {
            return "\nNo control is proved to contain a control of another framework.\n"
                .to_owned();
        }
        let mut text = "\nControls that cover most of other frameworks: whoever fulfils one fulfils all that it contains or equals\n".to_owned();
        for (id, covered) in covers.iter().take(shown) {
            text += &self.cover(*id, covered);
        }
        if covers.len() > shown {
            text += &format!(
                "\n{} more cover something; `--all` shows them.\n",
                covers.len() - shown
            );
        }
        text
    }

    /// One control, and what it covers, a line for each framework.
    fn cover(&self, id: ControlId, covered: &[ControlId]) -> String {
        let mut columns = Columns::default();
        let covers = format!("covers {}", covered.len());
        let cells = [&self.model.qualified(id), self.title(id), &covers];
        columns.push(cells.into_iter().filter(|cell| !cell.is_empty()));
        let mut text = format!("\n  {}", columns.text());

        let framework = |id: &ControlId| self.model.controls[*id].framework;
        let mut columns = Columns::default();
        for of_one in covered.chunk_by(|one, next| framework(one) == framework(next)) {
            let label = of_one
                .first()
                .map(|id| self.model.frameworks[framework(id)].label());
            let names = of_one.iter().map(|id| self.model.controls[*id].identifier);
            let names: Vec<&str> = names.collect();
            columns.push([
                format!("    {}", label.unwrap_or_default()),
                names.join(", "),
            ]);
        }
        text += &columns.text();
        text
    }

    fn title(&self, id: ControlId) -> &str {
        self.wordings.title(id, &self.model.controls[id])
    }

    fn labels(&self) -> Vec<String> {
        let frameworks = self.frameworks.iter();
        frameworks
            .map(|id| self.model.frameworks[*id].label())
            .collect()
    }

    fn document(&self) -> DocumentV1 {
        let names = |ids: &[ControlId]| ids.iter().map(|id| self.model.qualified(*id)).collect();
        let overlap = &self.overlap;
        let covers = overlap.covers.iter();
        DocumentV1 {
            frameworks: self.labels(),
            assessable: overlap.assessable,
            distinct: overlap.distinct(),
            spared: overlap.spared(),
            classes: overlap.classes.iter().map(|class| names(class)).collect(),
            covers: covers
                .map(|(id, covered)| CoversV1 {
                    control: self.model.qualified(*id),
                    covers: names(covered),
                })
                .collect(),
        }
    }
}

/// What has to be assessed only once, by all that is known of the controls, stated or proved. Controls are written
/// `framework@edition:identifier`.
#[derive(Serialize, JsonSchema)]
struct DocumentV1 {
    /// The frameworks that are looked at, with their editions.
    frameworks: Vec<String>,
    /// Their assessable controls.
    assessable: usize,
    /// The different things to assess: each class is one, and each control that belongs to none.
    distinct: usize,
    /// How many assessments are spared by assessing each class once: the difference of the two.
    spared: usize,
    /// Controls that are proved equal, two and more.
    #[schemars(inner(length(min = 2)))]
    classes: Vec<Vec<String>>,
    /// What each control contains or equals of other frameworks, those first that cover most.
    covers: Vec<CoversV1>,
}

/// A control and all that is fulfilled elsewhere by who fulfils it.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Covers")]
struct CoversV1 {
    /// The control.
    control: String,
    /// The assessable controls of other frameworks that it contains or equals.
    #[schemars(length(min = 1))]
    covers: Vec<String>,
}
