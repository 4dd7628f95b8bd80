//! Key activities and maturity indicators: shown, or what is lacking.

use std::collections::BTreeSet;

use super::plan::Plan;
use super::sheet::{Head, Sheet};
use super::target::Target;
use crate::cell::Cell;
use crate::style::{Rank, Tone};
use crate::table::{AnyTable, Column};
use xwalk_report::posture::{Indicator, Lack, Lacking};

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Indicators",
    table: "tblIndicators",
    about: "maturity indicators and key activities: which are shown, and what the others lack",
    make: table,
};

fn table<'a>(plan: &'a Plan<'a>) -> AnyTable<'a> {
    let mut table = SHEET.table(head(), columns(plan));
    for indicator in &plan.posture.indicators {
        table.row(Rank::Inner, 0, (indicator, None));
        for lacking in &indicator.lacking {
            table.row(Rank::Leaf, 1, (indicator, Some(lacking)));
        }
    }
    table.finish()
}

fn head() -> Head {
    Head {
        purpose: "An indicator or activity is shown when every control that it names is achieved and supported by evidence that holds.".to_owned(),
        reading: "Below each that is not shown: the controls that keep it from being shown, and what each of them lacks.".to_owned(),
        frozen: 4,
        empty: "The assessed frameworks declare no indicator and no activity.",
    }
}

/// A column of the sheet.
type Of<'r> = Column<'r, (&'r Indicator<'r>, Option<&'r Lacking<'r>>)>;

fn columns<'r>(plan: &'r Plan<'r>) -> Vec<Of<'r>> {
    vec![
        Of::cell("Function", 16.0, |(all, one)| {
            once(one, all.control.section().title())
        }),
        Of::cell(
            "Declared by",
            plan.identifier_width(),
            move |(all, one)| match one {
                None => plan.control(&all.control),
                Some(_) => Cell::muted(all.control.identifier()),
            },
        ),
        Of::cell("Kind", 18.0, |(all, one)| once(one, all.kind.name())),
        Of::cell("What it says", 54.0, |(all, one)| once(one, all.title)),
        Of::cell("Shown", 13.0, |(all, one)| {
            match (one, all.lacking.is_empty()) {
                (None, true) => Cell::toned("✓ shown", Tone::Good),
                (None, false) => Cell::toned("✗ not shown", Tone::Bad),
                (Some(_), _) => Cell::BLANK,
            }
        }),
        Of::cell("Names", 34.0, move |(all, one)| match one {
            None => plan.controls(&all.on),
            Some(_) => Cell::BLANK,
        }),
        Of::cell(
            "Controls that lack something",
            12.0,
            |(all, one)| match one {
                None => Cell::count(lacking(all)),
                Some(_) => Cell::BLANK,
            },
        ),
        Of::cell("Control", plan.identifier_width(), move |(_, one)| {
            one.map_or(Cell::BLANK, |one| plan.assessed(&one.control))
        }),
        Of::maybe("Title of the control", 50.0, move |(_, one)| {
            Some(one?.control.title())
        }),
        Of::maybe("What it lacks", 22.0, |(_, one)| Some(one?.lack.meaning())),
        Of::cell("In detail", 34.0, move |(_, one)| {
            one.map_or(Cell::BLANK, |one| in_detail(plan, one))
        }),
        Of::muted("Framework", plan.short_width(), |(all, _)| {
            all.control.short()
        }),
    ]
}

/// What is said of the whole, and in grey again beside each control that lacks something.
fn once<'r>(lacking: Option<&Lacking<'_>>, text: &'r str) -> Cell<'r> {
    match lacking {
        None => Cell::text(text),
        Some(_) => Cell::muted(text),
    }
}

/// How many controls lack something: one may lack several things.
fn lacking(indicator: &Indicator<'_>) -> usize {
    let lacking = indicator.lacking.iter();
    let controls: BTreeSet<&str> = lacking.map(|one| one.control.as_str()).collect();
    controls.len()
}

fn in_detail<'r>(plan: &Plan<'r>, lacking: &'r Lacking<'r>) -> Cell<'r> {
    match lacking.lack {
        Lack::Below {
            tier,
            achieved_from,
        } => Cell::text(format!("tier {tier}, required {achieved_from}")),
        Lack::Faulty { evidence, fault } => {
            let text = Cell::text(format!("{evidence}: {}", fault.word()));
            plan.links.to(Target::Evidence, &evidence, text)
        }
        Lack::NotAssessed | Lack::NotApplicable | Lack::NoEvidence => Cell::BLANK,
    }
}
