//! `xwalk posture`: where an organization stands, and what follows from it.

mod against;
mod gaps;
mod indicators;
mod json;
mod named;
mod phrase;
mod playbooks;
mod profile;
mod remainder;
mod roadmap;
mod technology;
mod unsupported;
mod verdicts;
mod what_if;

pub use json::CONTRACT;
pub use roadmap::{CONTRACT as ROADMAP, run as roadmap};
pub use what_if::{CONTRACT as WHAT_IF, run as what_if};

use super::args::{EvidenceUse, ListFormat, Posture as Arguments};
use super::findings::one_line;
use super::present::present;
use super::{Context, Outcome, RunError, find, findings};
use xwalk_model::posture::OrganizationId;
use xwalk_model::{FrameworkId, Model};
use xwalk_report::posture::{Inquiry, PostureOptions};

pub fn run(arguments: &Arguments, context: Context<'_>) -> Result<Outcome, RunError> {
    let question = &arguments.question;
    let workspace = context.open(question.workspace.path())?;
    let (compilation, outcome) = context.asked(&workspace)?;
    let model = &compilation.model;
    let organization = find::organization(model, arguments.organization.as_deref())?;
    let framework = adopted(model, organization, arguments.framework.as_deref())?;
    let present = present(context.host, &workspace, model, arguments.date)?;
    let against = against::asked(model, organization, present.today, arguments)?;
    let options = PostureOptions {
        files: present.files,
        ..PostureOptions::default()
    };
    let inquiry = Inquiry::of(
        model,
        &workspace.sources,
        organization,
        question.status,
        present.today,
        arguments.evidence == EvidenceUse::Required,
        &options,
    );
    let against = against.map(|benchmark| inquiry.against(&benchmark));
    let asked = framework.map(|id| model.frameworks[id].label());
    let left = arguments
        .remainder
        .then(|| remainder::asked(&inquiry, asked.as_deref()));
    let text = match (question.format, &left) {
        (ListFormat::Json, left) => json::text(&inquiry, against.as_ref(), left.as_deref()),
        (ListFormat::Csv, Some(left)) => remainder::csv(left)?,
        (ListFormat::Csv, None) => return Err(without_list()),
        (ListFormat::Human, Some(left)) => {
            let text = heading(&inquiry) + &remainder::text(left, &inquiry.verdicts());
            findings::safe(&text).into_owned()
        }
        (ListFormat::Human, None) => {
            let text = match (&against, framework) {
                (Some(against), _) => against::text(&inquiry, against),
                (None, Some(framework)) => {
                    let framework = model.frameworks[framework].label();
                    heading(&inquiry) + &verdicts::framework(&inquiry, &framework)
                }
                (None, None) => text(&inquiry, arguments.all),
            };
            findings::safe(&text).into_owned()
        }
    };
    context.host.print(&text)?;
    Ok(outcome)
}

/// Of all that is said of a posture, only the work list is one table.
fn without_list() -> RunError {
    RunError::Usage(
        "`--format csv` prints the work list of `--remainder`; all tables of a posture are in the workbook that `xwalk build` writes"
            .to_owned(),
    )
}

/// The framework that is asked for: the baseline of the organization, or one that it adopts.
fn adopted(
    model: &Model<'_>,
    organization: OrganizationId,
    named: Option<&str>,
) -> Result<Option<FrameworkId>, RunError> {
    let Some(named) = named else {
        return Ok(None);
    };
    let framework = find::framework(model, named)?;
    let organization = &model.posture.organizations[organization];
    if organization.frameworks().any(|own| own == framework) {
        return Ok(Some(framework));
    }
    let own = organization.frameworks();
    let own: Vec<String> = own.map(|own| model.frameworks[own].label()).collect();
    Err(RunError::Usage(format!(
        "`{}` does not adopt `{}`; it has {}",
        organization.name,
        model.frameworks[framework].label(),
        own.join(", ")
    )))
}

fn text(inquiry: &Inquiry<'_, '_, '_>, all: bool) -> String {
    let mut text = heading(inquiry);
    let profiles = inquiry.profiles();
    if profiles.is_empty() {
        text += "Nothing is assessed yet: `assessment NAME of FRAMEWORK` declares the tiers of controls. One that is dated to a later day does not count yet.\n";
        return text;
    }
    for profile in &profiles {
        text += &profile::profile(profile);
    }
    for benchmark in &inquiry.benchmarks() {
        text += &profile::benchmark(&benchmark.benchmark, all);
    }
    text += &unsupported::unsupported(inquiry);
    text += &verdicts::verdicts(inquiry);
    text += &verdicts::conditions(inquiry, all);
    text += &gaps::gaps(inquiry, all);
    text += &indicators::indicators(inquiry);
    text += &technology::technology(inquiry);
    text += &playbooks::playbooks(inquiry);
    text
}

fn heading(inquiry: &Inquiry<'_, '_, '_>) -> String {
    let organization = inquiry.organization();
    let mut text = format!(
        "{}: where it stands on {}\n",
        one_line(organization.title),
        inquiry.date
    );
    if let Some(scope) = organization.scope {
        text += &format!("Scope: {}\n", one_line(scope));
    }
    let assessments = inquiry.assessments();
    for assessment in &assessments {
        text += &format!(
            "Assessment {} of {}, {}: a control counts as fulfilled from tier {}.\n",
            assessment.name, assessment.framework, assessment.assessed, assessment.achieved_from
        );
    }
    if inquiry.evidence_is_required || assessments.iter().any(|one| one.requires_evidence) {
        text += "Evidence is required: without evidence that holds, a control does not count as achieved; what is below counts as below, with or without any; and where evidence shows the contrary, the control counts as below.\n";
    }
    if !assessments.is_empty() {
        text += "That a tier means fulfilment is a convention; an organization's own target never counts as fulfilment.\n";
    }
    text
}
