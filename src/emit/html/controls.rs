//! The sections of the controls: the essential of everything that is known of each, without scripts.

use std::collections::BTreeMap;

use super::anchors::{self, Anchors};
use super::arguments::Arguments;
use super::contradictions;
use super::markup::Markup;
use super::proved::{self, Written};
use super::tallies;
use crate::report::{Basis, Control, CoverageCell, End, Framework, Report, Tally, Verdict};

/// Writes the sections of the controls.
pub(super) struct Sections<'r, 'm> {
    report: &'r Report<'m>,
    anchors: &'r Anchors,
    written: Written,
    /// The contradiction in which each disputed row stands.
    disputed: BTreeMap<usize, usize>,
}

impl<'r, 'm> Sections<'r, 'm> {
    pub(super) fn of(report: &'r Report<'m>, anchors: &'r Anchors) -> Self {
        Self {
            report,
            anchors,
            written: Written::of(report),
            disputed: contradictions::disputed(report),
        }
    }

    /// The sections of one framework's controls, in preorder.
    pub(super) fn framework_controls(&self, framework: usize) -> String {
        let mut markup = Markup::default();
        let Some(shown) = self.framework(framework) else {
            return String::new();
        };
        let Self {
            report, anchors, ..
        } = *self;
        for at in shown.controls.clone() {
            if let Some(control) = report.controls.get(at) {
                self.stated(&mut markup, at, control);
                let arguments = Arguments { report, anchors };
                proved::section(&mut markup, arguments, &self.written, at);
                markup.raw("</article>");
            }
        }
        markup.finish()
    }

    /// The section of a control up to what is stated of it.
    fn stated(&self, markup: &mut Markup, at: usize, control: &Control<'_>) {
        let anchor = self.anchors.control(at);
        markup.raw("<article class=\"control");
        markup.raw(if control.depth == 0 { " top" } else { "" });
        markup.raw("\" data-control=\"").number(at);
        markup.raw("\" id=\"").text(anchor).raw("\"><h3>");
        markup.link("id", &anchors::link(anchor), control.identifier);
        markup
            .raw(" <span class=\"t\">")
            .text(&control.title)
            .raw("</span></h3>");
        self.about(markup, control);
        self.verdicts(markup, at, control);
        self.rows(markup, at, control);
    }

    /// Where it stands in the hierarchy, and what its author says of it.
    fn about(&self, markup: &mut Markup, control: &Control<'_>) {
        markup.raw("<p class=\"path\">");
        let mut above = Vec::new();
        let mut parent = control.parent;
        while let Some((at, up)) = parent.and_then(|at| Some((at, self.report.controls.get(at)?))) {
            above.push((at, up));
            parent = up.parent;
        }
        for (at, up) in above.into_iter().rev() {
            let address = anchors::link(self.anchors.control(at));
            markup
                .raw("<a href=\"")
                .text(&address)
                .raw("\"><span class=\"id\">")
                .text(up.identifier);
            markup
                .raw("</span> <span class=\"t\">")
                .text(&up.title)
                .raw("</span></a> › ");
        }
        markup.text(&control.level);
        if !control.assessable {
            markup.raw(", not assessed by itself");
        }
        for tag in control.tags {
            markup
                .raw(" <span class=\"tag\">#")
                .text(tag)
                .raw("</span>");
        }
        if !control.aliases.is_empty() {
            markup.raw(" · also ").text(&control.aliases.join(", "));
        }
        markup.raw("</p>");
        if let Some(doc) = control.doc {
            markup.raw("<p class=\"doc t\">").text(doc).raw("</p>");
        }
        if let Some(text) = control.text {
            markup
                .raw("<blockquote class=\"t\">")
                .text(text)
                .raw("</blockquote>");
        }
        for activity in &control.activities {
            markup
                .raw("<p class=\"activity\"><span class=\"kind\">")
                .raw(activity.kind.word());
            markup
                .raw("</span> <span class=\"t\">")
                .text(activity.title)
                .raw("</span>");
            for (at, &on) in activity.on.iter().enumerate() {
                markup.raw(if at == 0 { " on " } else { ", " });
                self.control(markup, on);
            }
            markup.raw("</p>");
        }
    }

