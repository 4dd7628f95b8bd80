//! `xwalk gaps`: what of one framework nothing in another corresponds to, and, apart from it, what nobody has looked
//! at.

use schemars::JsonSchema;
use serde::Serialize;

use super::answers::{ControlV1, ProofsV1, TallyV1, one_way, with_report, with_verdict};
use super::args::{AnswerFormat, Common, Gaps as Arguments};
use super::columns::Columns;
use super::contract::Contract;
use super::{Outcome, RunError, changed, findings, host};
use crate::report::{Coverage, CoverageCell, Report, Verdict};

/// The answer for programs.
pub const CONTRACT: Contract = Contract {
    name: "xwalk-gaps",
    version: 1,
    about: "The answer of `gaps --format json`",
    schema: Contract::schema_of::<DocumentV1<'_>>,
    page: "docs/answers/gaps.md",
};

pub fn run(arguments: &Arguments, common: &Common) -> Result<Outcome, RunError> {
    with_report(&arguments.pair, common, |report, of, by| {
        if let Some(coverage) = one_way(report, of, by) {
            let text = match arguments.pair.question.format {
                AnswerFormat::Human => findings::safe(&page(report, of, by, coverage)).into_owned(),
                AnswerFormat::Json => CONTRACT.text(&DocumentV1::new(report, of, by, coverage)),
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
    if let Some(proved) = coverage.proved {
        text += &format!(
            "With proofs: {} of {} a gap, {} not reviewed.\n",
            proved.gap,
            proved.total(),
            proved.not_reviewed
        );
    }
    for (verdict, heading) in [
        (Verdict::Gap, "Gaps: somebody looked, and there is nothing"),
        (
            Verdict::NotReviewed,
            "Not reviewed: nobody has said anything that counts",
        ),
    ] {
        let mut columns = Columns::default();
        let mut proofs = Vec::new();
        for (control, line) in with_verdict(report, coverage, verdict) {
            let cell = &line.stated;
            let place = changed::places(report, cell).next().unwrap_or_default();
            columns.push([control.identifier, &control.title, &cell.why, place]);
            proofs.push(changed::by_proofs(line));
        }
        if !proofs.is_empty() {
            text += &format!("\n{heading}\n");
        }
        for (line, proved) in columns.text().lines().zip(proofs) {
            text += &format!("  {line}\n");
            if let Some(proved) = proved {
                text += &with_proofs(report, proved);
            }
        }
    }
    text.push_str(&format!("\nThe other way round: xwalk gaps {by} {of}\n"));
    text
}

/// What is said below a control that gets another verdict by proofs.
fn with_proofs(report: &Report<'_>, proved: &CoverageCell) -> String {
    let place = changed::places(report, proved).next();
    let place = place.map_or_else(String::new, |place| format!(" ({place})"));
    let verdict = proved.verdict.word();
    format!("    with proofs {verdict}: {}{place}\n", proved.why)
}

/// What of one framework nothing in another corresponds to, and, apart from it, what nobody has looked at.
#[derive(Serialize, JsonSchema)]
struct DocumentV1<'r> {
    /// The framework that is covered, with its edition.
    of: &'r str,
    /// The framework that covers it.
    by: &'r str,
    /// The counts from stated rows alone.
    stated: TallyV1,
    /// The counts with what is proved. Absent where nothing was reasoned.
    #[serde(skip_serializing_if = "Option::is_none")]
    proved: Option<TallyV1>,
    /// What is proved between the two.
    proofs: ProofsV1,
    /// The assessable controls of which nothing is fulfilled by stated rows, as somebody found.
    gaps: Vec<ControlV1<'r>>,
    /// The assessable controls of which nobody has said anything that counts.
    not_reviewed: Vec<ControlV1<'r>>,
}

impl<'r> DocumentV1<'r> {
    fn new(report: &'r Report<'_>, of: &'r str, by: &'r str, coverage: &'r Coverage) -> Self {
        let with = |verdict| {
            with_verdict(report, coverage, verdict)
                .map(|(control, line)| ControlV1::new(report, control, line))
                .collect()
        };
        Self {
            of,
            by,
            stated: coverage.stated.into(),
            proved: coverage.proved.map(TallyV1::from),
            proofs: ProofsV1::new(report, coverage),
            gaps: with(Verdict::Gap),
            not_reviewed: with(Verdict::NotReviewed),
        }
    }
}
