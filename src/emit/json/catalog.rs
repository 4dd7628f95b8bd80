//! Frameworks and their controls.

use crate::JsonSchema;
use serde::Serialize;

use super::words::Identifiers;
use xwalk_format::names::Names;
use xwalk_report::published::{Day, FrameworkKey, RowId};
use xwalk_report::{FrameworkAt, Report};

/// A framework: a catalog of controls.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Framework<'r> {
    /// Its name with its edition, unique in the document.
    key: FrameworkKey<'r>,
    /// The title with the edition, as a heading.
    heading: &'r str,
    /// A name short enough for a column header.
    short: &'r str,
    /// The title as declared.
    title: &'r str,
    /// The edition.
    edition: &'r str,
    /// What it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    doc: Option<&'r str>,
    /// Who publishes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<&'r str>,
    /// When it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<Day>,
    /// Where it is available, as its author wrote it: not checked to be a link.
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'r str>,
    /// What may be done with its text.
    #[serde(skip_serializing_if = "Option::is_none")]
    licence: Option<&'r str>,
    /// The language of its titles.
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'r str>,
    /// What the hierarchy means: `group` is only an arrangement, in `subset` a control asks for part of what the one
    /// above it asks for, in `whole` the controls below one together ask for exactly what it asks for.
    #[schemars(extend("enum" = ["group", "subset", "whole"]))]
    nesting: &'static str,
    /// The caveat, if the framework was rebuilt from public summaries.
    #[serde(skip_serializing_if = "Option::is_none")]
    reconstruction: Option<&'r str>,
    /// Its tiers.
    tiers: Vec<Tier<'r>>,
    /// How many of its controls are assessable: percentages refer to these.
    assessable: usize,
    /// The levels of the hierarchy, outermost first.
    levels: Vec<Level<'r>>,
    /// Its controls, each before those nested in it.
    controls: Vec<Control<'r>>,
    /// Identifiers that it no longer uses.
    withdrawn: Vec<Withdrawn<'r>>,
    /// `file:line` of its header.
    place: &'r str,
}

/// A step of a framework's scale of tiers.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Tier<'r> {
    /// Its number.
    number: u32,
    /// Its name.
    title: &'r str,
}

/// A level of a framework's hierarchy.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Level<'r> {
    /// Its name.
    name: &'r str,
    /// How many controls are on it.
    controls: usize,
}

/// A control: something that a framework asks for.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Control<'r> {
    /// The identifier as the framework writes it, unique in the framework.
    identifier: &'r str,
    /// The title.
    title: &'r str,
    /// The name of its level.
    level: &'r str,
    /// Its depth, 0 at the top.
    depth: u8,
    /// The identifier of the control it is nested in; absent at the top.
    #[serde(skip_serializing_if = "Option::is_none")]
    parent: Option<&'r str>,
    /// The identifier of the top-level control above it; its own at the top.
    section: &'r str,
    /// Whether it is assessed by itself and counted.
    assessable: bool,
    /// What it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    doc: Option<&'r str>,
    /// The wording, where it may be shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'r str>,
    /// Free tags.
    tags: &'r [&'r str],
    /// Other identifiers of the same control.
    aliases: &'r [&'r str],
    /// That it no longer applies, since others took its place; absent where it applies.
    #[serde(skip_serializing_if = "Option::is_none")]
    superseded: Option<Superseded<'r>>,
    /// Key activities and maturity indicators.
    activities: Vec<Activity<'r>>,
    /// The rows that name it, on either side.
    rows: Vec<RowId>,
    /// `file:line`.
    place: &'r str,
}

/// That a control no longer applies: it is in no count, and its identifier stays valid.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Superseded<'r> {
    /// What took its place: identifiers of this framework.
    by: Identifiers<'r>,
    /// Since when.
    on: Day,
}

