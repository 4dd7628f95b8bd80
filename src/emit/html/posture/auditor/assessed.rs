//! The assessed tiers, and what bears them out.

use crate::emit::html::anchors;
use crate::emit::html::markup::Markup;
use crate::emit::html::posture::page::Page;
use crate::emit::html::posture::places::Kind;
use crate::emit::html::posture::table::{Column, Table, number, words as column};
use crate::emit::html::posture::words::fault;
use crate::report::posture::{Assessed, Assessment};

const COLUMNS: &[Column] = &[
    column("Control"),
    number("Tier"),
    number("Target"),
    column("Achieved"),
    column("Evidence"),
    column("Owner"),
    column("Note"),
];

pub(super) fn assessed(markup: &mut Markup, page: Page<'_>) {
    markup
        .raw("<section class=\"part\" id=\"assessments\" tabindex=\"-1\"><h3>Assessed tiers</h3>");
    for assessment in &page.posture.assessments {
        markup
            .raw("<h4 class=\"t\">")
            .text(assessment.title)
            .raw("</h4>");
        facts(markup, page, assessment);
        let caption = "Assessed controls, their tiers and their evidence";
        let mut table = Table::open(markup, "", caption, COLUMNS);
        for control in &assessment.controls {
            row(&mut table, page, control);
        }
        table.close();
    }
    markup.raw("</section>");
}

fn facts(markup: &mut Markup, page: Page<'_>, assessment: &Assessment<'_>) {
    markup
        .raw("<p class=\"about\"><code>")
        .text(assessment.name)
        .raw("</code> of <span class=\"t\">");
    markup
        .text(page.places.short(&assessment.framework))
        .raw("</span>, as of ");
    markup.text(&assessment.assessed.to_string());
    for (words, signature) in [
        ("; assessed by ", &assessment.assessor),
        ("; approved by ", &assessment.approved),
    ] {
        if let Some(signature) = signature {
            markup
                .raw(words)
                .raw("<span class=\"t\">")
                .text(signature.name)
                .raw("</span>");
            if let Some(day) = signature.on {
                markup.raw(" on ").text(&day.to_string());
            }
        }
    }
    let (least, greatest) = assessment.risk_scale;
    markup
        .raw("; <a href=\"#def-achieved\">achieved</a> from tier ")
        .number(assessment.achieved_from as usize);
    markup
        .raw("; risks from ")
        .number(least as usize)
        .raw(" to ")
        .number(greatest as usize);
    for (words, number) in [
        ("; risk where none is known: ", assessment.default_risk),
        ("; effort where none is stated: ", assessment.default_effort),
    ] {
        if let Some(number) = number {
            markup.raw(words).number(number as usize);
        }
    }
    markup
        .raw("; ")
        .number(assessment.not_assessed)
        .raw(" not assessed.</p>");
}

fn row(table: &mut Table<'_>, page: Page<'_>, assessed: &Assessed<'_>) {
    let places = page.places;
    let id = places.assessed_id(&assessed.control);
    places.titled(table.row(Some(&id)).cell(), &assessed.control);
    match assessed.tiers {
        Some((tier, target)) => {
            table.cell().number(tier as usize);
            let cell = table.cell().number(target as usize);
            if tier < target {
                cell.raw(" ");
                let gap = anchors::link(&places.gap_id(&assessed.control));
                if places.is_gap(&assessed.control) {
                    cell.link("quiet", &gap, "gap");
                }
            }
            table.cell().raw(if assessed.is_achieved {
                "✓ yes"
            } else {
                "✕ no"
            });
        }
        None => {
            table.cell().raw("–");
            table.cell().raw("–");
            table.cell().raw("not applicable");
        }
    }
    evidence(table.cell(), page, assessed);
    places.owner(table.cell(), page.owner_of(&assessed.control));
    table
        .cell()
        .raw("<span class=\"t\">")
        .text(assessed.note.unwrap_or(""))
        .raw("</span>");
}

/// The evidence that is named, and all that is wrong with what supports the control.
fn evidence(markup: &mut Markup, page: Page<'_>, assessed: &Assessed<'_>) {
    if assessed.unsupported.is_empty() {
        markup.raw(match (assessed.has_evidence, assessed.tiers) {
            (true, Some(_)) => "<span class=\"up\">✓ supported</span> ",
            (false, Some(_)) => "<span class=\"quiet\">no evidence</span>",
            (_, None) => "–",
        });
    } else {
        markup.raw("<a class=\"over\" href=\"#def-unsupported\">✕ unsupported</a>: ");
        for (at, (name, flaw)) in assessed.unsupported.iter().enumerate() {
            markup.raw(if at == 0 { "" } else { ", " });
            page.places.thing(markup, Kind::Evidence, name);
            markup.raw(" ");
            fault(markup, *flaw);
        }
        markup.raw("<br>");
    }
    let flawed = |name: &&str| assessed.unsupported.iter().any(|(other, _)| other == name);
    let sound: Vec<&str> = supporting(page, assessed)
        .filter(|name| !flawed(name))
        .collect();
    if !sound.is_empty() {
        page.places.things(markup, Kind::Evidence, &sound);
    }
}

/// The evidence that names the control, or is named by its assessment; each once.
fn supporting<'r>(page: Page<'r>, assessed: &'r Assessed<'r>) -> impl Iterator<Item = &'r str> {
    let evidence = page.posture.evidence.iter();
    evidence
        .filter(|one| {
            assessed.evidence.contains(&one.name)
                || one.supports.iter().any(|it| it.control == assessed.control)
        })
        .map(|one| one.name)
}
