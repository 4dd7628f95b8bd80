//! The evidence, in what state it was found, and why.

use crate::emit::html::markup::Markup;
use crate::emit::html::posture::page::Page;
use crate::emit::html::posture::places::{Kind, Places, few};
use crate::emit::html::posture::table::{Column, Table, words as column};
use crate::emit::html::posture::words;
use crate::report::posture::Evidence;

const COLUMNS: &[Column] = &[
    column("Evidence"),
    column("State"),
    column("Supports"),
    ("Collected", "nowrap"),
    ("Valid until", "nowrap"),
    column("Owner"),
];

pub(super) fn evidence(markup: &mut Markup, page: Page<'_>) {
    let evidence = &page.posture.evidence;
    if evidence.is_empty() {
        markup.raw("<p>No evidence is declared: every tier rests on the word of the assessor.</p>");
        return;
    }
    let flawed = evidence.iter().filter(|one| !one.flaws.is_empty()).count();
    markup.raw("<p class=\"about\">");
    words::count(markup, evidence.len(), ["piece", "pieces"])
        .raw(" of evidence, each file read on the day of this report. ");
    if flawed == 0 {
        markup.raw("All of it <a href=\"#def-evidence-holds\">holds</a>.</p>");
    } else {
        markup.raw("<strong class=\"over\">").number(flawed).raw("</strong> of it does not <a href=\"#def-evidence-holds\">hold</a>: the tiers that rest on it are <a href=\"#def-unsupported\">unsupported</a>.</p>");
    }
    let caption = "Evidence, its state, and what it supports";
    let mut table = Table::open(markup, "sortable", caption, COLUMNS);
    for one in evidence {
        let id = Places::id(Kind::Evidence, one.name);
        let cell = table.row(Some(&id)).cell().raw("<span class=\"t\">");
        cell.text(one.title)
            .raw("</span><br><code>")
            .text(one.name)
            .raw("</code>");
        state(table.cell(), one);
        few(table.cell(), &one.supports, |markup, supports| {
            page.places.control(markup, &supports.control);
        });
        table.cell().text(&one.collected.to_string());
        match one.valid_until {
            Some(day) => table.cell().text(&day.to_string()),
            None => table.cell().raw("–"),
        };
        page.places.owner(table.cell(), one.owner);
    }
    table.close();
}

/// Whether it holds, and what is wrong with it.
fn state(markup: &mut Markup, evidence: &Evidence<'_>) {
    if evidence.flaws.is_empty() {
        markup.raw("<a class=\"verdict p-met\" href=\"#def-evidence-holds\"><i aria-hidden=\"true\">●</i> holds</a>");
    }
    for (at, flaw) in evidence.flaws.iter().enumerate() {
        markup.raw(if at == 0 { "" } else { "<br>" });
        words::fault(markup, flaw.fault);
        if let Some(why) = &flaw.why {
            words::quoted(markup.raw("<br>"), why);
        }
    }
}
