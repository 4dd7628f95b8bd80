//! What everything was read from: the rows, and the digests of frameworks, mappings and evidence.

use super::proof::said;
use crate::emit::html::markup::Markup;
use crate::emit::html::posture::page::Page;
use crate::emit::html::posture::places::{Kind, Places};
use crate::emit::html::posture::row;
use crate::emit::html::posture::table::{Column, Table, words as column};
use crate::emit::html::posture::words;

const ROWS: &[Column] = &[
    column("Row"),
    column("What it says"),
    column("Status"),
    column("Rationale"),
    column("Condition and note"),
];

const DIGESTS: &[Column] = &[column("What"), column("SHA-256")];

/// The rows that a verdict or a condition names.
pub(super) fn rows(markup: &mut Markup, page: Page<'_>) {
    markup.raw(
        "<section class=\"part\" id=\"rows\" tabindex=\"-1\"><h3>Rows</h3><p class=\"about\">",
    );
    words::count(markup, page.posture.claims.len(), ["row", "rows"]);
    markup.raw(" that verdicts here rest on, or that are named as left out.</p>");
    if page.posture.claims.is_empty() {
        markup.raw("</section>");
        return;
    }
    let mut table = Table::open(markup, "row-table", "Rows and what they say", ROWS);
    for claim in &page.posture.claims {
        let cell = table.row(Some(&row::id(&claim.name))).cell();
        cell.raw("row ").number(claim.number).raw(" of ");
        page.places.thing(cell, Kind::Mapping, claim.mapping);
        said(table.cell(), page, claim);
        table
            .cell()
            .raw("<a class=\"chip status ")
            .raw(claim.status.word())
            .raw("\" href=\"#def-claim-status\">")
            .raw(claim.status.word())
            .raw("</a>");
        table
            .cell()
            .raw(claim.rationale.map_or("–", |rationale| rationale.word()));
        let cell = table.cell();
        if let Some((condition, holds)) = claim.condition {
            cell.raw("Only if <span class=\"t\">")
                .text(condition)
                .raw("</span> ");
            cell.raw(if holds {
                "(holds) "
            } else {
                "(not said to hold) "
            });
        }
        cell.raw("<span class=\"t\">")
            .text(claim.note.unwrap_or(""))
            .raw("</span>");
    }
    table.close();
    markup.raw("</section>");
}

/// What shows that the files were these and no others.
pub(super) fn digests(markup: &mut Markup, page: Page<'_>) {
    markup.raw("<section class=\"part\" id=\"digests\" tabindex=\"-1\"><h3>Digests</h3><p class=\"about\">Whoever has the same files finds the same digests, and can make this page again.</p><h4>Frameworks</h4>");
    let mut table = Table::open(markup, "digests", "Digests of frameworks", DIGESTS);
    for framework in &page.posture.frameworks {
        let cell = table.row(None).cell().raw("<span class=\"t\">");
        cell.text(framework.title)
            .raw("</span> <code>")
            .text(&framework.key)
            .raw("</code>");
        digest(table.cell(), Some(&framework.digest));
    }
    table.close();
    if !page.posture.mappings.is_empty() {
        markup.raw("<h4>Mappings</h4>");
        let mut table = Table::open(markup, "digests", "Digests of mappings", DIGESTS);
        for mapping in &page.posture.mappings {
            let id = Places::id(Kind::Mapping, mapping.name);
            let cell = table.row(Some(&id)).cell().raw("<span class=\"t\">");
            cell.text(mapping.title)
                .raw("</span> <code>")
                .text(mapping.name)
                .raw("</code> <span class=\"quiet\">");
            cell.text(&mapping.from).raw(" → ").text(&mapping.to);
            if let Some(version) = &mapping.version {
                cell.raw(", version ").text(version);
            }
            cell.raw("</span>");
            digest(table.cell(), Some(&mapping.digest));
        }
        table.close();
    }
    if !page.posture.evidence.is_empty() {
        markup.raw("<h4>Evidence, as it was found</h4>");
        let mut table = Table::open(markup, "digests", "Digests of evidence", DIGESTS);
        for evidence in &page.posture.evidence {
            page.places
                .thing(table.row(None).cell(), Kind::Evidence, evidence.name);
            let cell = table.cell();
            digest(cell, evidence.found.as_deref());
            if let Some(approved) = evidence
                .digest
                .filter(|approved| Some(*approved) != evidence.found.as_deref())
            {
                cell.raw("<br><strong class=\"over\">approved was</strong> ");
                digest(cell, Some(approved));
            }
        }
        table.close();
    }
    markup.raw("</section>");
}

fn digest(markup: &mut Markup, digest: Option<&str>) {
    match digest {
        Some(digest) if !digest.is_empty() => {
            markup.raw("<code>").text(digest).raw("</code>");
        }
        Some(_) => {
            markup.raw("–");
        }
        None => {
            markup.raw("<strong class=\"over\">not there</strong>");
        }
    }
}
