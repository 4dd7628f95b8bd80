//! Frameworks and controls as templates name them.

use serde::Serialize;

use super::anchors::Anchors;
use super::view::view;
use xwalk_report::{ControlAt, FrameworkAt, Report};

view! {
    /// A control by its name.
    #[derive(Serialize)]
    pub(super) struct Named<'r> {
        /// The link to its section.
        link: &'r str,
        /// Its identifier.
        identifier: &'r str,
        /// Its title.
        title: &'r str,
        /// The short name of its framework.
        framework: &'r str,
    }
}

impl<'r> Named<'r> {
    /// The control at a position of the report.
    pub(super) fn of(report: &'r Report<'_>, anchors: &'r Anchors, position: ControlAt) -> Self {
        let control = &report.controls[position];
        Self {
            link: anchors.link(position),
            identifier: control.identifier,
            title: &control.title,
            framework: short(report, control.framework),
        }
    }

    /// The controls at several positions.
    pub(super) fn all<'p>(
        report: &'r Report<'_>,
        anchors: &'r Anchors,
        positions: impl IntoIterator<Item = &'p ControlAt>,
    ) -> Vec<Self> {
        let positions = positions.into_iter();
        positions
            .map(|&position| Self::of(report, anchors, position))
            .collect()
    }
}

/// The short name of the framework at a position of the report.
pub(super) fn short<'r>(report: &'r Report<'_>, framework: FrameworkAt) -> &'r str {
    &report.frameworks[framework].short
}
