//! The crosswalk: one line per control of one framework, one column per other framework.

use std::borrow::Cow;

use super::{ControlAt, End, FrameworkAt, Report, Row, RowAt};

/// One line per control of one framework, with what corresponds to it in each framework that a mapping connects with
/// it. Relations are read from the control on the left.
#[derive(Debug)]
pub struct Crosswalk<'r> {
    /// The framework on the left.
    pub pivot: FrameworkAt,
    /// The other frameworks, one per column.
    pub columns: Vec<FrameworkAt>,
    /// One line per control of the pivot, in preorder.
    pub lines: Vec<CrosswalkLine<'r>>,
}

/// One control of the pivot.
#[derive(Debug)]
pub struct CrosswalkLine<'r> {
    /// The control.
    pub control: ControlAt,
    /// One list per column, in the order of the rows.
    pub cells: Vec<Vec<Correspondence<'r>>>,
}

/// What one row says of one control, read from that control.
#[derive(Clone, Debug)]
pub struct Correspondence<'r> {
    /// The control.
    pub control: ControlAt,
    /// The relation, read from the control: `subset-of`.
    pub relation: &'r str,
    /// The end of the row at which the control stands: the control alone, or a union with others.
    pub own: &'r End,
    /// The other end of the row.
    pub other: &'r End,
    /// The framework of the other end.
    pub framework: FrameworkAt,
    /// The row.
    pub row: RowAt,
    /// Why the row carries no verdict; `None` if it counts. Withdrawn rows and those of a status below the one asked
    /// for are no correspondences; those that hold under a condition or are contradicted are, and are marked so.
    pub left_out: Option<&'static str>,
}

impl<'m> Report<'m> {
    /// The crosswalk that starts from a framework.
    #[must_use]
    pub fn crosswalk(&self, pivot: FrameworkAt) -> Crosswalk<'_> {
        let columns: Vec<FrameworkAt> = self
            .coverage
            .iter()
            .filter(|coverage| coverage.of == pivot)
            .map(|coverage| coverage.by)
            .collect();
        let lines = self.frameworks[pivot].controls.iter().map(|control| {
            let mut cells = vec![Vec::new(); columns.len()];
            for found in self.correspondences(control) {
                let column = columns.binary_search(&found.framework);
                if let Some(cell) = column.ok().and_then(|at| cells.get_mut(at)) {
                    cell.push(found);
                }
            }
            CrosswalkLine { control, cells }
        });
        Crosswalk {
            pivot,
            lines: lines.collect(),
            columns,
        }
    }

    /// All that rows say of one control, read from it, in the order of the rows.
    pub fn correspondences(&self, control: ControlAt) -> impl Iterator<Item = Correspondence<'_>> {
        let rows = self.controls[control].rows.iter();
        rows.filter_map(move |at| self.correspondence(control, *at))
    }

    /// What one row says of a control that it names, read from that; `None` if it does not name it, or is not shown.
    #[must_use]
    pub fn correspondence<'r>(
        &'r self,
        control: ControlAt,
        at: RowAt,
    ) -> Option<Correspondence<'r>> {
        let row: &'r Row<'m> = &self.rows[at];
        let mapping = &self.mappings[row.mapping];
        let from_source = row.source.controls().contains(&control);
        if !from_source && !row.target.controls().contains(&control) {
            return None;
        }
        let (own, other, framework, relation) = if from_source {
            (&row.source, &row.target, mapping.to, &row.relation)
        } else {
            (&row.target, &row.source, mapping.from, &row.converse)
        };
        row.is_shown().then_some(Correspondence {
            control,
            relation,
            own,
            other,
            framework,
            row: at,
            left_out: row.left_out,
        })
    }

    /// An end as outputs print it: `A.5.15 + A.5.18`, `*`.
    #[must_use]
    pub fn end_text(&self, end: &End) -> Cow<'m, str> {
        let identifier = |at: &ControlAt| self.controls[*at].identifier;
        match end {
            End::Control(control) => Cow::Borrowed(identifier(control)),
            End::Union(parts) => {
                let parts: Vec<&str> = parts.iter().map(identifier).collect();
                Cow::Owned(parts.join(" + "))
            }
            End::Everything => Cow::Borrowed("*"),
        }
    }

    /// A cell of the crosswalk as text: one line per relation, in the order in which the rows use them, each with the
    /// identifiers: `subset-of A.5.1, A.5.15`. A control that stands in a union with others of its framework names
    /// them, and what holds under a condition only or is contradicted says so.
    #[must_use]
    pub fn cell_text(&self, cell: &[Correspondence<'_>]) -> String {
        let mut relations: Vec<(&str, Vec<String>)> = Vec::new();
        for found in cell {
            let text = self.correspondence_text(found);
            match relations
                .iter_mut()
                .find(|(word, _)| *word == found.relation)
            {
                Some((_, others)) => others.push(text),
                None => relations.push((found.relation, vec![text])),
            }
        }
        let lines = relations.into_iter();
        let lines: Vec<String> = lines
            .map(|(relation, others)| format!("{relation} {}", others.join(", ")))
            .collect();
        lines.join("\n")
    }

    fn correspondence_text(&self, found: &Correspondence<'_>) -> String {
        let mut text = self.end_text(found.other).into_owned();
        if let End::Union(parts) = found.own {
            let others = parts.iter().filter(|part| **part != found.control);
            let others = End::Union(others.copied().collect());
            text = format!("{text} (together with {})", self.end_text(&others));
        }
        if let Some(why) = found.left_out {
            text = format!("{text} ({why})");
        }
        text
    }
}
