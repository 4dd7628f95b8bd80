//! Templates of pages: a folder of the user's in the place of ours, and `xwalk templates`, which writes ours out.

use std::path::Path;

use super::args::TemplateFiles;
use super::write_all::write_all;
use super::{Context, Outcome, RunError};
use xwalk_emit::html::{TemplateError, Templates};
use xwalk_host::Host;

/// Writes all templates into a folder; nothing if one of them is there already.
pub fn run(arguments: &TemplateFiles, context: Context<'_>) -> Result<Outcome, RunError> {
    let Context { host, common } = context;
    let folder = &arguments.output;
    let parts = Templates::parts();
    let files: Vec<(&str, &str)> = parts.iter().map(|part| (part.name, part.text)).collect();
    write_all(
        host,
        folder,
        &files,
        "`xwalk templates -o FOLDER`",
        common.quiet == 0,
    )?;
    Ok(Outcome::Clean)
}

/// The templates of the program, with those that a folder holds in their place.
pub fn with(host: &dyn Host, folder: Option<&Path>) -> Result<Templates, RunError> {
    let mut templates = Templates::default();
    let Some(folder) = folder else {
        return Ok(templates);
    };
    let shown = host.shortened(folder);
    if !host.is_folder(folder) {
        return Err(RunError::Usage(format!(
            "`{}` is not a folder, and `templates` in `xwalk.toml` names it; `xwalk templates -o {0}` writes one",
            shown.display()
        )));
    }
    let refused = |error: TemplateError| {
        RunError::Usage(format!("in the templates of {}: {error}", shown.display()))
    };
    // What begins with a point is not a template but belongs to the folder, such as `.gitignore`.
    let names = host.entries(folder)?.into_iter();
    for name in names.filter(|name| !name.starts_with('.')) {
        let text = host.read_text(&folder.join(&name))?;
        templates.replace(&name, text).map_err(refused)?;
    }
    templates.check().map_err(refused)?;
    Ok(templates)
}
