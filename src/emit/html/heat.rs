//! The heat maps of the overview: how much of what is covered by what, at a glance.

use super::anchors;
use super::markup::Markup;
use super::pairs::Pair;
use super::tallies;
use crate::report::{Basis, HeatMap, Report, Tally};

/// The functions of one framework against the frameworks that cover it, once from stated rows and once with proofs;
/// empty if none does.
pub(super) fn by_function(report: &Report<'_>, of: usize) -> String {
    let mut markup = Markup::default();
    for basis in [Basis::Stated, Basis::Proved] {
        let map = report.heat_map(of, basis);
        if map.by.is_empty() {
            continue;
        }
        let stated = report.heat_map(of, Basis::Stated);
        open(&mut markup, basis);
        markup.raw("<table class=\"heatmap\"><caption>How much of <strong>");
        markup.text(short(report, of));
        markup.raw("</strong> is covered, if all of the framework in the column is fulfilled; ");
        markup.raw(tallies::words(basis));
        markup.raw("</caption><thead><tr><th scope=\"col\">");
        markup.text(&level_name(report, of)).raw("</th>");
        for &by in &map.by {
            markup
                .raw("<th scope=\"col\">by ")
                .text(short(report, by))
                .raw("</th>");
        }
        markup.raw("</tr></thead><tbody>");
        for line in &map.lines {
            let Some(control) = report.controls.get(line.control) else {
                continue;
            };
            markup.raw("<tr><th scope=\"row\"><span class=\"id\">");
            markup
                .text(control.identifier)
                .raw("</span> <span class=\"t\">");
            markup.text(&control.title).raw("</span></th>");
            let before = stated.lines.iter().find(|old| old.control == line.control);
            for (&by, tally) in map.by.iter().zip(&line.cells) {
                let before = before.and_then(|old| column(&stated, &old.cells, by));
                opening(&mut markup, tally);
                content(&mut markup, report, (of, by), tally, before);
            }
            markup.raw("</tr>");
        }
        markup.raw("</tbody><tfoot><tr><th scope=\"row\">All</th>");
        for (&by, tally) in map.by.iter().zip(&map.total) {
            let before = column(&stated, &stated.total, by);
            opening(&mut markup, tally);
            content(&mut markup, report, (of, by), tally, before);
        }
        markup.raw("</tr></tfoot></table></div>");
    }
    markup.finish()
}

/// Both directions of every pair, side by side, once from stated rows and once with proofs.
pub(super) fn by_pair(report: &Report<'_>, pairs: &[Pair<'_, '_>]) -> String {
    let mut markup = Markup::default();
    for basis in [Basis::Stated, Basis::Proved] {
        let counted = |pair: &&Pair<'_, '_>| {
            let mut directions = pair.coverage.iter();
            directions.any(|entry| entry.tally(basis).is_some())
        };
        let mut shown = pairs.iter().filter(counted).peekable();
        if shown.peek().is_none() {
            continue;
        }
        open(&mut markup, basis);
        markup.raw("<table class=\"heatmap pairs\"><caption>How much of the framework that is named first is covered, if all of the second is fulfilled; ");
        markup.raw(tallies::words(basis));
        markup.raw("</caption><thead><tr><th scope=\"col\">One direction</th><th scope=\"col\">The other</th></tr></thead><tbody>");
        for pair in shown {
            markup.raw("<tr>");
            for (of, by) in [(pair.left, pair.right), (pair.right, pair.left)] {
                let entry = report.coverage_of(of, by);
                match entry.and_then(|entry| entry.tally(basis)) {
                    Some(tally) => {
                        opening(&mut markup, &tally);
                        markup
                            .raw("<span class=\"ends\"><strong>")
                            .text(short(report, of));
                        markup
                            .raw("</strong> by ")
                            .text(short(report, by))
                            .raw("</span>");
                        let before = entry.map(|entry| &entry.stated);
                        content(&mut markup, report, (of, by), &tally, before);
                    }
                    None => {
                        markup.raw("<td>no rows</td>");
                    }
                }
            }
            markup.raw("</tr>");
        }
        markup.raw("</tbody></table></div>");
    }
    markup.finish()
}

/// Opens a map; which of the two is shown is the reader's choice.
fn open(markup: &mut Markup, basis: Basis) {
    markup.raw(match basis {
        Basis::Stated => "<div class=\"scroll basis-stated\">",
        Basis::Proved => "<div class=\"scroll basis-proved\">",
    });
}

fn short<'r>(report: &'r Report<'_>, framework: usize) -> &'r str {
    let framework = report.frameworks.get(framework);
    framework.map_or("", |framework| &framework.short)
}

/// What a framework calls its top level, as a column header.
fn level_name(report: &Report<'_>, framework: usize) -> String {
    let level = report
        .frameworks
        .get(framework)
        .and_then(|framework| framework.levels.first());
    let mut letters = level.map_or("part", |level| level.name.as_str()).chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// What a line of the map has in the column of a framework.
fn column<'t>(map: &HeatMap, cells: &'t [Tally], by: usize) -> Option<&'t Tally> {
    let mut columns = map.by.iter().zip(cells);
    columns.find_map(|(one, cell)| (*one == by).then_some(cell))
}

fn opening(markup: &mut Markup, tally: &Tally) {
    markup
        .raw("<td class=\"heat ")
        .raw(tallies::shade(tally))
        .raw("\">");
}

/// The share of full, the four counts, the way to the pair, and whether the counts differ from the stated ones.
fn content(
    markup: &mut Markup,
    report: &Report<'_>,
    (of, by): (usize, usize),
    tally: &Tally,
    stated: Option<&Tally>,
) {
    let share = format!("{} full", tallies::share(tally));
    let ends = report.frameworks.get(of).zip(report.frameworks.get(by));
    let direction = ends.map_or_else(String::new, |(of, by)| anchors::direction(of, by));
    markup.link("share", &anchors::link(&direction), &share);
    tallies::bar(markup, tally);
    tallies::counts(markup, tally);
    if stated.is_some_and(|stated| stated != tally) {
        markup.raw("<span class=\"differs\">changed by proofs</span>");
    }
    markup.raw("</td>");
}
