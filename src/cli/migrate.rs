//! `xwalk migrate`: a mapping carried over to a new edition of one of its frameworks.

use super::args::Migrate;
use super::deliver::{deliver, refuse_to_overwrite};
use super::{Context, Outcome, RunError, find, findings};
use xwalk_analysis::crosswalks;
use xwalk_model::{FrameworkId, MappingId, Model};
use xwalk_report::drafts::CarriedOver;

pub fn run(arguments: &Migrate, context: Context<'_>) -> Result<Outcome, RunError> {
    let Context { host, common } = context;
    refuse_to_overwrite(host, &arguments.output)?;
    let workspace = context.open(arguments.workspace.path())?;
    let (compilation, outcome) = context.asked(&workspace)?;
    let model = &compilation.model;
    let editions = [
        find::framework(model, &arguments.old)?,
        find::framework(model, &arguments.new)?,
    ];
    let mapping = find::mapping(model, &arguments.mapping)?;
    let crosswalks = fitting(model, editions, mapping)?;
    let logic = compilation.decided(xwalk_analysis::Options {
        status_floor: arguments.status,
    });
    let sources = &workspace.sources;
    let carried = CarriedOver::of(model, sources, &logic, editions, mapping, &crosswalks);
    let written = deliver(host, &carried.parts, &arguments.output)?;
    if common.quiet < 2 {
        if let Some(path) = written {
            host.print(&format!("wrote {}\n", findings::written(path)))?;
        }
        host.tell(&findings::safe(&carried.summary));
    }
    Ok(outcome)
}

/// The crosswalks between two editions, if the mapping can be carried over through them.
fn fitting(
    model: &Model<'_>,
    editions: [FrameworkId; 2],
    mapping: MappingId,
) -> Result<Vec<MappingId>, RunError> {
    let [old, new] = editions.map(|id| model.frameworks[id].label());
    let mapping = &model.mappings[mapping];
    let ends = [mapping.from, mapping.to];
    let named = ends.map(|id| format!("`{}`", model.frameworks[id].label()));
    let wrong = |reason: String| Err(RunError::Usage(reason));
    let [one, other] = editions;
    if one == other {
        return wrong(format!(
            "`{old}` is named twice: name the old edition and the new one"
        ));
    }
    if !ends.contains(&one) {
        return wrong(format!(
            "`{}` maps {}, not the old edition `{old}`",
            mapping.name,
            named.join(" to ")
        ));
    }
    if ends.contains(&other) {
        return wrong(format!(
            "`{}` is itself a crosswalk between the two editions: name a mapping between `{old}` and another framework",
            mapping.name
        ));
    }
    let crosswalks = crosswalks(model, editions);
    if crosswalks.is_empty() {
        return wrong(format!(
            "no mapping connects `{old}` and `{new}`: write one that says how the controls of the two editions relate"
        ));
    }
    Ok(crosswalks)
}
