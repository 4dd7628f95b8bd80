//! The board's part: one printed page, in plain words.

use super::Page;
use super::decisions::decisions;
use super::places::Kind;
use super::table::{Column, Table, number, words as column};
use super::words::{self, last_day};
use crate::emit::html::anchors;
use crate::emit::html::markup::Markup;
use crate::emit::html::pictures;
use crate::report::posture::{Assessment, Benchmark, ProfileLine, Risk, Roadmap, Verdict};

/// How many risks a board is shown.
const GREATEST: usize = 3;

/// The whole part.
pub(super) fn board(page: Page<'_>) -> String {
    let mut markup = Markup::default();
    cover(&mut markup, page);
    markup.raw("<div class=\"board\">");
    stand(&mut markup, page);
    verdicts(&mut markup, page);
    changes(&mut markup, page);
    risks(&mut markup, page);
    roadmaps(&mut markup, page);
    decisions(&mut markup, page);
    markup.raw("</div>");
    markup.finish()
}

/// Who, what of it, as of which day.
fn cover(markup: &mut Markup, page: Page<'_>) {
    let organization = &page.posture.organization;
    markup.raw("<header class=\"cover\"><h1 class=\"t\">");
    markup
        .text(organization.title)
        .raw("</h1><p class=\"facts\"><span>as of <b>");
    markup
        .text(&page.report.meta.date.to_string())
        .raw("</b></span>");
    for assessment in &page.posture.assessments {
        markup.raw(" <span>assessed on <b>");
        markup
            .text(&assessment.assessed.to_string())
            .raw("</b> against <b class=\"t\">");
        markup
            .text(page.places.short(&assessment.framework))
            .raw("</b>");
        signed(markup, assessment);
        markup.raw("</span>");
    }
    markup.raw("</p>");
    if let Some(scope) = organization.scope {
        markup.raw("<p class=\"scope\"><span class=\"quiet\">Scope</span> <span class=\"t\">");
        markup.text(scope).raw("</span></p>");
    }
    drafts(markup, page);
    markup.raw("</header>");
}

/// How many of the verdicts nobody has confirmed.
fn drafts(markup: &mut Markup, page: Page<'_>) {
    let verdicts = page.posture.verdicts.iter();
    let count = verdicts.map(super::lead::drafts).sum();
    if count > 0 {
        markup.raw("<p class=\"scope\"><strong>");
        words::count(markup, count, ["verdict rests", "verdicts rest"]);
        markup.raw(" on <a href=\"#def-claim-status\">draft</a> rows</strong>, which nobody has reviewed yet.</p>");
    }
}

fn signed(markup: &mut Markup, assessment: &Assessment<'_>) {
    for (words, signature) in [
        (" by ", &assessment.assessor),
        (", approved by ", &assessment.approved),
    ] {
        if let Some(signature) = signature {
            markup
                .raw(words)
                .raw("<span class=\"t\">")
                .text(signature.name)
                .raw("</span>");
        }
    }
}

/// Functions, or whatever stands at the top of the framework: current tier against target.
fn stand(markup: &mut Markup, page: Page<'_>) {
    const COLUMNS: &[Column] = &[
        column("Function"),
        number("Now"),
        number("Target"),
        number("Achieved"),
        number("At target"),
    ];
    markup.raw("<section class=\"wide stand\" aria-labelledby=\"board-stand\"><h2 id=\"board-stand\">Where we stand</h2>");
    for profile in &page.posture.profiles {
        markup.raw("<div>");
        let caption = "Tier now, tier wanted and share of achieved controls, by function";
        let mut table = Table::open(markup, "compact", caption, COLUMNS);
        let is_top = |line: &&ProfileLine| depth(page, line) == Some(0);
        for line in profile.lines.iter().filter(is_top) {
            table.row(None);
            let name = line.control.as_deref().unwrap_or_default();
            page.places.titled(table.cell(), name);
            tiers(&mut table, line);
        }
        table.row_of(None, "total").cell().raw("All");
        tiers(&mut table, &profile.total);
        table.close();
        markup.raw("</div>");
    }
    markup.html(&pictures::tiers(page.posture));
    for assessment in &page.posture.assessments {
        convention(markup, page, assessment);
    }
    markup.raw("</section>");
}

