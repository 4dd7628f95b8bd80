//! What every term means.

use super::letter::LETTERS;
use super::plan::Plan;
use super::style::Rank;
use super::table::{AnyTable, Column, Layout, Table};
use xwalk_report::Definition;

/// Signs of the workbook itself.
const OF_THE_WORKBOOK: &[Definition] = &[
    sign(
        "12 / 30 / 4 / 5 / 49",
        "Counts of assessable controls: full / overlap / related / gap / not reviewed. The colour shows the share of full.",
    ),
    sign(
        "⊢, violet",
        "What is proved. It has columns, counts and a sheet of its own; grey beside a stated verdict or count means that proofs do not change it.",
    ),
    sign(
        "mapped",
        "Whether a row that counts says that something in the other framework of the pair corresponds to the control. One that says that nothing does (no-relationship) does not map it. A control that is not mapped is a hole.",
    ),
    sign(
        "letters of a matrix",
        "A capital is a row that counts, read from the line's control; a small letter is one that does not count. Two letters: one of the two holds. With +: the row names several controls together. After ⊢: what is proved.",
    ),
];

/// The same where nothing is proved.
const WITHOUT_PROOFS: Definition = sign(
    "no proved counts",
    "This workbook contains only stated correspondences: nothing was proved, so there are no columns for it.",
);

const fn sign(term: &'static str, meaning: &'static str) -> Definition {
    Definition {
        key: "workbook",
        group: "Workbook",
        term,
        meaning,
    }
}

/// The table.
pub(super) fn table<'a>(plan: &'a Plan<'a>) -> AnyTable<'a> {
    let mut table = Table::new(Layout {
        sheet: &plan.definitions,
        table: "tblDefinitions".to_owned(),
        title: "Definitions".to_owned(),
        purpose: "What every term, verdict and relation of this workbook means.".to_owned(),
        reading: "The relations are those of NIST IR 8477; each control is read as the set of outcomes that it \
                  asks for."
            .to_owned(),
        columns: vec![
            Of::muted("Group", 16.0, |one| one.group),
            Of::identifier("Term", 26.0, |one| one.term),
            Of::text("Meaning", 110.0, |one| one.meaning),
        ],
        frozen: 2,
        empty: "There is no definition.",
    });
    let letters = LETTERS.iter().map(|(word, letter, _)| Definition {
        group: "Matrix letters",
        ..sign(letter, word)
    });
    (plan.report.definitions.iter().copied())
        .chain(OF_THE_WORKBOOK.iter().copied())
        .chain((!plan.has_proofs).then_some(WITHOUT_PROOFS))
        .chain(letters)
        .for_each(|definition| table.row(Rank::Leaf, 0, definition));
    table.finish()
}

/// A column of the sheet.
type Of<'r> = Column<'r, Definition>;
