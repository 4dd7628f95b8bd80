//! What the report is, from what, when.

use std::borrow::Cow;

use super::context::Context;
use super::{Caveat, Choice, Framework, FrameworkAt, LeftOut, Meta};
use xwalk_model::{Id, Table};

/// The framework that crosswalks start from where nobody chose another: the one for whose users this was made.
const USUAL_PIVOT: &str = "iso-ts-27103";

/// What the report is, from what, when.
pub(super) fn meta<'m>(
    context: &Context<'_, 'm, '_>,
    frameworks: &Table<FrameworkAt, Framework<'m>>,
) -> Meta<'m> {
    let pivot = pivot(context);
    let title = context.options.title.clone().unwrap_or_else(|| {
        let pivot = pivot.map(|pivot| &frameworks[pivot]);
        pivot.map_or_else(
            || "Control framework crosswalks".to_owned(),
            |pivot| format!("Crosswalks from {}", pivot.heading),
        )
    });
    Meta {
        title,
        date: context.options.date,
        generator: concat!("xwalk ", env!("CARGO_PKG_VERSION")),
        public: context.options.public,
        status_floor: context.options.status_floor,
        pivot,
        caveats: caveats(frameworks),
        left_out: LeftOut::of(context.model, context.sources, &context.options.choice),
    }
}

fn caveats<'m>(frameworks: &Table<FrameworkAt, Framework<'m>>) -> Vec<Caveat<'m>> {
    let all = frameworks.iter();
    all.filter_map(|(at, framework)| {
        Some(Caveat {
            framework: at,
            text: Cow::Borrowed(framework.reconstruction?),
        })
    })
    .collect()
}

/// The framework asked for; else the first of those that the report was narrowed to; else what the workspace itself is
/// about; else the usual one, or the one that most rows name.
fn pivot(context: &Context<'_, '_, '_>) -> Option<FrameworkAt> {
    let selection = &context.selection;
    let options = context.options;
    let first = match &options.choice {
        Choice::Only(only) => only.first().copied(),
        Choice::Named { .. } | Choice::Everything => None,
    };
    let asked = options.pivot.or(first);
    let all: Vec<FrameworkAt> = selection.frameworks.ids().collect();
    asked
        .and_then(|id| selection.framework(id))
        .or_else(|| usual_or_busiest(context, &declared_by_workspace(context)))
        .or_else(|| start_of_own_mapping(context))
        .or_else(|| usual_or_busiest(context, &all))
}

/// The frameworks that the workspace declares itself.
fn declared_by_workspace(context: &Context<'_, '_, '_>) -> Vec<FrameworkAt> {
    let all = context.selection.frameworks.iter();
    all.filter(|(_, id)| context.sources.is_own(context.model.frameworks[**id].place))
        .map(|(at, _)| at)
        .collect()
}

/// Where the first mapping of the workspace itself starts from.
fn start_of_own_mapping(context: &Context<'_, '_, '_>) -> Option<FrameworkAt> {
    let mut mappings = context.selection.mappings.values();
    let own = mappings.find(|id| context.sources.is_own(context.model.mappings[**id].place))?;
    context
        .selection
        .framework(context.model.mappings[*own].from)
}

/// The latest edition of the usual pivot if it is among these, else the one that most rows name, the first of several.
fn usual_or_busiest(context: &Context<'_, '_, '_>, among: &[FrameworkAt]) -> Option<FrameworkAt> {
    let name = |at: FrameworkAt| {
        let id = context.selection.frameworks[at];
        context.model.frameworks[id].name
    };
    let usual = among.iter().rfind(|at| name(**at) == USUAL_PIVOT);
    let rows = rows_by_framework(context);
    // `max_by_key` takes the last of equals, and the first is wanted.
    let busiest = || among.iter().rev().max_by_key(|at| rows.get(at.index()));
    usual.or_else(busiest).copied()
}

/// How many rows of the report name each framework.
fn rows_by_framework(context: &Context<'_, '_, '_>) -> Vec<usize> {
    let mut rows = vec![0_usize; context.selection.frameworks.len()];
    for id in context.selection.mappings.values() {
        let mapping = &context.model.mappings[*id];
        let count = mapping.end_row.index() - mapping.first_row.index();
        for end in [mapping.from, mapping.to] {
            let at = context.selection.framework(end);
            if let Some(rows) = at.and_then(|at| rows.get_mut(at.index())) {
                *rows += count;
            }
        }
    }
    rows
}
