//! The roadmaps: phases, initiatives, dates, load, and what each initiative changes.

use std::collections::BTreeSet;

use crate::emit::html::markup::Markup;
use crate::emit::html::pictures;
use crate::emit::html::posture::page::Page;
use crate::emit::html::posture::places::{Kind, Places, few};
use crate::emit::html::posture::table::{Column, Table, number, words as column};
use crate::emit::html::posture::words::{self, last_day};
use crate::report::posture::{Initiative, QuarterLoad, RiseStep, Roadmap};

const INITIATIVES: &[Column] = &[
    column("Initiative"),
    column("Earliest"),
    column("Latest"),
    number("Slack, days"),
    number("Effort, days"),
    column("Owner"),
    column("After"),
    column("Treats"),
    column("Raises"),
];

const LOAD: &[Column] = &[
    ("Quarter", "nowrap"),
    number("Load, days"),
    number("Capacity, days"),
    ("Holds", "nowrap"),
    column("Of whom"),
];

const RISE: &[Column] = &[
    ("When over", "nowrap"),
    column("Initiative"),
    column("Tiers that rise"),
    column("Met then"),
];

pub(super) fn roadmaps(markup: &mut Markup, page: Page<'_>) {
    if page.posture.roadmaps.is_empty() {
        markup.raw("<p>There is no roadmap.</p>");
    }
    let mut written = BTreeSet::new();
    for roadmap in &page.posture.roadmaps {
        heading(markup, page, roadmap);
        markup.html(&pictures::gantt(roadmap, page.posture));
        for phase in &roadmap.phases {
            markup
                .raw("<h5>Phase <span class=\"t\">")
                .text(phase.title)
                .raw("</span></h5>");
            let caption = "The initiatives of a phase, their dates, and what they are for";
            let mut table = Table::open(markup, "dense", caption, INITIATIVES);
            for initiative in &phase.initiatives {
                let is_first = written.insert(initiative.name);
                row(&mut table, page, initiative, is_first);
            }
            table.close();
        }
        load(markup, page, roadmap);
        rise(markup, page, roadmap);
    }
}

fn heading(markup: &mut Markup, page: Page<'_>, roadmap: &Roadmap<'_>) {
    markup
        .raw("<h4 class=\"t\">")
        .text(roadmap.title)
        .raw("</h4><p class=\"about\">Starts from the assessment <span class=\"t\">");
    markup.text(roadmap.assessment).raw("</span>; from ");
    markup
        .text(&roadmap.whole.begins.to_string())
        .raw(" to <b>");
    markup
        .text(&last_day(roadmap.whole))
        .raw("</b>. <a href=\"#def-critical\">Critical</a>, each waiting for the one before: ");
    few(markup, &roadmap.critical, |markup, name| {
        page.places.thing(markup, Kind::Initiative, name);
    });
    markup.raw(".</p>");
    for circle in &roadmap.circles {
        markup.raw(
            "<p class=\"over\"><strong>These wait for themselves, and have no dates:</strong> ",
        );
        page.places.things(markup, Kind::Initiative, circle);
        markup.raw("</p>");
    }
}

fn row(table: &mut Table<'_>, page: Page<'_>, initiative: &Initiative<'_>, is_first: bool) {
    let places = page.places;
    let id = is_first.then(|| Places::id(Kind::Initiative, initiative.name));
    let cell = table.row(id.as_deref()).cell();
    cell.raw("<span class=\"t\">")
        .text(initiative.title)
        .raw("</span>");
    match &initiative.dates {
        Some(dates) => {
            if dates.is_critical {
                cell.raw(" <a class=\"chip critical\" href=\"#def-critical\">critical</a>");
            }
            for period in [dates.earliest, dates.latest] {
                let cell = table.cell().raw("<span class=\"nowrap\">");
                cell.text(&period.begins.to_string())
                    .raw(" to</span> <span class=\"nowrap\">");
                cell.text(&last_day(period)).raw("</span>");
            }
            table.cell().text(&dates.slack.to_string());
        }
        None => {
            for _ in 0..3 {
                table.cell().raw("–");
            }
        }
    }
    table.cell().number(initiative.effort as usize);
    places.owner(table.cell(), initiative.owner);
    places.things(table.cell(), Kind::Initiative, &initiative.after);
    places.things(table.cell(), Kind::Risk, &initiative.treats);
    few(table.cell(), &initiative.raises, |markup, raise| {
        places.control(markup, &raise.control);
        markup.raw(" to ").number(raise.to as usize);
    });
}

