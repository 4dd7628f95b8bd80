//! What lies ahead: the greatest risks, and the way to the targets.

use crate::emit::html::markup::Markup;
use crate::emit::html::posture::page::Page;
use crate::emit::html::posture::places::Kind;
use crate::emit::html::posture::words::{self, last_day};
use crate::report::posture::{Risk, Roadmap};

/// How many things of one kind a board is shown.
const GREATEST: usize = 3;

/// The greatest risks.
pub(super) fn risks(markup: &mut Markup, page: Page<'_>) {
    markup.raw(
        "<section aria-labelledby=\"board-risks\"><h2 id=\"board-risks\">The greatest risks</h2>",
    );
    let mut risks: Vec<&Risk<'_>> = page.posture.risks.iter().collect();
    risks.sort_by_key(|risk| std::cmp::Reverse(risk.level));
    if risks.is_empty() {
        markup.raw("<p>No risk is registered.</p></section>");
        return;
    }
    markup.raw("<ol class=\"plain\">");
    for risk in risks.iter().take(GREATEST) {
        markup.raw("<li><b>");
        page.places.thing(markup, Kind::Risk, risk.name);
        markup.raw("</b><br>level ").number(risk.level as usize);
        above(markup, page, risk);
        if let Some(treatment) = risk.treatment {
            markup.raw(", to ").raw(treatment.word());
        }
        markup.raw(", owner ");
        page.places.owner(markup, risk.owner);
        markup.raw("; ");
        if risk.treated_by.is_empty() {
            markup.raw("no initiative treats it");
        } else {
            markup.raw("treated by ");
            page.places
                .things(markup, Kind::Initiative, &risk.treated_by);
        }
        markup.raw("</li>");
    }
    markup.raw("</ol><p class=\"quiet\"><a href=\"#risks\">All ");
    words::count(markup, risks.len(), ["risk", "risks"]).raw("</a></p></section>");
}

/// How the level of a risk relates to what is tolerated.
fn above(markup: &mut Markup, page: Page<'_>, risk: &Risk<'_>) {
    match (risk.is_above, page.posture.organization.tolerance) {
        (Some(true), Some(tolerance)) => {
            markup.raw(" <strong class=\"over\">above the tolerance of ");
            markup.number(tolerance as usize).raw("</strong>");
        }
        (Some(false), Some(tolerance)) => {
            markup
                .raw(", within the tolerance of ")
                .number(tolerance as usize);
        }
        _ => {
            markup.raw(" (no tolerance is declared)");
        }
    }
}

/// When the roadmap is over, and whether capacity holds.
pub(super) fn roadmaps(markup: &mut Markup, page: Page<'_>) {
    markup.raw(
        "<section aria-labelledby=\"board-roadmap\"><h2 id=\"board-roadmap\">The way there</h2>",
    );
    if page.posture.roadmaps.is_empty() {
        markup.raw("<p>There is no roadmap.</p>");
    }
    for roadmap in &page.posture.roadmaps {
        markup
            .raw("<p><b class=\"t\">")
            .text(roadmap.title)
            .raw("</b>: ");
        let initiatives = roadmap
            .phases
            .iter()
            .map(|phase| phase.initiatives.len())
            .sum();
        words::count(markup, initiatives, ["initiative", "initiatives"]);
        markup
            .raw(", from ")
            .text(&roadmap.whole.begins.to_string());
        markup
            .raw(" to <b>")
            .text(&last_day(roadmap.whole))
            .raw("</b>. ");
        capacity(markup, roadmap);
        risen(markup, page, roadmap);
        markup.raw(" <a href=\"#roadmap\">The roadmap</a></p>");
    }
    markup.raw("</section>");
}

fn capacity(markup: &mut Markup, roadmap: &Roadmap<'_>) {
    let overloaded: Vec<_> = roadmap.load.iter().filter(|load| load.excess > 0).collect();
    let is_known = roadmap.load.iter().any(|load| load.capacity.is_some());
    if !is_known {
        markup.raw("No capacity is declared to hold it against.");
    } else if overloaded.is_empty() {
        markup.raw("Capacity holds in every quarter.");
    } else {
        markup.raw("<strong class=\"over\">Capacity does not hold</strong>: ");
        for (at, load) in overloaded.iter().enumerate() {
            markup.raw(if at == 0 { "" } else { "; " });
            markup.text(&load.quarter.to_string()).raw(" asks for ");
            markup.text(&load.effort.to_string()).raw(" days of ");
            markup.number(load.capacity.unwrap_or(0) as usize);
        }
        markup.raw(".");
    }
}

/// What will be met at its end that is not now.
fn risen(markup: &mut Markup, page: Page<'_>, roadmap: &Roadmap<'_>) {
    let Some(end) = roadmap.rise.steps.last() else {
        return;
    };
    markup.raw("</p><p>Met now, and at its end:</p><ul class=\"plain\">");
    for (at, framework) in roadmap.rise.frameworks.iter().enumerate() {
        markup
            .raw("<li><span class=\"t\">")
            .text(page.places.short(framework));
        markup.raw("</span> <b>").number(roadmap.rise.met_now(at));
        markup.raw(" → ").number(end.met(at)).raw("</b> of ");
        markup.number(roadmap.rise.assessable(at)).raw("</li>");
    }
    markup.raw("</ul><p>");
}
