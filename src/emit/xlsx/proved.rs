//! One line per pair of controls of which the rows together prove more than any row says.

use super::cell::{Cell, Look};
use super::measure;
use super::plan::Plan;
use super::proof::{MARK, in_words, places, rationales, relation_cell, rows};
use super::style::Rank;
use super::table::{AnyTable, Column, Layout, Table};
use xwalk_report::Proved;

/// The table; [`Plan`] counts on one line per pair.
pub(super) fn table<'a>(plan: &'a Plan<'a>) -> Option<AnyTable<'a>> {
    let mut table = Table::new(layout(plan, plan.proved.as_deref()?));
    for proved in plan.report.proved.values() {
        table.row(Rank::Leaf, 0, proved);
    }
    Some(table.finish())
}

fn layout<'r>(plan: &'r Plan<'r>, sheet: &'r str) -> Layout<'r, &'r Proved<'r>> {
    Layout {
        sheet,
        table: "tblProved".to_owned(),
        title: "Proved".to_owned(),
        purpose: "Pairs of controls about which the rows together force more than any row says. Nobody stated them: \
                  the proof says why they hold, and each step can be checked by hand."
            .to_owned(),
        reading: format!(
            "{MARK} marks what is proved. Status, strength and confidence are the weakest of the rows behind it; mixed \
             rationales are claims about different things: look at these proofs before relying on them. Where the proof \
             has one row, the hierarchy carries it further."
        ),
        columns: columns(plan),
        frozen: 2,
        empty: "Nothing is proved.",
    }
}

/// A column of the sheet.
type Of<'r> = Column<'r, &'r Proved<'r>>;

fn columns<'r>(plan: &'r Plan<'r>) -> Vec<Of<'r>> {
    let all = plan.report.proved.values().flat_map(rows);
    let place_width = measure::fit(all.map(|row| row.place.as_str()), 18.0, 44.0);
    let identifier = plan.identifier_width();
    vec![
        Of::muted("Source framework", 14.0, |proved| {
            plan.short_of(proved.source)
        }),
        Of::cell("Source", identifier, |proved| {
            plan.identifier_cell(proved.source)
        }),
        Of::text("Source title", 26.0, |proved| plan.title(proved.source)),
        Of::cell("Proved relation", 17.0, |proved| {
            relation_cell(&proved.relation)
        })
        .of_proofs(),
        Of::muted("Target framework", 14.0, |proved| {
            plan.short_of(proved.target)
        }),
        Of::cell("Target", identifier, |proved| {
            plan.identifier_cell(proved.target)
        }),
        Of::text("Target title", 26.0, |proved| plan.title(proved.target)),
        Of::cell("Proof", 72.0, |proved| {
            Cell::new(in_words(proved), Look::Proved)
        })
        .of_proofs(),
        Of::cell("Rows of the proof", 9.0, |proved| {
            let rows = rows(proved);
            let count = Cell::count(rows.len());
            match rows.iter().find_map(|row| row.position) {
                Some(row) => count.to(plan.row_address(row)),
                None => count,
            }
        })
        .of_proofs(),
        Of::muted("Places of these rows", place_width, |proved| {
            places(&rows(proved))
        })
        .of_proofs(),
        Of::text("Rows on the pair itself say", 15.0, |proved| {
            proved.stated.as_deref().unwrap_or("nothing")
        }),
        Of::text("Status", 10.0, |proved| proved.status.word()).of_proofs(),
        Of::text("Rationales", 15.0, |proved| rationales(&proved.rationales)).of_proofs(),
        Of::yes("Mixed", 9.0, |proved| proved.mixes_rationales()).of_proofs(),
        Of::cell("Strength", 10.0, |proved| {
            Cell::maybe_count(proved.strength.map(usize::from))
        })
        .of_proofs(),
        Of::maybe("Confidence", 12.0, |proved| proved.confidence.as_deref()).of_proofs(),
    ]
}
