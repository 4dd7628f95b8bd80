//! Frameworks and their controls.

use std::borrow::Cow;

use super::table::{Columns, list, maybe, shown, table};
use xwalk_report::{Activity, Control, ControlAt, Framework, Report, Withdrawn};

/// `frameworks.csv`: one line per framework.
pub(super) fn frameworks<'r>(report: &'r Report<'r>) -> csv::Result<Vec<u8>> {
    let columns: &Columns<'r, &'r Framework<'r>> = &[
        ("framework", |_, framework| framework.key.as_str().into()),
        ("heading", |_, framework| framework.heading.as_str().into()),
        ("short", |_, framework| framework.short.as_str().into()),
        ("title", |_, framework| framework.title.into()),
        ("edition", |_, framework| framework.edition.into()),
        ("publisher", |_, framework| maybe(framework.publisher)),
        ("published", |_, framework| {
            framework.published.map_or(Cow::Borrowed(""), shown)
        }),
        ("url", |_, framework| maybe(framework.url)),
        ("licence", |_, framework| maybe(framework.licence)),
        ("language", |_, framework| maybe(framework.language)),
        ("nesting", |_, framework| framework.nesting.word().into()),
        ("controls", |_, framework| shown(framework.controls.len())),
        ("assessable", |_, framework| shown(framework.assessable)),
        ("reconstruction", |_, framework| {
            maybe(framework.reconstruction)
        }),
        ("doc", |_, framework| maybe(framework.doc)),
        ("place", |_, framework| framework.place.as_str().into()),
    ];
    table(report, columns, report.frameworks.values())
}

/// `controls.csv`: one line per control.
pub(super) fn controls<'r>(report: &'r Report<'r>) -> csv::Result<Vec<u8>> {
    let columns: &Columns<'r, (ControlAt, &'r Control<'r>)> = &[
        ("control", |names, (at, _)| names.qualified(*at).into()),
        ("framework", |names, (_, control)| {
            names.framework(control.framework).into()
        }),
        ("identifier", |_, (_, control)| control.identifier.into()),
        ("title", |_, (_, control)| control.title.as_ref().into()),
        ("level", |_, (_, control)| control.level.as_ref().into()),
        ("depth", |_, (_, control)| shown(control.depth)),
        ("parent", |names, (_, control)| {
            let parent = control.parent;
            parent.map_or(Cow::Borrowed(""), |parent| names.qualified(parent).into())
        }),
        ("section", |names, (_, control)| {
            names.qualified(control.section).into()
        }),
        ("assessable", |_, (_, control)| shown(control.assessable)),
        ("tags", |_, (_, control)| list(control.tags)),
        ("aliases", |_, (_, control)| list(control.aliases)),
        ("superseded_by", |names, (_, control)| {
            let by = control.superseded.iter().flat_map(|one| &one.by);
            list(by.map(|control| names.qualified(*control)))
        }),
        ("superseded_on", |_, (_, control)| {
            let superseded = control.superseded.as_ref();
            superseded.map_or(Cow::Borrowed(""), |superseded| shown(superseded.on))
        }),
        ("doc", |_, (_, control)| maybe(control.doc)),
        ("text", |_, (_, control)| maybe(control.text)),
        ("place", |_, (_, control)| control.place.as_str().into()),
    ];
    table(report, columns, report.controls.iter())
}

/// `activities.csv`: one line per key activity or maturity indicator.
pub(super) fn activities<'r>(report: &'r Report<'r>) -> csv::Result<Vec<u8>> {
    let columns: &Columns<'r, (ControlAt, &'r Activity<'r>)> = &[
        ("control", |names, (control, _)| {
            names.qualified(*control).into()
        }),
        ("kind", |_, (_, activity)| activity.kind.word().into()),
        ("title", |_, (_, activity)| activity.title.into()),
        ("on", |names, (_, activity)| {
            list(activity.on.iter().map(|control| names.qualified(*control)))
        }),
    ];
    let controls = report.controls.iter();
    let records = controls.flat_map(|(at, control)| {
        let activities = control.activities.iter();
        activities.map(move |activity| (at, activity))
    });
    table(report, columns, records)
}

/// `withdrawn.csv`: one line per identifier that is no longer used.
pub(super) fn withdrawn<'r>(report: &'r Report<'r>) -> csv::Result<Vec<u8>> {
    let columns: &Columns<'r, (&'r Framework<'r>, &'r Withdrawn<'r>)> = &[
        ("control", |_, (framework, gone)| {
            shown(format!("{}:{}", framework.key, gone.identifier))
        }),
        ("successors", |names, (_, gone)| {
            let successors = gone.successors.iter();
            list(successors.map(|control| names.qualified(*control)))
        }),
        ("reason", |_, (_, gone)| maybe(gone.reason)),
    ];
    let frameworks = report.frameworks.values();
    let records = frameworks.flat_map(|framework| {
        let withdrawn = framework.withdrawn.iter();
        withdrawn.map(move |gone| (framework, gone))
    });
    table(report, columns, records)
}
