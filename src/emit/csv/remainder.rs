//! What is left of the controls that overlap.

use std::borrow::Cow;

use super::claims::end;
use super::table::{Columns, list, maybe, place, shown, table};
use xwalk_format::names::{self, Names};
use xwalk_report::{
    Basis, ControlAt, Coverage, CoverageCell, Left, NOT_DESCRIBED, Open, Remainder, Report, Row,
    RowAt, described,
};

/// One thing that is said of what is left of a control.
struct Line<'r> {
    report: &'r Report<'r>,
    coverage: &'r Coverage,
    of: &'r Remainder<ControlAt, RowAt>,
    left: Left<'r, ControlAt, RowAt>,
}

impl<'r> Line<'r> {
    /// The row that says it.
    fn row(&self) -> Option<(RowAt, &'r Row<'r>)> {
        match self.left {
            Left::Row(row) | Left::Pending(_, row) | Left::Parts(row, _) => {
                Some((*row, &self.report.rows[*row]))
            }
            Left::Child(_) | Left::Elsewhere(_) | Left::Nothing => None,
        }
    }

    /// The controls that are missing: parts of a union, or one below.
    fn missing(&self) -> &'r [Open<ControlAt>] {
        match self.left {
            Left::Parts(_, parts) => parts,
            Left::Child(open) | Left::Pending(open, _) => std::slice::from_ref(open),
            Left::Row(_) | Left::Elsewhere(_) | Left::Nothing => &[],
        }
    }

    /// What the row says there is left to do; of what is missing, nothing is said but that.
    fn described(&self) -> Cow<'r, str> {
        match self.left {
            Left::Row(row) | Left::Pending(_, row) => described(self.report.rows[*row].note)
                .unwrap_or(NOT_DESCRIBED)
                .into(),
            Left::Nothing => NOT_DESCRIBED.into(),
            Left::Parts(..) | Left::Child(_) | Left::Elsewhere(_) => "".into(),
        }
    }

    /// The judgement on which it is based: with proofs, where there are any.
    fn judged(&self) -> Option<(Basis, &'r CoverageCell)> {
        let line = self.coverage.line(self.of.control)?;
        let proved = line.proved.as_ref().map(|cell| (Basis::Proved, cell));
        Some(proved.unwrap_or((Basis::Stated, &line.stated)))
    }
}

/// `remainder.csv`: for each control that overlaps, a line for each thing that is said of what is left of it.
pub(super) fn remainder<'r>(report: &'r Report<'r>) -> csv::Result<Vec<u8>> {
    let columns: &Columns<'r, Line<'r>> = &[
        ("of", |names, line| names.framework(line.coverage.of).into()),
        ("by", |names, line| names.framework(line.coverage.by).into()),
        ("control", |names, line| {
            names.qualified(line.of.control).into()
        }),
        ("title", |names, line| names.title(line.of.control).into()),
        ("basis", |_, line| {
            let judged = line.judged();
            judged.map_or("".into(), |(basis, _)| names::basis(basis).into())
        }),
        ("why", |_, line| {
            let judged = line.judged();
            judged.map_or("".into(), |(_, cell)| cell.why.as_ref().into())
        }),
        ("strongest", |_, line| {
            line.of.strength.map_or("".into(), shown)
        }),
        ("kind", |_, line| line.left.kind().into()),
        ("described", |_, line| line.described()),
        ("missing", |names, line| qualified(names, line.missing())),
        ("missing_titles", |names, line| {
            list(line.missing().iter().map(|open| names.title(open.control)))
        }),
        ("stands", |_, line| {
            list(line.missing().iter().map(|open| &*open.stands))
        }),
        ("row", |names, line| {
            line.row().map_or("".into(), |(at, _)| names.row(at).into())
        }),
        ("source", |names, line| {
            line.row()
                .map_or("".into(), |(_, row)| end(names, &row.source))
        }),
        ("relation", |_, line| {
            line.row()
                .map_or("".into(), |(_, row)| row.relation.as_ref().into())
        }),
        ("target", |names, line| {
            line.row()
                .map_or("".into(), |(_, row)| end(names, &row.target))
        }),
        ("strength", |_, line| {
            let strength = line.row().and_then(|(_, row)| row.strength);
            strength.map_or("".into(), shown)
        }),
        ("confidence", |_, line| {
            maybe(line.row().and_then(|(_, row)| row.confidence.as_deref()))
        }),
        ("status", |_, line| {
            maybe(line.row().map(|(_, row)| row.status.word()))
        }),
        ("place", |_, line| match line.left {
            Left::Elsewhere(row) => place(&row.mapping, &row.place).into(),
            _ => maybe(line.row().map(|(_, row)| row.place.as_str())),
        }),
        ("more_controls", |_, line| shown(line.of.more)),
    ];
    let lines = report.coverage.iter().flat_map(|coverage| {
        let remainders = coverage.remainders.iter();
        remainders.flat_map(move |of| {
            of.lines().map(move |left| Line {
                report,
                coverage,
                of,
                left,
            })
        })
    });
    table(report, columns, lines)
}

fn qualified<'r>(names: Names<'r>, open: &[Open<ControlAt>]) -> Cow<'r, str> {
    list(open.iter().map(|open| names.qualified(open.control)))
}
