//! What changed since the assessment before.

use crate::emit::html::markup::Markup;
use crate::emit::html::posture::page::Page;
use crate::emit::html::posture::words;
use crate::report::posture::Benchmark;

/// How many things of one kind a board is shown.
const GREATEST: usize = 3;

/// What changed since the assessment before.
pub(super) fn changes(markup: &mut Markup, page: Page<'_>) {
    markup.raw(
        "<section aria-labelledby=\"board-changes\"><h2 id=\"board-changes\">What changed</h2>",
    );
    if page.posture.benchmarks.is_empty() {
        markup.raw("<p>This is the first assessment: there is nothing to compare it with.</p>");
    }
    for benchmark in &page.posture.benchmarks {
        markup
            .raw("<p>Since ")
            .text(&benchmark.before_assessed.to_string())
            .raw(": <b>");
        markup.number(benchmark.raised).raw("</b> raised, <b>");
        markup.number(benchmark.lowered).raw("</b> lowered, ");
        markup
            .number(benchmark.same)
            .raw(" as before. <a href=\"#changes\">All of them</a></p>");
        risen_by_function(markup, page, benchmark);
        fallen(markup, page, benchmark);
    }
    markup.raw("</section>");
}

/// Where what stands higher than before lies.
fn risen_by_function(markup: &mut Markup, page: Page<'_>, benchmark: &Benchmark<'_>) {
    let moved = benchmark.moved.iter();
    let higher = moved.filter(|moved| moved.before.zip(moved.after).is_some_and(|(a, b)| b > a));
    let mut functions: Vec<(&str, usize)> = Vec::new();
    for function in higher.filter_map(|moved| page.places.function_of(&moved.control)) {
        match functions.last_mut() {
            Some((last, count)) if *last == function => *count += 1,
            _ => functions.push((function, 1)),
        }
    }
    if functions.is_empty() {
        return;
    }
    markup.raw("<p>Raised: ");
    for (at, (function, count)) in functions.into_iter().enumerate() {
        markup.raw(if at == 0 { "" } else { ", " });
        markup
            .number(count)
            .raw(" in <span class=\"t\">")
            .text(function)
            .raw("</span>");
    }
    markup.raw(".</p>");
}

/// What stands lower than before is what a board has to hear of.
fn fallen(markup: &mut Markup, page: Page<'_>, benchmark: &Benchmark<'_>) {
    let lower = benchmark.moved.iter();
    let lower = lower.filter(|moved| moved.before.zip(moved.after).is_some_and(|(a, b)| b < a));
    let mut lower = lower.peekable();
    if lower.peek().is_none() {
        return;
    }
    markup.raw("<p>Lowered:</p><ul class=\"plain\">");
    for moved in lower.by_ref().take(GREATEST + 2) {
        markup.raw("<li>");
        page.places.titled(markup, &moved.control);
        markup.raw(" <span class=\"quiet\">");
        words::tier(markup, moved.before);
        markup.raw(" → ");
        words::tier(markup, moved.after);
        markup.raw("</span></li>");
    }
    markup.raw("</ul>");
    let more = lower.count();
    if more > 0 {
        markup
            .raw("<p class=\"quiet\">and ")
            .number(more)
            .raw(" more</p>");
    }
}
