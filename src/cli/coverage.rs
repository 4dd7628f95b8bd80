//! `xwalk coverage`: how far one framework covers another, both ways.

use crate::JsonSchema;
use serde::Serialize;

use super::answers::{Asked, with_coverage};
use super::args::Coverage as Arguments;
use super::columns::Columns;
use super::contract::{Contract, contract};
use super::{Context, Outcome, RunError, changed};
use xwalk_report::answers::{CoverageWay, Judged, Proofs, Section, Tallies};
use xwalk_report::{Share, Tally, Verdict};

/// The answer for programs.
pub const CONTRACT: Contract = contract!(
    "coverage" 1,
    "The answer of `coverage --format json`",
    "docs/answers/coverage.md",
    Contract::schema_of::<DocumentV1<'_>>
);

pub fn run(arguments: &Arguments, context: Context<'_>) -> Result<Outcome, RunError> {
    with_coverage(&arguments.pair, Asked::Pair, context, |found| {
        let between = &found.between;
        CONTRACT.answer(
            context.host,
            arguments.pair.question.format,
            || between.ways.each_ref().map(table).join("\n"),
            || DocumentV1 {
                directions: between.ways.iter().map(DirectionV1::new).collect(),
            },
        )
    })
}

/// What stands at the head of a line of counts that proofs take part in. The line above it is from stated rows alone.
const WITH_PROOFS: &str = "with proofs";

fn table(way: &CoverageWay<'_>) -> String {
    // Identifier, title, how many; then a count and a share for each verdict.
    let numbers: Vec<usize> = (2..3 + 2 * Verdict::ALL.len()).collect();
    let mut columns = Columns::right(&numbers);
    let verdicts = Verdict::ALL.into_iter();
    let verdicts = verdicts.flat_map(|verdict| [verdict.word(), ""]);
    columns.push(["", "", "assessable"].into_iter().chain(verdicts));
    let mut line = |name: &str, title: &str, tally: Tally| {
        let shares = Verdict::ALL
            .into_iter()
            .flat_map(|verdict| share(tally, verdict));
        let head = [name.to_owned(), title.to_owned(), tally.total().to_string()];
        columns.push(head.into_iter().chain(shares));
    };
    for section in &way.sections {
        let Tallies { stated, proved } = section.tallies;
        if section.is_top && stated.total() > 0 {
            line(section.control.identifier, section.control.title, stated);
            if let Some(proved) = proved.filter(|proved| *proved != stated) {
                line("", WITH_PROOFS, proved);
            }
        }
    }
    line("all", "", way.tallies.stated);
    if let Some(proved) = way.tallies.proved {
        line("", WITH_PROOFS, proved);
    }
    let (of, by) = (&way.of, &way.by);
    format!(
        "Coverage of {of} by {by}\nSuppose that all of {by} is fulfilled: what of {of} is then fulfilled?\n\n{}\n{}\n{}",
        columns.text(),
        basis(way),
        changed::text(way),
    )
}

/// What the verdicts rest on: the mappings of which at least one row counts.
fn basis(way: &CoverageWay<'_>) -> String {
    let others = way.mappings.iter().copied();
    let others: Vec<&str> = others.filter(|name| !way.counting.contains(name)).collect();
    match (&*way.counting.join(", "), &*others.join(", ")) {
        ("", "") => "Stated rows: no mapping connects the two.".to_owned(),
        (counting, "") => format!("From the stated rows of {counting}."),
        ("", others) => format!("No row of {others} counts here."),
        (counting, others) => {
            format!("From the stated rows of {counting}; no row of {others} counts here.")
        }
    }
}

/// How many controls have a verdict, and their share: `12`, `9.8%`.
fn share(tally: Tally, verdict: Verdict) -> [String; 2] {
    [
        tally.of(verdict).to_string(),
        Share::shown(tally.share(verdict)),
    ]
}

/// How far two frameworks cover each other.
#[derive(Serialize, JsonSchema)]
struct DocumentV1<'r> {
    /// The first framework by the second, then the second by the first.
    #[schemars(length(min = 2, max = 2))]
    directions: Vec<DirectionV1<'r>>,
}

/// The coverage of one framework by another: suppose that all of `by` is fulfilled, what of `of` is then fulfilled?
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Direction")]
struct DirectionV1<'r> {
    /// The framework that is covered, with its edition.
    of: &'r str,
    /// The framework that covers it.
    by: &'r str,
    /// The mappings between the two, by name.
    mappings: &'r [&'r str],
    // How many controls have which verdict.
    #[serde(flatten)]
    tallies: &'r Tallies,
    /// What is proved between the two.
    proofs: &'r Proofs,
    /// The counts below every control that has others below it.
    sections: &'r [Section<'r>],
    /// The assessable controls, by verdict from stated rows: those that are full first, those not reviewed last.
    controls: Vec<&'r Judged<'r>>,
}

impl<'r> DirectionV1<'r> {
    fn new(way: &'r CoverageWay<'_>) -> Self {
        Self {
            of: &way.of,
            by: &way.by,
            mappings: &way.mappings,
            tallies: &way.tallies,
            proofs: &way.proofs,
            sections: &way.sections,
            controls: Verdict::ALL
                .into_iter()
                .flat_map(|verdict| way.with_verdict(verdict))
                .collect(),
        }
    }
}
