//! The present of a workspace: the day, and the files that its posture names.

use std::path::Path;

use super::{RunError, date};
use xwalk_analysis::posture::{Files, Present};
use xwalk_host::Host;
use xwalk_model::Model;
use xwalk_syntax::ast::Date;
use xwalk_workspace::Workspace;

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
        files: files(host, workspace, model)?,
    })
}

/// The files that posture names, each relative to the folder of the one that names it.
pub fn files(host: &dyn Host, workspace: &Workspace, model: &Model<'_>) -> Result<Files, RunError> {
    let mut files = Files::default();
    for (source, name) in Files::named(&model.posture) {
        let folder = Path::new(workspace.sources.path(source)).parent();
        let path = folder.unwrap_or(Path::new("")).join(name);
        if let Some(bytes) = host.read_if_there(&path)? {
            files.add(source, name, bytes);
        }
    }
    Ok(files)
}
