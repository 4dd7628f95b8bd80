//! The sections of the controls: the essential of everything that is known of each, without scripts.

mod row;
mod verdicts;

use std::collections::BTreeMap;

use self::row::RowView;
use self::verdicts::{VerdictsBy, verdicts};
use super::anchors::Anchors;
use super::arguments::Arguments;
use super::contradictions;
use super::named::Named;
use super::proved::{ProvedWith, Written, proved_with};
use super::view::view;
use xwalk_report::{Activity, Control, ControlAt, FrameworkAt, Id as _, Report, RowAt};

view! {
    /// A control.
    pub(super) struct ControlView<'r> {
        /// Its position in the data of the page.
        position: usize,
        /// The `id` of its place in the page.
        id: &'r str,
        /// The link to it.
        link: &'r str,
        /// Its identifier.
        identifier: &'r str,
        /// Its title.
        title: &'r str,
        /// Whether it is at the top of its framework.
        is_top: bool,
        /// The controls in which it is nested, from the top.
        above: Vec<Named<'r>>,
        /// The name of its level.
        level: &'r str,
        /// Whether it is assessed by itself.
        assessable: bool,
        /// What took its place, if it no longer applies.
        superseded: Option<SupersededView<'r>>,
        /// Its tags.
        tags: Vec<&'r str>,
        /// Its other identifiers.
        aliases: Vec<&'r str>,
        /// What its author says about it.
        doc: Option<&'r str>,
        /// Its wording, where that may be shown.
        text: Option<&'r str>,
        /// Its key activities and maturity indicators.
        activities: Vec<ActivityView<'r>>,
        /// What becomes of it if another framework is fulfilled, for each that anything connects with it.
        verdicts: Vec<VerdictsBy<'r>>,
        /// The rows that name it.
        rows: Vec<RowView<'r>>,
        /// What is proved about it, by the framework of the other control.
        proved: Vec<ProvedWith<'r>>,
    }
}

view! {
    /// That a control no longer applies.
    struct SupersededView<'r> {
        /// Since when.
        on: String,
        /// The controls that took its place.
        by: Vec<Named<'r>>,
    }
}

view! {
    /// A key activity or maturity indicator.
    struct ActivityView<'r> {
        /// Which of the two.
        kind: &'static str,
        /// Its title.
        title: &'r str,
        /// The controls that carry it.
        on: Vec<Named<'r>>,
    }
}

/// Makes the sections of the controls.
pub(super) struct Sections<'r, 'm> {
    report: &'r Report<'m>,
    anchors: &'r Anchors,
    written: Written,
    /// The contradiction in which each disputed row stands.
    disputed: BTreeMap<RowAt, usize>,
}

impl<'r, 'm> Sections<'r, 'm> {
    pub(super) fn of(report: &'r Report<'m>, anchors: &'r Anchors) -> Self {
        Self {
            report,
            anchors,
            written: Written::of(report),
            disputed: contradictions::disputed(report),
        }
    }

    /// The controls of one framework, in preorder.
    pub(super) fn controls(&self, framework: FrameworkAt) -> impl Iterator<Item = ControlView<'r>> {
        let controls = self.report.frameworks[framework].controls;
        controls.iter().map(|position| self.control(position))
    }

    fn control(&self, position: ControlAt) -> ControlView<'r> {
        let Self {
            report, anchors, ..
        } = *self;
        let control = &report.controls[position];
        let activities = control.activities.iter();
        let rows = control.rows.iter();
        ControlView {
            position: position.index(),
            id: anchors.control(position),
            link: anchors.link(position),
            identifier: control.identifier,
            title: &control.title,
            is_top: control.depth == 0,
            above: self.above(control),
            level: &control.level,
            assessable: control.assessable,
            superseded: control.superseded.as_ref().map(|one| SupersededView {
                on: one.on.to_string(),
                by: Named::all(report, anchors, &one.by),
            }),
            tags: control.tags.to_vec(),
            aliases: control.aliases.to_vec(),
            doc: control.doc,
            text: control.text,
            activities: activities.map(|one| self.activity(one)).collect(),
            verdicts: verdicts(report, position, control),
            rows: rows
                .map(|&row| {
                    let contradiction = self.disputed.get(&row).copied();
                    RowView::of(report, anchors, row, position, contradiction)
                })
                .collect(),
            proved: proved_with(Arguments { report, anchors }, &self.written, position),
        }
    }

    /// Where it stands in the hierarchy.
    fn above(&self, control: &Control<'_>) -> Vec<Named<'r>> {
        let parents = std::iter::successors(control.parent, |&parent| {
            self.report.controls[parent].parent
        });
        let mut above: Vec<_> = parents
            .map(|parent| Named::of(self.report, self.anchors, parent))
            .collect();
        above.reverse();
        above
    }

    fn activity(&self, activity: &'r Activity<'_>) -> ActivityView<'r> {
        ActivityView {
            kind: activity.kind.word(),
            title: activity.title,
            on: Named::all(self.report, self.anchors, &activity.on),
        }
    }
}
