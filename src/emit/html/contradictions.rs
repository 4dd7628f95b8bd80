//! Rows that cannot all be true, each set with its argument.

use std::collections::BTreeMap;

use super::anchors;
use super::arguments::Arguments;
use super::markup::Markup;
use crate::report::{Contradiction, Report};

/// The contradiction in which each disputed row stands, the first of several.
pub(super) fn disputed(report: &Report<'_>) -> BTreeMap<usize, usize> {
    let mut disputed = BTreeMap::new();
    for (at, contradiction) in report.contradictions.iter().enumerate() {
        for row in contradiction.rows.iter().filter_map(|row| row.position) {
            disputed.entry(row).or_insert(at);
        }
    }
    disputed
}

/// All of them, in order.
pub(super) fn list(arguments: Arguments<'_, '_>) -> String {
    let mut markup = Markup::default();
    for (at, contradiction) in arguments.report.contradictions.iter().enumerate() {
        one(&mut markup, arguments, at, contradiction);
    }
    markup.finish()
}

/// The argument in one sentence, then step by step; then what kind of contradiction it is.
fn one<'r, 'm>(
    markup: &mut Markup,
    arguments: Arguments<'r, 'm>,
    at: usize,
    contradiction: &'r Contradiction<'m>,
) {
    markup.raw("<article class=\"contradiction\" id=\"");
    markup.text(&anchors::contradiction(at)).raw("\"><h3>");
    markup.number(at + 1).raw(". ");
    quoted(markup, &contradiction.sentence);
    markup.raw("</h3><div class=\"argument\">");
    arguments.clash(markup, contradiction);
    markup.raw("</div><p>");
    let count = contradiction.rows.len();
    markup.number(count).raw(if count == 1 {
        " row is <a href=\"#def-contradiction-disputed\">disputed</a>. "
    } else {
        " rows are <a href=\"#def-contradiction-disputed\">disputed</a>; take away any one of them, and this contradiction is gone. "
    });
    markup.raw(if contradiction.rationales.len() > 1 {
        "<a href=\"#def-proof-mixed\">Mixed rationales</a> ("
    } else {
        "Rationale: "
    });
    for (at, rationale) in contradiction.rationales.iter().enumerate() {
        markup.raw(if at == 0 { "" } else { ", " }).raw(rationale);
    }
    markup.raw(if contradiction.rationales.len() > 1 {
        "): the rows may speak of different things. "
    } else {
        ". "
    });
    markup.raw(if contradiction.stands_loosely {
        "It stands under the <a href=\"#def-contradiction-loose\">loose reading</a> too."
    } else {
        "Under the <a href=\"#def-contradiction-loose\">loose reading</a>, every <code>intersects-with</code> as <code>related-to</code>, it vanishes."
    });
    markup.raw("</p></article>");
}

/// A sentence in which names stand between backticks.
fn quoted(markup: &mut Markup, sentence: &str) {
    for (at, part) in sentence.split('`').enumerate() {
        let is_name = at % 2 == 1;
        markup.raw(if is_name { "<span class=\"id\">" } else { "" });
        markup.text(part);
        markup.raw(if is_name { "</span>" } else { "" });
    }
}