/// How deep in its framework a line lies.
fn depth(page: Page<'_>, line: &ProfileLine) -> Option<u8> {
    let control = line.control.as_deref()?;
    page.places.named(control).map(|named| named.depth)
}

fn tiers(table: &mut Table<'_>, line: &ProfileLine) {
    words::tier(table.cell(), line.tier);
    words::tier(table.cell(), line.target);
    words::share(table.cell(), line.achieved, line.assessed);
    words::share(table.cell(), line.at_target, line.assessed);
}

/// What the tiers mean, and that it is a convention.
fn convention(markup: &mut Markup, page: Page<'_>, assessment: &Assessment<'_>) {
    markup.raw("<p class=\"quiet\">");
    let frameworks = page.posture.frameworks.iter();
    let framework = frameworks
        .into_iter()
        .find(|one| one.key == assessment.framework);
    if let Some(framework) = framework.filter(|framework| !framework.tiers.is_empty()) {
        markup.raw("Tiers: ");
        for (at, (tier, title)) in framework.tiers.iter().enumerate() {
            markup.raw(if at == 0 { "" } else { ", " });
            markup
                .number(*tier as usize)
                .raw(" <span class=\"t\">")
                .text(title)
                .raw("</span>");
        }
        markup.raw(". ");
    }
    markup.raw("A function stands at the <a href=\"#def-rolled-up\">lowest tier</a> of its controls. A control counts as <a href=\"#def-achieved\">achieved</a> from tier ");
    markup.number(assessment.achieved_from as usize);
    markup.raw(": that a tier means that something is fulfilled is a convention of the assessment, and no measurement.");
    if assessment.not_assessed > 0 {
        markup.raw(" ");
        words::count(
            markup,
            assessment.not_assessed,
            ["control is", "controls are"],
        );
        markup.raw(" not assessed.");
    }
    markup.raw("</p>");
}

/// The verdicts on every framework in one glance.
fn verdicts(markup: &mut Markup, page: Page<'_>) {
    const COLUMNS: &[Column] = &[
        ("Framework", "nowrap"),
        number("Met"),
        number("Not met"),
        number("Partly evidenced"),
        number("Cannot tell"),
        number("Contra\u{ad}diction"),
        column("Share"),
    ];
    markup.raw("<section class=\"wide\" aria-labelledby=\"board-verdicts\"><h2 id=\"board-verdicts\">What that means for each framework</h2>");
    let caption = "How many assessable controls of each framework have each verdict";
    let mut table = Table::open(markup, "compact", caption, COLUMNS);
    for projection in &page.posture.verdicts {
        table.row(None);
        let id = super::auditor::framework_id(&projection.framework);
        let short = page.places.short(&projection.framework);
        table.cell().link("t", &anchors::link(&id), short);
        let tally = &projection.tally;
        let met = tally.of(Verdict::Met);
        let drafts = tally.of(Verdict::CannotTellDraft);
        let cell = table.cell().raw("<b>");
        cell.number(met)
            .raw("</b> (")
            .text(&words::percent(met, tally.total()))
            .raw(")");
        table.cell().number(tally.of(Verdict::NotMet));
        table.cell().number(tally.of(Verdict::PartlyEvidenced));
        table.cell().number(tally.of(Verdict::CannotTell) + drafts);
        table.cell().number(tally.of(Verdict::Contradiction));
        words::bar(table.cell(), tally);
    }
    table.close();
    markup.raw("<p class=\"quiet\">One assessment, read against every framework. <a href=\"#def-posture-partly-evidenced\">Partly evidenced</a> and <a href=\"#def-posture-cannot-tell\">cannot tell</a> are open questions and no failures; only <a href=\"#def-posture-not-met\">not met</a> is one.</p></section>");
}

