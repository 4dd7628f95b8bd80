//! All frameworks side by side.

use crate::emit::html::anchors;
use crate::emit::html::markup::Markup;
use crate::emit::html::pictures;
use crate::emit::html::posture::page::Page;
use crate::emit::html::posture::places::Places;
use crate::emit::html::posture::projection::{drafts, thresholds};
use crate::emit::html::posture::table::{Column, Table, number, words as column};
use crate::emit::html::posture::words;
use crate::report::posture::Verdict;

const COLUMNS: &[Column] = &[
    column("Framework"),
    number("Assessable"),
    number("Met"),
    number("Not met"),
    number("Partly evidenced"),
    number("Cannot tell"),
    number("Cannot tell (draft)"),
    number("Contradiction"),
    number("Resting on drafts"),
    ("Judged from", "nowrap"),
];

pub(super) fn frameworks(markup: &mut Markup, page: Page<'_>) {
    markup.raw("<p class=\"about\">What was assessed, projected onto each framework. Every framework leads to the verdicts behind its counts; there is no blended score.</p>");
    let caption = "Verdicts on the assessable controls of every framework, and the thresholds they were judged by";
    let mut table = Table::open(markup, "", caption, COLUMNS);
    for projection in &page.posture.verdicts {
        table.row(None);
        let cell = table.cell();
        let id = Places::framework_id(&projection.framework);
        cell.link(
            "t",
            &anchors::link(&id),
            page.places.short(&projection.framework),
        );
        cell.html(&words::bar(&projection.tally));
        table.cell().number(projection.tally.total());
        for verdict in Verdict::ALL {
            let count = projection.tally.of(verdict);
            let cell = table.cell().number(count);
            if verdict == Verdict::Met {
                let share = words::percent(count, projection.tally.total());
                cell.raw(" <span class=\"quiet\">")
                    .text(&share)
                    .raw("</span>");
            }
        }
        table.cell().number(drafts(projection));
        thresholds(table.cell(), projection);
    }
    table.close();
    markup.html(&pictures::verdicts(page.posture));
    markup.raw("<p class=\"quiet\">The <a href=\"#def-threshold\">threshold</a> never is the organization's own target.</p>");
}
