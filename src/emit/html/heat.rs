//! The heat maps of the overview: how much of what is covered by what, at a glance.

use super::anchors;
use super::markup::Markup;
use super::tallies;
use crate::report::{Basis, Report, Tally};

/// The functions of the pivot against the frameworks that cover it; empty without a pivot that anything covers.
pub(super) fn by_function(report: &Report<'_>) -> String {
    let mut markup = Markup::default();
    let Some(pivot) = report.meta.pivot else {
        return String::new();
    };
    for basis in [Basis::Stated, Basis::Proved] {
        let map = report.heat_map(pivot, basis);
        if map.by.is_empty() {
            continue;
        }
        markup.raw("<div class=\"scroll\"><table class=\"heatmap\"><caption>How much of <strong>");
        markup.text(short(report, pivot));
        markup.raw("</strong> is covered, if all of the framework in the column is fulfilled; ");
        markup
            .raw(tallies::words(basis))
            .raw("</caption><thead><tr><th scope=\"col\">");
        markup.text(&level_name(report, pivot)).raw("</th>");
        for &by in &map.by {
            column(&mut markup, report, by);
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
            for (&by, tally) in map.by.iter().zip(&line.cells) {
                cell(&mut markup, report, (pivot, by), Some(tally));
            }
            markup.raw("</tr>");
        }
        markup.raw("</tbody><tfoot><tr><th scope=\"row\">All</th>");
        for (&by, tally) in map.by.iter().zip(&map.total) {
            cell(&mut markup, report, (pivot, by), Some(tally));
        }
        markup.raw("</tr></tfoot></table></div>");
    }
    markup.finish()
}

/// Every framework against every other, both directions.
pub(super) fn by_framework(report: &Report<'_>) -> String {
    let mut markup = Markup::default();
    for basis in [Basis::Stated, Basis::Proved] {
        let tally = |of, by| {
            report
                .coverage_of(of, by)
                .and_then(|entry| entry.tally(basis))
        };
        let counted = |at: &usize| {
            let mut entries = report.coverage.iter();
            entries
                .any(|entry| (entry.of == *at || entry.by == *at) && entry.tally(basis).is_some())
        };
        let shown: Vec<usize> = (0..report.frameworks.len()).filter(counted).collect();
        if shown.is_empty() {
            continue;
        }
        markup.raw("<div class=\"scroll\"><table class=\"heatmap\"><caption>How much of the framework in the <strong>row</strong> is covered, if all of the framework in the <strong>column</strong> is fulfilled; ");
        markup.raw(tallies::words(basis));
        markup.raw("</caption><thead><tr><th scope=\"col\">Covered</th>");
        for &by in &shown {
            column(&mut markup, report, by);
        }
        markup.raw("</tr></thead><tbody>");
        for &of in &shown {
            markup
                .raw("<tr><th scope=\"row\">")
                .text(short(report, of))
                .raw("</th>");
            for &by in &shown {
                cell(&mut markup, report, (of, by), tally(of, by).as_ref());
            }
            markup.raw("</tr>");
        }
        markup.raw("</tbody></table></div>");
    }
    markup.finish()
}

fn column(markup: &mut Markup, report: &Report<'_>, by: usize) {
    markup
        .raw("<th scope=\"col\">by ")
        .text(short(report, by))
        .raw("</th>");
}

fn short<'r>(report: &'r Report<'_>, framework: usize) -> &'r str {
    let framework = report.frameworks.get(framework);
    framework.map_or("", |framework| &framework.short)
}

/// What the pivot calls its top level, as a column header.
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

/// One cell: the share of full, the four counts, and the way to the pair.
fn cell(markup: &mut Markup, report: &Report<'_>, (of, by): (usize, usize), tally: Option<&Tally>) {
    let Some(tally) = tally else {
        let words = if of == by { "itself" } else { "no rows" };
        markup
            .raw("<td class=\"none\"><span class=\"quiet\">")
            .raw(words);
        markup.raw("</span></td>");
        return;
    };
    markup
        .raw("<td class=\"heat ")
        .raw(tallies::shade(tally))
        .raw("\">");
    let share = format!("{} full", tallies::share(tally));
    let ends = report.frameworks.get(of).zip(report.frameworks.get(by));
    let direction = ends.map_or_else(String::new, |(of, by)| anchors::direction(of, by));
    markup.link("share", &anchors::link(&direction), &share);
    tallies::bar(markup, tally);
    tallies::counts(markup, tally);
    markup.raw("</td>");
}
