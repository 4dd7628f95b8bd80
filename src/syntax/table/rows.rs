//! The rows of an assessment that stand in a table: its first line names the clauses.

use super::atoms::atom;
use super::clauses::{effort, evidence, reference, tier_reached};
use super::header::{Columns, columns, whole};
use super::taken::Taken;
use crate::ast::Spanned;
use crate::ast::posture::Assessed;
use crate::characters;
use crate::lower::{Lower, Values};
use xwalk_diagnostic::Diagnostic;
use xwalk_diagnostic::codes::posture::{BROKEN_TABLE, MISSING_CLAUSE};
use xwalk_source::{Source, SourceId, Span};
use xwalk_table::{Cell, Lines, Refusal, is_not_applicable, is_not_assessed};

/// How the language says that a control does not concern the organization.
const NOT_APPLICABLE: &str = "not-applicable";

/// The rows of a table, and what is wrong with it. What is wrong in one line takes no other with it.
pub fn assessed<'s>(id: SourceId, source: &'s Source) -> (Vec<Assessed<'s>>, Vec<Diagnostic>) {
    let mut found = characters::check(id, source);
    let mut lower = Lower::new(id, source.text());
    let rows = rows(&mut lower);
    found.append(&mut lower.diagnostics);
    (rows, found)
}

fn rows<'s>(lower: &mut Lower<'s>) -> Vec<Assessed<'s>> {
    let mut lines = Lines::new(lower.text);
    let header = match lines.next() {
        Some(Ok((_, header))) => header,
        Some(Err(refusal)) => {
            refused(lower, &refusal);
            return Vec::new();
        }
        None => Vec::new(),
    };
    let Some(columns) = columns(lower, &header) else {
        return Vec::new();
    };
    let mut rows = Vec::new();
    let mut taken = Taken::default();
    let mut is_empty = true;
    for line in lines {
        let cells = match line {
            Ok((_, cells)) => cells,
            Err(refusal) => {
                refused(lower, &refusal);
                continue;
            }
        };
        if cells.iter().all(|cell| cell.text.is_empty()) {
            continue;
        }
        is_empty = false;
        let mark = lower.mark();
        let made = row(lower, &columns, &cells, &mut taken);
        // What is not understood may have limited what the row says.
        rows.extend(made.filter(|_| !lower.has_erred(mark)));
    }
    if is_empty {
        empty(lower, &header);
    }
    taken.report(lower);
    rows
}

fn row<'s>(
    lower: &mut Lower<'s>,
    columns: &Columns<'s>,
    cells: &[Cell<'s>],
    taken: &mut Taken<'s>,
) -> Option<Assessed<'s>> {
    let whole = whole(cells);
    let surplus = cells.get(columns.len()..).unwrap_or_default();
    if let Some(cell) = surplus.iter().find(|cell| !cell.text.is_empty()) {
        let place = lower.place(cell.span());
        let message = format!(
            "this cell is beyond the last of the {} columns",
            columns.len()
        );
        lower.report(
            Diagnostic::new(BROKEN_TABLE, place, message).help(
                "a text with a comma in it is written in quotation marks, as spreadsheets do",
            ),
        );
        return None;
    }
    let cell = |wanted: &str| {
        let mut all = columns.iter().zip(cells);
        let found = all.find(|(column, _)| column.is_some_and(|(column, _)| column == wanted));
        let (column, cell) = found?;
        let of = column.map(|(_, of)| of)?;
        (!cell.text.is_empty()).then_some((of, *cell))
    };
    let Some((_, control)) = cell("control") else {
        let message = "this line names no control";
        let place = lower.place(whole);
        lower.report(
            Diagnostic::new(MISSING_CLAUSE, place, message)
                .help("write its identifier in the column `control`, or delete the line"),
        );
        return None;
    };
    let control = reference(lower, &control)?;
    let Some((of, tier)) = cell("tier").filter(|(_, tier)| !is_not_assessed(tier.text)) else {
        taken.not_assessed.push(control.span, control.id);
        return None;
    };
    if is_not_applicable(tier.text) && tier.text != NOT_APPLICABLE {
        taken.not_applicable.push(tier.span(), tier.text);
    }
    let mut assessed = Assessed {
        span: whole,
        control,
        ..Assessed::default()
    };
    tier_reached(lower, of, &tier, cell("target"), &mut assessed);
    if let Some((of, cell)) = cell("risk") {
        assessed.risk = lower.risk_value(&mut Values::new(of, &[atom(&cell)]));
    }
    if let Some((of, cell)) = cell("effort") {
        assessed.effort = effort(lower, of, &cell);
    }
    if let Some((of, cell)) = cell("owner") {
        assessed.owner = lower.role_value(&mut Values::new(of, &[atom(&cell)]));
    }
    if let Some((of, cell)) = cell("evidence") {
        assessed.evidence = evidence(lower, of, &cell);
    }
    assessed.note = cell("note").map(|(_, cell)| Spanned {
        value: cell.value(),
        span: cell.span(),
    });
    Some(assessed)
}

/// A table with headings alone, from which nobody would learn that the rows are missing.
fn empty(lower: &mut Lower<'_>, header: &[Cell<'_>]) {
    let place = lower.place(whole(header));
    let message = "the table has headings and no rows";
    lower.report(
        Diagnostic::new(BROKEN_TABLE, place, message)
            .help("write its rows, or remove `rows from` until there are some"),
    );
}

fn refused(lower: &mut Lower<'_>, refusal: &Refusal) {
    let place = lower.place(Span::new(refusal.offset, refusal.offset + 1));
    let unread = "nothing below this line has been read";
    let help = match refusal.cause.help() {
        Some(help) => format!("{help}; {unread}"),
        None => unread.to_owned(),
    };
    let message = refusal.cause.to_string();
    lower.report(Diagnostic::new(BROKEN_TABLE, place, message).help(help));
}
