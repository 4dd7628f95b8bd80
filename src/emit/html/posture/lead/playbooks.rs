//! Playbooks: what is done, by whom or what, whether it was tried, and how long it took.

use crate::emit::html::markup::Markup;
use crate::emit::html::posture::page::Page;
use crate::emit::html::posture::places::{Kind, Places, few};
use crate::emit::html::posture::table::{Column, Table, number, words as column};
use crate::emit::html::posture::words::{self, seconds};
use crate::report::posture::{Playbook, Statistics};

const TIMES: &[Column] = &[
    column("Time"),
    column("Limit"),
    number("Incidents"),
    column("Mean"),
    column("Median"),
    column("90th percentile"),
    column("Holds"),
];

pub(super) fn playbooks(markup: &mut Markup, page: Page<'_>) {
    let preparedness = &page.posture.preparedness;
    if !preparedness.uncovered.is_empty() {
        markup.raw("<p class=\"about\"><strong class=\"over\">Without a playbook:</strong> ");
        page.places.several(markup, &preparedness.uncovered);
        markup.raw("</p>");
    }
    if preparedness.playbooks.is_empty() {
        markup.raw("<p>No playbook is declared.</p>");
    }
    for playbook in &preparedness.playbooks {
        let id = Places::id(Kind::Playbook, playbook.name);
        markup
            .raw("<article class=\"entry\" tabindex=\"-1\" id=\"")
            .text(&id);
        markup
            .raw("\"><h4 class=\"t\">")
            .text(playbook.title)
            .raw("</h4>");
        if let Some(doc) = playbook.doc {
            markup.raw("<p class=\"about t\">").text(doc).raw("</p>");
        }
        facts(markup, page, playbook);
        steps(markup, page, playbook);
        times(markup, playbook);
        markup.raw("</article>");
    }
}

fn facts(markup: &mut Markup, page: Page<'_>, playbook: &Playbook<'_>) {
    markup.raw("<dl class=\"properties\">");
    if let Some(trigger) = playbook.trigger {
        markup
            .raw("<dt>Set off by</dt><dd class=\"t\">")
            .text(trigger)
            .raw("</dd>");
    }
    for (term, technology) in [
        ("<dt>Noticed by</dt><dd>", playbook.detector),
        ("<dt>Carried out by</dt><dd>", playbook.executor),
    ] {
        if let Some(technology) = technology {
            markup.raw(term);
            page.places.thing(markup, Kind::Technology, technology);
            markup.raw("</dd>");
        }
    }
    markup.raw("<dt>Supports</dt><dd>");
    few(markup, &playbook.supports, |markup, supports| {
        page.places.control(markup, &supports.control);
    });
    markup.raw("</dd><dt>Last exercised</dt><dd>");
    exercised(markup, page, playbook);
    markup.raw("</dd><dt><a href=\"#def-automated\">Automated</a></dt><dd>");
    words::share(markup, playbook.automated, playbook.steps.len());
    markup.raw(" steps</dd></dl>");
}

fn exercised(markup: &mut Markup, page: Page<'_>, playbook: &Playbook<'_>) {
    match (playbook.exercised, playbook.exercise_counts_until) {
        (Some(day), Some(until)) => {
            markup.text(&day.to_string()).raw(", which counts until ");
            markup.text(&until.to_string());
            if until < page.report.meta.date {
                markup.raw(" <strong class=\"over\">✕ over</strong>");
            }
        }
        (Some(day), None) => {
            markup
                .text(&day.to_string())
                .raw(" <strong class=\"over\">✕ after the day of this report</strong>");
        }
        (None, _) => {
            markup.raw("<strong class=\"over\">✕ never</strong>");
        }
    }
}

fn steps(markup: &mut Markup, page: Page<'_>, playbook: &Playbook<'_>) {
    markup.raw("<ol class=\"steps\">");
    for step in &playbook.steps {
        markup
            .raw("<li><span class=\"t\">")
            .text(step.title)
            .raw("</span> <span class=\"quiet\">");
        let (word, kind) = if step.is_automated {
            ("automated by ", Kind::Technology)
        } else {
            ("by hand by ", Kind::Role)
        };
        match step.by {
            Some(by) => {
                markup.raw(word);
                page.places.thing(markup, kind, by);
            }
            None => {
                markup.raw(word).raw("something that is not declared");
            }
        }
        markup.raw("</span></li>");
    }
    markup.raw("</ol>");
}

/// The limits, and what the file of incidents says.
fn times(markup: &mut Markup, playbook: &Playbook<'_>) {
    let measured = playbook.measured.as_ref();
    if measured.is_none() && playbook.detect.is_none() && playbook.respond.is_none() {
        return;
    }
    let caption = "Times to detect and to respond, against their limits";
    let mut table = Table::open(markup, "some", caption, TIMES);
    let times = [
        (
            "to detect",
            playbook.detect,
            measured.and_then(|it| it.detect),
        ),
        (
            "to respond",
            playbook.respond,
            measured.and_then(|it| it.respond),
        ),
    ];
    for (name, limit, statistics) in times {
        table.row(None).cell().raw(name);
        match limit {
            Some(limit) => table.cell().text(&limit.to_string()),
            None => table.cell().raw("–"),
        };
        row(
            &mut table,
            limit.map(|limit| limit.minutes() * 60),
            statistics,
        );
    }
    table.close();
    if let Some(measured) = measured {
        markup.raw("<p class=\"quiet\">From ");
        words::count(markup, measured.incidents, ["incident", "incidents"]);
        markup.raw(" in <code>").text(measured.file).raw("</code>");
        if measured.faults > 0 {
            markup
                .raw("; <strong class=\"over\">")
                .number(measured.faults);
            markup.raw(" things in it could not be read</strong>");
        }
        markup.raw("</p>");
    }
}

fn row(table: &mut Table<'_>, limit: Option<u64>, statistics: Option<Statistics>) {
    let Some(found) = statistics else {
        for _ in 0..5 {
            table.cell().raw("–");
        }
        return;
    };
    table.cell().number(found.count);
    for time in [found.mean, found.median, found.percentile_90] {
        let cell = table.cell().text(&seconds(time));
        if limit.is_some_and(|limit| time > limit) {
            cell.raw(" <strong class=\"over\">over</strong>");
        }
    }
    let times = [found.mean, found.median, found.percentile_90];
    let within = |limit: u64| times.iter().filter(|time| **time <= limit).count();
    match limit.map(within) {
        None => table.cell().raw("no limit declared"),
        Some(3) => table.cell().raw("<span class=\"up\">✓ holds</span>"),
        Some(0) => table
            .cell()
            .raw("<strong class=\"over\">✕ does not hold</strong>"),
        Some(_) => table
            .cell()
            .raw("<strong class=\"over\">✕ not for all</strong>"),
    };
}
