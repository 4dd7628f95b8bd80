//! The auditor's part: every verdict with its proof, every assessed tier with its evidence, and what it was all read from.

mod assessed;
mod proof;
mod sources;
mod verdicts;

use super::page::Page;
use crate::emit::html::markup::Markup;

/// The whole part.
pub(super) fn auditor(page: Page<'_>) -> String {
    let mut markup = Markup::default();
    drafts(&mut markup, page);
    verdicts::tools(&mut markup, page);
    verdicts::verdicts(&mut markup, page);
    assessed::assessed(&mut markup, page);
    sources::rows(&mut markup, page);
    sources::digests(&mut markup, page);
    markup.finish()
}

/// Whether drafts count here, said plainly.
fn drafts(markup: &mut Markup, page: Page<'_>) {
    markup.raw("<p class=\"lead\">");
    match (page.posture.allow_draft, page.report.meta.status_floor) {
        (true, _) => markup.raw("<strong>Draft rows count here</strong>, and every verdict that rests on one says so. To others than the organization itself such a verdict reads <a href=\"#def-posture-cannot-tell-draft\">cannot tell (draft)</a>, unless drafts are allowed to them too."),
        (false, floor) => {
            markup.raw("<strong>Drafts are left out</strong>: only rows of the <a href=\"#def-claim-status\">status</a> <b>");
            markup.raw(floor.word()).raw("</b> or better count.")
        }
    };
    markup.raw("</p>");
}
