//! `xwalk posture`: where an organization stands, and what follows from it.

mod against;
mod gaps;
mod indicators;
mod json;
mod named;
mod phrase;
mod playbooks;
mod profile;
mod roadmap;
mod technology;
mod unsupported;
mod verdicts;
mod what_if;
mod words;

use super::answers::json;
use words::Words;

pub use roadmap::run as roadmap;
pub use what_if::run as what_if;

use super::args::{AnswerFormat, Common, EvidenceUse, Posture as Arguments};
use super::present::present;
use super::{Outcome, RunError, Workspace, find, findings, host};
use crate::analysis::Options;
use crate::analysis::posture::{Facts, Files, examine};
use crate::model::posture::{Organization, OrganizationId};
use crate::model::{FrameworkId, Model};
use crate::report::Wordings;
use crate::syntax::ast::Date;

pub fn run(arguments: &Arguments, common: &Common) -> Result<Outcome, RunError> {
    let question = &arguments.question;
    let workspace = Workspace::open(question.workspace.path(), common)?;
    let compilation = workspace.compile(common)?;
    let outcome = findings::show_losses(&compilation.diagnostics, &workspace.sources, common)?;
    let model = &compilation.model;
    let organization = find::organization(model, arguments.organization.as_deref())?;
    let framework = adopted(model, organization, arguments.framework.as_deref())?;
    let against = against::asked(model, organization, arguments)?;
    let present = present(&workspace, model, arguments.date)?;
    let options = Options {
        status_floor: question.status,
    };
    let examined = examine(&model.posture, &present.files, present.today);
    let evidence = arguments.evidence == EvidenceUse::Required;
    let facts = Facts::of(model, organization, options, &examined, evidence);
    let page = Page {
        model,
        id: organization,
        organization: &model.posture.organizations[organization],
        words: Words {
            model,
            sources: &workspace.sources,
            wordings: Wordings::of(model, false),
            baseline: model.posture.organizations[organization].baseline,
            stands: &facts.stands,
        },
        facts: &facts,
        files: &present.files,
        date: present.today,
        evidence_is_required: evidence,
    };
    let text = match (question.format, &against, framework) {
        (AnswerFormat::Json, against, _) => json(&page.document(against.as_ref())),
        (AnswerFormat::Human, Some(against), _) => page.against(against),
        (AnswerFormat::Human, None, Some(framework)) => page.framework(framework),
        (AnswerFormat::Human, None, None) => page.text(arguments.all),
    };
    let text = match question.format {
        AnswerFormat::Human => findings::safe(&text).into_owned(),
        AnswerFormat::Json => text,
    };
    host::print(&text)?;
    Ok(outcome)
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

/// The posture of an organization, and what it is told with.
struct Page<'a, 's> {
    model: &'a Model<'s>,
    words: Words<'a, 's>,
    id: OrganizationId,
    organization: &'a Organization<'s>,
    facts: &'a Facts<'a, 's>,
    files: &'a Files,
    date: Date,
    evidence_is_required: bool,
}

impl Page<'_, '_> {
    fn text(&self, all: bool) -> String {
        let mut text = self.heading();
        if self.facts.stands.assessments.is_empty() {
            text += "Nothing is assessed yet: `assessment NAME of FRAMEWORK` says where the controls stand.\n";
            return text;
        }
        for profile in &self.facts.profiles {
            text += &self.profile(profile);
        }
        for benchmark in &self.facts.benchmarks {
            text += &self.benchmark(benchmark, all);
        }
        text += &self.unsupported();
        text += &self.verdicts();
        text += &self.conditions(all);
        text += &self.gaps(all);
        text += &self.indicators();
        text += &self.technology();
        text += &self.playbooks();
        text
    }

    fn heading(&self) -> String {
        let mut text = format!(
            "{}: where it stands on {}\n",
            self.organization.title, self.date
        );
        if let Some(scope) = &self.organization.scope {
            text += &format!("Scope: {scope}\n");
        }
        for id in &self.facts.stands.assessments {
            let assessment = &self.model.posture.assessments[*id];
            let framework = self.words.label(assessment.framework);
            text += &format!(
                "Assessment {} of {framework}, {}: a control counts as fulfilled from tier {}.\n",
                assessment.name, assessment.assessed, assessment.achieved_from
            );
        }
        if self.evidence_is_required {
            text += "Evidence is required: where it does not hold, a control counts neither as achieved nor as below; where it says the contrary, as below.\n";
        }
        if !self.facts.stands.assessments.is_empty() {
            text += "That a tier means fulfilment is a convention; an organization's own target never counts as fulfilment.\n";
        }
        text
    }
}

/// `1 control`, `2 controls`.
fn counted(count: usize, one: &str, several: &str) -> String {
    match count {
        1 => format!("1 {one}"),
        count => format!("{count} {several}"),
    }
}

/// Each line with two blanks before it.
fn indented(text: &str) -> String {
    text.lines().map(|line| format!("  {line}\n")).collect()
}
