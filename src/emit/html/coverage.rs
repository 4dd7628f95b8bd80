//! The coverage tables of a pair: each direction, each level of the hierarchy, from stated rows and, beside it, with
//! proofs.

use super::anchors::{self, Anchors};
use super::improved;
use super::markup::Markup;
use super::pairs::Pair;
use super::tallies;
use crate::report::{Basis, Coverage, Framework, LevelCoverage, Report, Tally, Verdict};

/// Both directions of a pair.
pub(super) fn tables(pair: &Pair<'_, '_>, anchors: &Anchors) -> String {
    let mut markup = Markup::default();
    let report = pair.report;
    for entry in &pair.coverage {
        let frameworks = &report.frameworks;
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
        let direction = Direction {
            report,
            anchors,
            entry,
            of,
            by,
        };
        direction.tables(&mut markup);
        improved::list(&mut markup, report, anchors, entry);
        markup.raw("</section>");
    }
    markup.finish()
}

/// The coverage of one framework by another.
struct Direction<'d, 'm> {
    report: &'d Report<'m>,
    anchors: &'d Anchors,
    entry: &'d Coverage,
    of: &'d Framework<'m>,
    by: &'d Framework<'m>,
}

/// The same controls counted from stated rows, and with proofs where anything was reasoned.
type Counts = (Tally, Option<Tally>);

impl Direction<'_, '_> {
    /// The top level with its sum; what lies deeper folds out.
    fn tables(&self, markup: &mut Markup) {
        self.head(markup);
        let mut deeper = 0;
        for section in &self.entry.sections {
            let control = self.report.controls.get(section.control);
            match control.map(|control| control.depth) {
                Some(0) => self.line(markup, section.control, (section.stated, section.proved)),
                Some(_) => deeper += 1,
                None => {}
            }
        }
        markup.raw("</tbody><tfoot><tr><th scope=\"row\">All</th>");
        numbers(markup, (self.entry.stated, self.entry.proved));
        markup.raw("</tr>");
        self.levels(markup);
        markup.raw("</tfoot></table></div>");
        if deeper == 0 {
            return;
        }
        markup
            .raw("<details><summary>Every level (")
            .number(self.entry.sections.len());
        markup.raw(" parts)</summary>");
        self.head(markup);
        for section in &self.entry.sections {
            self.line(markup, section.control, (section.stated, section.proved));
        }
        markup.raw("</tbody></table></div></details>");
    }

    /// The same counts per level of the hierarchy, where more than one level has anything assessable.
    fn levels(&self, markup: &mut Markup) {
        let counted = |level: &&LevelCoverage| level.stated.total() > 0;
        if self.entry.levels.iter().filter(counted).count() < 2 {
            return;
        }
        for level in self.entry.levels.iter().filter(counted) {
            markup
                .raw("<tr class=\"level\"><th scope=\"row\">level: ")
                .text(&level.name)
                .raw("</th>");
            numbers(markup, (level.stated, level.proved));
            markup.raw("</tr>");
        }
    }

    fn head(&self, markup: &mut Markup) {
        let twice = self.entry.proved.is_some();
        markup.raw("<div class=\"scroll\"><table class=\"coverage\"><caption>Of the ");
        markup
            .number(self.of.assessable)
            .raw(" assessable controls of ");
        markup
            .text(&self.of.short)
            .raw(", if all of ")
            .text(&self.by.short);
        markup.raw(" is fulfilled");
        if twice {
            markup.raw(": counted from <a href=\"#def-counting-stated\">stated</a> rows alone and, beside it, <a href=\"#def-counting-with-proofs\">with proofs</a>");
        }
        markup.raw("</caption><thead><tr><th scope=\"col\" rowspan=\"2\">Part</th><th scope=\"col\" rowspan=\"2\" class=\"n\">controls</th>");
        markup.raw("<th scope=\"colgroup\" colspan=\"5\" class=\"group\">From stated rows</th>");
        if twice {
            markup.raw(
                "<th scope=\"colgroup\" colspan=\"5\" class=\"group proved\">With proofs</th>",
            );
        }
        markup.raw("</tr><tr>");
        for basis in [Basis::Stated, Basis::Proved] {
            if basis == Basis::Proved && !twice {
                continue;
            }
            markup.raw("<th scope=\"col\" class=\"n");
            markup.raw(tallies::side(basis)).raw("\">full share</th>");
            for verdict in Verdict::ALL {
                markup.raw("<th scope=\"col\" class=\"n\">");
                tallies::verdict(markup, verdict);
                markup.raw("</th>");
            }
        }
        markup.raw("</tr></thead><tbody>");
    }

    fn line(&self, markup: &mut Markup, control: usize, counts: Counts) {
        const INDENTS: [&str; 6] = ["d0", "d1", "d2", "d3", "d4", "d5"];
        let Some(shown) = self.report.controls.get(control) else {
            return;
        };
        let indent = INDENTS.get(usize::from(shown.depth)).unwrap_or(&"d5");
        markup
            .raw("<tr><th scope=\"row\" class=\"")
            .raw(indent)
            .raw("\">");
        let address = anchors::link(self.anchors.control(control));
        markup.link("id", &address, shown.identifier);
        markup
            .raw(" <span class=\"t\">")
            .text(&shown.title)
            .raw("</span></th>");
        numbers(markup, counts);
        markup.raw("</tr>");
    }
}

fn numbers(markup: &mut Markup, (stated, proved): Counts) {
    markup
        .raw("<td class=\"n\">")
        .number(stated.total())
        .raw("</td>");
    basis(markup, Basis::Stated, stated, stated);
    if let Some(proved) = proved {
        basis(markup, Basis::Proved, proved, stated);
    }
}

/// The share of full and the four counts; what differs from the stated counts stands out.
fn basis(markup: &mut Markup, basis: Basis, tally: Tally, stated: Tally) {
    markup
        .raw("<td class=\"n heat ")
        .raw(tallies::shade(&tally))
        .raw(tallies::side(basis))
        .raw("\">");
    markup.text(&tallies::share(&tally));
    tallies::bar(markup, &tally);
    markup.raw("</td>");
    for verdict in Verdict::ALL {
        let differs = tally.of(verdict) != stated.of(verdict);
        markup.raw(if differs {
            "<td class=\"n differs\">"
        } else {
            "<td class=\"n\">"
        });
        markup.number(tally.of(verdict)).raw("</td>");
    }
}
