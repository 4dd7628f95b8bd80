//! `xwalk gaps`: what of one framework nothing in another corresponds to, and, apart from it, what nobody has looked
//! at.

use serde::Serialize;

use super::answers::{ControlV1, TallyV1, json, one_way, with_report, with_verdict};
use super::args::{AnswerFormat, Common, Gaps as Arguments};
use super::columns::Columns;
use super::{Outcome, RunError, findings, host};
use crate::report::{Coverage, Report, Verdict};

pub fn run(arguments: &Arguments, common: &Common) -> Result<Outcome, RunError> {
    with_report(&arguments.pair, common, |report, of, by| {
        if let Some(coverage) = one_way(report, of, by) {
            let text = match arguments.pair.question.format {
                AnswerFormat::Human => findings::safe(&page(report, of, by, coverage)).into_owned(),
                AnswerFormat::Json => json(&DocumentV1::new(report, of, by, coverage)),
            };
            host::print(&text)?;
        }
        Ok(())
    })
}

fn page(report: &Report<'_>, of: &str, by: &str, coverage: &Coverage) -> String {
    let tally = coverage.stated;
    let mut text = format!(
        "{of} against {by}: {} of {} assessable controls are a gap, {} not reviewed.\n",
        tally.gap,
        tally.total(),
        tally.not_reviewed,
    );
    for (verdict, heading) in [
        (Verdict::Gap, "Gaps: somebody looked, and there is nothing"),
        (
            Verdict::NotReviewed,
            "Not reviewed: nobody has said anything that counts",
        ),
    ] {
        let mut columns = Columns::default();
        for (control, cell) in with_verdict(report, coverage, verdict) {
            let place = cell
                .rows
                .first()
                .and_then(|row| report.rows.get(*row))
                .map_or("", |row| row.place.as_str());
            columns.push([control.identifier, &control.title, &cell.why, place]);
        }
        let list = columns.text();
        if !list.is_empty() {
            text.push_str(&format!("\n{heading}\n"));
            list.lines()
                .for_each(|line| text.push_str(&format!("  {line}\n")));
        }
    }
    text.push_str(&format!("\nThe other way round: xwalk gaps {by} {of}\n"));
    text
}

#[derive(Serialize)]
struct DocumentV1<'r> {
    schema: &'static str,
    version: u32,
    of: &'r str,
    by: &'r str,
    stated: TallyV1,
    gaps: Vec<ControlV1<'r>>,
    not_reviewed: Vec<ControlV1<'r>>,
}

impl<'r> DocumentV1<'r> {
    fn new(report: &'r Report<'_>, of: &'r str, by: &'r str, coverage: &'r Coverage) -> Self {
        let with = |verdict| {
            with_verdict(report, coverage, verdict)
                .map(|(control, cell)| ControlV1::new(report, control, cell))
                .collect()
        };
        Self {
            schema: "xwalk-gaps",
            version: 1,
            of,
            by,
            stated: coverage.stated.into(),
            gaps: with(Verdict::Gap),
            not_reviewed: with(Verdict::NotReviewed),
        }
    }
}
