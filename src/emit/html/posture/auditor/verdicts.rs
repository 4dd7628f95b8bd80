//! Every verdict on every framework, with what it rests on.

use super::proof;
use crate::emit::html::markup::Markup;
use crate::emit::html::posture::page::Page;
use crate::emit::html::posture::places::Places;
use crate::emit::html::posture::projection::thresholds;
use crate::emit::html::posture::table::{Column, Table, words as column};
use crate::emit::html::posture::words;
use crate::report::posture::{Control, Projection, Verdict};

const COLUMNS: &[Column] = &[column("Control"), column("Verdict"), column("Because")];

/// Search and filters, of use with scripts only.
pub(super) fn tools(markup: &mut Markup, page: Page<'_>) {
    markup.raw("<form class=\"tools needs-script\" id=\"sift\" role=\"search\"><label class=\"wide\">Search in identifiers, titles, words and rows<input type=\"search\" id=\"sift-words\" autocomplete=\"off\" spellcheck=\"false\"></label><select id=\"sift-framework\" aria-label=\"Framework\"><option value=\"\">every framework</option>");
    for projection in &page.posture.verdicts {
        markup
            .raw("<option value=\"")
            .text(&projection.framework)
            .raw("\">");
        markup
            .text(page.places.short(&projection.framework))
            .raw("</option>");
    }
    markup.raw("</select><select id=\"sift-verdict\" aria-label=\"Verdict\"><option value=\"\">every verdict</option>");
    for verdict in Verdict::ALL {
        markup
            .raw("<option>")
            .raw(words::word(verdict))
            .raw("</option>");
    }
    markup.raw("</select><button type=\"reset\">Clear</button></form><p class=\"status needs-script\" id=\"sift-status\" role=\"status\" aria-live=\"polite\"></p>");
}

/// One table for each framework.
pub(super) fn verdicts(markup: &mut Markup, page: Page<'_>) {
    for projection in &page.posture.verdicts {
        let id = Places::framework_id(&projection.framework);
        markup
            .raw("<section class=\"judged\" tabindex=\"-1\" id=\"")
            .text(&id);
        markup
            .raw("\" data-framework=\"")
            .text(&projection.framework);
        markup
            .raw("\"><h3 class=\"t\">")
            .text(page.places.short(&projection.framework));
        markup.raw("</h3>");
        heading(markup, page, projection);
        let caption = "The verdict on every control of a framework, and what it rests on";
        let mut table = Table::open(markup, "verdict-table", caption, COLUMNS);
        for control in &projection.controls {
            row(&mut table, page, projection, control);
        }
        table.close();
        markup.raw("</section>");
    }
}

fn heading(markup: &mut Markup, page: Page<'_>, projection: &Projection) {
    markup.raw("<p class=\"about\">");
    proof::counted(markup, projection.tally.total());
    markup.raw(" counted: ");
    let verdicts = Verdict::ALL.into_iter();
    let occurring = verdicts.filter(|verdict| projection.tally.of(*verdict) > 0);
    for (at, verdict) in occurring.enumerate() {
        markup.raw(if at == 0 { "" } else { ", " });
        markup
            .raw("<b>")
            .number(projection.tally.of(verdict))
            .raw("</b> ");
        words::verdict(markup, verdict);
    }
    markup.raw(". Judged by the <a href=\"#def-threshold\">threshold</a>: ");
    thresholds(markup, projection);
    markup.raw(".");
    let frameworks = page.posture.frameworks.iter();
    let framework = frameworks
        .into_iter()
        .find(|one| one.key == projection.framework);
    if let Some(caveat) = framework.and_then(|framework| framework.reconstruction) {
        markup.raw(
            " <a href=\"#def-framework-reconstruction\">Reconstruction</a>: <span class=\"t\">",
        );
        markup.text(caveat).raw("</span>");
    }
    markup.raw("</p>");
}

fn row(table: &mut Table<'_>, page: Page<'_>, judged: &Projection, control: &Control) {
    let id = page.places.verdict_id(&control.control);
    let named = page.places.named(&control.control);
    let class = if control.assessable {
        "counted"
    } else {
        "uncounted"
    };
    let cell = table.row_of(Some(&id), class).cell();
    if let Some(named) = named {
        cell.raw("<span class=\"id\">").text(named.identifier);
        cell.raw("</span> <span class=\"t\">")
            .text(named.title)
            .raw("</span>");
    }
    if !control.assessable {
        cell.raw(" <span class=\"quiet\">not counted</span>");
    }
    cell.raw("<br>");
    page.places.onward(cell, &control.control);
    words::verdict(table.cell(), control.verdict);
    let cell = table.cell();
    if control.verdict == Verdict::CannotTellDraft {
        cell.raw("<p>Drafts would say:</p>");
    }
    for ground in &control.grounds {
        proof::ground(cell, page, judged, ground);
    }
    if let Some(doubt) = &control.doubt {
        proof::doubt(cell, page, judged, doubt);
    }
}