/// The work asked of each owner, quarter by quarter.
fn load(markup: &mut Markup, page: Page<'_>, roadmap: &Roadmap<'_>) {
    markup.raw("<h5>Load by quarter</h5><p class=\"quiet\"><a href=\"#def-load\">Working days</a> if every initiative is done as early as it can be.</p>");
    let mut table = Table::open(markup, "some", "Load by quarter against capacity", LOAD);
    for load in &roadmap.load {
        table.row(None).cell().text(&load.quarter.to_string());
        table.cell().text(&load.effort.to_string());
        match load.capacity {
            Some(capacity) => table.cell().number(capacity as usize),
            None => table.cell().raw("–"),
        };
        holds(table.cell(), load);
        owners(table.cell(), page, &load.owners);
    }
    table.row_of(None, "total").cell().raw("All");
    let all: u64 = roadmap.load.iter().map(|load| load.effort).sum();
    table.cell().text(&all.to_string());
    table.cell().raw("");
    table.cell().raw("");
    owners(table.cell(), page, &roadmap.owners);
    table.close();
}

fn holds(markup: &mut Markup, load: &QuarterLoad<'_>) {
    match (load.capacity, load.excess) {
        (None, _) => markup.raw("no capacity declared"),
        (_, 0) => markup.raw("<span class=\"up\">✓ holds</span>"),
        (_, excess) => {
            markup
                .raw("<strong class=\"over\">✕ ")
                .text(&excess.to_string());
            markup.raw(" too many</strong>")
        }
    };
}

fn owners(markup: &mut Markup, page: Page<'_>, owners: &[(Option<&str>, u64)]) {
    few(markup, owners, |markup, (owner, effort)| {
        match owner {
            Some(role) => page.places.thing(markup, Kind::Role, role),
            None => {
                markup.raw("nobody named");
            }
        }
        markup.raw(" ").text(&effort.to_string());
    });
}

/// What is so when an initiative is over, and all that are over before it.
fn rise(markup: &mut Markup, page: Page<'_>, roadmap: &Roadmap<'_>) {
    if roadmap.rise.steps.is_empty() {
        return;
    }
    markup.raw("<h5>What each changes</h5>");
    markup.html(&pictures::burn_up(roadmap));
    let caption = "Tiers that rise and controls that are met, initiative by initiative";
    let mut table = Table::open(markup, "", caption, RISE);
    table.row(None).cell().raw("now");
    table.cell().raw("–");
    table.cell().raw("–");
    met(table.cell(), page, roadmap, None);
    for step in &roadmap.rise.steps {
        let day = step.last_day().to_string();
        table.row(None).cell().text(&day);
        page.places
            .thing(table.cell(), Kind::Initiative, step.initiative);
        let cell = table.cell();
        few(cell, &step.moved, |markup, moved| {
            page.places.control(markup, &moved.control);
            markup.raw(" ");
            words::tier(markup, moved.before);
            markup.raw(" → ");
            words::tier(markup, moved.after);
        });
        if !step.idle.is_empty() {
            cell.raw(
                "<br><span class=\"quiet\">raises nothing here, since not applicable or there already: ",
            );
            page.places.several(cell, &step.idle);
            cell.raw("</span>");
        }
        met(table.cell(), page, roadmap, Some(step));
    }
    table.close();
}

/// How many controls of each framework are met now, or after a step.
fn met(markup: &mut Markup, page: Page<'_>, roadmap: &Roadmap<'_>, step: Option<&RiseStep<'_>>) {
    for (at, framework) in roadmap.rise.frameworks.iter().enumerate() {
        markup.raw(if at == 0 { "" } else { "; " });
        markup
            .raw("<span class=\"nowrap\">")
            .text(page.places.short(framework))
            .raw(" <b>");
        markup.number(step.map_or_else(|| roadmap.rise.met_now(at), |step| step.met(at)));
        markup.raw("</b></span>");
    }
}
