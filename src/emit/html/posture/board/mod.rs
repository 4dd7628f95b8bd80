//! The board's part: one printed page, in plain words.

mod ahead;
mod changes;
mod stand;

use super::decisions::decisions;
use super::page::Page;
use super::projection;
use super::words;
use crate::emit::html::markup::Markup;
use crate::report::posture::Assessment;

/// The whole part.
pub(super) fn board(page: Page<'_>) -> String {
    let mut markup = Markup::default();
    cover(&mut markup, page);
    markup.raw("<div class=\"board\">");
    stand::stand(&mut markup, page);
    stand::verdicts(&mut markup, page);
    changes::changes(&mut markup, page);
    ahead::risks(&mut markup, page);
    ahead::roadmaps(&mut markup, page);
    decisions(&mut markup, page);
    markup.raw("</div>");
    markup.finish()
}

/// Who, what of it, as of which day.
fn cover(markup: &mut Markup, page: Page<'_>) {
    let organization = &page.posture.organization;
    markup.raw("<header class=\"cover\"><h1 class=\"t\">");
    markup
        .text(organization.title)
        .raw("</h1><p class=\"facts\"><span>as of <b>");
    markup
        .text(&page.report.meta.date.to_string())
        .raw("</b></span>");
    for assessment in &page.posture.assessments {
        markup.raw(" <span>assessed on <b>");
        markup
            .text(&assessment.assessed.to_string())
            .raw("</b> against <b class=\"t\">");
        markup
            .text(page.places.short(&assessment.framework))
            .raw("</b>");
        signed(markup, assessment);
        markup.raw("</span>");
    }
    markup.raw("</p>");
    if let Some(scope) = organization.scope {
        markup.raw("<p class=\"scope\"><span class=\"quiet\">Scope</span> <span class=\"t\">");
        markup.text(scope).raw("</span></p>");
    }
    drafts(markup, page);
    markup.raw("</header>");
}

/// How many of the verdicts nobody has confirmed.
fn drafts(markup: &mut Markup, page: Page<'_>) {
    let verdicts = page.posture.verdicts.iter();
    let count = verdicts.map(projection::drafts).sum();
    if count > 0 {
        markup.raw("<p class=\"scope\"><strong>");
        words::count(markup, count, ["verdict rests", "verdicts rest"]);
        markup.raw(" on <a href=\"#def-claim-status\">draft</a> rows</strong>, which nobody has reviewed yet.</p>");
    }
}

fn signed(markup: &mut Markup, assessment: &Assessment<'_>) {
    for (words, signature) in [
        (" by ", &assessment.assessor),
        (", approved by ", &assessment.approved),
    ] {
        if let Some(signature) = signature {
            markup
                .raw(words)
                .raw("<span class=\"t\">")
                .text(signature.name)
                .raw("</span>");
        }
    }
}
