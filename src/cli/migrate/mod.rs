//! `xwalk migrate`: a mapping carried over to a new edition of one of its frameworks.

mod again;
mod became;
mod rows;
mod summary;

use super::args::{Common, Migrate};
use super::mapping_text::{Writer, deliver, refuse_to_overwrite};
use super::{Outcome, RunError, Workspace, find, findings, host};
use crate::analysis::{self, Migration, crosswalks, migrate};
use crate::model::{FrameworkId, MappingId, Model};

pub fn run(arguments: &Migrate, common: &Common) -> Result<Outcome, RunError> {
    refuse_to_overwrite(&arguments.output)?;
    let workspace = Workspace::open(arguments.workspace.path(), common)?;
    let compilation = workspace.compile(common)?;
    let outcome = findings::show_losses(&compilation.diagnostics, &workspace.sources, common)?;
    let model = &compilation.model;
    let editions = [
        find::framework(model, &arguments.old)?,
        find::framework(model, &arguments.new)?,
    ];
    let mapping = find::mapping(model, &arguments.mapping)?;
    let crosswalks = fitting(model, editions, mapping)?;
    let logic = compilation.decided(analysis::Options {
        status_floor: arguments.status,
    });
    let [old, new] = editions;
    let told = Told {
        writer: Writer::new(model, &workspace.sources),
        old,
        new,
        mapping,
        crosswalks,
        migration: migrate(model, &logic, editions, mapping),
    };
    let written = deliver(&told.file(), &arguments.output)?;
    if common.quiet < 2 {
        if let Some(path) = written {
            host::print(&format!("wrote {}\n", path.display()))?;
        }
        host::tell(&findings::safe(&told.summary()));
    }
    Ok(outcome)
}

/// A migration, and what it is told with.
struct Told<'a, 's> {
    writer: Writer<'a, 's>,
    old: FrameworkId,
    new: FrameworkId,
    mapping: MappingId,
    /// The mappings between the two editions.
    crosswalks: Vec<MappingId>,
    migration: Migration,
}

impl Told<'_, '_> {
    /// The parts of the file.
    fn file(&self) -> Vec<String> {
        let mut parts = vec![self.preface()];
        parts.extend(self.mappings());
        parts.push(self.comments());
        parts
    }

    fn label(&self, framework: FrameworkId) -> String {
        self.writer.model.frameworks[framework].label()
    }

    /// The names of the mappings between the two editions.
    fn crosswalk_names(&self) -> String {
        let names = self.crosswalks.iter();
        let names = names.map(|id| self.writer.model.mappings[*id].name);
        names.collect::<Vec<_>>().join(", ")
    }
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
