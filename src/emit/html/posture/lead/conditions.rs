//! Rows that hold under a condition only, and what would change if it held.

use crate::emit::html::markup::Markup;
use crate::emit::html::posture::page::Page;
use crate::emit::html::posture::row;
use crate::emit::html::posture::table::{Column, Table, words as column};
use crate::emit::html::posture::words;

const COLUMNS: &[Column] = &[column("Control"), column("Is"), column("Would be")];

pub(super) fn conditions(markup: &mut Markup, page: Page<'_>) {
    if page.posture.conditions.is_empty() {
        markup.raw("<p>No row depends on a condition.</p>");
        return;
    }
    markup.raw("<p class=\"about\">Rows under a condition count where the organization says that it holds. For the others, these are the verdicts that would change.</p>");
    for condition in &page.posture.conditions {
        markup
            .raw("<article class=\"entry\"><h4 class=\"t\">")
            .text(condition.text);
        markup.raw("</h4><p>");
        markup.raw(if condition.holds {
            "<b>Holds</b>: its rows count. "
        } else {
            "<b>Is not said to hold</b>: its rows do not count. "
        });
        words::count(markup, condition.rows.len(), ["row", "rows"]).raw(": ");
        row::names(markup, &condition.rows);
        markup.raw("</p>");
        if condition.would_change.is_empty() {
            markup.raw(if condition.holds {
                ""
            } else {
                "<p>If it held, every verdict would be the same.</p>"
            });
        } else {
            let caption = "Verdicts that would change if the condition held";
            let mut table = Table::open(markup, "some", caption, COLUMNS);
            for change in &condition.would_change {
                table.row(None);
                let cell = table.cell();
                page.places.titled(cell, &change.control);
                let framework = page.places.framework_of(&change.control);
                cell.raw(" <span class=\"quiet\">")
                    .text(framework)
                    .raw("</span>");
                words::verdict(table.cell(), change.before);
                words::verdict(table.cell(), change.after);
            }
            table.close();
        }
        markup.raw("</article>");
    }
}
