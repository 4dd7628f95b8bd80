//! What `coverage` and `gaps` have in common.

use schemars::JsonSchema;
use serde::Serialize;

use super::args::{Common, Pair};
use super::{Outcome, RunError, Workspace, find, findings};
use crate::analysis;
use crate::report::answers::{CoverageBetween, CoverageWay, Grounded, Judged};
use crate::report::published::Word;
use crate::report::{Tally, Verdict};

/// Finds how far a pair of frameworks cover each other and hands it on; fails if neither a mapping nor a proof connects
/// the two. Claims that are lost are reported, since the answer goes without them.
pub fn with_coverage(
    pair: &Pair,
    common: &Common,
    answer: impl FnOnce(&CoverageBetween<'_>) -> Result<(), RunError>,
) -> Result<Outcome, RunError> {
    let workspace = Workspace::open(pair.question.workspace.path(), common)?;
    let compilation = workspace.compile(common)?;
    let outcome = findings::show_losses(&compilation.diagnostics, &workspace.sources, common)?;
    let model = &compilation.model;
    let frameworks = [
        find::framework(model, &pair.of)?,
        find::framework(model, &pair.by)?,
    ];
    let facts = compilation.facts(analysis::Options {
        status_floor: pair.question.status,
    });
    let between = CoverageBetween::of(model, &workspace.sources, &facts, frameworks);
    let between = between.ok_or_else(|| {
        let [of, by] = frameworks.map(|id| model.frameworks[id].label());
        RunError::Usage(format!(
            "neither a mapping nor a proof connects `{of}` and `{by}`"
        ))
    })?;
    answer(&between)?;
    Ok(outcome)
}

/// How many assessable controls have which verdict.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Tally")]
pub struct TallyV1 {
    /// All of them.
    assessable: usize,
    /// Those that are completely fulfilled.
    full: usize,
    /// Those of which something is fulfilled.
    overlap: usize,
    /// Those of which nothing is fulfilled, as somebody has found.
    gap: usize,
    /// Those about which nobody has said anything that counts.
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
    /// The verdict: from stated rows alone, unless it is under `proved`.
    verdict: Word<Verdict>,
    /// Why, in a sentence.
    why: &'r str,
    /// The rows that it rests on, as `file:line`; those of mappings with other frameworks come last.
    rows: &'r [String],
}

impl<'r> ControlV1<'r> {
    /// A control with its verdicts.
    pub fn new(judged: &'r Judged<'_>) -> Self {
        Self {
            identifier: judged.control.identifier,
            title: judged.control.title,
            stated: VerdictV1::new(&judged.stated),
            proved: judged.proved.as_ref().map(VerdictV1::new),
        }
    }
}

impl<'r> VerdictV1<'r> {
    fn new(grounded: &'r Grounded) -> Self {
        Self {
            verdict: Word(grounded.verdict),
            why: &grounded.why,
            rows: &grounded.rows,
        }
    }
}

/// How many pairs of controls of the two frameworks are proved beyond what rows say: this is not a number of rows.
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
    pub fn new(way: &CoverageWay<'_>) -> Self {
        Self {
            pairs: way.pairs,
            mixed_rationales: way.mixed,
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
