//! The present of a workspace: the day, and the files that its posture names.

use std::path::Path;

use super::{RunError, date};
use xwalk_analysis::posture::{Files, Present};
use xwalk_host::Host;
use xwalk_model::Model;
use xwalk_syntax::ast::Date;
use xwalk_workspace::{NamedFiles, Workspace};

/// The day from the command line, else from the settings, `SOURCE_DATE_EPOCH` or the clock; and the files, each relative
/// to the folder of the one that names it.
pub fn present(
    host: &dyn Host,
    workspace: &Workspace,
    model: &Model<'_>,
    given: Option<Date>,
) -> Result<Present, RunError> {
    Ok(Present {
        today: date::of_build(host, given.or(workspace.settings.build.date))?.date,
        files: files(host, workspace, model),
    })
}

/// The files that posture names, each relative to the folder of the one that names it.
pub fn files(host: &dyn Host, workspace: &Workspace, model: &Model<'_>) -> Files {
    let mut named = NamedFiles::within(host, workspace.root.as_deref());
    let mut files = Files::default();
    for (source, name) in Files::named(&model.posture) {
        let naming = Path::new(workspace.sources.path(source));
        let path = naming.parent().unwrap_or(Path::new("")).join(name);
        files.add(source, name, named.evidence(naming, &path));
    }
    files
}
