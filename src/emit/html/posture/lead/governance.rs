//! Who answers for what, who decides, who is heard, and how an incident reaches the board.

use crate::emit::html::markup::Markup;
use crate::emit::html::posture::page::Page;
use crate::emit::html::posture::places::{Kind, Places, few};
use crate::emit::html::posture::table::{Column, Table, number, words as column};
use crate::report::posture::{Governance, Party};

const ROLES: &[Column] = &[
    column("Role"),
    column("Reports to"),
    column("Represents"),
    column("Accountable for, with all below"),
    number("Assessed controls"),
    column("Decides"),
];

const DECISIONS: &[Column] = &[column("Decision"), column("Taken by")];

const COMMITTEES: &[Column] = &[
    column("Committee"),
    column("Chair"),
    column("Members"),
    column("Meets at least every"),
    column("Not represented"),
];

const STEPS: &[Column] = &[column("From"), column("To"), column("Within")];

pub(super) fn governance(markup: &mut Markup, page: Page<'_>) {
    let governance = &page.posture.governance;
    missing(markup, page, governance);
    roles(markup, page, governance);
    decisions(markup, page, governance);
    committees(markup, page, governance);
    escalations(markup, page, governance);
}

/// What nobody answers for.
fn missing(markup: &mut Markup, page: Page<'_>, governance: &Governance<'_>) {
    let alone = governance
        .accountable
        .iter()
        .filter(|one| one.role.is_none());
    let alone: Vec<&str> = alone.map(|one| one.control.as_str()).collect();
    if governance.unowned_functions.is_empty() && alone.is_empty() {
        markup.raw("<p class=\"about\">Every function has an owner, and every assessed control exactly one accountable role.</p>");
        return;
    }
    markup.raw("<ul class=\"plain\">");
    if !governance.unowned_functions.is_empty() {
        markup.raw("<li><strong class=\"over\">Without an owner as a whole:</strong> ");
        page.places.several(markup, &governance.unowned_functions);
        markup.raw("</li>");
    }
    if !alone.is_empty() {
        markup.raw("<li><strong class=\"over\">Without exactly one accountable role:</strong> ");
        few(markup, &alone, |markup, control| {
            page.places.control(markup, control);
        });
        markup.raw("</li>");
    }
    markup.raw("</ul>");
}

fn roles(markup: &mut Markup, page: Page<'_>, governance: &Governance<'_>) {
    if governance.roles.is_empty() {
        markup.raw("<p>No role is declared.</p>");
        return;
    }
    markup.raw("<h4>Roles</h4>");
    let mut table = Table::open(markup, "", "Roles and what they answer for", ROLES);
    for role in &governance.roles {
        let id = Places::id(Kind::Role, role.name);
        let cell = table.row(Some(&id)).cell();
        cell.raw("<span class=\"t\">")
            .text(role.title)
            .raw("</span>");
        cell.raw(if role.is_board {
            " <span class=\"chip\">board</span>"
        } else {
            ""
        });
        page.places.owner(table.cell(), role.reports_to);
        parties(table.cell(), &role.represents);
        page.places.several(table.cell(), &role.accountable);
        let answers = governance.accountable.iter();
        let answers = answers.filter(|one| one.role == Some(role.name)).count();
        table.cell().number(answers);
        few(table.cell(), &role.decides, |markup, decision| {
            markup.raw(decision.word());
        });
    }
    table.close();
}

fn parties(markup: &mut Markup, parties: &[Party]) {
    few(markup, parties, |markup, party| {
        markup.raw(party.name());
    });
}

fn decisions(markup: &mut Markup, page: Page<'_>, governance: &Governance<'_>) {
    if governance.decisions.is_empty() {
        return;
    }
    markup.raw("<h4>Decisions</h4>");
    let mut table = Table::open(markup, "some", "Who takes each kind of decision", DECISIONS);
    for (decision, by) in &governance.decisions {
        table.row(None).cell().raw(decision.word());
        let cell = table.cell();
        if by.is_empty() {
            cell.raw("<strong class=\"over\">nobody</strong>");
            continue;
        }
        page.places.things(cell, Kind::Role, by);
        if by.len() > 1 {
            cell.raw(" <strong class=\"over\">more than one</strong>");
        }
    }
    table.close();
}

fn committees(markup: &mut Markup, page: Page<'_>, governance: &Governance<'_>) {
    if governance.committees.is_empty() {
        return;
    }
    markup.raw("<h4>Committees</h4>");
    let mut table = Table::open(markup, "", "Committees and whom they hear", COMMITTEES);
    for committee in &governance.committees {
        table
            .row(None)
            .cell()
            .raw("<span class=\"t\">")
            .text(committee.title)
            .raw("</span>");
        page.places.owner(table.cell(), committee.chair);
        page.places
            .things(table.cell(), Kind::Role, &committee.members);
        match committee.meets {
            Some(span) => table.cell().text(&span.to_string()),
            None => table.cell().raw("–"),
        };
        let cell = table.cell();
        if committee.not_heard.is_empty() {
            cell.raw("<span class=\"up\">✓ all are</span>");
        } else {
            cell.raw("<strong class=\"over\">");
            parties(cell, &committee.not_heard);
            cell.raw("</strong>");
        }
    }
    table.close();
}

fn escalations(markup: &mut Markup, page: Page<'_>, governance: &Governance<'_>) {
    for escalation in &governance.escalations {
        markup
            .raw("<h4>Escalation: <span class=\"t\">")
            .text(escalation.title)
            .raw("</span></h4>");
        let caption = "Who passes an incident to whom, and how long after its beginning at most";
        let mut table = Table::open(markup, "some", caption, STEPS);
        for step in &escalation.steps {
            table.row(None);
            page.places.thing(table.cell(), Kind::Role, step.from);
            page.places.thing(table.cell(), Kind::Role, step.to);
            table.cell().text(&step.within.to_string());
        }
        table.close();
    }
}
