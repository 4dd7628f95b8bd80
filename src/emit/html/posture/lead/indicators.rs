//! Key activities and maturity indicators: shown, or what they lack.

use crate::emit::html::markup::Markup;
use crate::emit::html::posture::page::Page;
use crate::emit::html::posture::places::{Kind, few};
use crate::emit::html::posture::table::{Column, Table, words as column};
use crate::emit::html::posture::words::fault;
use crate::report::posture::{Lack, Lacking};

const COLUMNS: &[Column] = &[
    column("Of"),
    column("Kind"),
    column("What it says"),
    column("State"),
    column("What is lacking"),
];

pub(super) fn indicators(markup: &mut Markup, page: Page<'_>) {
    let indicators = &page.posture.indicators;
    if indicators.is_empty() {
        markup.raw("<p>The assessed frameworks declare none.</p>");
        return;
    }
    let shown = indicators
        .iter()
        .filter(|one| one.lacking.is_empty())
        .count();
    markup
        .raw("<p class=\"about\"><b>")
        .number(shown)
        .raw("</b> of ");
    markup.number(indicators.len()).raw(" are shown: every control that they name is achieved <em>and</em> <a href=\"#def-indicator\">supported by evidence</a>.</p>");
    let caption = "Key activities and maturity indicators, and what keeps them from being shown";
    let mut table = Table::open(markup, "", caption, COLUMNS);
    for indicator in indicators {
        table.row(None);
        page.places.titled(table.cell(), &indicator.control);
        table.cell().raw(indicator.kind.name());
        let cell = table.cell().raw("<span class=\"t\">").text(indicator.title);
        cell.raw("</span><br><span class=\"quiet\">on ");
        page.places.several(cell, &indicator.on);
        cell.raw("</span>");
        table.cell().raw(if indicator.lacking.is_empty() {
            "<span class=\"verdict p-met\"><i aria-hidden=\"true\">●</i> shown</span>"
        } else {
            "<span class=\"verdict p-open\"><i aria-hidden=\"true\">○</i> not shown</span>"
        });
        few(table.cell(), &indicator.lacking, |markup, lacking| {
            lack(markup, page, lacking);
        });
    }
    table.close();
}

fn lack(markup: &mut Markup, page: Page<'_>, lacking: &Lacking<'_>) {
    page.places.control(markup, &lacking.control);
    markup.raw(" ");
    match lacking.lack {
        Lack::Below {
            tier,
            achieved_from,
        } => {
            markup.raw("at ").number(tier as usize);
            markup.raw(" of ").number(achieved_from as usize);
        }
        Lack::Faulty {
            evidence,
            fault: flaw,
        } => {
            page.places.thing(markup, Kind::Evidence, evidence);
            markup.raw(" ");
            fault(markup, flaw);
        }
        Lack::NoEvidence => {
            markup.raw("has no evidence");
        }
        Lack::NotApplicable => {
            markup.raw("is not applicable");
        }
        Lack::NotAssessed => {
            markup.raw("is not assessed");
        }
    }
}
