//! The frameworks of a report.

use super::context::Context;
use super::{Framework, FrameworkAt, LevelTally, Withdrawn, names};
use xwalk_model::{FrameworkId, Table};

/// The frameworks, by name and edition.
pub(super) fn frameworks<'m>(context: &Context<'_, 'm, '_>) -> Table<FrameworkAt, Framework<'m>> {
    let kept = &context.selection.frameworks;
    kept.values().map(|id| framework(context, *id)).collect()
}

fn framework<'m>(context: &Context<'_, 'm, '_>, id: FrameworkId) -> Framework<'m> {
    let (model, selection) = (context.model, &context.selection);
    let declared = &model.frameworks[id];
    let withdrawn = declared.withdrawn.iter().map(|withdrawn| {
        let elsewhere = withdrawn.successors.iter();
        let elsewhere = elsewhere.filter(|id| selection.control(model, **id).is_none());
        Withdrawn {
            identifier: withdrawn.identifier,
            successors: selection.controls(model, &withdrawn.successors),
            successors_elsewhere: elsewhere.map(|id| model.qualified(*id)).collect(),
            reason: withdrawn.reason.as_deref(),
        }
    });
    let tiers = declared.tiers.iter();
    Framework {
        key: declared.label(),
        heading: names::heading(declared),
        short: names::short(declared),
        edition: declared.edition,
        title: &declared.title,
        doc: declared.doc.as_deref(),
        publisher: declared.publisher.as_deref(),
        published: declared.published,
        url: declared.url.as_deref(),
        licence: declared.licence.as_deref(),
        language: declared.language,
        nesting: declared.nesting,
        reconstruction: declared.reconstruction.as_deref(),
        tiers: tiers
            .map(|tier| (tier.number, tier.title.as_ref()))
            .collect(),
        controls: selection.controls_of(model, id),
        assessable: model.assessable(id).count(),
        levels: levels(context, id),
        withdrawn: withdrawn.collect(),
        place: context.sources.file_line(declared.place),
    }
}

fn levels(context: &Context<'_, '_, '_>, id: FrameworkId) -> Vec<LevelTally> {
    let declared = &context.model.frameworks[id];
    let mut levels: Vec<LevelTally> = Vec::new();
    for (_, control) in context.model.controls_of(id) {
        while levels.len() <= usize::from(control.depth) {
            let depth = u8::try_from(levels.len()).unwrap_or(u8::MAX);
            let name = declared.level_name(depth).into_owned();
            levels.push(LevelTally { name, controls: 0 });
        }
        if let Some(level) = levels.get_mut(usize::from(control.depth)) {
            level.controls += 1;
        }
    }
    levels
}
