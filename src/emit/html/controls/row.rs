//! A row, read from the side of one of its controls.

use crate::anchors::{self, Anchors};
use crate::named::{Named, short};
use crate::view::view;
use xwalk_report::{ControlAt, End, Report, RowAt};

view! {
    /// A row, read from the side of the control.
    pub(super) struct RowView<'r> {
        /// The `id` of its place in the page; missing where it is at an earlier control.
        id: Option<String>,
        /// The other controls at the side of this one, which the row takes together.
        with: Vec<Named<'r>>,
        /// The relation.
        relation: &'r str,
        /// The link to the definition of the relation.
        definition: String,
        /// The short name of the other framework, where the row is about all of it.
        all_of: Option<&'r str>,
        /// The controls at the other side, taken together.
        controls: Vec<Named<'r>>,
        /// Its status.
        status: &'static str,
        /// Why it carries no verdict.
        left_out: Option<&'static str>,
        /// The link to the contradiction of which it is part.
        contradiction: Option<String>,
    }
}

impl<'r> RowView<'r> {
    /// A row at one of its controls; `contradiction` is the one in which it stands.
    pub(super) fn of(
        report: &'r Report<'_>,
        anchors: &'r Anchors,
        number: RowAt,
        control: ControlAt,
        contradiction: Option<usize>,
    ) -> Self {
        let row = &report.rows[number];
        let mapping = &report.mappings[row.mapping];
        let (own, other, relation, side) = if row.source.controls().contains(&control) {
            (&row.source, &row.target, &row.relation, mapping.to)
        } else {
            (&row.target, &row.source, &row.converse, mapping.from)
        };
        let with = own.controls().iter().filter(|&&part| part != control);
        Self {
            id: (home(&row.source, &row.target) == Some(control))
                .then(|| anchors::row(report, number)),
            with: Named::all(report, anchors, with),
            relation,
            definition: anchors::link(&anchors::relation(report, relation)),
            all_of: (*other == End::Everything).then(|| short(report, side)),
            controls: Named::all(report, anchors, other.controls()),
            status: row.status.word(),
            left_out: row.left_out,
            contradiction: contradiction.map(|at| anchors::link(&anchors::contradiction(at))),
        }
    }
}

/// The control in whose section a row has its address: the first that it names.
fn home(source: &End, target: &End) -> Option<ControlAt> {
    let named = source.controls().iter().chain(target.controls());
    named.copied().next()
}
