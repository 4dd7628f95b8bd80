//! The first sheet: who, what, by which conventions, what was held back, what it comes to, and where everything is.

mod facts;
mod glance;

use rust_xlsxwriter::XlsxError;

use super::plan::Plan;
use super::sheets::SHEETS;
use super::words;
use crate::book::Book;
use crate::cell::Look;
use crate::cover::Cover;
use crate::place::address;
use xwalk_report::posture::Verdict;

/// The columns beside the first: as many as A4 holds.
const COLUMNS: usize = 8;

/// Writes the sheet.
pub(super) fn write<'r>(book: &mut Book<'_>, plan: &'r Plan<'r>) -> Result<(), XlsxError> {
    let mut cover = book.cover(COLUMNS)?;
    facts::cautions(&mut cover, plan)?;
    facts::who(&mut cover, plan)?;
    facts::conventions(&mut cover, plan)?;
    glance::tiers(&mut cover, plan)?;
    glance::verdicts(&mut cover, plan)?;
    glance::risks(&mut cover, plan)?;
    glance::roadmaps(&mut cover, plan)?;
    colours(&mut cover)?;
    sheets(&mut cover)?;
    cover.finish()
}

/// How to read the colours.
fn colours(cover: &mut Cover<'_>) -> Result<(), XlsxError> {
    cover.heading("How to read the colours")?;
    cover.caption("No colour is used without a sign, a word or a number.")?;
    for verdict in Verdict::ALL {
        cover.coloured(&words::verdict_cell(verdict), verdict.meaning())?;
    }
    cover.steps(
        "share in the verdict matrix",
        Look::Depth,
        &[
            "none",
            "up to 10 %",
            "up to 25 %",
            "up to 50 %",
            "up to 75 %",
            "over 75 %",
        ],
    )
}

/// Every sheet, with what it shows.
fn sheets(cover: &mut Cover<'_>) -> Result<(), XlsxError> {
    cover.heading("Sheets")?;
    cover.caption("Every sheet is present, whatever is declared; one that has nothing to show says so in its first line.")?;
    for sheet in SHEETS {
        cover.link(sheet.name, &address(sheet.name, 0), sheet.about)?;
    }
    Ok(())
}
