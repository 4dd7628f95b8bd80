//! `xwalk check`: find out what is wrong.

use super::args::Check;
use super::present::present;
use super::{Context, Outcome, RunError, findings};
use xwalk_model::Model;
use xwalk_workspace::Workspace;

pub fn run(arguments: &Check, context: Context<'_>) -> Result<Outcome, RunError> {
    let Context { host, common } = context;
    let workspace = context.open(&arguments.paths)?;
    let mut compilation = context.compile(&workspace)?;
    let present = present(host, &workspace, &compilation.model, arguments.date)?;
    compilation.look_at(&present, &workspace.sources, &workspace.levels);
    let outcome = findings::show(
        &compilation.diagnostics,
        &workspace.sources,
        arguments.report.format,
        context,
    )?;
    if common.quiet == 0 {
        host.tell(&summary(
            &workspace,
            &compilation.model,
            compilation.diagnostics.is_empty(),
        ));
    }
    Ok(outcome)
}

fn summary(workspace: &Workspace, model: &Model<'_>, clean: bool) -> String {
    let mut text = format!(
        "checked {} frameworks, {} mappings, {} claims{}\n",
        model.frameworks.len(),
        model.mappings.len(),
        model.rows.len(),
        if clean { ": nothing to report" } else { "" },
    );
    if !workspace.has_own_files() {
        text.push_str("these come with the program: no path was given, and there is no xwalk.toml here or above\n");
    }
    text
}
