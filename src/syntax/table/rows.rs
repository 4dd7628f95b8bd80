//! The rows of an assessment that stand in a table: its first line names the clauses.

use super::cells::{Cell, Lines};
use crate::diagnostic::codes::posture::{BROKEN_TABLE, MISSING_CLAUSE, UNREAD_COLUMN};
use crate::diagnostic::{Diagnostic, nearest};
use crate::source::{Place, Source, SourceId, Span};
use crate::syntax::ast::posture::{Assessed, Standing};
use crate::syntax::ast::{ControlRef, Name, Spanned};
use crate::syntax::characters;
use crate::syntax::lower::{Lower, MOST_DAYS, Values};
use crate::syntax::tree::{Atom, Sign};

/// The columns that are read; the first two must be there.
const COLUMNS: [&str; 8] = [
    "control", "tier", "target", "risk", "effort", "owner", "evidence", "note",
];

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
        Some(Ok(header)) => header,
        Some(Err(at)) => return unclosed(lower, at),
        None => Vec::new(),
    };
    let Some(columns) = columns(lower, &header) else {
        return Vec::new();
    };
    let mut rows = Vec::new();
    for line in lines {
        match line {
            Ok(cells) => rows.extend(row(lower, &columns, &cells)),
            Err(at) => {
                unclosed(lower, at);
            }
        }
    }
    rows
}

/// Which clause each column holds; nothing for one that is not read.
type Columns<'s> = Vec<Option<(&'static str, Atom<'s>)>>;

fn columns<'s>(lower: &mut Lower<'s>, header: &[Cell<'s>]) -> Option<Columns<'s>> {
    let mut columns: Columns<'s> = Vec::with_capacity(header.len());
    for cell in header {
        let folded = cell.text.to_lowercase();
        let known = COLUMNS.into_iter().find(|column| *column == folded);
        let twice = known.and_then(|known| {
            let mut before = columns.iter().flatten();
            before.find(|(column, _)| *column == known).copied()
        });
        let place = lower.place(span(cell));
        match (known, twice) {
            (Some(known), Some((_, first))) => {
                let first = lower.place(first.span());
                lower.report(
                    Diagnostic::new(
                        BROKEN_TABLE,
                        place,
                        format!("the column `{known}` stands here twice"),
                    )
                    .also(first, "the first one, which is read")
                    .help("rename one of the two"),
                );
                columns.push(None);
            }
            (Some(known), None) => columns.push(Some((known, atom(cell)))),
            (None, _) => {
                columns.push(None);
                if !cell.text.is_empty() {
                    lower.report(unread(cell, place));
                }
            }
        }
    }
    let has = |wanted: &str| {
        columns
            .iter()
            .flatten()
            .any(|(column, _)| *column == wanted)
    };
    let missing: Vec<&str> = COLUMNS
        .into_iter()
        .take(2)
        .filter(|column| !has(column))
        .collect();
    let Some(first) = missing.first() else {
        return Some(columns);
    };
    let place = lower.place(header.iter().map(span).reduce(Span::to).unwrap_or_default());
    lower.report(
        Diagnostic::new(
            BROKEN_TABLE,
            place,
            format!("the table has no column `{first}`"),
        )
        .help(format!(
            "the first line names the columns: `{}`; the first two must be there",
            COLUMNS.join("`, `")
        )),
    );
    None
}

/// What is nearly a known column is meant to be that one: skipped, its cells would be missing without anybody's notice.
fn unread(cell: &Cell<'_>, place: Place) -> Diagnostic {
    match nearest(cell.text, COLUMNS) {
        Some(near) => {
            let message = format!("there is no column `{}`", cell.text);
            Diagnostic::new(BROKEN_TABLE, place, message).help(format!("did you mean `{near}`?"))
        }
        None => {
            let message = format!("the column `{}` is not read", cell.text);
            let help = format!(
                "columns that are read are `{}`; the others may stay",
                COLUMNS.join("`, `")
            );
            Diagnostic::new(UNREAD_COLUMN, place, message).help(help)
        }
    }
}

fn row<'s>(
    lower: &mut Lower<'s>,
    columns: &Columns<'s>,
    cells: &[Cell<'s>],
) -> Option<Assessed<'s>> {
    let whole = cells.iter().map(span).reduce(Span::to)?;
    let surplus = cells.get(columns.len()..).unwrap_or_default();
    if let Some(cell) = surplus.iter().find(|cell| !cell.text.is_empty()) {
        let place = lower.place(span(cell));
        let message = format!(
            "this cell is beyond the last of the {} columns",
            columns.len()
        );
        lower.report(
            Diagnostic::new(BROKEN_TABLE, place, message).help(
                "a text with a comma in it stands in quotation marks, as spreadsheets write it",
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
    let Some((of, tier)) = cell("tier") else {
        let message = format!("`{}` has no tier", control.id);
        let place = lower.place(control.span);
        lower.report(
            Diagnostic::new(MISSING_CLAUSE, place, message)
                .help("write where it stands in the column `tier`, or `not-applicable`"),
        );
        return None;
    };
    let mut assessed = Assessed {
        span: whole,
        control,
        standing: None,
        tiers: None,
        risk: None,
        effort: None,
        owner: None,
        evidence: Vec::new(),
        note: None,
    };
    standing(lower, of, &tier, cell("target"), &mut assessed);
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
        span: span(&cell),
    });
    Some(assessed)
}

/// An identifier as its framework writes it, which a cell needs no backticks for; or one with its framework.
fn reference<'s>(lower: &mut Lower<'s>, cell: &Cell<'s>) -> Option<ControlRef<'s>> {
    if cell.text.contains('@') && cell.text.contains(':') {
        return lower.reference(&atom(cell));
    }
    Some(ControlRef {
        framework: None,
        id: cell.text,
        span: span(cell),
    })
}

/// `2`, `2 -> 4`, `not-applicable`; the target may stand in a column of its own.
fn standing<'s>(
    lower: &mut Lower<'s>,
    of: Atom<'s>,
    cell: &Cell<'s>,
    target: Option<(Atom<'s>, Cell<'s>)>,
    assessed: &mut Assessed<'s>,
) {
    let value = Standing::NotApplicable;
    if cell.text == "not-applicable" {
        let span = span(cell);
        assessed.standing = Some(Spanned { value, span });
        return;
    }
    let mut atoms = [Some(atom(cell)), target.map(|(_, cell)| atom(&cell))];
    if let (Some((current, wanted)), None) = (cell.text.split_once("->"), target) {
        let at = cell.start + current.len() + "->".len();
        let blanks = wanted.len() - wanted.trim_start().len();
        atoms = [
            Some(bare(current.trim_end(), cell.start)),
            Some(bare(wanted.trim_start(), at + blanks)),
        ];
    }
    let mut tier = |atom: Option<Atom<'s>>, of| {
        let atom = atom?;
        lower.number(&mut Values::new(of, &[atom]), 0, 1000)
    };
    let [current, wanted] = atoms;
    let current = tier(current, of);
    let target = match wanted {
        Some(wanted) => tier(Some(wanted), target.map_or(of, |(of, _)| of)),
        None => current,
    };
    if let (Some(current), Some(target)) = (current, target) {
        assessed.tiers = Some((current.span, target.span));
        assessed.standing = Some(Spanned {
            value: Standing::Tier {
                current: current.value,
                target: target.value,
            },
            span: current.span.to(target.span),
        });
    }
}

