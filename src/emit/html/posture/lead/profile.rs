//! Where the controls stand, by function and category, and how that changed.

use crate::emit::html::markup::Markup;
use crate::emit::html::posture::page::Page;
use crate::emit::html::posture::table::{Column, Table, number, words as column};
use crate::emit::html::posture::words;
use crate::report::posture::{Moved, ProfileLine};

const COLUMNS: &[Column] = &[
    column("Function or category"),
    number("Tier"),
    number("Target"),
    column("Now, by tier"),
    column("Wanted, by tier"),
    number("Achieved"),
    number("At target"),
    number("Unsupported"),
    number("Not applicable"),
    number("Not assessed"),
];

const MOVED: &[Column] = &[
    column("Control"),
    number("Before"),
    number("Now"),
    column("How it moved"),
];

pub(super) fn profile(markup: &mut Markup, page: Page<'_>) {
    markup.raw("<p class=\"about\">A function or category stands at the <a href=\"#def-rolled-up\">lowest tier</a> of its controls; beside it, how many controls stand at each tier. <a href=\"#def-at-target\">At target</a> measures progress towards the organization's own goal and decides no verdict.</p>");
    for profile in &page.posture.profiles {
        markup.raw("<h4>Assessment <span class=\"t\">");
        markup.text(profile.assessment).raw("</span></h4>");
        let caption = "Current and target tiers by function and category";
        let mut table = Table::open(markup, "", caption, COLUMNS);
        for line in &profile.lines {
            let control = line.control.as_deref().unwrap_or_default();
            let depth = page.places.named(control).map_or(0, |named| named.depth);
            table.row_of(None, if depth == 0 { "top" } else { "" });
            let cell = table
                .cell()
                .raw("<div class=\"")
                .raw(indent(depth))
                .raw("\">");
            page.places.titled(cell, control);
            cell.raw("</div>");
            facts(&mut table, line);
        }
        table.row_of(None, "total").cell().raw("All");
        facts(&mut table, &profile.total);
        table.close();
    }
}

const fn indent(depth: u8) -> &'static str {
    match depth {
        0 => "",
        1 => "d1",
        2 => "d2",
        3 => "d3",
        4 => "d4",
        _ => "d5",
    }
}

fn facts(table: &mut Table<'_>, line: &ProfileLine) {
    words::tier(table.cell(), line.tier);
    words::tier(table.cell(), line.target);
    distribution(table.cell(), &line.current);
    distribution(table.cell(), &line.targets);
    words::share(table.cell(), line.achieved, line.assessed);
    words::share(table.cell(), line.at_target, line.assessed);
    let cell = table.cell();
    if line.unsupported > 0 {
        cell.raw("<strong class=\"over\">")
            .number(line.unsupported)
            .raw("</strong>");
    } else {
        cell.raw("0");
    }
    table.cell().number(line.not_applicable);
    table.cell().number(line.not_assessed);
}

/// `4 at 1, 12 at 2`.
fn distribution(markup: &mut Markup, counts: &[(u32, usize)]) {
    for (at, (tier, count)) in counts.iter().enumerate() {
        markup.raw(if at == 0 { "" } else { ", " });
        markup
            .raw("<span class=\"nowrap\">")
            .number(*count)
            .raw(" at ");
        markup.number(*tier as usize).raw("</span>");
    }
    if counts.is_empty() {
        markup.raw("–");
    }
}

/// What stands somewhere else than at the assessment before.
pub(super) fn changes(markup: &mut Markup, page: Page<'_>) {
    if page.posture.benchmarks.is_empty() {
        markup.raw("<p>No framework was assessed before.</p>");
    }
    for benchmark in &page.posture.benchmarks {
        markup.raw("<p class=\"about\"><span class=\"t\">");
        markup
            .text(page.places.short(&benchmark.framework))
            .raw("</span>: from <span class=\"t\">");
        markup.text(benchmark.before).raw("</span> (");
        markup
            .text(&benchmark.before_assessed.to_string())
            .raw(") to <span class=\"t\">");
        markup.text(benchmark.after).raw("</span> (");
        markup
            .text(&benchmark.after_assessed.to_string())
            .raw("): <b>");
        markup.number(benchmark.raised).raw("</b> raised, <b>");
        markup.number(benchmark.lowered).raw("</b> lowered, <b>");
        markup.number(benchmark.same).raw("</b> as before.</p>");
        if benchmark.moved.is_empty() {
            continue;
        }
        let mut table = Table::open(markup, "some", "Controls whose tier changed", MOVED);
        for moved in &benchmark.moved {
            table.row(None);
            page.places.titled(table.cell(), &moved.control);
            words::tier(table.cell(), moved.before);
            words::tier(table.cell(), moved.after);
            direction(table.cell(), moved);
        }
        table.close();
    }
}

fn direction(markup: &mut Markup, moved: &Moved) {
    markup.raw(match (moved.before, moved.after) {
        (Some(before), Some(after)) if after > before => "<span class=\"up\">▲ raised</span>",
        (Some(_), Some(_)) => "<strong class=\"over\">▼ lowered</strong>",
        (None, Some(_)) => "has a tier now",
        _ => "has no tier any more",
    });
}
