//! What a verdict rests on, or why nobody can tell, in words that lead to everything they name.

use crate::emit::html::anchors;
use crate::emit::html::markup::Markup;
use crate::emit::html::posture::page::Page;
use crate::emit::html::posture::places::few;
use crate::emit::html::posture::row;
use crate::emit::html::posture::words;
use crate::report::posture::{Claim, Doubt, Ground, Projection};

/// How many rows stand beside a verdict before they are folded.
const UNFOLDED: usize = 5;

/// One thing that a verdict rests on: the assessed controls with tier and evidence, then the rows.
pub(super) fn ground(markup: &mut Markup, page: Page<'_>, judged: &Projection, ground: &Ground) {
    let is_itself = ground.because.is_itself();
    markup.raw("<div class=\"ground\"><p>");
    markup
        .raw("<a href=\"#def-")
        .raw(ground.because.key())
        .raw("\">")
        .raw(ground.because.phrase())
        .raw("</a>");
    markup.raw(if is_itself { ", " } else { ": " });
    few(markup, &ground.controls, |markup, control| {
        if !is_itself {
            page.places.control(markup, control);
            markup.raw(" ");
        }
        speaks(markup, page, judged, control);
    });
    if let Some(status) = ground.status {
        markup.raw(" <a class=\"chip status ").raw(status.word());
        markup
            .raw("\" href=\"#def-claim-status\">")
            .raw(status.word())
            .raw("</a>");
    }
    markup.raw("</p>");
    claims(markup, page, &ground.rows);
    markup.raw("</div>");
}

/// Why nobody can tell.
pub(super) fn doubt(markup: &mut Markup, page: Page<'_>, judged: &Projection, doubt: &Doubt) {
    markup
        .raw("<div class=\"ground\"><p><a href=\"#def-")
        .raw(doubt.because.key())
        .raw("\">")
        .raw(doubt.because.phrase())
        .raw("</a>");
    if !doubt.controls.is_empty() {
        markup.raw(": ");
        few(markup, &doubt.controls, |markup, control| {
            page.places.control(markup, control);
            markup.raw(" ");
            speaks(markup, page, judged, control);
        });
    }
    markup.raw("</p>");
    claims(markup, page, &doubt.rows);
    markup.raw("</div>");
}

/// At which tier an assessed control stands, and what its evidence says to that.
fn speaks(markup: &mut Markup, page: Page<'_>, judged: &Projection, control: &str) {
    let Some((assessment, assessed)) = page.places.assessed(control) else {
        return;
    };
    let thresholds = judged.thresholds.iter();
    let threshold = thresholds
        .into_iter()
        .find(|threshold| threshold.assessment == assessment.name)
        .map_or(assessment.achieved_from, |threshold| threshold.tier);
    markup.raw("<a class=\"quiet\" href=\"");
    markup.text(&anchors::link(&page.places.assessed_id(control)));
    markup.raw("\">");
    match assessed.tiers {
        Some((tier, _)) => {
            markup.raw("tier ").number(tier as usize);
            if tier < threshold {
                markup.raw(" of ").number(threshold as usize);
            }
            markup.raw(
                match (assessed.has_evidence, assessed.unsupported.is_empty()) {
                    (_, false) => ", unsupported",
                    (true, true) => ", evidence holds",
                    (false, true) => ", no evidence",
                },
            );
        }
        None => {
            markup.raw("not applicable");
        }
    }
    markup.raw("</a>");
}

/// What rows say, each as a line of its own; many of them folded.
fn claims(markup: &mut Markup, page: Page<'_>, rows: &[String]) {
    if rows.is_empty() {
        return;
    }
    let is_long = rows.len() > UNFOLDED;
    if is_long {
        markup.raw("<details class=\"proved-by\"><summary>by ");
        markup.number(rows.len()).raw(" rows</summary>");
    }
    markup.raw("<ul class=\"claims\">");
    for name in rows {
        markup.raw("<li>");
        if let Some(claim) = page.places.claim(name) {
            said(markup, page, claim);
            markup.raw(" ");
        }
        row::name(markup, name);
        markup.raw("</li>");
    }
    markup.raw("</ul>");
    markup.raw(if is_long { "</details>" } else { "" });
}

/// What a row says: source, relation, target.
pub(super) fn said(markup: &mut Markup, page: Page<'_>, claim: &Claim<'_>) {
    end(markup, page, &claim.source, &claim.from);
    markup
        .raw(" <span class=\"relation\">")
        .text(&claim.relation)
        .raw("</span> ");
    end(markup, page, &claim.target, &claim.to);
}

fn end(markup: &mut Markup, page: Page<'_>, controls: &[String], framework: &str) {
    if controls.is_empty() {
        markup.raw("everything in ").text(framework);
    }
    for (at, control) in controls.iter().enumerate() {
        markup.raw(if at == 0 { "" } else { " + " });
        let named = page.places.named(control);
        markup.raw("<b class=\"id\">");
        markup
            .text(named.map_or(control.as_str(), |named| named.identifier))
            .raw("</b>");
    }
}

/// The word of a count of verdicts.
pub(super) fn counted(markup: &mut Markup, count: usize) {
    words::count(markup, count, ["control", "controls"]);
}
