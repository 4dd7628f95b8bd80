//! The lead's part: everything that the work is planned from, section by section.

mod conditions;
mod evidence;
mod frameworks;
mod gaps;
mod governance;
mod indicators;
mod playbooks;
mod profile;
mod risks;
mod roadmap;
mod technology;

use super::page::Page;
use crate::emit::html::markup::Markup;

/// The `id` of a section, its title, its HTML.
pub(super) type Section = (&'static str, &'static str, String);

/// A section: its `id`, its title, who writes it.
type Part = (&'static str, &'static str, fn(&mut Markup, Page<'_>));

/// All sections, in reading order.
const PARTS: &[Part] = &[
    (
        "frameworks",
        "Frameworks side by side",
        frameworks::frameworks,
    ),
    ("profile", "Profile", profile::profile),
    ("changes", "What changed", profile::changes),
    ("gaps", "Gaps", gaps::gaps),
    ("evidence", "Evidence", evidence::evidence),
    ("roadmap", "Roadmap", roadmap::roadmaps),
    ("risks", "Risks", risks::risks),
    ("conditions", "Conditions", conditions::conditions),
    (
        "indicators",
        "Key activities and indicators",
        indicators::indicators,
    ),
    ("governance", "Governance", governance::governance),
    ("technology", "Technology", technology::technology),
    ("playbooks", "Playbooks", playbooks::playbooks),
];

/// The sections of this posture.
pub(super) fn sections(page: Page<'_>) -> Vec<Section> {
    let parts = PARTS.iter();
    parts
        .map(|(id, title, write)| {
            let mut markup = Markup::default();
            write(&mut markup, page);
            (*id, *title, markup.finish())
        })
        .collect()
}

/// The sections one after the other.
pub(super) fn together(sections: &[Section]) -> String {
    let mut markup = Markup::default();
    for (id, title, html) in sections {
        markup.raw("<section class=\"part\" id=\"").raw(id);
        markup
            .raw("\" tabindex=\"-1\"><h3>")
            .raw(title)
            .raw("</h3>");
        markup.html(html).raw("</section>");
    }
    markup.finish()
}
