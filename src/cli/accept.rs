//! `xwalk accept`: mappings that an organization accepts, written into its text.

use std::path::Path;

use super::args::Accept;
use super::rewrite::rewrite;
use super::{Context, Outcome, RunError, find, findings};
use xwalk_analysis::claims_digest;
use xwalk_diagnostic::nearest;
use xwalk_model::posture::{OrganizationId, Role};
use xwalk_model::{MappingId, Model};
use xwalk_source::{Origin, Source, Span};
use xwalk_syntax::ast::posture::Decision;
use xwalk_workspace::Bounds;
use xwalk_write::{EditError, apply, set_of, spelled_text};

pub fn run(arguments: &Accept, context: Context<'_>) -> Result<Outcome, RunError> {
    let Context { host, common } = context;
    let workspace = context.open(arguments.workspace.path())?;
    let (compilation, outcome) = context.asked(&workspace)?;
    if outcome == Outcome::Findings {
        // The digest would be of what is left of the claims.
        if common.quiet < 2 {
            host.tell("nothing was written\n");
        }
        return Ok(outcome);
    }
    let model = &compilation.model;
    let id = find::organization(model, arguments.organization.as_deref())?;
    let organization = &model.posture.organizations[id];
    check_role(model, id, &arguments.by)?;
    let mappings: Result<Vec<MappingId>, RunError> = arguments
        .mappings
        .iter()
        .map(|name| find::mapping(model, name))
        .collect();
    let place = organization.place;
    let source = workspace.sources.get(place.source);
    let source = source.filter(|source| source.origin == Origin::Workspace);
    let Some(source) = source else {
        return Err(RunError::Usage(format!(
            "`{}` comes with the program, and its text cannot be changed",
            organization.name
        )));
    };
    let mut text = source.text().to_owned();
    for mapping in mappings? {
        let entry = entry(model, mapping, arguments);
        text = accepted(&text, place.span, &entry).map_err(|fault| {
            RunError::Usage(format!(
                "{} is left as it is: {fault}; `xwalk check` says what is wrong with it",
                source.path()
            ))
        })?;
    }
    let done = write(host, &workspace.bounds, source, &text)?;
    if common.quiet == 0 {
        host.print(&findings::safe(&done))?;
    }
    Ok(Outcome::Clean)
}

/// Whether a role may accept mappings.
fn check_role(model: &Model<'_>, organization: OrganizationId, name: &str) -> Result<(), RunError> {
    let posture = &model.posture;
    let roles = || {
        posture
            .of(&posture.roles, organization)
            .map(|(_, role)| role)
    };
    let decides = |role: &&Role<'_>| role.decides.contains(&Decision::Mappings);
    let may: Vec<String> = roles()
        .filter(decides)
        .map(|role| format!("`{}`", role.name))
        .collect();
    let who = match may.as_slice() {
        [] => "no role does: write `decides mappings` in one".to_owned(),
        may => format!("{} does", may.join(" or ")),
    };
    match roles().find(|role| role.name == name) {
        Some(role) if decides(&role) => Ok(()),
        Some(_) => Err(RunError::Usage(format!(
            "`{name}` does not decide `mappings`, and so cannot accept any; {who}"
        ))),
        None => {
            let near = nearest(name, roles().map(|role| role.name));
            let hint = near.map_or_else(
                || format!("of those that decide `mappings`, {who}"),
                |near| format!("the nearest is `{near}`"),
            );
            Err(RunError::Usage(format!(
                "`{}` has no role `{name}`; {hint}",
                posture.organizations[organization].name
            )))
        }
    }
}

/// `accepts csf2-iso digest "…" by ciso on 2026-11-20 "Compared with our audit papers"`
fn entry(model: &Model<'_>, mapping: MappingId, arguments: &Accept) -> String {
    format!(
        "accepts {} digest \"{}\" by {} on {} {}",
        model.mappings[mapping].name,
        claims_digest(model, mapping),
        arguments.by,
        arguments.on,
        spelled_text(&arguments.why)
    )
}

/// The text with one acceptance in the block of the organization whose name stands at a place.
fn accepted(text: &str, name: Span, entry: &str) -> Result<String, EditError> {
    // What was put in before stands behind the name.
    apply(text, &set_of(text, name, entry)?)
}

/// Writes the file where it changes, whole or not at all, and says so.
fn write(
    host: &dyn xwalk_host::Host,
    bounds: &Bounds,
    source: &Source,
    text: &str,
) -> Result<String, RunError> {
    let path = source.path();
    if text == source.text() {
        return Ok(format!("{path} says so already\n"));
    }
    rewrite(host, bounds, Path::new(path), text)?;
    Ok(format!("wrote {path}\n"))
}
