//! What has to be assessed only once, and what single controls cover elsewhere.

use super::anchors::Anchors;
use super::named::{Named, short};
use super::view::view;
use xwalk_report::{ControlAt, Report};

view! {
    /// Controls that ask for the same.
    pub(super) struct Group<'r> {
        /// The controls.
        controls: Vec<Named<'r>>,
    }
}

view! {
    /// A control and what it covers.
    pub(super) struct Cover<'r> {
        /// The control.
        control: Named<'r>,
        /// How many controls it covers.
        count: usize,
        /// These controls, by framework.
        frameworks: Vec<Covered<'r>>,
    }
}

view! {
    /// The controls of one framework that are covered.
    struct Covered<'r> {
        /// The short name of the framework.
        short: &'r str,
        /// The controls.
        controls: Vec<Named<'r>>,
    }
}

/// The groups of controls that are equal.
pub(super) fn groups<'r>(
    report: &'r Report<'_>,
    anchors: &'r Anchors,
) -> impl Iterator<Item = Group<'r>> {
    report.overlap.classes.iter().map(|class| Group {
        controls: Named::all(report, anchors, class),
    })
}

/// What each control covers, for each that covers anything.
pub(super) fn covers<'r>(
    report: &'r Report<'_>,
    anchors: &'r Anchors,
) -> impl Iterator<Item = Cover<'r>> {
    let framework = |position: ControlAt| report.controls[position].framework;
    report.overlap.covers.iter().map(move |covers| {
        let groups = covers
            .covered
            .chunk_by(|one, next| framework(*one) == framework(*next));
        Cover {
            control: Named::of(report, anchors, covers.control),
            count: covers.covered.len(),
            frameworks: groups
                .filter_map(|group| {
                    Some(Covered {
                        short: short(report, framework(*group.first()?)),
                        controls: Named::all(report, anchors, group),
                    })
                })
                .collect(),
        }
    })
}
