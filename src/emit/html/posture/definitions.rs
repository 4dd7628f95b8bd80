//! What every word means, one click away from where it stands.

use crate::emit::html::markup::Markup;
use crate::report::{Definition, Report, posture};

/// The words of a posture, then those of rows.
pub(super) fn definitions(report: &Report<'_>) -> String {
    let mut markup = Markup::default();
    let mut group = None;
    for definition in posture::definitions(report) {
        if group != Some(definition.group) {
            markup.raw(if group.is_some() { "</dl>" } else { "" });
            markup.raw("<h3>").raw(definition.group);
            markup.raw("</h3><dl class=\"definitions\">");
            group = Some(definition.group);
        }
        one(&mut markup, definition);
    }
    markup.raw(if group.is_some() { "</dl>" } else { "" });
    markup.finish()
}

fn one(markup: &mut Markup, definition: &Definition) {
    markup.raw("<div id=\"def-").raw(definition.key);
    markup.raw("\" tabindex=\"-1\"><dt>").raw(definition.term);
    markup.raw("</dt><dd>").raw(definition.meaning);
    markup.raw("</dd></div>");
}