/// `20d`; a number alone is working days too, since the column says so.
fn effort<'s>(lower: &mut Lower<'s>, of: Atom<'s>, cell: &Cell<'s>) -> Option<Spanned<u32>> {
    let atoms = [atom(cell)];
    let mut values = Values::new(of, &atoms);
    if cell.text.bytes().all(|byte| byte.is_ascii_digit()) {
        return lower.number(&mut values, 1, MOST_DAYS);
    }
    lower.effort(&mut values)
}

/// Names with commas, semicolons or blanks between them.
fn evidence<'s>(lower: &mut Lower<'s>, of: Atom<'s>, cell: &Cell<'s>) -> Vec<Name<'s>> {
    let mut names = Vec::new();
    let mut at = cell.start;
    for part in cell.text.split_inclusive([',', ';', ' ', '\n']) {
        let name = part.trim_end_matches([',', ';', ' ', '\n']).trim_end();
        if !name.is_empty() {
            let atom = bare(name, at);
            names.extend(lower.piece(&mut Values::new(of, &[atom])));
        }
        at += part.len();
    }
    names
}

fn unclosed<'s>(lower: &mut Lower<'_>, at: usize) -> Vec<Assessed<'s>> {
    let place = lower.place(Span::new(at, at + 1));
    let closed = lower
        .text
        .get(at..)
        .is_none_or(|rest| !rest.starts_with('"'));
    let (message, help) = if closed {
        (
            "something stands behind the quotation mark that ends this cell",
            "double each quotation mark within a cell; nothing below this line has been read",
        )
    } else {
        (
            "the quotation mark that begins this cell is never closed",
            "close it, or double it if it belongs to the text; nothing below this line has been read",
        )
    };
    lower.report(Diagnostic::new(BROKEN_TABLE, place, message).help(help));
    Vec::new()
}

fn span(cell: &Cell<'_>) -> Span {
    Span::new(cell.start, cell.start + cell.text.len())
}

fn atom<'s>(cell: &Cell<'s>) -> Atom<'s> {
    bare(cell.text, cell.start)
}

fn bare(text: &str, start: usize) -> Atom<'_> {
    Atom {
        sign: Sign::Bare,
        start: u32::try_from(start).unwrap_or(u32::MAX),
        text,
    }
}
