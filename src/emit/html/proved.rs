//! The proved correspondences of a control, apart from the stated ones, each with its proof.

use super::anchors;
use super::arguments::Arguments;
use super::markup::Markup;
use crate::report::{Proved, ProvedCorrespondence, Report};

/// How many proofs the page holds. Beyond them it names the pair and the command that prints its proof, since a page
/// that no browser opens proves nothing.
const PROOFS_WRITTEN: usize = 5_000;

/// Which proofs the page holds: those of several rows before those of one row and the hierarchy.
pub(super) struct Written {
    /// One entry per proved pair.
    written: Vec<bool>,
}

impl Written {
    pub(super) fn of(report: &Report<'_>) -> Self {
        let all = report.proved.iter().enumerate();
        let (plain, chained): (Vec<_>, Vec<_>) =
            all.partition(|(_, proved)| proved.rests_on_one_row());
        let mut written = vec![false; report.proved.len()];
        for (at, _) in chained.into_iter().chain(plain).take(PROOFS_WRITTEN) {
            if let Some(entry) = written.get_mut(at) {
                *entry = true;
            }
        }
        Self { written }
    }

    fn holds(&self, at: usize) -> bool {
        self.written.get(at) == Some(&true)
    }
}

/// What is proved of one control, by the framework of the other: first what takes several rows, then, folded, what
/// follows from one row and the hierarchy.
pub(super) fn section<'r, 'm>(
    markup: &mut Markup,
    arguments: Arguments<'r, 'm>,
    written: &Written,
    at: usize,
) {
    let writer = Writer {
        arguments,
        written,
        at,
    };
    // By the other control, so what concerns one framework stands together.
    let all: Vec<_> = arguments.report.proved_of(at).collect();
    for group in all.chunk_by(|one, next| one.framework == next.framework) {
        let with = group.first().map(|first| first.framework);
        let with = with.and_then(|with| arguments.report.frameworks.get(with));
        markup.raw("<h4><a href=\"#def-counting-proved\">Proved</a> with ");
        markup.text(with.map_or("", |with| &with.short));
        markup.raw(" <span class=\"quiet\">").number(group.len());
        markup.raw(", counted apart from what is stated</span></h4>");
        let (plain, chained): (Vec<_>, Vec<_>) = group
            .iter()
            .partition(|entry| entry.proved.rests_on_one_row());
        writer.list(markup, &chained);
        if !plain.is_empty() {
            markup.raw("<details class=\"proof\"><summary>");
            markup.number(plain.len());
            markup.raw(if chained.is_empty() { "" } else { " more" });
            markup.raw(" by one row and the hierarchy</summary>");
            writer.list(markup, &plain);
            markup.raw("</details>");
        }
    }
}

/// Writes the entries of one control.
struct Writer<'w, 'r, 'm> {
    arguments: Arguments<'r, 'm>,
    written: &'w Written,
    at: usize,
}

impl<'r, 'm> Writer<'_, 'r, 'm> {
    fn list(&self, markup: &mut Markup, entries: &[ProvedCorrespondence<'r>]) {
        if entries.is_empty() {
            return;
        }
        markup.raw("<ul class=\"proofs\">");
        for entry in entries {
            self.entry(markup, *entry);
        }
        markup.raw("</ul>");
    }

    /// The relation read from this control, the other, the status, and the proof: in full at the source, as a link at
    /// the target.
    fn entry(&self, markup: &mut Markup, entry: ProvedCorrespondence<'r>) {
        let (number, proved) = (entry.position, entry.proved);
        let Arguments { report, anchors } = self.arguments;
        let is_home = proved.source == self.at;
        markup.raw("<li data-proved=\"").number(number);
        if is_home {
            markup.raw("\" id=\"").text(&anchors.proved(proved));
        }
        markup.raw("\">");
        let definition = anchors::relation(report, entry.relation);
        markup
            .link("", &anchors::link(&definition), entry.relation)
            .raw(" ");
        let other = entry.other;
        if let Some(control) = report.controls.get(other) {
            markup.link(
                "",
                &anchors::link(anchors.control(other)),
                control.identifier,
            );
        }
        markup.raw(" ").raw(proved.status.word()).raw(" ");
        if proved.mixes_rationales() {
            markup.raw("<a href=\"#def-proof-mixed\">mixed rationales</a> ");
        }
        if !self.written.holds(number) {
            ask(markup, report, proved);
        } else if is_home {
            markup.raw("<details class=\"proof\"><summary>Proof</summary>");
            self.arguments.proof(markup, proved);
            markup.raw("</details>");
        } else {
            markup.link("", &anchors::link(&anchors.proved(proved)), "Proof");
        }
        markup.raw("</li>");
    }
}

/// The command that prints a proof which the page does not hold.
fn ask(markup: &mut Markup, report: &Report<'_>, proved: &Proved<'_>) {
    markup.raw("<code class=\"ask\">xwalk why");
    for end in [proved.source, proved.target] {
        let control = report.controls.get(end);
        let framework = control.and_then(|control| report.frameworks.get(control.framework));
        if let Some((control, framework)) = control.zip(framework) {
            markup
                .raw(" \"")
                .text(&framework.key)
                .raw(":")
                .text(control.identifier)
                .raw("\"");
        }
    }
    markup.raw("</code>");
}
