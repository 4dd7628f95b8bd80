//! What `coverage` and `gaps` answer from: the report on two frameworks.

use serde::Serialize;

use super::args::{Common, Pair};
use super::{Outcome, RunError, Workspace, date, find, findings};
use crate::analysis;
use crate::model::Model;
use crate::report::{self, Control, Coverage, CoverageCell, Report, Tally, Verdict};

/// Makes the report on a pair of frameworks and hands it on; fails if no mapping connects the two. Claims
/// that are lost are told, since the answer goes without them.
pub fn with_report(
    pair: &Pair,
    common: &Common,
    answer: impl FnOnce(&Report<'_>, &str, &str) -> Result<(), RunError>,
) -> Result<Outcome, RunError> {
    let workspace = Workspace::open(pair.question.workspace.path(), common)?;
    let compilation = workspace.compile(common)?;
    let outcome = findings::show_losses(&compilation.diagnostics, &workspace.sources, common)?;
    let model: &Model<'_> = &compilation.model;
    let (of, by) = (
        find::framework(model, &pair.of)?,
        find::framework(model, &pair.by)?,
    );
    let facts = compilation.facts(analysis::Options {
        status_floor: pair.question.status,
    });
    let options = report::Options {
        status_floor: pair.question.status,
        only: vec![of, by],
        // No date is printed.
        ..report::Options::on(date::of_seconds(0))
    };
    let report = report::build(model, &facts, &workspace.sources, &[], &options);
    let (of, by) = (model.frameworks[of].label(), model.frameworks[by].label());
    if report.coverage.is_empty() {
        return Err(RunError::Usage(format!(
            "no mapping connects `{of}` and `{by}`"
        )));
    }
    answer(&report, &of, &by)?;
    Ok(outcome)
}

/// The coverage of one framework by the other.
pub fn one_way<'r>(report: &'r Report<'_>, of: &str, by: &str) -> Option<&'r Coverage> {
    let is = |at: usize, key: &str| {
        report
            .frameworks
            .get(at)
            .is_some_and(|framework| framework.key == key)
    };
    report
        .coverage
        .iter()
        .find(|coverage| is(coverage.of, of) && is(coverage.by, by))
}

/// The assessable controls of a coverage that have a verdict, with why.
pub fn with_verdict<'r, 'm>(
    report: &'r Report<'m>,
    coverage: &'r Coverage,
    verdict: Verdict,
) -> impl Iterator<Item = (&'r Control<'m>, &'r CoverageCell)> {
    coverage
        .verdicts
        .iter()
        .filter_map(|line| Some((report.controls.get(line.control)?, &line.stated)))
        .filter(move |(control, cell)| control.assessable && cell.verdict == verdict)
}

/// The four counts, as programs read them.
#[derive(Serialize)]
pub struct TallyV1 {
    assessable: usize,
    full: usize,
    overlap: usize,
    gap: usize,
    not_reviewed: usize,
}

impl From<Tally> for TallyV1 {
    fn from(tally: Tally) -> Self {
        Self {
            assessable: tally.total(),
            full: tally.full,
            overlap: tally.overlap,
            gap: tally.gap,
            not_reviewed: tally.not_reviewed,
        }
    }
}

/// One control with its verdict, as programs read it.
#[derive(Serialize)]
pub struct ControlV1<'r> {
    identifier: &'r str,
    title: &'r str,
    verdict: &'static str,
    why: &'r str,
    /// `file:line` of the rows that the verdict rests on.
    rows: Vec<&'r str>,
}

impl<'r> ControlV1<'r> {
    /// A control with its verdict.
    pub fn new(report: &'r Report<'_>, control: &'r Control<'_>, cell: &'r CoverageCell) -> Self {
        let places = cell
            .rows
            .iter()
            .filter_map(|row| report.rows.get(*row))
            .map(|row| row.place.as_str());
        Self {
            identifier: control.identifier,
            title: &control.title,
            verdict: cell.verdict.word(),
            why: &cell.why,
            rows: places.collect(),
        }
    }
}

/// A document as JSON text.
pub fn json(document: &impl Serialize) -> String {
    // Only strings, numbers and lists: nothing that could fail.
    let mut text = serde_json::to_string_pretty(document).unwrap_or_default();
    text.push('\n');
    text
}
