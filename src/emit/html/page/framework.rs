//! A framework as the templates see it.

use std::borrow::Cow;

use serde::Serialize;

use super::parts::{Counted, counted};
use crate::anchors::{self, Anchors};
use crate::named::{Named, short};
use crate::view::view;
use xwalk_format::names::Names;
use xwalk_report::{ControlAt, Framework, FrameworkAt, Id as _, Report};

view! {
    /// A framework.
    #[derive(Serialize)]
    pub(crate) struct FrameworkView<'r> {
        /// The position, which names its fragments.
        index: usize,
        /// The `id` of its place in the page.
        id: String,
        /// The link to it.
        link: String,
        /// The key.
        key: &'r str,
        /// The full name.
        heading: &'r str,
        /// The short name.
        short: &'r str,
        /// What its author says about it.
        doc: Option<&'r str>,
        /// The publisher.
        publisher: Option<&'r str>,
        /// The day of publication.
        published: Option<String>,
        /// Where that is available.
        url: Option<&'r str>,
        /// The licence.
        licence: Option<&'r str>,
        /// The language of its titles.
        language: &'r str,
        /// How controls nest.
        nesting: &'r str,
        /// What was reconstructed, and from what.
        reconstruction: Option<&'r str>,
        /// The tiers that it knows.
        tiers: Vec<Tier<'r>>,
        /// How many controls there are.
        controls: usize,
        /// How many controls are assessable.
        assessable: usize,
        /// How many controls there are on each level.
        levels: Vec<Counted<'r>>,
        /// The controls at the top.
        sections: Vec<Named<'r>>,
        /// Identifiers that are no longer used.
        withdrawn: Vec<WithdrawnView<'r>>,
        /// Where it is, file and line.
        place: &'r str,
    }
}

view! {
    #[derive(Serialize)]
    struct Tier<'r> {
        /// The number.
        number: usize,
        /// The title.
        title: &'r str,
    }
}

view! {
    #[derive(Serialize)]
    struct WithdrawnView<'r> {
        /// The identifier.
        identifier: &'r str,
        /// What replaces it.
        successors: Vec<Successor<'r>>,
        /// The reason.
        reason: Option<&'r str>,
    }
}

view! {
    /// A control that replaces an identifier.
    #[derive(Serialize)]
    struct Successor<'r> {
        /// The link to its section.
        link: &'r str,
        /// Its identifier, with its framework where that is another one.
        identifier: Cow<'r, str>,
        /// Its title.
        title: &'r str,
        /// The short name of its framework.
        framework: &'r str,
    }
}

impl<'r> Successor<'r> {
    /// The control as it is seen from a framework.
    fn of(
        report: &'r Report<'_>,
        anchors: &'r Anchors,
        home: FrameworkAt,
        position: ControlAt,
    ) -> Self {
        let names = Names::new(report);
        Self {
            link: anchors.link(position),
            identifier: names.seen_from(home, position),
            title: names.title(position),
            framework: short(report, report.controls[position].framework),
        }
    }
}

pub(super) fn framework<'r>(
    report: &'r Report<'_>,
    anchors: &'r Anchors,
    index: FrameworkAt,
    framework: &'r Framework<'_>,
) -> FrameworkView<'r> {
    let named = |position| Named::of(report, anchors, position);
    let successor = |position: &ControlAt| Successor::of(report, anchors, index, *position);
    let top = |position: &ControlAt| report.controls[*position].parent.is_none();
    FrameworkView {
        index: index.index(),
        id: anchors::framework(framework),
        link: anchors::link(&anchors::framework(framework)),
        key: &framework.key,
        heading: &framework.heading,
        short: &framework.short,
        doc: framework.doc,
        publisher: framework.publisher,
        published: framework.published.map(|date| date.to_string()),
        url: anchors::outward(framework.url),
        licence: framework.licence,
        language: framework.language.unwrap_or("en"),
        nesting: framework.nesting.word(),
        reconstruction: framework.reconstruction,
        tiers: framework
            .tiers
            .iter()
            .map(|&(number, title)| Tier {
                number: usize::try_from(number).unwrap_or(usize::MAX),
                title,
            })
            .collect(),
        controls: framework.controls.len(),
        assessable: framework.assessable,
        levels: framework
            .levels
            .iter()
            .map(|level| counted(&level.name, String::new(), level.controls))
            .collect(),
        sections: framework.controls.iter().filter(top).map(named).collect(),
        withdrawn: framework
            .withdrawn
            .iter()
            .map(|withdrawn| WithdrawnView {
                identifier: withdrawn.identifier,
                successors: withdrawn.successors.iter().map(successor).collect(),
                reason: withdrawn.reason,
            })
            .collect(),
        place: &framework.place,
    }
}
