//! `xwalk overlap`: what has to be assessed only once, although several frameworks ask for it.

use super::args::Overlap as Arguments;
use super::choice::Asked;
use super::columns::Columns;
use super::contract::{Contract, contract};
use super::{Context, Outcome, RunError, find};
use xwalk_analysis::Options;
use xwalk_model::{FrameworkId, Model};
use xwalk_report::answers::{Covering, WhatIsSpared};
use xwalk_report::{Choice, LeftOut};
use xwalk_workspace::Workspace;

/// How many controls that cover others are shown, unless all are asked for.
const SHOWN: usize = 10;

/// The answer for programs.
pub const CONTRACT: Contract = contract!(
    "overlap" 1,
    "The answer of `overlap --format json`",
    "docs/answers/overlap.md",
    Contract::schema_of::<WhatIsSpared<'_>>
);

pub fn run(arguments: &Arguments, context: Context<'_>) -> Result<Outcome, RunError> {
    let question = &arguments.question;
    let workspace = context.open(question.workspace.path())?;
    let (compilation, outcome) = context.asked(&workspace)?;
    let model = &compilation.model;
    let (frameworks, not_looked_at) = frameworks(arguments, &workspace, model)?;
    let overlap = compilation.overlap(Options {
        status_floor: question.status,
    });
    let overlap = WhatIsSpared::among(model, &workspace.sources, &overlap, &frameworks);
    let shown = if arguments.all { usize::MAX } else { SHOWN };
    CONTRACT.answer(
        context.host,
        question.format,
        || text(&overlap, shown) + &not_looked_at,
        || &overlap,
    )?;
    Ok(outcome)
}

/// The frameworks that are named, in the order of the model, or those that `build` shows; and what there is to say of the
/// others.
fn frameworks(
    arguments: &Arguments,
    workspace: &Workspace,
    model: &Model<'_>,
) -> Result<(Vec<FrameworkId>, String), RunError> {
    let sources = &workspace.sources;
    if arguments.frameworks.is_empty() {
        let asked = Asked::of(&[], arguments.bundled, None, &workspace.settings.build);
        let (choice, _) = asked.choice(model)?;
        let left_out = LeftOut::of(model, sources, &choice).sentence();
        let said = left_out.map_or_else(String::new, |sentence| format!("\n{sentence}\n"));
        return Ok((choice.frameworks(model, sources), said));
    }
    let named = arguments.frameworks.iter();
    let named = named.map(|name| find::framework(model, name));
    let named = Choice::Only(named.collect::<Result<_, _>>()?);
    Ok((named.frameworks(model, sources), String::new()))
}

fn text(overlap: &WhatIsSpared<'_>, shown: usize) -> String {
    let mut text = format!(
        "{} assessable controls of {} come to {} different things to assess.\n",
        overlap.assessable,
        overlap.frameworks.join(", "),
        overlap.distinct
    );
    text += &match overlap.spared {
        0 => "No two of them are proved to ask for the same thing.\n".to_owned(),
        1 => "1 assessment is saved if what is proved equal is assessed once.\n".to_owned(),
        spared => {
            format!("{spared} assessments are saved if what is proved equal is assessed once.\n")
        }
    };
    text += &classes(overlap);
    text += &covers(overlap, shown);
    if !overlap.classes.is_empty() || !overlap.covers.is_empty() {
        text += "\n`xwalk why A B` shows the proof for two controls A and B.\n";
    }
    text
}

fn classes(overlap: &WhatIsSpared<'_>) -> String {
    let mut columns = Columns::default();
    for class in &overlap.classes {
        columns.push([""]);
        for control in class {
            columns.push([&format!("  {control}"), control.title]);
        }
    }
    let text = columns.text();
    if text.is_empty() {
        text
    } else {
        format!("\nControls that ask for the same thing{text}")
    }
}

fn covers(overlap: &WhatIsSpared<'_>, shown: usize) -> String {
    let covers = &overlap.covers;
    if covers.is_empty() {
        return "\nNo control is proved to contain a control of another framework.\n".to_owned();
    }
    let mut text = "\nControls that cover most of other frameworks: whoever fulfils one fulfils all that it contains or equals\n".to_owned();
    text.extend(covers.iter().take(shown).map(cover));
    if covers.len() > shown {
        text += &format!(
            "\n{} more cover something; `--all` shows them.\n",
            covers.len() - shown
        );
    }
    text
}

/// One control, and what it covers, a line for each framework.
fn cover(covering: &Covering<'_>) -> String {
    let (control, covered) = (&covering.control, &covering.covers);
    let mut columns = Columns::default();
    let covers = format!("covers {}", covered.len());
    let cells = [&control.to_string(), control.title, &covers];
    columns.push(cells.into_iter().filter(|cell| !cell.is_empty()));
    let mut text = format!("\n  {}", columns.text());
    let mut columns = Columns::default();
    for of_one in covered.chunk_by(|one, next| one.framework == next.framework) {
        let framework = of_one.first().map_or("", |first| &first.framework);
        let names: Vec<&str> = of_one.iter().map(|control| control.identifier).collect();
        columns.push([format!("    {framework}"), names.join(", ")]);
    }
    text += &columns.text();
    text
}
