//! What every term means.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::cell::Cell;
use super::letter::LETTERS;
use super::plan::Plan;
use super::style::Rank;
use super::table::{Column, Layout, Table};

/// Terms of the workbook itself.
const OF_THE_WORKBOOK: &[(&str, &str)] = &[
    (
        "12 / 30 / 5 / 53",
        "Counts of assessable controls: full / overlap / gap / not reviewed. The colour shows the share of full.",
    ),
    (
        "⊢, violet",
        "What is proved: nobody stated it, the rows together force it. It has columns, counts and a sheet of its own; grey beside a stated verdict or count means that proofs do not change it.",
    ),
    (
        "mapped",
        "Whether a row that counts names the control in this pair of frameworks; a control that is not mapped is a hole.",
    ),
    (
        "letters of a matrix",
        "A capital is a row that counts, read from the line's control; a small letter is one that does not count. Two letters: one of the two holds. With +: the row names several controls together. Behind ⊢: what is proved.",
    ),
];

/// Writes the sheet.
pub(super) fn write(book: &mut Workbook, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let layout = Layout {
        sheet: &plan.definitions,
        table: "tblDefinitions".to_owned(),
        title: "Definitions".to_owned(),
        purpose: "What every term, verdict and relation of this workbook means.".to_owned(),
        reading: "The relations are those of NIST IR 8477; each control is read as the set of outcomes that it \
                  asks for."
            .to_owned(),
        columns: vec![
            Column::new("Group", 16.0),
            Column::new("Term", 26.0),
            Column::new("Meaning", 110.0),
        ],
        frozen: 2,
        empty: "There is no definition.",
    };
    let mut table = Table::begin(book, plan.binding(), layout)?;
    let mut line = |group: &str, term: &str, meaning: &str| {
        let cells = [
            Cell::muted(group.to_owned()),
            Cell::identifier(term.to_owned()),
            Cell::text(meaning.to_owned()),
        ];
        table.line(Rank::Leaf, 0, cells)
    };
    for definition in &plan.report.definitions {
        line(definition.group, definition.term, definition.meaning)?;
    }
    for (term, meaning) in OF_THE_WORKBOOK {
        line("Workbook", term, meaning)?;
    }
    if !plan.has_proofs {
        let meaning = "This workbook holds stated correspondences only: nothing was proved, so there are no columns for it.";
        line("Workbook", "no proved counts", meaning)?;
    }
    for (word, letter, _) in LETTERS {
        line("Matrix letters", letter, word)?;
    }
    table.finish()
}
