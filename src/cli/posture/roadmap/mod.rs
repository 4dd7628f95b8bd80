//! `xwalk roadmap`: the schedule of a roadmap, the work it asks of each owner, and what it changes.

mod burned;
mod dates;
mod json;
mod load;

pub use json::CONTRACT;

use super::named;
use crate::args::Roadmap as Arguments;
use crate::findings::one_line;
use crate::present::present;
use crate::{Context, Outcome, RunError, find};
use xwalk_report::posture::Planned;

pub fn run(arguments: &Arguments, context: Context<'_>) -> Result<Outcome, RunError> {
    let question = &arguments.question;
    let workspace = context.open(question.workspace.path())?;
    let (compilation, outcome) = context.asked(&workspace)?;
    let model = &compilation.model;
    let organization = find::organization(model, arguments.organization.as_deref())?;
    let roadmap = named::roadmap(model, organization, arguments.roadmap.as_deref())?;
    let present = present(context.host, &workspace, model, arguments.date)?;
    let planned = Planned::of(model, roadmap, question.status, &present);
    let document = || json::DocumentV1::new(&planned);
    CONTRACT.answer(
        context.host,
        question.format,
        || text(&planned, arguments.all),
        document,
    )?;
    Ok(outcome)
}

fn text(planned: &Planned<'_>, all: bool) -> String {
    let roadmap = &planned.roadmap;
    let mut text = format!(
        "{}: {}, starting from {} of {}\n",
        one_line(planned.title),
        one_line(roadmap.title),
        roadmap.assessment,
        planned.assessed
    );
    text += &dates::dates(planned);
    text += &load::effort(roadmap);
    text += &burned::burned(planned, all);
    text += &findings(&planned.findings);
    text
}

fn findings(findings: &[String]) -> String {
    if findings.is_empty() {
        return "\nNothing is found to be wrong or missing.\n".to_owned();
    }
    let lines: String = findings.iter().map(|one| format!("  {one}\n")).collect();
    format!("\nFindings\n{lines}")
}
