//! The risk register.

use crate::emit::html::markup::Markup;
use crate::emit::html::pictures;
use crate::emit::html::posture::page::Page;
use crate::emit::html::posture::places::{Kind, Places};
use crate::emit::html::posture::table::{Column, Table, number, words as column};
use crate::report::posture::Risk;

const COLUMNS: &[Column] = &[
    column("Risk"),
    number("Likelihood"),
    number("Impact"),
    number("Level"),
    column("Against the tolerance"),
    column("Treatment"),
    column("Owner"),
    column("Treated by"),
    column("Threatens"),
];

pub(super) fn risks(markup: &mut Markup, page: Page<'_>) {
    if page.posture.risks.is_empty() {
        markup.raw("<p>No risk is registered.</p>");
        return;
    }
    markup.raw("<p class=\"about\"><a href=\"#def-risk-level\">Level</a> = likelihood × impact, against the <a href=\"#def-tolerance\">tolerance</a> of the organization; the greatest first.</p>");
    markup.html(&pictures::risks(page.posture));
    let mut risks: Vec<&Risk<'_>> = page.posture.risks.iter().collect();
    risks.sort_by_key(|risk| std::cmp::Reverse(risk.level));
    let mut table = Table::open(markup, "sortable", "The risk register", COLUMNS);
    for risk in risks {
        let id = Places::id(Kind::Risk, risk.name);
        table
            .row(Some(&id))
            .cell()
            .raw("<span class=\"t\">")
            .text(risk.title)
            .raw("</span>");
        table.cell().number(risk.likelihood as usize);
        table.cell().number(risk.impact as usize);
        table
            .cell()
            .raw("<b>")
            .number(risk.level as usize)
            .raw("</b>");
        against(table.cell(), page, risk);
        table
            .cell()
            .raw(risk.treatment.map_or("–", |treatment| treatment.word()));
        page.places.owner(table.cell(), risk.owner);
        page.places
            .things(table.cell(), Kind::Initiative, &risk.treated_by);
        page.places.several(table.cell(), &risk.threatens);
    }
    table.close();
}

/// How the level of a risk relates to what is tolerated.
fn against(markup: &mut Markup, page: Page<'_>, risk: &Risk<'_>) {
    match (risk.is_above, page.posture.organization.tolerance) {
        (Some(true), Some(tolerance)) => {
            markup.raw("<strong class=\"over\">✕ above ");
            markup.number(tolerance as usize).raw("</strong>")
        }
        (Some(false), Some(tolerance)) => {
            markup.raw("<span class=\"up\">✓ within ");
            markup.number(tolerance as usize).raw("</span>")
        }
        _ => markup.raw("none is declared"),
    };
}
