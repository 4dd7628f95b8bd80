//! What every word means, one click away from where it stands.

use crate::emit::html::markup::Markup;
use crate::report::posture::DEFINITIONS;
use crate::report::{Definition, Report};

/// The groups of the report's own definitions that a posture speaks of too.
const SHARED: [&str; 4] = ["Relations", "Rationale", "Claims", "Frameworks"];

/// The words of a posture, then those of rows.
pub(super) fn definitions(report: &Report<'_>) -> String {
    let shared = report.definitions.iter();
    let shared = shared.filter(|definition| SHARED.contains(&definition.group));
    let mut markup = Markup::default();
    let mut group = None;
    for definition in DEFINITIONS.iter().chain(shared) {
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
