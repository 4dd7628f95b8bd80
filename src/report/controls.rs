//! The controls of a report.

use std::borrow::Cow;

use super::context::Context;
use super::{Activity, Control, ControlAt, Proved, ProvedAt, RowAt, Superseded};
use xwalk_model::{ControlId, Id, Table};

/// All controls; those of one framework are contiguous and in preorder.
pub(super) fn controls<'m>(
    context: &Context<'_, 'm, '_>,
    proved: &Table<ProvedAt, Proved<'m>>,
) -> Table<ControlAt, Control<'m>> {
    let model = context.model;
    let mut rows = rows_by_control(context).into_iter();
    let mut controls: Table<ControlAt, Control<'m>> = Table::default();
    for (at, id) in context.selection.frameworks.iter() {
        let framework = &model.frameworks[*id];
        for (id, control) in model.controls_of(*id) {
            let position = controls.next_id();
            let parent = control
                .parent
                .and_then(|parent| context.selection.control(model, parent));
            // Parents come before their children.
            let section = parent.map_or(position, |parent| controls[parent].section);
            controls.push(Control {
                framework: at,
                identifier: control.identifier,
                title: Cow::Borrowed(context.wordings.title(id, control)),
                depth: control.depth,
                level: framework.level_name(control.depth),
                parent,
                section,
                assessable: control.assessable,
                doc: control.doc.as_deref(),
                text: context.wordings.text(id, control),
                tags: &control.tags,
                aliases: &control.aliases,
                superseded: superseded(context, control),
                activities: activities(context, control),
                rows: rows.next().unwrap_or_default(),
                proved: Vec::new(),
                place: context.sources.file_line(control.place),
            });
        }
    }
    for (at, pair) in proved.iter() {
        for end in [pair.source, pair.target] {
            controls[end].proved.push(at);
        }
    }
    controls
}

fn superseded(
    context: &Context<'_, '_, '_>,
    control: &xwalk_model::Control<'_>,
) -> Option<Superseded> {
    let superseded = control.superseded.as_deref()?;
    Some(Superseded {
        by: context.selection.controls(context.model, &superseded.by),
        on: superseded.on,
    })
}

fn activities<'m>(
    context: &Context<'_, 'm, '_>,
    control: &'m xwalk_model::Control<'_>,
) -> Vec<Activity<'m>> {
    let activities = control.activities.iter();
    activities
        .map(|activity| Activity {
            kind: activity.kind,
            title: &activity.title,
            on: context.selection.controls(context.model, &activity.on),
        })
        .collect()
}

/// For each control of the report, the rows that name it, ascending.
fn rows_by_control(context: &Context<'_, '_, '_>) -> Vec<Vec<RowAt>> {
    let (model, selection) = (context.model, &context.selection);
    let count = selection
        .frameworks
        .values()
        .map(|id| {
            model.frameworks[*id].end_control.index() - model.frameworks[*id].first_control.index()
        })
        .sum();
    let mut rows = vec![Vec::new(); count];
    let mut note = |control: &ControlId, row: RowAt| {
        let at = selection.control(model, *control);
        if let Some(rows) = at.and_then(|at| rows.get_mut(at.index())) {
            rows.push(row);
        }
    };
    for mapping in selection.mappings.values() {
        let positions = selection.rows_of(model, *mapping);
        for ((_, row), at) in model.rows_of(*mapping).zip(positions.iter()) {
            let ends = row.source.controls().iter().chain(row.target.controls());
            ends.for_each(|control| note(control, at));
        }
    }
    rows
}
