//! The gaps in order of priority, with every input of the formula.

use crate::emit::html::markup::Markup;
use crate::emit::html::posture::page::Page;
use crate::emit::html::posture::places::{Kind, few};
use crate::emit::html::posture::table::{Column, Table, number, words as column};
use crate::report::posture::{Gap, RiskFrom};

const COLUMNS: &[Column] = &[
    number("Rank"),
    ("Control", "named"),
    number("Now → target"),
    number("Risk"),
    column("Risk from"),
    number("Effort, days"),
    number("Priority"),
    number("Rank at risk −25% / +25%"),
    number("Rank at effort −25% / +25%"),
    column("Owner"),
    column("Raised by"),
];

pub(super) fn gaps(markup: &mut Markup, page: Page<'_>) {
    let gaps = &page.posture.gaps;
    markup.raw("<p class=\"about\"><a href=\"#def-priority\">Priority</a> = risk × (target − now) ÷ effort, as an exact fraction; ties by identifier. The last ranks say where a gap would stand <a href=\"#def-sensitivity\">if its own risk or effort were a quarter lower or higher</a>.</p>");
    if gaps.ranked.is_empty() {
        markup.raw("<p>Every assessed control has reached its target.</p>");
    } else {
        let caption = "Gaps by priority, with all that their ranks were computed from";
        let mut table = Table::open(markup, "sortable dense", caption, COLUMNS);
        for (rank, gap) in (1..).zip(&gaps.ranked) {
            row(&mut table, page, rank, gap);
        }
        table.close();
    }
    if !gaps.without_risk.is_empty() {
        markup.raw("<p><b>Without a known risk</b>, and so without a rank: ");
        few(markup, &gaps.without_risk, |markup, (_, control)| {
            page.places.control(markup, control);
        });
        markup.raw("</p>");
    }
}

fn row(table: &mut Table<'_>, page: Page<'_>, rank: usize, gap: &Gap<'_>) {
    let places = page.places;
    let id = places.gap_id(&gap.control);
    table.row(Some(&id)).cell().number(rank);
    places.titled(table.cell(), &gap.control);
    let cell = table.cell().number(gap.current as usize);
    cell.raw(" → ").number(gap.target as usize);
    table.cell().number(gap.risk as usize);
    let cell = table.cell();
    match gap.risk_from {
        RiskFrom::Stated => {
            cell.raw("stated");
        }
        RiskFrom::Default => {
            cell.raw("default of the assessment");
        }
        RiskFrom::Register(risk) => places.thing(cell, Kind::Risk, risk),
    }
    let cell = table.cell().number(gap.effort as usize);
    cell.raw(if gap.effort_is_stated {
        ""
    } else {
        " <span class=\"quiet\">default</span>"
    });
    table.cell().text(&gap.priority.to_string());
    let [risk_lower, risk_higher, effort_lower, effort_higher] = gap.ranks;
    for [lower, higher] in [[risk_lower, risk_higher], [effort_lower, effort_higher]] {
        table.cell().number(lower).raw(" / ").number(higher);
    }
    places.owner(table.cell(), page.owner_of(&gap.control));
    let cell = table.cell();
    let initiatives = page.raised_by(&gap.control);
    if initiatives.is_empty() {
        cell.raw("<strong class=\"over\">no initiative</strong>");
    } else {
        places.things(cell, Kind::Initiative, &initiatives);
    }
}
