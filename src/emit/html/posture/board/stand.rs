//! Where the organization stands, and what that means for each framework.

use crate::emit::html::anchors;
use crate::emit::html::markup::Markup;
use crate::emit::html::pictures;
use crate::emit::html::posture::page::Page;
use crate::emit::html::posture::places::Places;
use crate::emit::html::posture::table::{Column, Table, number, words as column};
use crate::emit::html::posture::words;
use crate::report::posture::{Assessment, ProfileLine, Verdict};

/// Functions, or whatever stands at the top of the framework: current tier against target.
pub(super) fn stand(markup: &mut Markup, page: Page<'_>) {
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
pub(super) fn verdicts(markup: &mut Markup, page: Page<'_>) {
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
        let id = Places::framework_id(&projection.framework);
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
