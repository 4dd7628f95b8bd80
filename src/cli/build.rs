//! `xwalk build`: everything is rendered first, then written as a whole or not at all.

use std::path::PathBuf;
use std::sync::Arc;

use super::args::{Build, FormatName};
use super::choice::Asked;
use super::columns::Columns;
use super::date::{self, BuildDate};
use super::export::Export;
use super::manifest::manifest;
use super::output::{OutputFolder, Places, PrivateFiles};
use super::present;
use super::previous::previous;
use super::progress::Progress;
use super::{Context, Outcome, RunError, audience, findings, held_back, templates};
use xwalk_compile::Compilation;
use xwalk_diagnostic::Diagnostic;
use xwalk_emit::html::Templates;
use xwalk_emit::{Artifact, EMITTERS, Emitter};
use xwalk_model::Model;
use xwalk_redaction::SaltSeed;
use xwalk_report::{LeftOut, PostureOptions, Report, licensed_left_out};
use xwalk_rules::licensed_text_left_out;
use xwalk_syntax::ast::{Date, Status};
use xwalk_workspace::Workspace;

pub fn run(arguments: &Build, context: Context<'_>) -> Result<Outcome, RunError> {
    let Context { host, common } = context;
    let workspace = context.open(&arguments.paths)?;
    let plan = Plan::new(arguments, &workspace, context)?;
    let named = arguments.disclosure.as_deref();
    let places = Places::of(host, &plan.output, named)?;
    let folder = OutputFolder::open(host, &plan.output, places)?;
    let compilation = context.compile(&workspace)?;
    let options = plan.options(&workspace, &compilation.model)?;
    let mut found = left_out(&workspace, &compilation.model, &options);
    found.extend(compilation.diagnostics.iter().cloned());
    found.sort_by(Diagnostic::order);
    let format = arguments.report.format;
    let outcome = findings::show(&found, &workspace.sources, format, context)?;
    if outcome == Outcome::Findings {
        if common.quiet < 2 {
            host.tell("nothing was written\n");
        }
        return Ok(outcome);
    }
    let (artifacts, private) = plan.render(&workspace, &compilation, &found, &options)?;
    let private = PrivateFiles::of(host, &plan.output, named, private)?;
    let beside = folder.write(&artifacts, &private)?;
    if common.quiet < 2 {
        host.tell(&findings::safe(&beside.notes()));
    }
    if format == FormatName::Human && common.quiet == 0 {
        host.print(&findings::safe(&list(&plan, &artifacts)))?;
        let not_shown = LeftOut::of(&compilation.model, &workspace.sources, &options.choice);
        if let Some(sentence) = not_shown.sentence() {
            host.tell(&findings::safe(&format!("{sentence}\n")));
        }
        host.tell(&findings::safe(&notes_on_held_back(&artifacts)));
        if let Some(audience) = &plan.audience {
            let (model, sources) = (&compilation.model, &workspace.sources);
            let warning = audience::warning(audience, &plan.output, &private, model, sources);
            host.tell(&findings::safe(&warning));
        }
    }
    Ok(outcome)
}

/// What to build: the command line, and where it says nothing the settings.
struct Plan<'a> {
    context: Context<'a>,
    output: PathBuf,
    emitters: Vec<&'static Emitter>,
    public: bool,
    asked: Asked,
    status: Status,
    /// Whether the status is named on the command line.
    is_status_named: bool,
    date: BuildDate,
    allow_draft: bool,
    issuer: Option<String>,
    audience: Option<String>,
    salt_seed: Option<SaltSeed>,
    valid_until: Option<Date>,
    previous: Vec<PathBuf>,
    templates: Templates,
}

impl<'a> Plan<'a> {
    fn new(
        arguments: &Build,
        workspace: &Workspace,
        context: Context<'a>,
    ) -> Result<Self, RunError> {
        let host = context.host;
        let defaults = &workspace.settings.build;
        let root = workspace.root.clone().unwrap_or_default();
        let output = match (&arguments.output, &defaults.output) {
            (Some(output), _) => output.clone(),
            // The settings speak of folders beside them.
            (None, Some(output)) => root.join(output),
            (None, None) => root.join("out"),
        };
        let folder = defaults.templates.as_ref().map(|name| root.join(name));
        let names = if arguments.emit.is_empty() {
            &defaults.emit
        } else {
            &arguments.emit
        };
        let date = date::of_build(host, arguments.date.or(defaults.date))?;
        if let Some(until) = arguments.valid_until.filter(|until| *until < date.date) {
            return Err(RunError::Usage(format!(
                "an export of {} cannot be valid until {until}; name a later day",
                date.date
            )));
        }
        Ok(Self {
            context,
            output: host.shortened(&output),
            emitters: emitters(names),
            public: arguments.public || defaults.public,
            asked: Asked::of(
                &arguments.only,
                arguments.bundled,
                arguments.pivot.as_ref(),
                defaults,
            ),
            status: arguments
                .status
                .or(defaults.status)
                .unwrap_or(Status::Draft),
            is_status_named: arguments.status.is_some(),
            date,
            allow_draft: arguments.allow_draft,
            issuer: arguments.issuer.clone(),
            audience: arguments.audience.clone(),
            salt_seed: arguments.salt_seed.clone(),
            valid_until: arguments.valid_until,
            previous: arguments.previous.clone(),
            templates: templates::with(host, folder.as_deref())?,
        })
    }

