//! All frameworks side by side.

use crate::emit::html::anchors;
use crate::emit::html::markup::Markup;
use crate::emit::html::pictures;
use crate::emit::html::posture::Page;
use crate::emit::html::posture::auditor::framework_id;
use crate::emit::html::posture::table::{Column, Table, number, words as column};
use crate::emit::html::posture::words;
use crate::report::posture::{Projection, Status, Verdict};

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
        let id = framework_id(&projection.framework);
        cell.link(
            "t",
            &anchors::link(&id),
            page.places.short(&projection.framework),
        );
        words::bar(cell, &projection.tally);
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

/// How many verdicts rest on a row that nobody has reviewed.
pub(in crate::emit::html::posture) fn drafts(projection: &Projection) -> usize {
    let counted = projection
        .controls
        .iter()
        .filter(|control| control.assessable);
    counted
        .filter(|control| control.verdict != Verdict::CannotTellDraft)
        .filter(|control| {
            control
                .grounds
                .iter()
                .any(|ground| ground.status == Some(Status::Draft))
        })
        .count()
}

/// From which tier the controls of each assessment count as fulfilled.
pub(in crate::emit::html::posture) fn thresholds(markup: &mut Markup, projection: &Projection) {
    for (at, threshold) in projection.thresholds.iter().enumerate() {
        markup.raw(if at == 0 { "tier " } else { ", tier " });
        markup.number(threshold.tier as usize).raw(" of ");
        markup.text(&threshold.assessment);
    }
    if projection.thresholds.is_empty() {
        markup.raw("–");
    }
}
