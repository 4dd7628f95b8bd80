//! `xwalk gaps`: what of one framework nothing in another corresponds to, and, apart from it, what nobody has looked
//! at.

use crate::JsonSchema;
use serde::Serialize;

use super::answers::{Asked, with_coverage};
use super::args::{Gaps as Arguments, ListFormat};
use super::columns::Columns;
use super::contract::{Contract, contract};
use super::{Context, Outcome, RunError, findings, remainder};
use xwalk_emit::EmitError;
use xwalk_report::Verdict;
use xwalk_report::answers::{
    CoverageWay, Grounded, Judged, Proofs, RemainderOf, Tallies, remainders,
};

/// The answer for programs.
pub const CONTRACT: Contract = contract!(
    "gaps" 1,
    "The answer of `gaps --format json`",
    "docs/answers/gaps.md",
    Contract::schema_of::<DocumentV1<'_>>
);

pub fn run(arguments: &Arguments, context: Context<'_>) -> Result<Outcome, RunError> {
    let asked = match arguments.remainder {
        true => Asked::Remainder,
        false => Asked::Pair,
    };
    with_coverage(&arguments.pair, asked, context, |found| {
        let [way, _] = &found.between.ways;
        let left = || remainders(found.model, found.sources, found.facts, found.frameworks);
        let left = arguments.remainder.then(left);
        let answer = match (arguments.pair.question.format, &left) {
            (ListFormat::Human, None) => findings::safe(&page(way)).into_owned(),
            (ListFormat::Human, Some(left)) => {
                findings::safe(&remainder::of_coverage(way, left)).into_owned()
            }
            (ListFormat::Csv, None) => csv(way)?,
            (ListFormat::Csv, Some(left)) => remainder::csv([(&*way.of, &**left)])?,
            (ListFormat::Json, _) => CONTRACT.text(&DocumentV1::new(way, left.as_deref())),
        };
        Ok(context.host.print(&answer)?)
    })
}

/// The controls that are open, as a table for programs.
fn csv(way: &CoverageWay<'_>) -> Result<String, EmitError> {
    let open = [Verdict::Gap, Verdict::Related, Verdict::NotReviewed].into_iter();
    let open = open.flat_map(|verdict| way.with_verdict(verdict));
    let lines = open.map(|judged| {
        let (control, stated, proved) = (&judged.control, &judged.stated, judged.by_proofs());
        [
            way.of.clone(),
            way.by.clone(),
            control.to_string(),
            control.title.to_owned(),
            stated.verdict.word().to_owned(),
            stated.why.clone(),
            stated.rows.join(", "),
            proved.map_or_else(String::new, |proved| proved.verdict.word().to_owned()),
            proved.map_or_else(String::new, |proved| proved.why.clone()),
        ]
    });
    let header = [
        "of",
        "by",
        "control",
        "title",
        "verdict",
        "why",
        "rows",
        "verdict_with_proofs",
        "why_with_proofs",
    ];
    super::csv::text(header, lines)
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
            "Related: rows say that there is a relationship, but nobody has judged what it is",
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
    let overlaps = tally
        .overlap
        .max(way.tallies.proved.map_or(0, |proved| proved.overlap));
    if overlaps > 0 {
        text +=
            &format!("\nWhat is left of those that overlap: xwalk gaps {of} {by} --remainder\n");
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

/// The controls of one framework to which nothing in another corresponds, and, separately, those that are only called
/// related and those that nobody has looked at.
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
    /// What is left of the assessable controls that overlap, with proofs where something was reasoned, the strongest first.
    /// Only where `--remainder` asks for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    remainder: Option<&'r [RemainderOf<'r>]>,
}

impl<'r> DocumentV1<'r> {
    fn new(way: &'r CoverageWay<'_>, remainder: Option<&'r [RemainderOf<'_>]>) -> Self {
        let with = |verdict| way.with_verdict(verdict).collect();
        Self {
            of: &way.of,
            by: &way.by,
            tallies: &way.tallies,
            proofs: &way.proofs,
            gaps: with(Verdict::Gap),
            related: with(Verdict::Related),
            not_reviewed: with(Verdict::NotReviewed),
            remainder,
        }
    }
}
