//! What is missing, and apart from it, what nobody looked at.

use super::anchors::{self, Anchors};
use super::markup::Markup;
use super::tallies;
use crate::report::{Coverage, Report, Verdict, VerdictLine};

/// The assessable controls of one verdict, a list per direction of each pair.
pub(super) fn lists(report: &Report<'_>, anchors: &Anchors, verdict: Verdict) -> String {
    let mut markup = Markup::default();
    let mut none = Vec::new();
    for entry in &report.coverage {
        let frameworks = &report.frameworks;
        let (Some(of), Some(by)) = (frameworks.get(entry.of), frameworks.get(entry.by)) else {
            continue;
        };
        let lines: Vec<_> = lines(report, entry, verdict).collect();
        if lines.is_empty() {
            none.push(format!("{} by {}", of.short, by.short));
            continue;
        }
        markup
            .raw("<details class=\"gaps\"><summary><strong>")
            .text(&of.short);
        markup
            .raw("</strong> by <strong>")
            .text(&by.short)
            .raw("</strong>: ");
        markup
            .number(lines.len())
            .raw(" of ")
            .number(entry.stated.total());
        markup
            .raw("</summary><div class=\"scroll\"><table class=\"listing\"><caption class=\"vh\">");
        markup
            .raw(verdict.word())
            .raw(": ")
            .text(&of.short)
            .raw(" by ")
            .text(&by.short);
        markup.raw("</caption><thead><tr><th scope=\"col\">Control</th><th scope=\"col\">Title</th><th scope=\"col\">Why</th></tr></thead><tbody>");
        for line in lines {
            row(&mut markup, report, anchors, line);
        }
        markup.raw("</tbody></table></div></details>");
    }
    if !none.is_empty() {
        markup
            .raw("<p class=\"nothing\">None: ")
            .text(&none.join(" · "))
            .raw("</p>");
    }
    markup.finish()
}

fn lines<'r>(
    report: &'r Report<'_>,
    entry: &'r Coverage,
    verdict: Verdict,
) -> impl Iterator<Item = &'r VerdictLine> {
    entry.verdicts.iter().filter(move |line| {
        let control = report.controls.get(line.control);
        line.stated.verdict == verdict && control.is_some_and(|control| control.assessable)
    })
}

fn row(markup: &mut Markup, report: &Report<'_>, anchors: &Anchors, line: &VerdictLine) {
    let Some(control) = report.controls.get(line.control) else {
        return;
    };
    markup.raw("<tr><th scope=\"row\">");
    markup.link(
        "id",
        &anchors::link(anchors.control(line.control)),
        control.identifier,
    );
    markup
        .raw("</th><td class=\"t\">")
        .text(&control.title)
        .raw("</td><td>");
    markup.text(&line.stated.why);
    let proved = line.proved.as_ref();
    if let Some(proved) = proved.filter(|proved| proved.verdict != line.stated.verdict) {
        markup.raw(" <span class=\"aside\">with proofs: ");
        tallies::verdict(markup, proved.verdict);
        markup.raw("</span>");
    }
    markup.raw("</td></tr>");
}
