//! Key activities and maturity indicators: shown, or what is lacking.

use std::collections::BTreeSet;

use rust_xlsxwriter::{Workbook, XlsxError};

use super::lead::Thing;
use super::plan::Plan;
use super::sheet::{Head, Sheet};
use crate::emit::xlsx::cell::Cell;
use crate::emit::xlsx::style::{Rank, Tone};
use crate::emit::xlsx::table::Column;
use crate::report::posture::{Indicator, Lack, Lacking};

/// The sheet.
pub(super) const SHEET: Sheet = Sheet {
    name: "Indicators",
    table: "tblIndicators",
    about: "maturity indicators and key activities: which are shown, and what the others lack",
    write,
};

fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let mut table = SHEET.begin(book, plan, head())?;
    for indicator in &plan.posture.indicators {
        table.line(Rank::Inner, 0, whole(plan, indicator))?;
        for lacking in &indicator.lacking {
            table.line(Rank::Leaf, 1, lack(plan, indicator, lacking))?;
        }
    }
    table.finish()
}

fn head() -> Head {
    let columns = [
        ("Function", 16.0),
        ("Kind", 18.0),
        ("What it says", 54.0),
        ("Shown", 13.0),
        ("Names", 34.0),
        ("Controls that lack something", 12.0),
        ("Control", 12.0),
        ("Title of the control", 50.0),
        ("What it lacks", 22.0),
        ("In detail", 34.0),
    ];
    Head {
        purpose: "An indicator or activity is shown when every control that it names is achieved and supported by evidence that holds.".to_owned(),
        reading: "Below each that is not shown: the controls that keep it from being so, and what each of them lacks.".to_owned(),
        columns: columns.map(|(header, width)| Column::new(header, width)).into(),
        frozen: 3,
        empty: "The assessed frameworks declare no indicator and no activity.",
    }
}

fn whole<'r>(plan: &Plan<'r>, indicator: &'r Indicator<'r>) -> Vec<Cell<'r>> {
    // A control may lack several things.
    let lacking = indicator.lacking.iter();
    let lacking: BTreeSet<&str> = lacking.map(|one| one.control.as_str()).collect();
    let mut cells = vec![
        Cell::text(plan.title(&indicator.control)),
        Cell::text(indicator.kind.name()),
        Cell::text(indicator.title),
        match indicator.lacking.is_empty() {
            true => Cell::toned("✓ shown", Tone::Good),
            false => Cell::toned("✗ not shown", Tone::Bad),
        },
        plan.controls(&indicator.on),
        Cell::count(lacking.len()),
    ];
    cells.resize(10, Cell::BLANK);
    cells
}

fn lack<'r>(
    plan: &Plan<'r>,
    indicator: &'r Indicator<'r>,
    lacking: &'r Lacking<'r>,
) -> Vec<Cell<'r>> {
    let known = plan.known(&lacking.control);
    let identifier = known.map_or(lacking.control.as_str(), |known| known.control.identifier);
    vec![
        Cell::muted(plan.title(&indicator.control)),
        Cell::muted(indicator.kind.name()),
        Cell::muted(indicator.title),
        Cell::BLANK,
        Cell::BLANK,
        Cell::BLANK,
        plan.lead.to(
            Thing::Assessed,
            &lacking.control,
            Cell::identifier(identifier),
        ),
        Cell::text(plan.title(&lacking.control)),
        Cell::text(lacking.lack.meaning()),
        match lacking.lack {
            Lack::Below {
                tier,
                achieved_from,
            } => Cell::text(format!("tier {tier}, asked for {achieved_from}")),
            Lack::Faulty { evidence, fault } => {
                let text = Cell::text(format!("{evidence}: {}", fault.word()));
                plan.lead.to(Thing::Evidence, evidence, text)
            }
            Lack::NotAssessed | Lack::NotApplicable | Lack::NoEvidence => Cell::BLANK,
        },
    ]
}
