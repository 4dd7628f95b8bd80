//! What sheets look up: names, ranks, and the cells that many of them have.

use super::cell::{Cell, Look};
use super::column::Column;
use super::measure;
use super::plan::Plan;
use super::proof::{MARK, correspondences};
use super::style::Rank;
use xwalk_report::{
    ControlAt, Correspondence, Coverage, Framework, FrameworkAt, ProvedCorrespondence, RowAt,
    Verdict, VerdictLine,
};

impl<'r> Plan<'r> {
    /// What the rows between a control's framework and another one say of it.
    pub fn said(&self, control: ControlAt, by: FrameworkAt) -> Vec<Correspondence<'r>> {
        let found = self.report.correspondences(control);
        found.filter(|found| found.framework == by).collect()
    }

    /// What is proved of a control and those of another framework.
    pub fn proved_towards(
        &self,
        control: ControlAt,
        by: FrameworkAt,
    ) -> Vec<ProvedCorrespondence<'r>> {
        let found = self.report.proved_of(control);
        found.filter(|found| found.framework == by).collect()
    }

    /// The same as two columns, which say something of a control: the relations with the identifiers, and the number of
    /// pairs, leading to the first proof.
    pub fn proved_columns(
        &'r self,
        by: FrameworkAt,
        width: f64,
        proofs: String,
        proofs_width: f64,
    ) -> [Column<'r, ControlAt>; 2] {
        let heading = format!("{MARK} {}, proved", self.short(by));
        let relations = move |control| {
            let found = self.proved_towards(control, by);
            Cell::new(correspondences(self, &found), Look::Proved)
        };
        let pairs = move |control| {
            let found = self.proved_towards(control, by);
            let first = found.iter().map(|found| found.position).min();
            let address = first.and_then(|first| self.proved_address(first));
            address.map_or(Cell::BLANK, |address| Cell::count(found.len()).to(address))
        };
        [
            Column::cell(heading, width, relations).of_proofs(),
            Column::cell(proofs, proofs_width, pairs).of_proofs(),
        ]
    }

    /// A framework in a pair, leading to the sheet of the two.
    pub fn pair_cell(&self, of: FrameworkAt, by: FrameworkAt) -> Cell<'r> {
        let cell = Cell::text(self.short(of));
        match self.matrix_address(of, by) {
            Some(address) => cell.to(address),
            None => cell,
        }
    }

    /// How many rows these are, leading to the first of them.
    pub fn rows_cell(&self, rows: &[RowAt]) -> Cell<'r> {
        let count = Cell::count(rows.len());
        match rows.first() {
            Some(row) => count.to(self.row_address(*row)),
            None => count,
        }
    }

    /// The positions of a framework's controls.
    pub fn controls(
        &self,
        framework: FrameworkAt,
    ) -> impl DoubleEndedIterator<Item = ControlAt> + ExactSizeIterator + Clone + use<> {
        self.framework(framework).controls.iter()
    }

    /// The framework at a position.
    pub fn framework(&self, position: FrameworkAt) -> &'r Framework<'r> {
        &self.report.frameworks[position]
    }

    /// A framework's short name.
    pub fn short(&self, framework: FrameworkAt) -> &'r str {
        &self.framework(framework).short
    }

    /// The short name of a control's framework.
    pub fn short_of(&self, control: ControlAt) -> &'r str {
        self.short(self.report.controls[control].framework)
    }

    /// The width that the short names of all frameworks need, in digits.
    pub fn short_width(&self) -> f64 {
        measure::fit(
            self.report
                .frameworks
                .values()
                .map(|framework| &*framework.short),
            14.0,
            28.0,
        )
    }

    /// The width that the identifiers of all controls need, in digits.
    pub fn identifier_width(&self) -> f64 {
        let identifiers = self.report.controls.values();
        measure::fit(identifiers.map(|control| control.identifier), 12.0, 20.0)
    }

    /// A framework's heading.
    pub fn heading(&self, framework: FrameworkAt) -> &'r str {
        &self.framework(framework).heading
    }

    /// The verdict on one control as a cell: nothing for a heading of which nothing is said.
    pub fn verdict_cell(&self, coverage: Option<&'r Coverage>, control: ControlAt) -> Cell<'r> {
        let Some(line) = coverage.and_then(|coverage| coverage.line(control)) else {
            return Cell::BLANK;
        };
        match line.stated.verdict {
            Verdict::NotReviewed if !self.is_assessable(control) => Cell::BLANK,
            verdict => Cell::verdict(verdict),
        }
    }

    /// The verdict with proofs as a cell: in colour where it differs from the stated one, else in grey.
    pub fn verdict_with_proofs_cell(&self, line: &VerdictLine) -> Cell<'r> {
        match line.proved.as_ref().map(|cell| cell.verdict) {
            Some(Verdict::NotReviewed) if !self.is_assessable(line.control) => Cell::BLANK,
            Some(verdict) if verdict == line.stated.verdict => {
                Cell::new(verdict.word(), Look::Unchanged)
            }
            Some(verdict) => Cell::verdict(verdict),
            None => Cell::BLANK,
        }
    }

    /// A control's identifier.
    pub fn identifier(&self, control: ControlAt) -> &'r str {
        self.report.controls[control].identifier
    }

    /// A control's title.
    pub fn title(&self, control: ControlAt) -> &'r str {
        &self.report.controls[control].title
    }

    /// A control's identifier, leading to its line on the sheet of all controls.
    pub fn identifier_cell(&self, control: ControlAt) -> Cell<'r> {
        Cell::identifier(self.identifier(control)).to(self.control_address(control))
    }

    /// The same of a control; nothing where nothing is said of it.
    pub fn verdict_with_proofs_of(&self, coverage: &Coverage, control: ControlAt) -> Cell<'r> {
        let line = coverage.line(control);
        line.map_or(Cell::BLANK, |line| self.verdict_with_proofs_cell(line))
    }

    /// Whether a control is assessed by itself.
    pub fn is_assessable(&self, control: ControlAt) -> bool {
        self.report.controls[control].assessable
    }

    /// How deep a control lies.
    pub fn depth(&self, control: ControlAt) -> u8 {
        self.report.controls[control].depth
    }

    /// Whether other controls lie below this one.
    pub fn has_children(&self, control: ControlAt) -> bool {
        self.report.has_children(control)
    }

    /// The rank of a control's line.
    pub fn rank(&self, control: ControlAt) -> Rank {
        Rank::of(self.depth(control), self.has_children(control))
    }

    /// A row as it is written, with its frameworks: `Acme 1 A.4 subset-of House 1 H.4`.
    pub fn claim(&self, row: RowAt) -> String {
        let row = &self.report.rows[row];
        let mapping = &self.report.mappings[row.mapping];
        let [from, to] = [mapping.from, mapping.to].map(|end| self.short(end));
        let [source, target] = [&row.source, &row.target].map(|end| self.report.end_text(end));
        format!("{from} {source} {} {to} {target}", row.relation)
    }
}
