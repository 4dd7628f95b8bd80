//! The coverage tables of a pair: each direction, each level of the hierarchy.

use super::anchors::{self, Anchors};
use super::markup::Markup;
use super::pairs::Pair;
use super::tallies;
use crate::report::{Basis, Coverage, LevelCoverage, Report, Tally, Verdict};

/// Both directions of a pair, from stated rows and, where anything was reasoned, with proofs.
pub(super) fn tables(pair: &Pair<'_, '_>, anchors: &Anchors) -> String {
    let mut markup = Markup::default();
    for entry in &pair.coverage {
        let frameworks = &pair.report.frameworks;
        let (Some(of), Some(by)) = (frameworks.get(entry.of), frameworks.get(entry.by)) else {
            continue;
        };
        markup
            .raw("<section class=\"direction\" id=\"")
            .text(&anchors::direction(of, by));
        markup
            .raw("\"><h3>")
            .text(&of.short)
            .raw(" <span class=\"by\">covered by</span> ")
            .text(&by.short);
        markup.raw("</h3>");
        for basis in [Basis::Stated, Basis::Proved] {
            let Some(whole) = entry.tally(basis) else {
                continue;
            };
            let caption = format!(
                "Of the {} assessable controls of {}, if all of {} is fulfilled; {}",
                of.assessable,
                of.short,
                by.short,
                tallies::words(basis),
            );
            table(
                &mut markup,
                pair.report,
                anchors,
                (entry, basis),
                &whole,
                &caption,
            );
        }
        markup.raw("</section>");
    }
    markup.finish()
}

/// The top level with its sum; what lies deeper folds out.
fn table(
    markup: &mut Markup,
    report: &Report<'_>,
    anchors: &Anchors,
    (entry, basis): (&Coverage, Basis),
    whole: &Tally,
    caption: &str,
) {
    head(markup, caption);
    let mut deeper = 0;
    for section in &entry.sections {
        let Some(control) = report.controls.get(section.control) else {
            continue;
        };
        deeper += usize::from(control.depth > 0);
        let tally = entry.section(section.control, basis);
        if let Some(tally) = tally.filter(|_| control.depth == 0) {
            line(markup, report, anchors, section.control, &tally);
        }
    }
    markup.raw("</tbody><tfoot><tr><th scope=\"row\">All</th>");
    numbers(markup, whole);
    markup.raw("</tr>");
    levels(markup, entry, basis);
    markup.raw("</tfoot></table></div>");
    if deeper == 0 {
        return;
    }
    markup
        .raw("<details><summary>Every level (")
        .number(entry.sections.len());
    markup.raw(" parts)</summary>");
    head(markup, caption);
    for section in &entry.sections {
        if let Some(tally) = entry.section(section.control, basis) {
            line(markup, report, anchors, section.control, &tally);
        }
    }
    markup.raw("</tbody></table></div></details>");
}

/// The same counts per level of the hierarchy, where more than one level has anything assessable.
fn levels(markup: &mut Markup, entry: &Coverage, basis: Basis) {
    let tally = |level: &LevelCoverage| match basis {
        Basis::Stated => Some(level.stated),
        Basis::Proved => level.proved,
    };
    let counted: Vec<_> = entry
        .levels
        .iter()
        .filter_map(|level| Some((level, tally(level).filter(|tally| tally.total() > 0)?)))
        .collect();
    if counted.len() < 2 {
        return;
    }
    for (level, tally) in counted {
        markup
            .raw("<tr class=\"level\"><th scope=\"row\">level: ")
            .text(&level.name)
            .raw("</th>");
        numbers(markup, &tally);
        markup.raw("</tr>");
    }
}

fn head(markup: &mut Markup, caption: &str) {
    markup.raw("<div class=\"scroll\"><table class=\"coverage\"><caption>");
    markup.text(caption).raw("</caption><thead><tr><th scope=\"col\">Part</th><th scope=\"col\" class=\"n\">full share</th><th scope=\"col\" class=\"bars\"><span class=\"vh\">as a bar</span></th>");
    for verdict in Verdict::ALL {
        markup.raw("<th scope=\"col\" class=\"n\">");
        tallies::verdict(markup, verdict);
        markup.raw("</th>");
    }
    markup.raw("<th scope=\"col\" class=\"n\">controls</th></tr></thead><tbody>");
}

fn line(
    markup: &mut Markup,
    report: &Report<'_>,
    anchors: &Anchors,
    control: usize,
    tally: &Tally,
) {
    const INDENTS: [&str; 6] = ["d0", "d1", "d2", "d3", "d4", "d5"];
    let Some(shown) = report.controls.get(control) else {
        return;
    };
    let indent = INDENTS.get(usize::from(shown.depth)).unwrap_or(&"d5");
    markup
        .raw("<tr><th scope=\"row\" class=\"")
        .raw(indent)
        .raw("\">");
    markup.link(
        "id",
        &anchors::link(anchors.control(control)),
        shown.identifier,
    );
    markup
        .raw(" <span class=\"t\">")
        .text(&shown.title)
        .raw("</span></th>");
    numbers(markup, tally);
    markup.raw("</tr>");
}

fn numbers(markup: &mut Markup, tally: &Tally) {
    markup
        .raw("<td class=\"n heat ")
        .raw(tallies::shade(tally))
        .raw("\">");
    markup
        .text(&tallies::share(tally))
        .raw("</td><td class=\"bars\">");
    tallies::bar(markup, tally);
    markup.raw("</td>");
    for verdict in Verdict::ALL {
        markup
            .raw("<td class=\"n\">")
            .number(tally.of(verdict))
            .raw("</td>");
    }
    markup
        .raw("<td class=\"n\">")
        .number(tally.total())
        .raw("</td>");
}
