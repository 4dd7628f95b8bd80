//! What the report is, from what, when.

use std::borrow::Cow;

use super::build::Context;
use super::{Caveat, Framework, Meta};
use crate::model::{FrameworkId, Id};

/// The framework that crosswalks start from where nobody chose another: the one for whose users this was made.
const USUAL_PIVOT: &str = "iso-ts-27103";

/// What the report is, from what, when.
pub(super) fn meta<'m>(context: &Context<'_, 'm, '_>, frameworks: &[Framework<'m>]) -> Meta<'m> {
    let pivot = pivot(context);
    let title = context.options.title.clone().unwrap_or_else(|| {
        let pivot = pivot.and_then(|pivot| frameworks.get(pivot));
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
        status_floor: context.options.status_floor.word(),
        pivot,
        caveats: caveats(frameworks),
    }
}

fn caveats<'m>(frameworks: &[Framework<'m>]) -> Vec<Caveat<'m>> {
    let all = frameworks.iter().enumerate();
    all.filter_map(|(at, framework)| {
        Some(Caveat {
            framework: at,
            text: Cow::Borrowed(framework.reconstruction?),
        })
    })
    .collect()
}

/// The framework asked for, else the latest edition of the usual one, else the one that most rows name, the first of
/// several.
fn pivot(context: &Context<'_, '_, '_>) -> Option<usize> {
    let selection = &context.selection;
    let asked = context.options.pivot.and_then(|id| selection.framework(id));
    let name = |id: &FrameworkId| context.model.frameworks[*id].name;
    let usual = selection
        .frameworks
        .iter()
        .rposition(|id| name(id) == USUAL_PIVOT);
    asked.or(usual).or_else(|| busiest(context))
}

fn busiest(context: &Context<'_, '_, '_>) -> Option<usize> {
    let mut rows = vec![0_usize; context.selection.frameworks.len()];
    for id in &context.selection.mappings {
        let mapping = &context.model.mappings[*id];
        let count = mapping.end_row.index() - mapping.first_row.index();
        for end in [mapping.from, mapping.to] {
            let at = context.selection.framework(end);
            if let Some(rows) = at.and_then(|at| rows.get_mut(at)) {
                *rows += count;
            }
        }
    }
    // `max_by_key` takes the last of equals, and the first is wanted.
    let all = rows.into_iter().enumerate().rev();
    all.max_by_key(|(_, rows)| *rows).map(|(at, _)| at)
}
