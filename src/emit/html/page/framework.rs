//! A framework as the templates see it.

use serde::Serialize;

use super::parts::{Counted, counted};
use crate::emit::html::anchors::{self, Anchors};
use crate::report::{Framework, Report};

#[derive(Serialize)]
pub(super) struct FrameworkView<'r> {
    index: usize,
    id: String,
    link: String,
    key: &'r str,
    heading: &'r str,
    short: &'r str,
    doc: Option<&'r str>,
    publisher: Option<&'r str>,
    published: Option<String>,
    url: Option<&'r str>,
    licence: Option<&'r str>,
    language: &'r str,
    nesting: &'r str,
    reconstruction: Option<&'r str>,
    tiers: Vec<Tier<'r>>,
    controls: usize,
    assessable: usize,
    levels: Vec<Counted<'r>>,
    sections: Vec<Named<'r>>,
    withdrawn: Vec<WithdrawnView<'r>>,
    place: &'r str,
}

#[derive(Serialize)]
struct Tier<'r> {
    number: u32,
    title: &'r str,
}

#[derive(Serialize)]
struct WithdrawnView<'r> {
    identifier: &'r str,
    successors: Vec<Named<'r>>,
    reason: Option<&'r str>,
}

#[derive(Serialize)]
struct Named<'r> {
    link: String,
    identifier: &'r str,
    title: &'r str,
}

pub(super) fn framework<'r>(
    report: &'r Report<'_>,
    anchors: &'r Anchors,
    index: usize,
    framework: &'r Framework<'_>,
) -> FrameworkView<'r> {
    let named = |at: usize| {
        let control = report.controls.get(at)?;
        Some(Named {
            link: anchors::link(anchors.control(at)),
            identifier: control.identifier,
            title: &control.title,
        })
    };
    let top = |at: &usize| {
        report
            .controls
            .get(*at)
            .is_some_and(|control| control.parent.is_none())
    };
    FrameworkView {
        index,
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
        nesting: framework.nesting,
        reconstruction: framework.reconstruction,
        tiers: framework
            .tiers
            .iter()
            .map(|&(number, title)| Tier { number, title })
            .collect(),
        controls: framework.controls.len(),
        assessable: framework.assessable,
        levels: framework
            .levels
            .iter()
            .map(|level| counted(&level.name, String::new(), level.controls))
            .collect(),
        sections: framework
            .controls
            .clone()
            .filter(top)
            .filter_map(named)
            .collect(),
        withdrawn: framework
            .withdrawn
            .iter()
            .map(|withdrawn| WithdrawnView {
                identifier: withdrawn.identifier,
                successors: withdrawn
                    .successors
                    .iter()
                    .copied()
                    .filter_map(named)
                    .collect(),
                reason: withdrawn.reason,
            })
            .collect(),
        place: &framework.place,
    }
}