/// A key activity or maturity indicator (ISO/IEC TS 27103).
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Activity<'r> {
    /// Which of the two.
    #[schemars(extend("enum" = ["activity", "indicator"]))]
    kind: &'static str,
    /// Its name.
    title: &'r str,
    /// The controls that carry it: identifiers of this framework, others as `framework@edition:identifier`.
    on: Identifiers<'r>,
}

/// An identifier that a framework no longer uses.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Withdrawn<'r> {
    /// The identifier.
    identifier: &'r str,
    /// Where its content went: identifiers of this framework, others as `framework@edition:identifier`.
    successors: Identifiers<'r>,
    /// What happened.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'r str>,
}

impl<'r> Framework<'r> {
    /// All frameworks of the report.
    pub(super) fn all(report: &'r Report<'r>, names: Names<'r>) -> Vec<Self> {
        let frameworks = report.frameworks.iter();
        frameworks
            .map(|(home, framework)| {
                let controls = framework.controls.iter();
                let controls = controls.map(|control| &report.controls[control]);
                Self::new(home, framework, controls, names)
            })
            .collect()
    }

    fn new(
        home: FrameworkAt,
        framework: &'r xwalk_report::Framework<'r>,
        controls: impl Iterator<Item = &'r xwalk_report::Control<'r>>,
        names: Names<'r>,
    ) -> Self {
        let tiers = framework.tiers.iter();
        let levels = framework.levels.iter();
        let withdrawn = framework.withdrawn.iter();
        Self {
            key: FrameworkKey(&framework.key),
            heading: &framework.heading,
            short: &framework.short,
            title: framework.title,
            edition: framework.edition,
            doc: framework.doc,
            publisher: framework.publisher,
            published: framework.published.map(Day::of),
            url: framework.url,
            licence: framework.licence,
            language: framework.language,
            nesting: framework.nesting.word(),
            reconstruction: framework.reconstruction,
            tiers: tiers
                .map(|&(number, title)| Tier { number, title })
                .collect(),
            assessable: framework.assessable,
            levels: levels.map(Level::new).collect(),
            controls: controls
                .map(|control| Control::new(control, names))
                .collect(),
            withdrawn: withdrawn
                .map(|gone| Withdrawn::new(home, gone, names))
                .collect(),
            place: &framework.place,
        }
    }
}

impl<'r> Level<'r> {
    fn new(level: &'r xwalk_report::LevelTally) -> Self {
        Self {
            name: &level.name,
            controls: level.controls,
        }
    }
}

impl<'r> Control<'r> {
    fn new(control: &'r xwalk_report::Control<'r>, names: Names<'r>) -> Self {
        let superseded = control.superseded.as_ref();
        let activities = control.activities.iter();
        let rows = control.rows.iter();
        Self {
            identifier: control.identifier,
            title: &control.title,
            level: &control.level,
            depth: control.depth,
            parent: control.parent.map(|parent| names.identifier(parent)),
            section: names.identifier(control.section),
            assessable: control.assessable,
            doc: control.doc,
            text: control.text,
            tags: control.tags,
            aliases: control.aliases,
            superseded: superseded.map(|superseded| Superseded {
                by: names.all_seen_from(control.framework, &superseded.by),
                on: Day::of(superseded.on),
            }),
            activities: activities
                .map(|activity| Activity::new(control.framework, activity, names))
                .collect(),
            rows: rows.map(|row| RowId(names.row(*row))).collect(),
            place: &control.place,
        }
    }
}

impl<'r> Activity<'r> {
    fn new(home: FrameworkAt, activity: &'r xwalk_report::Activity<'r>, names: Names<'r>) -> Self {
        Self {
            kind: activity.kind.word(),
            title: activity.title,
            on: names.all_seen_from(home, &activity.on),
        }
    }
}

impl<'r> Withdrawn<'r> {
    fn new(
        home: FrameworkAt,
        withdrawn: &'r xwalk_report::Withdrawn<'r>,
        names: Names<'r>,
    ) -> Self {
        Self {
            identifier: withdrawn.identifier,
            successors: names.all_seen_from(home, &withdrawn.successors),
            reason: withdrawn.reason,
        }
    }
}