    /// What becomes of it if another framework is fulfilled, for each that rows connect.
    fn verdicts(&self, markup: &mut Markup, at: usize, control: &Control<'_>) {
        let mut open = false;
        let entries = self.report.coverage.iter();
        for entry in entries.filter(|entry| entry.of == control.framework) {
            let Some((line, by)) = entry.line(at).zip(self.framework(entry.by)) else {
                continue;
            };
            if !open {
                markup.raw("<h4>If the other framework is fulfilled</h4><ul class=\"verdicts\">");
                open = true;
            }
            markup.raw("<li>by ").text(&by.short).raw(": ");
            for basis in [Basis::Stated, Basis::Proved] {
                let Some(found) = line.on(basis) else {
                    continue;
                };
                if basis == Basis::Proved {
                    if found.verdict == line.stated.verdict {
                        continue;
                    }
                    markup.raw("; with proofs: ");
                }
                // Of a branch that no row names, only what is below it can be said.
                let below = entry.section(at, basis);
                match below.filter(|_| found.verdict == Verdict::NotReviewed) {
                    Some(tally) => below_it(markup, &tally),
                    None => cell(markup, found),
                }
            }
            markup.raw("</li>");
        }
        if open {
            markup.raw("</ul>");
        }
    }

    /// Its correspondences, each read from its own side.
    fn rows(&self, markup: &mut Markup, at: usize, control: &Control<'_>) {
        if control.rows.is_empty() {
            return;
        }
        markup.raw("<h4>Stated <span class=\"quiet\">by a row, each with its <a href=\"#def-claim-status\">status</a></span></h4><ul class=\"rows\">");
        for &number in &control.rows {
            let Some(row) = self.report.rows.get(number) else {
                continue;
            };
            let Some(mapping) = self.report.mappings.get(row.mapping) else {
                continue;
            };
            let at_source = row.source.controls().contains(&at);
            let (own, other, relation, side) = if at_source {
                (&row.source, &row.target, &row.relation, mapping.to)
            } else {
                (&row.target, &row.source, &row.converse, mapping.from)
            };
            markup.raw("<li");
            if home(&row.source, &row.target) == Some(at) {
                markup
                    .raw(" id=\"")
                    .text(&anchors::row(self.report, number))
                    .raw("\"");
            }
            markup.raw(">");
            if let End::Union(parts) = own {
                markup.raw("with ");
                self.list(markup, parts.iter().filter(|&&part| part != at), " + ");
                markup.raw(": ");
            }
            let definition = anchors::relation(self.report, relation);
            markup
                .link("", &anchors::link(&definition), relation)
                .raw(" ");
            match other {
                End::Everything => {
                    let side = self.framework(side).map_or("", |side| side.short.as_str());
                    markup.raw("all of ").text(side);
                }
                named => self.list(markup, named.controls().iter(), " + "),
            }
            markup.raw(" ").raw(row.status.word());
            if let Some(why) = row.left_out {
                markup.raw(" (");
                match self.disputed.get(&number) {
                    Some(&contradiction) => {
                        let address = anchors::link(&anchors::contradiction(contradiction));
                        markup.link("disputed", &address, why)
                    }
                    None => markup.raw(why),
                };
                markup.raw(")");
            }
            markup.raw("</li>");
        }
        markup.raw("</ul>");
    }

    fn list<'i>(
        &self,
        markup: &mut Markup,
        controls: impl Iterator<Item = &'i usize>,
        between: &'static str,
    ) {
        for (at, &control) in controls.enumerate() {
            markup.raw(if at == 0 { "" } else { between });
            self.control(markup, control);
        }
    }

    fn control(&self, markup: &mut Markup, at: usize) {
        if let Some(control) = self.report.controls.get(at) {
            let address = anchors::link(self.anchors.control(at));
            markup.link("", &address, control.identifier);
        }
    }

    fn framework(&self, at: usize) -> Option<&Framework<'_>> {
        self.report.frameworks.get(at)
    }
}

/// The control in whose section a row has its address: the first that it names.
fn home(source: &End, target: &End) -> Option<usize> {
    let named = source.controls().iter().chain(target.controls());
    named.copied().next()
}

/// The verdicts on what is assessable in a branch.
fn below_it(markup: &mut Markup, tally: &Tally) {
    for (at, verdict) in Verdict::ALL.into_iter().enumerate() {
        markup.raw(if at == 0 { "" } else { ", " });
        markup.number(tally.of(verdict)).raw(" ");
        tallies::verdict(markup, verdict);
    }
    markup.raw(" <span class=\"why\">below it</span>");
}

fn cell(markup: &mut Markup, cell: &CoverageCell) {
    tallies::verdict(markup, cell.verdict);
    markup
        .raw(" <span class=\"why\">")
        .text(&cell.why)
        .raw("</span>");
}
