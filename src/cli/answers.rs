//! What `coverage` and `gaps` answer from: the report on two frameworks.

use schemars::JsonSchema;
use serde::Serialize;

use super::args::{Common, Pair};
use super::{Outcome, RunError, Workspace, calendar, changed, find, findings};
use crate::analysis;
use crate::model::Model;
use crate::report::published::Word;
use crate::report::{self, Control, Coverage, CoverageCell, Report, Tally, Verdict, VerdictLine};

/// Makes the report on a pair of frameworks and hands it on; fails if neither a mapping nor a proof connects
/// the two. Claims that are lost are told, since the answer goes without them.
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
        ..report::Options::on(calendar::day_of(0))
    };
    let report = report::build(model, &facts, &workspace.sources, &[], &options);
    let (of, by) = (model.frameworks[of].label(), model.frameworks[by].label());
    if report.coverage.is_empty() {
        return Err(RunError::Usage(format!(
            "neither a mapping nor a proof connects `{of}` and `{by}`"
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

/// The assessable controls of a coverage that have a verdict by stated rows, with why, and what proofs say.
pub fn with_verdict<'r, 'm>(
    report: &'r Report<'m>,
    coverage: &'r Coverage,
    verdict: Verdict,
) -> impl Iterator<Item = (&'r Control<'m>, &'r VerdictLine)> {
    coverage
        .verdicts
        .iter()
        .filter_map(|line| Some((report.controls.get(line.control)?, line)))
        .filter(move |(control, line)| control.assessable && line.stated.verdict == verdict)
}

/// How many assessable controls have which verdict.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Tally")]
pub struct TallyV1 {
    /// All of them.
    assessable: usize,
    /// Those of which all is fulfilled.
    full: usize,
    /// Those of which something is fulfilled.
    overlap: usize,
    /// Those of which nothing is fulfilled, as somebody found.
    gap: usize,
    /// Those of which nobody has said anything that counts.
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

/// An assessable control with its verdicts.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Control")]
pub struct ControlV1<'r> {
    /// Its identifier within its framework.
    identifier: &'r str,
    /// Its title.
    title: &'r str,
    // From stated rows alone.
    #[serde(flatten)]
    stated: VerdictV1<'r>,
    /// The same with what is proved. Absent where nothing was reasoned.
    #[serde(skip_serializing_if = "Option::is_none")]
    proved: Option<VerdictV1<'r>>,
}

/// A verdict on a control, and what it rests on.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Basis")]
struct VerdictV1<'r> {
    /// The verdict: from stated rows alone, unless it stands under `proved`.
    verdict: Word<Verdict>,
    /// Why, in a sentence.
    why: &'r str,
    /// The rows that it rests on, as `file:line`; those of mappings with other frameworks come last.
    rows: Vec<&'r str>,
}

impl<'r> ControlV1<'r> {
    /// A control with its verdicts.
    pub fn new(report: &'r Report<'_>, control: &'r Control<'_>, line: &'r VerdictLine) -> Self {
        let verdict = |cell: &'r CoverageCell| VerdictV1 {
            verdict: Word(cell.verdict),
            why: &cell.why,
            rows: changed::places(report, cell).collect(),
        };
        Self {
            identifier: control.identifier,
            title: &control.title,
            stated: verdict(&line.stated),
            proved: line.proved.as_ref().map(verdict),
        }
    }
}

/// How many pairs of controls of the two frameworks are proved beyond what rows say: no number of rows.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Proofs")]
pub struct ProofsV1 {
    /// All of them.
    pairs: usize,
    /// Those that rows of several rationales prove together.
    mixed_rationales: usize,
}

impl ProofsV1 {
    /// What is proved of the two frameworks of a coverage.
    pub fn new(report: &Report<'_>, coverage: &Coverage) -> Self {
        let (pairs, mixed_rationales) = changed::tally(report, coverage);
        Self {
            pairs,
            mixed_rationales,
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
