//! What technology there is, what it supports, and where it has holes.

use crate::emit::html::markup::Markup;
use crate::emit::html::pictures;
use crate::emit::html::posture::page::Page;
use crate::emit::html::posture::places::{Kind, Places, few};
use crate::emit::html::posture::table::{Column, Table, words as column};
use crate::emit::html::posture::words;
use crate::report::posture::Landscape;

const TECHNOLOGIES: &[Column] = &[
    column("Technology"),
    column("Kind"),
    column("Feeds"),
    column("Supports"),
];

const CAPABILITIES: &[Column] = &[column("Function"), column("Kinds and technologies")];

const SINGLE: &[Column] = &[column("Control"), column("Depends on this alone")];

pub(super) fn technology(markup: &mut Markup, page: Page<'_>) {
    let landscape = &page.posture.technology;
    if landscape.technologies.is_empty() {
        markup.raw("<p>No technology is declared.</p>");
        return;
    }
    markup.html(&pictures::architecture(landscape));
    findings(markup, page, landscape);
    markup.raw("<h4>Capability by function</h4>");
    let caption = "What supports each function, by kind of technology";
    let mut table = Table::open(markup, "some", caption, CAPABILITIES);
    for capability in &landscape.capabilities {
        table.row(None);
        page.places.titled(table.cell(), &capability.function);
        let cell = table.cell();
        if capability.kinds.is_empty() {
            cell.raw(
                "<strong class=\"over\">✕ a hole: no technology supports anything in it</strong>",
            );
            continue;
        }
        for (at, (kind, technologies)) in capability.kinds.iter().enumerate() {
            cell.raw(if at == 0 { "" } else { "<br>" });
            cell.raw("<b class=\"t\">").text(kind).raw("</b> ");
            page.places.things(cell, Kind::Technology, technologies);
        }
    }
    table.close();
    markup.raw("<h4>Technologies</h4>");
    let mut table = Table::open(markup, "", "All technologies", TECHNOLOGIES);
    for technology in &landscape.technologies {
        let id = Places::id(Kind::Technology, technology.name);
        let cell = table.row(Some(&id)).cell();
        cell.raw("<span class=\"t\">")
            .text(technology.title)
            .raw("</span>");
        if let Some(doc) = technology.doc {
            cell.raw("<br><span class=\"quiet t\">")
                .text(doc)
                .raw("</span>");
        }
        table.cell().text(technology.kind);
        page.places
            .things(table.cell(), Kind::Technology, &technology.feeds);
        few(table.cell(), &technology.supports, |markup, supports| {
            page.places.control(markup, &supports.control);
        });
    }
    table.close();
    single(markup, page, landscape);
}

/// What feeds nothing, and what feeds itself.
fn findings(markup: &mut Markup, page: Page<'_>, landscape: &Landscape<'_>) {
    markup.raw("<ul class=\"plain\">");
    if landscape.isolated.is_empty() {
        markup.raw("<li>Every technology feeds another or is fed by one.</li>");
    } else {
        markup.raw(
            "<li><strong class=\"over\">Isolated</strong>, feeding nothing and fed by nothing: ",
        );
        page.places
            .things(markup, Kind::Technology, &landscape.isolated);
        markup.raw("</li>");
    }
    for circle in &landscape.circles {
        markup.raw("<li>In a circle, each feeding the next: ");
        page.places.things(markup, Kind::Technology, circle);
        markup.raw("</li>");
    }
    markup.raw("</ul>");
}

/// The controls that depend on one technology.
fn single(markup: &mut Markup, page: Page<'_>, landscape: &Landscape<'_>) {
    if landscape.single.is_empty() {
        return;
    }
    markup.raw("<details class=\"about\"><summary>");
    words::count(
        markup,
        landscape.single.len(),
        ["control depends", "controls depend"],
    );
    markup.raw(" on one technology alone</summary>");
    let caption = "Controls that exactly one technology supports";
    let mut table = Table::open(markup, "some", caption, SINGLE);
    for (control, technology) in &landscape.single {
        table.row(None);
        page.places.titled(table.cell(), control);
        page.places
            .thing(table.cell(), Kind::Technology, technology);
    }
    table.close();
    markup.raw("</details>");
}
