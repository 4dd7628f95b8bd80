//! What has to be assessed only once, although several frameworks ask for it.

use super::table::{Columns, list, shown, table};
use xwalk_report::{ControlAt, Covers, Report};

/// `classes.csv`: one line per control that has an equal, numbered by the class of those that are equal.
pub(super) fn classes<'r>(report: &'r Report<'r>) -> csv::Result<Vec<u8>> {
    let columns: &Columns<'r, (usize, ControlAt)> = &[
        ("class", |_, (class, _)| shown(class + 1)),
        ("control", |names, (_, control)| {
            names.qualified(*control).into()
        }),
        ("title", |names, (_, control)| names.title(*control).into()),
    ];
    let classes = report.overlap.classes.iter().enumerate();
    let records = classes.flat_map(|(at, class)| class.iter().map(move |control| (at, *control)));
    table(report, columns, records)
}

/// `covers.csv`: one line per control that contains or equals controls of other frameworks.
pub(super) fn covers<'r>(report: &'r Report<'r>) -> csv::Result<Vec<u8>> {
    let columns: &Columns<'r, &'r Covers> = &[
        ("control", |names, covers| {
            names.qualified(covers.control).into()
        }),
        ("title", |names, covers| names.title(covers.control).into()),
        ("covered", |_, covers| shown(covers.covered.len())),
        ("covers", |names, covers| {
            let covered = covers.covered.iter();
            list(covered.map(|control| names.qualified(*control)))
        }),
    ];
    table(report, columns, &report.overlap.covers)
}
