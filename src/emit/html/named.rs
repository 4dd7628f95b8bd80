//! Frameworks and controls as templates name them.

use super::anchors::{self, Anchors};
use super::view::view;
use crate::report::Report;

view! {
    /// A control by its name.
    pub(super) struct Named<'r> {
        /// The link to its section.
        link: String,
        /// Its identifier.
        pub(super) identifier: &'r str,
        /// Its title.
        title: &'r str,
        /// The short name of its framework.
        framework: &'r str,
    }
}

impl<'r> Named<'r> {
    /// The control at a position of the report.
    pub(super) fn of(report: &'r Report<'_>, anchors: &Anchors, at: usize) -> Option<Self> {
        let control = report.controls.get(at)?;
        Some(Self {
            link: anchors::link(anchors.control(at)),
            identifier: control.identifier,
            title: &control.title,
            framework: short(report, control.framework),
        })
    }
}

/// The short name of the framework at a position of the report.
pub(super) fn short<'r>(report: &'r Report<'_>, framework: usize) -> &'r str {
    let framework = report.frameworks.get(framework);
    framework.map_or("", |framework| &framework.short)
}
