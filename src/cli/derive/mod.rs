//! `xwalk derive`: a mapping file with what is proved between two frameworks.

mod text;

use std::path::Path;

use super::args::{Common, Derive};
use super::{Outcome, RunError, Workspace, find, findings, host};
use crate::analysis::{self, prove_between};
use crate::format::format;
use crate::source::{Origin, Source};

use text::Derived;

pub fn run(arguments: &Derive, common: &Common) -> Result<Outcome, RunError> {
    let workspace = Workspace::open(arguments.workspace.path(), common)?;
    let compilation = workspace.compile(common)?;
    let outcome = findings::show_losses(&compilation.diagnostics, &workspace.sources, common)?;
    let model = &compilation.model;
    let [from, to] = [
        find::framework(model, &arguments.from)?,
        find::framework(model, &arguments.to)?,
    ];
    let [source, target] = [from, to].map(|id| model.frameworks[id].label());
    if from == to {
        return Err(RunError::Usage(format!(
            "a mapping goes from one framework to another, and `{source}` is named twice"
        )));
    }
    if let Some(path) = &arguments.output {
        refuse_to_overwrite(path, arguments.force)?;
    }
    let logic = compilation.decided(analysis::Options {
        status_floor: arguments.status,
    });
    let proved = prove_between(model, &logic, from, to);
    if proved.is_empty() {
        if common.quiet < 2 {
            host::tell(&format!(
                "nothing is proved between {source} and {target} that rows do not say themselves; nothing is written\n"
            ));
        }
        return Ok(outcome);
    }
    let derived = Derived {
        model,
        sources: &workspace.sources,
        from,
        to,
    };
    let text = canonical(derived.file(&proved))?;
    match &arguments.output {
        None => host::print(&findings::safe(&text))?,
        Some(path) => {
            if host::exists(path) {
                host::replace(path, text.as_bytes())?;
            } else {
                host::write_new(path, text.as_bytes())?;
            }
            if common.quiet < 2 {
                let rows = proved.len();
                let plural = if rows == 1 { "" } else { "s" };
                host::print(&format!(
                    "wrote {}: {rows} row{plural} to review\n",
                    path.display()
                ))?;
            }
        }
    }
    Ok(outcome)
}

fn refuse_to_overwrite(path: &Path, force: bool) -> Result<(), RunError> {
    if host::exists(path) && !force {
        return Err(RunError::Output(format!(
            "{} exists already; name another file, or overwrite it with `--force`",
            path.display()
        )));
    }
    Ok(())
}

/// The text as `xwalk fmt` writes it.
fn canonical(text: String) -> Result<String, RunError> {
    let source = Source::new("derived.xwalk", text, Origin::Workspace);
    format(&source)
        .map_err(|reason| RunError::Output(format!("the mapping cannot be written: {reason}")))
}
