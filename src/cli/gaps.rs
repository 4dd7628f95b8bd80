//! `xwalk gaps`: what of one framework nothing in another corresponds to, and, apart from it, what nobody has looked
//! at.

use crate::JsonSchema;
use serde::Serialize;

use super::answers::with_coverage;
use super::args::Gaps as Arguments;
use super::columns::Columns;
use super::contract::{Contract, contract};
use super::{Context, Outcome, RunError};
use xwalk_report::Verdict;
use xwalk_report::answers::{CoverageWay, Grounded, Judged, Proofs, Tallies};

/// The answer for programs.
pub const CONTRACT: Contract = contract!(
    "gaps" 1,
    "The answer of `gaps --format json`",
    "docs/answers/gaps.md",
    Contract::schema_of::<DocumentV1<'_>>
);

pub fn run(arguments: &Arguments, context: Context<'_>) -> Result<Outcome, RunError> {
    with_coverage(&arguments.pair, context, |between| {
        let [way, _] = &between.ways;
        let format = arguments.pair.question.format;
        CONTRACT.answer(context.host, format, || page(way), || DocumentV1::new(way))
    })
}

fn page(way: &CoverageWay<'_>) -> String {
    let (of, by, tally) = (&way.of, &way.by, way.tallies.stated);
    let mut text = format!(
        "{of} against {by}: {} of {} assessable controls are a gap, {} only related, {} not reviewed.\n",
        tally.gap,
        tally.total(),
        tally.related,
        tally.not_reviewed,
    );
    if let Some(proved) = way.tallies.proved {
        text += &format!(
            "With proofs: {} of {} a gap, {} only related, {} not reviewed.\n",
            proved.gap,
            proved.total(),
            proved.related,
            proved.not_reviewed
        );
    }
    for (verdict, heading) in [
        (Verdict::Gap, "Gaps: somebody looked, and there is nothing"),
        (
            Verdict::Related,
            "Related: rows say that there is a relationship, and nobody has judged which",
        ),
        (
            Verdict::NotReviewed,
            "Not reviewed: nobody has said anything that counts",
        ),
    ] {
        let mut columns = Columns::default();
        let mut proofs = Vec::new();
        for judged in way.with_verdict(verdict) {
            let (control, stated) = (&judged.control, &judged.stated);
            columns.push([
                control.identifier,
                control.title,
                &stated.why,
                stated.place(),
            ]);
            proofs.push(judged.by_proofs());
        }
        if !proofs.is_empty() {
            text += &format!("\n{heading}\n");
        }
        for (line, proved) in columns.text().lines().zip(proofs) {
            text += &format!("  {line}\n");
            text += &proved.map_or_else(String::new, with_proofs);
        }
    }
    text.push_str(&format!("\nThe other way round: xwalk gaps {by} {of}\n"));
    text
}

/// What is said below a control that gets another verdict by proofs.
fn with_proofs(proved: &Grounded) -> String {
    let place = match proved.place() {
        "" => String::new(),
        place => format!(" ({place})"),
    };
    let verdict = proved.verdict.word();
    format!("    with proofs {verdict}: {}{place}\n", proved.why)
}

/// The controls of one framework to which nothing in another corresponds, and, separately, those that nobody has looked at.
#[derive(Serialize, JsonSchema)]
struct DocumentV1<'r> {
    /// The framework that is covered, with its edition.
    of: &'r str,
    /// The framework that covers it.
    by: &'r str,
    // How many controls have which verdict.
    #[serde(flatten)]
    tallies: &'r Tallies,
    /// What is proved between the two.
    proofs: &'r Proofs,
    /// The assessable controls of which, by stated rows, nothing is fulfilled, as somebody has found.
    gaps: Vec<&'r Judged<'r>>,
    /// The assessable controls of which rows say only that there is a relationship.
    related: Vec<&'r Judged<'r>>,
    /// The assessable controls about which nobody has said anything that counts.
    not_reviewed: Vec<&'r Judged<'r>>,
}

impl<'r> DocumentV1<'r> {
    fn new(way: &'r CoverageWay<'_>) -> Self {
        let with = |verdict| way.with_verdict(verdict).collect();
        Self {
            of: &way.of,
            by: &way.by,
            tallies: &way.tallies,
            proofs: &way.proofs,
            gaps: with(Verdict::Gap),
            related: with(Verdict::Related),
            not_reviewed: with(Verdict::NotReviewed),
        }
    }
}
