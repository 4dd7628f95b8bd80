//! What proofs change: the controls whose verdict with proofs is another than from stated rows, and why.

use std::collections::BTreeMap;

use super::anchors::{self, Anchors};
use super::markup::Markup;
use super::tallies;
use crate::report::{Coverage, CoverageCell, Report, Verdict, VerdictLine};

/// The assessable controls whose verdict changes, folded behind their number; nothing if none does.
pub(super) fn list(markup: &mut Markup, report: &Report<'_>, anchors: &Anchors, entry: &Coverage) {
    let changed: Vec<_> = entry
        .verdicts
        .iter()
        .filter(|line| {
            let control = report.controls.get(line.control);
            control.is_some_and(|control| control.assessable)
        })
        .filter_map(|line| Some((line, changed(line)?)))
        .collect();
    if changed.is_empty() {
        return;
    }
    markup.raw("<details class=\"improved\"><summary>Proofs change the verdict on ");
    markup.number(changed.len()).raw(if changed.len() == 1 {
        " control: "
    } else {
        " controls: "
    });
    let mut ways: BTreeMap<(Verdict, Verdict), usize> = BTreeMap::new();
    for (line, proved) in &changed {
        *ways
            .entry((line.stated.verdict, proved.verdict))
            .or_default() += 1;
    }
    for (at, ((from, to), count)) in ways.into_iter().enumerate() {
        markup.raw(if at == 0 { "" } else { ", " }).number(count);
        markup
            .raw(" from ")
            .raw(from.word())
            .raw(" to ")
            .raw(to.word());
    }
    markup.raw("</summary><div class=\"scroll\"><table class=\"listing\"><caption class=\"vh\">Verdicts that proofs change</caption><thead><tr><th scope=\"col\">Control</th><th scope=\"col\">Title</th><th scope=\"col\">From stated rows</th><th scope=\"col\">With proofs</th><th scope=\"col\">Why</th></tr></thead><tbody>");
    for (line, proved) in changed {
        row(markup, report, anchors, line, proved);
    }
    markup.raw("</tbody></table></div></details>");
}

/// The verdict with proofs, if it is another than from stated rows.
pub(super) fn changed(line: &VerdictLine) -> Option<&CoverageCell> {
    let proved = line.proved.as_ref();
    proved.filter(|proved| proved.verdict != line.stated.verdict)
}

fn row(
    markup: &mut Markup,
    report: &Report<'_>,
    anchors: &Anchors,
    line: &VerdictLine,
    proved: &CoverageCell,
) {
    let Some(control) = report.controls.get(line.control) else {
        return;
    };
    markup.raw("<tr><th scope=\"row\">");
    let address = anchors::link(anchors.control(line.control));
    markup.link("id", &address, control.identifier);
    markup
        .raw("</th><td class=\"t\">")
        .text(&control.title)
        .raw("</td><td>");
    tallies::verdict(markup, line.stated.verdict);
    markup.raw("</td><td>");
    tallies::verdict(markup, proved.verdict);
    markup.raw("</td><td>").text(&proved.why).raw("</td></tr>");
}
