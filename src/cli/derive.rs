//! `xwalk derive`: a mapping file with what is proved between two frameworks.

use super::args::Derive;
use super::deliver::{deliver, refuse_to_overwrite};
use super::{Context, Outcome, RunError, find, findings};
use xwalk_analysis::{prove_between, related_between};
use xwalk_report::counted;
use xwalk_report::drafts::derived;

pub fn run(arguments: &Derive, context: Context<'_>) -> Result<Outcome, RunError> {
    let Context { host, common } = context;
    let workspace = context.open(arguments.workspace.path())?;
    let (compilation, outcome) = context.asked(&workspace)?;
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
    refuse_to_overwrite(host, &arguments.output)?;
    let logic = compilation.decided(xwalk_analysis::Options {
        status_floor: arguments.status,
    });
    let proved = prove_between(model, &logic, from, to);
    let related = related_between(model, &logic, from, to);
    if proved.is_empty() && related.is_empty() {
        if common.quiet < 2 {
            host.tell(&format!(
                "nothing is proved between {source} and {target} that rows do not already state; nothing is written\n"
            ));
        }
        return Ok(outcome);
    }
    let parts = derived(model, &workspace.sources, [from, to], &proved, &related);
    let written = deliver(host, &parts, &arguments.output)?;
    if let Some(path) = written.filter(|_| common.quiet < 2) {
        let rows = proved.len() + related.len();
        host.print(&format!(
            "wrote {}: {} to review\n",
            findings::written(path),
            counted(rows, "row", "rows")
        ))?;
    }
    Ok(outcome)
}