/// What changed since the assessment before.
fn changes(markup: &mut Markup, page: Page<'_>) {
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

/// The greatest risks.
fn risks(markup: &mut Markup, page: Page<'_>) {
    markup.raw(
        "<section aria-labelledby=\"board-risks\"><h2 id=\"board-risks\">The greatest risks</h2>",
    );
    let mut risks: Vec<&Risk<'_>> = page.posture.risks.iter().collect();
    risks.sort_by_key(|risk| std::cmp::Reverse(risk.level));
    if risks.is_empty() {
        markup.raw("<p>No risk is registered.</p></section>");
        return;
    }
    markup.raw("<ol class=\"plain\">");
    for risk in risks.iter().take(GREATEST) {
        markup.raw("<li><b>");
        page.places.thing(markup, Kind::Risk, risk.name);
        markup.raw("</b><br>level ").number(risk.level as usize);
        above(markup, page, risk);
        if let Some(treatment) = risk.treatment {
            markup.raw(", to ").raw(treatment);
        }
        markup.raw(", owner ");
        page.places.owner(markup, risk.owner);
        markup.raw("; ");
        if risk.treated_by.is_empty() {
            markup.raw("no initiative treats it");
        } else {
            markup.raw("treated by ");
            page.places
                .things(markup, Kind::Initiative, &risk.treated_by);
        }
        markup.raw("</li>");
    }
    markup.raw("</ol><p class=\"quiet\"><a href=\"#risks\">All ");
    words::count(markup, risks.len(), ["risk", "risks"]).raw("</a></p></section>");
}

/// How the level of a risk lies to what is tolerated.
fn above(markup: &mut Markup, page: Page<'_>, risk: &Risk<'_>) {
    match (risk.is_above, page.posture.organization.tolerance) {
        (Some(true), Some(tolerance)) => {
            markup.raw(" <strong class=\"over\">above the tolerance of ");
            markup.number(tolerance as usize).raw("</strong>");
        }
        (Some(false), Some(tolerance)) => {
            markup
                .raw(", within the tolerance of ")
                .number(tolerance as usize);
        }
        _ => {
            markup.raw(" (no tolerance is declared)");
        }
    }
}

/// When the roadmap is over, and whether capacity holds.
fn roadmaps(markup: &mut Markup, page: Page<'_>) {
    markup.raw(
        "<section aria-labelledby=\"board-roadmap\"><h2 id=\"board-roadmap\">The way there</h2>",
    );
    if page.posture.roadmaps.is_empty() {
        markup.raw("<p>There is no roadmap.</p>");
    }
    for roadmap in &page.posture.roadmaps {
        markup
            .raw("<p><b class=\"t\">")
            .text(roadmap.title)
            .raw("</b>: ");
        let initiatives = roadmap
            .phases
            .iter()
            .map(|phase| phase.initiatives.len())
            .sum();
        words::count(markup, initiatives, ["initiative", "initiatives"]);
        markup
            .raw(", from ")
            .text(&roadmap.whole.begins.to_string());
        markup
            .raw(" to <b>")
            .text(&last_day(roadmap.whole))
            .raw("</b>. ");
        capacity(markup, roadmap);
        risen(markup, page, roadmap);
        markup.raw(" <a href=\"#roadmap\">The roadmap</a></p>");
    }
    markup.raw("</section>");
}

fn capacity(markup: &mut Markup, roadmap: &Roadmap<'_>) {
    let overloaded: Vec<_> = roadmap.load.iter().filter(|load| load.excess > 0).collect();
    let is_known = roadmap.load.iter().any(|load| load.capacity.is_some());
    if !is_known {
        markup.raw("No capacity is declared to hold it against.");
    } else if overloaded.is_empty() {
        markup.raw("Capacity holds in every quarter.");
    } else {
        markup.raw("<strong class=\"over\">Capacity does not hold</strong>: ");
        for (at, load) in overloaded.iter().enumerate() {
            markup.raw(if at == 0 { "" } else { "; " });
            markup.text(&load.quarter.to_string()).raw(" asks for ");
            markup.text(&load.effort.to_string()).raw(" days of ");
            markup.number(load.capacity.unwrap_or(0) as usize);
        }
        markup.raw(".");
    }
}

/// What will be met at its end that is not now.
fn risen(markup: &mut Markup, page: Page<'_>, roadmap: &Roadmap<'_>) {
    let Some(end) = roadmap.rise.steps.last() else {
        return;
    };
    markup.raw("</p><p>Met now, and at its end:</p><ul class=\"plain\">");
    for (at, framework) in roadmap.rise.frameworks.iter().enumerate() {
        markup
            .raw("<li><span class=\"t\">")
            .text(page.places.short(framework));
        markup.raw("</span> <b>").number(roadmap.rise.met_now(at));
        markup.raw(" → ").number(end.met(at)).raw("</b> of ");
        markup.number(roadmap.rise.assessable(at)).raw("</li>");
    }
    markup.raw("</ul><p>");
}
