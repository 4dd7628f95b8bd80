//! `xwalk check`: find out what is wrong.

use super::args::Check;
use super::present::present;
use super::{Context, Outcome, RunError, findings};
use xwalk_model::{Id as _, Model};
use xwalk_report::counted;
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
    let sources = &workspace.sources;
    let [own, others] = [true, false].map(|is_own| {
        let is_counted = |place| sources.is_own(place) == is_own;
        let frameworks = model.frameworks.values();
        let frameworks = frameworks.filter(|it| is_counted(it.place)).count();
        let mappings = model.mappings.values().filter(|it| is_counted(it.place));
        let claims = mappings.clone();
        let claims = claims.map(|it| it.end_row.index() - it.first_row.index());
        [frameworks, mappings.count(), claims.sum()]
    });
    let clean = if clean { ": nothing to report" } else { "" };
    match (workspace.has_own_files(), others) {
        (true, [0, 0, 0]) => format!("checked {}{clean}\n", counts(own)),
        (true, others) => format!(
            "checked {}, beside {} that come with the program{clean}\n",
            counts(own),
            counts(others)
        ),
        (false, others) => format!(
            "checked {}{clean}\nthese come with the program: no path was given, and there is no xwalk.toml here or above\n",
            counts(others)
        ),
    }
}

/// `1 framework, 2 mappings, 30 claims`.
fn counts([frameworks, mappings, claims]: [usize; 3]) -> String {
    let counts = [
        counted(frameworks, "framework", "frameworks"),
        counted(mappings, "mapping", "mappings"),
        counted(claims, "claim", "claims"),
    ];
    counts.join(", ")
}
