//! What is left of the controls that overlap, as a work list for each direction of a pair.

use super::anchors::{self, Anchors};
use super::named::{Named, short};
use super::tallies::VerdictView;
use super::view::view;
use xwalk_report::{
    ControlAt, Coverage, End, NOT_DESCRIBED, Open, Remainder, Report, RowAt, described,
};

view! {
    /// What is left of the controls that overlap in one direction of a pair.
    pub(super) struct Remainders<'r> {
        /// The short name of the framework whose controls these are.
        of: &'r str,
        /// The short name of the framework that is taken as fulfilled.
        by: &'r str,
        /// How many of its controls overlap.
        count: usize,
        /// Out of how many assessable ones.
        assessable: usize,
        /// The controls, those with the strongest connections first.
        controls: Vec<Left<'r>>,
    }
}

view! {
    /// What is left of one of these controls.
    struct Left<'r> {
        /// The control.
        control: Named<'r>,
        /// The strength of the strongest connection.
        strength: Option<String>,
        /// The rows of the strongest connections.
        rows: Vec<Said<'r>>,
        /// How many more controls share something with it.
        more: usize,
        /// Whether that is more than one.
        several: bool,
        /// The unions that are not shown to be fulfilled as a whole.
        unions: Vec<Union<'r>>,
        /// The controls below it that are not shown to be fulfilled.
        children: Vec<Below<'r>>,
        /// The rows that the page leaves out: their mapping and place.
        elsewhere: Vec<String>,
        /// Whether nobody has written anything.
        is_silent: bool,
    }
}

view! {
    /// A row that says something of it.
    struct Said<'r> {
        /// The controls at the left, where the row only connects the control and does not name it.
        from: Vec<Named<'r>>,
        /// The relation, read from the control.
        relation: &'r str,
        /// The link to the definition of the relation.
        definition: String,
        /// The framework of the other side, where it is neither of the two: the row leads through it.
        through: Option<&'r str>,
        /// The controls at the other side, taken together; none for all of the framework.
        others: Vec<Named<'r>>,
        /// The strength, from 0 to 10.
        strength: Option<String>,
        /// The note, or that nothing is described.
        note: &'r str,
        /// Whether there is a note.
        is_described: bool,
        /// The link to the row.
        link: String,
    }
}

view! {
    /// A union that is not shown to be fulfilled as a whole.
    struct Union<'r> {
        /// The relation to it.
        relation: &'r str,
        /// The framework of its parts, where that is neither of the two.
        through: Option<&'r str>,
        /// All its parts.
        parts: Vec<Named<'r>>,
        /// Those that are not shown to be fulfilled.
        missing: Vec<Missing<'r>>,
        /// The link to the row.
        link: String,
    }
}

view! {
    /// A part of a union that is not shown to be fulfilled.
    struct Missing<'r> {
        /// The control.
        control: Named<'r>,
        /// The word of the verdict on it.
        verdict: &'r str,
    }
}

view! {
    /// A control below that is not shown to be fulfilled.
    struct Below<'r> {
        /// The control.
        control: Named<'r>,
        /// The verdict on it.
        verdict: Option<VerdictView>,
    }
}

/// The directions in which anything overlaps.
pub(super) fn lists<'r>(
    report: &'r Report<'_>,
    anchors: &'r Anchors,
) -> impl Iterator<Item = Remainders<'r>> {
    let overlapping = report.coverage.iter();
    let overlapping = overlapping.filter(|coverage| !coverage.remainders.is_empty());
    overlapping.map(move |coverage| {
        let words = Words {
            report,
            anchors,
            coverage,
        };
        Remainders {
            of: short(report, coverage.of),
            by: short(report, coverage.by),
            count: coverage.remainders.len(),
            assessable: coverage.stated.total(),
            controls: coverage
                .remainders
                .iter()
                .map(|it| words.left(it))
                .collect(),
        }
    })
}

/// Puts what is left into words, in one direction of a pair.
#[derive(Clone, Copy)]
struct Words<'r, 'm> {
    report: &'r Report<'m>,
    anchors: &'r Anchors,
    coverage: &'r Coverage,
}

impl<'r> Words<'r, '_> {
    fn left(self, of: &'r Remainder<ControlAt, RowAt>) -> Left<'r> {
        let unions = of.unions.iter();
        Left {
            control: self.named(of.control),
            strength: of.strength.map(|strength| strength.to_string()),
            rows: of
                .rows
                .iter()
                .map(|row| self.said(of.control, *row))
                .collect(),
            more: of.more,
            several: of.more > 1,
            unions: unions
                .map(|(row, missing)| self.union(of.control, *row, missing))
                .collect(),
            children: of
                .children
                .iter()
                .map(|child| self.below(child.control))
                .collect(),
            elsewhere: of
                .elsewhere
                .iter()
                .map(|row| format!("{} ({})", row.mapping, row.place))
                .collect(),
            is_silent: of.is_silent(),
        }
    }

    fn said(self, control: ControlAt, at: RowAt) -> Said<'r> {
        let row = &self.report.rows[at];
        let (from, relation, other) = match self.report.correspondence(control, at) {
            Some(read) => (Vec::new(), read.relation, read.other),
            None => (self.all(&row.source), &*row.relation, &row.target),
        };
        Said {
            from,
            relation,
            definition: anchors::link(&anchors::relation(self.report, relation)),
            through: self.through(other),
            others: self.all(other),
            strength: row.strength.map(|strength| strength.to_string()),
            note: described(row.note).unwrap_or(NOT_DESCRIBED),
            is_described: described(row.note).is_some(),
            link: anchors::link(&anchors::row(self.report, at)),
        }
    }

    fn union(self, control: ControlAt, at: RowAt, missing: &'r [Open<ControlAt>]) -> Union<'r> {
        let read = self.report.correspondence(control, at);
        Union {
            relation: read.as_ref().map_or("", |read| read.relation),
            through: read.as_ref().and_then(|read| self.through(read.other)),
            parts: read.map_or_else(Vec::new, |read| self.all(read.other)),
            missing: missing
                .iter()
                .map(|open| Missing {
                    control: self.named(open.control),
                    verdict: &open.stands,
                })
                .collect(),
            link: anchors::link(&anchors::row(self.report, at)),
        }
    }

    fn below(self, child: ControlAt) -> Below<'r> {
        let line = self.coverage.line(child);
        let cell = line.map(|line| line.proved.as_ref().unwrap_or(&line.stated));
        Below {
            control: self.named(child),
            verdict: cell.map(|cell| VerdictView::of(cell.verdict)),
        }
    }

    /// The framework at the other side of a row, where it is neither of the two.
    fn through(self, other: &End) -> Option<&'r str> {
        let first = other.controls().first()?;
        let framework = self.report.controls[*first].framework;
        let is_between = framework != self.coverage.of && framework != self.coverage.by;
        is_between.then(|| short(self.report, framework))
    }

    fn named(self, control: ControlAt) -> Named<'r> {
        Named::of(self.report, self.anchors, control)
    }

    fn all(self, end: &End) -> Vec<Named<'r>> {
        Named::all(self.report, self.anchors, end.controls())
    }
}