    /// All files of the output folder, the manifest last; and those that stay with their maker.
    fn render(
        &self,
        workspace: &Workspace,
        compilation: &Compilation<'_>,
        found: &[Diagnostic],
        options: &xwalk_report::Options,
    ) -> Result<(Vec<Artifact>, Vec<Artifact>), RunError> {
        let _progress = Progress::begin("writing outputs", self.context);
        let model = &compilation.model;
        let counting = xwalk_analysis::Options {
            status_floor: self.status,
        };
        // The facts are let go as soon as the report is there: the outputs need the room.
        let report = xwalk_report::build(
            model,
            &compilation.facts(counting),
            &workspace.sources,
            found,
            options,
        );
        let emitted = self.emit(&report)?.into_iter();
        let (private, mut artifacts): (Vec<_>, Vec<_>) = emitted.partition(|it| it.is_private);
        artifacts.sort_by(|a, b| a.path.cmp(&b.path));
        let manifest = manifest(
            self.context.host,
            workspace,
            &report.meta,
            self.date,
            &artifacts,
        )?;
        artifacts.push(manifest);
        Ok((artifacts, private))
    }

    fn options(
        &self,
        workspace: &Workspace,
        model: &Model<'_>,
    ) -> Result<xwalk_report::Options, RunError> {
        let (choice, pivot) = self.asked.choice(model)?;
        Ok(xwalk_report::Options {
            title: None,
            date: self.date.date,
            public: self.public,
            status_floor: self.status,
            is_floor_named: self.is_status_named,
            choice,
            pivot,
            posture: Some(Arc::new(self.posture(workspace, model)?)),
        })
    }

    /// What the postures of organizations depend on besides the model.
    fn posture(
        &self,
        workspace: &Workspace,
        model: &Model<'_>,
    ) -> Result<PostureOptions, RunError> {
        let host = self.context.host;
        let audience = self.audience.as_deref();
        Ok(PostureOptions {
            allow_draft: self.allow_draft,
            issuer: self.issuer.clone(),
            audience: audience::audience(host, audience, self.salt_seed.as_ref(), model)?,
            valid_until: self.valid_until,
            previous: previous(host, &self.previous, model, audience, self.date.date)?,
            digests: workspace.digests(),
            files: present::files(host, workspace, model),
        })
    }

    fn emit(&self, report: &Report<'_>) -> Result<Vec<Artifact>, RunError> {
        let mut artifacts = Vec::new();
        for emitter in &self.emitters {
            artifacts.extend((emitter.emit)(report, &self.templates)?);
        }
        Ok(artifacts)
    }
}

/// What there is to say of licensed wording that the options leave out.
fn left_out(
    workspace: &Workspace,
    model: &Model<'_>,
    options: &xwalk_report::Options,
) -> Vec<Diagnostic> {
    let overlays = licensed_left_out(model, &workspace.sources, options);
    workspace
        .levels
        .apply(licensed_text_left_out(model, &overlays))
}

/// The outputs of these names, which are known to exist; all where none is named.
fn emitters(names: &[String]) -> Vec<&'static Emitter> {
    // In the order of the table, each once.
    EMITTERS
        .iter()
        .filter(|emitter| names.is_empty() || names.iter().any(|name| name == emitter.name))
        .collect()
}

/// What the posture exports among the files hold back.
fn notes_on_held_back(artifacts: &[Artifact]) -> String {
    let exports = artifacts.iter().filter(|artifact| {
        artifact.path.starts_with("posture") && artifact.path.ends_with(".json")
    });
    let exports = exports.filter_map(|artifact| Export::read(&artifact.bytes).ok());
    exports.map(|export| held_back::notes(&export)).collect()
}

/// What was written.
fn list(plan: &Plan<'_>, artifacts: &[Artifact]) -> String {
    let mut columns = Columns::right(&[1]);
    for artifact in artifacts {
        columns.push([
            plan.output.join(&artifact.path).display().to_string(),
            size(artifact.bytes.len()),
        ]);
    }
    columns.text()
}

/// `1.2 MB`.
fn size(bytes: usize) -> String {
    let tenths = |unit: usize| format!("{}.{}", bytes / unit, bytes % unit * 10 / unit);
    match bytes {
        0..1_000 => format!("{bytes} B "),
        1_000..1_000_000 => format!("{} kB", tenths(1_000)),
        _ => format!("{} MB", tenths(1_000_000)),
    }
}
