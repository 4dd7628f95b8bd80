//! What somebody has to decide: all that this posture finds wrong and that no work of its own mends.

use super::page::Page;
use super::places::{Kind, few};
use super::words;
use crate::emit::html::markup::Markup;
use crate::report::posture::{Control, Verdict};

/// The section of the board's part.
pub(super) fn decisions(markup: &mut Markup, page: Page<'_>) {
    markup.raw("<section class=\"wide\" aria-labelledby=\"board-decisions\"><h2 id=\"board-decisions\">What needs a decision</h2>");
    let mut list = Markup::default();
    for part in [
        untreated,
        contradictions,
        unsupported,
        overload,
        without_way,
        unanswered,
        unheard,
    ] {
        part(&mut list, page);
    }
    let list = list.finish();
    if list.is_empty() {
        markup.raw("<p>Nothing: no risk above the tolerance is without an initiative, nothing contradicts, all evidence holds, capacity holds, and every decision has one who takes it.</p>");
    } else {
        markup
            .raw("<ul class=\"plain decisions\">")
            .html(&list)
            .raw("</ul>");
    }
    markup.raw("</section>");
}

/// Risks above the tolerance that no initiative treats.
fn untreated(markup: &mut Markup, page: Page<'_>) {
    let risks = page.posture.risks.iter();
    let risks = risks.filter(|risk| risk.is_above == Some(true) && risk.treated_by.is_empty());
    let risks: Vec<&str> = risks.map(|risk| risk.name).collect();
    if !risks.is_empty() {
        markup.raw("<li><b>");
        words::count(markup, risks.len(), ["risk", "risks"]);
        markup.raw(" above the tolerance</b> without an initiative: ");
        page.places.things(markup, Kind::Risk, &risks);
        markup.raw("</li>");
    }
}

/// Verdicts that contradict each other.
fn contradictions(markup: &mut Markup, page: Page<'_>) {
    let controls = page
        .posture
        .verdicts
        .iter()
        .flat_map(|projection| &projection.controls);
    let is_one =
        |control: &&Control| control.assessable && control.verdict == Verdict::Contradiction;
    let controls: Vec<&Control> = controls.filter(is_one).collect();
    if !controls.is_empty() {
        markup.raw("<li><b>");
        words::count(markup, controls.len(), ["contradiction", "contradictions"]);
        markup.raw("</b>, where one assessed control says met and another not met: ");
        few(markup, &controls, |markup, control| {
            page.places.control(markup, &control.control);
        });
        markup.raw("</li>");
    }
}

/// Tiers that are claimed and that their evidence does not bear out.
fn unsupported(markup: &mut Markup, page: Page<'_>) {
    let assessed = page
        .posture
        .assessments
        .iter()
        .flat_map(|one| &one.controls);
    let unsupported: Vec<&str> = assessed
        .filter(|one| !one.unsupported.is_empty())
        .map(|one| one.control.as_str())
        .collect();
    if !unsupported.is_empty() {
        markup.raw("<li><b>");
        words::count(
            markup,
            unsupported.len(),
            ["claimed tier is", "claimed tiers are"],
        );
        markup.raw(" <a href=\"#def-unsupported\">unsupported</a></b> by evidence: ");
        few(markup, &unsupported, |markup, control| {
            page.places.control(markup, control);
        });
        markup.raw("; see <a href=\"#evidence\">what is wrong with it</a></li>");
    }
}

/// Quarters that ask for more than the organization can do, and initiatives that wait for themselves.
fn overload(markup: &mut Markup, page: Page<'_>) {
    for roadmap in &page.posture.roadmaps {
        let over: Vec<_> = roadmap.load.iter().filter(|load| load.excess > 0).collect();
        if !over.is_empty() {
            markup.raw("<li><b>Too much work</b> in ");
            few(markup, &over, |markup, load| {
                markup.text(&load.quarter.to_string()).raw(" (");
                markup.text(&load.excess.to_string()).raw(" days over)");
            });
            markup.raw(": more people, fewer initiatives, or later</li>");
        }
        for circle in &roadmap.circles {
            markup.raw("<li><b>Initiatives wait for each other</b> in a circle: ");
            page.places.things(markup, Kind::Initiative, circle);
            markup.raw("</li>");
        }
    }
}

/// Gaps that no initiative closes.
fn without_way(markup: &mut Markup, page: Page<'_>) {
    let open = page.posture.gaps.ranked.iter();
    let open = open.filter(|gap| page.raised_by(&gap.control).is_empty());
    let open: Vec<&str> = open.map(|gap| gap.control.as_str()).collect();
    if !page.posture.roadmaps.is_empty() && !open.is_empty() {
        markup.raw("<li><b>");
        words::count(markup, open.len(), ["gap is", "gaps are"]);
        markup.raw(" in no initiative</b>: ");
        few(markup, &open, |markup, control| {
            page.places.control(markup, control);
        });
        markup.raw("</li>");
    }
}

/// Decisions without exactly one who takes them, and work for which nobody answers.
fn unanswered(markup: &mut Markup, page: Page<'_>) {
    let governance = &page.posture.governance;
    for (decision, by) in governance.decisions.iter().filter(|(_, by)| by.len() != 1) {
        markup
            .raw("<li><b>Who decides on ")
            .raw(decision.word())
            .raw("?</b> ");
        if by.is_empty() {
            markup.raw("Nobody is named.");
        } else {
            markup.raw("Several are named: ");
            page.places.things(markup, Kind::Role, by);
        }
        markup.raw("</li>");
    }
    if !governance.unowned_functions.is_empty() {
        markup.raw("<li><b>Nobody answers as a whole</b> for ");
        page.places.several(markup, &governance.unowned_functions);
        markup.raw("</li>");
    }
    let alone = governance
        .accountable
        .iter()
        .filter(|one| one.role.is_none());
    let alone: Vec<&str> = alone.map(|one| one.control.as_str()).collect();
    if !alone.is_empty() {
        markup.raw("<li><b>No one role answers</b> for ");
        few(markup, &alone, |markup, control| {
            page.places.control(markup, control);
        });
        markup.raw("</li>");
    }
}

/// Parties that no committee hears.
fn unheard(markup: &mut Markup, page: Page<'_>) {
    let committees = page.posture.governance.committees.iter();
    for committee in committees.filter(|committee| !committee.not_heard.is_empty()) {
        markup
            .raw("<li><b>Not heard</b> in <span class=\"t\">")
            .text(committee.title);
        markup.raw("</span>: ");
        few(markup, &committee.not_heard, |markup, party| {
            markup.raw(party.name());
        });
        markup.raw("</li>");
    }
}
