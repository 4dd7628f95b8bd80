//! `xwalk pin`: write down what the workspace builds on.

use super::args::Pin;
use super::rewrite::rewrite;
use super::{Context, Outcome, RunError, findings};
use xwalk_compile::compile;
use xwalk_workspace::{Repinned, SETTINGS};

pub fn run(arguments: &Pin, context: Context<'_>) -> Result<Outcome, RunError> {
    let Context { host, common } = context;
    let workspace = context.open(arguments.workspace.path())?;
    let Some(root) = &workspace.root else {
        return Err(RunError::Usage(format!(
            "there is no {SETTINGS} here or above to write pins into; `xwalk init` begins a workspace"
        )));
    };
    // Older pins do not matter: they are what is written anew.
    let compilation = compile(&workspace.sources, &workspace.levels);
    let outcome = findings::show_errors(&compilation.diagnostics, &workspace.sources, context)?;
    if outcome == Outcome::Findings {
        return Ok(outcome);
    }
    let digests = workspace.in_use(&compilation.model);
    let path = root.join(SETTINGS);
    let text = host.read_text(&path)?;
    let repinned = Repinned::of(&text, digests)?;
    rewrite(host, &workspace.bounds, &path, &repinned.text)?;
    if common.quiet == 0 {
        host.print(&findings::safe(&repinned.changes))?;
    }
    Ok(Outcome::Clean)
}
