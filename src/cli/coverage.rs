//! `xwalk coverage`: how far one framework covers another, both ways.

use schemars::JsonSchema;
use serde::Serialize;

use super::answers::{ControlV1, ProofsV1, TallyV1, one_way, with_report, with_verdict};
use super::args::{AnswerFormat, Common, Coverage as Arguments};
use super::columns::Columns;
use super::contract::Contract;
use super::{Outcome, RunError, changed, findings, host};
use crate::report::{Coverage, Report, Tally, Verdict};

/// The answer for programs.
pub const CONTRACT: Contract = Contract {
    name: "xwalk-coverage",
    version: 1,
    about: "The answer of `coverage --format json`",
    schema: Contract::schema_of::<DocumentV1<'_>>,
    page: "docs/answers/coverage.md",
};

pub fn run(arguments: &Arguments, common: &Common) -> Result<Outcome, RunError> {
    with_report(&arguments.pair, common, |report, of, by| {
        let both = [(of, by), (by, of)];
        let directions = both
            .into_iter()
            .filter_map(|(of, by)| Some((of, by, one_way(report, of, by)?)));
        match arguments.pair.question.format {
            AnswerFormat::Human => {
                let tables: Vec<String> = directions
                    .map(|(of, by, coverage)| table(report, of, by, coverage))
                    .collect();
                host::print(&findings::safe(&tables.join("\n")))?;
            }
            AnswerFormat::Json => {
                let directions = directions
                    .map(|(of, by, coverage)| DirectionV1::new(report, of, by, coverage))
                    .collect();
                host::print(&CONTRACT.text(&DocumentV1 { directions }))?;
            }
        }
        Ok(())
    })
}

/// What stands at the head of a line of counts that proofs take part in. The line above it is from stated rows alone.
const WITH_PROOFS: &str = "with proofs";

fn table(report: &Report<'_>, of: &str, by: &str, coverage: &Coverage) -> String {
    let mut columns = Columns::right(&[2, 3, 4, 5, 6, 7, 8, 9, 10]);
    columns.push([
        "",
        "",
        "assessable",
        "full",
        "",
        "overlap",
        "",
        "gap",
        "",
        "not reviewed",
        "",
    ]);
    let mut line = |name: &str, title: &str, tally: Tally| {
        let shares = Verdict::ALL
            .into_iter()
            .flat_map(|verdict| share(tally, verdict));
        let head = [name.to_owned(), title.to_owned(), tally.total().to_string()];
        columns.push(head.into_iter().chain(shares));
    };
    for section in &coverage.sections {
        let Some(control) = report.controls.get(section.control) else {
            continue;
        };
        if control.parent.is_none() && section.stated.total() > 0 {
            line(control.identifier, &control.title, section.stated);
            if let Some(proved) = section.proved.filter(|proved| *proved != section.stated) {
                line("", WITH_PROOFS, proved);
            }
        }
    }
    line("all", "", coverage.stated);
    if let Some(proved) = coverage.proved {
        line("", WITH_PROOFS, proved);
    }
    format!(
        "Coverage of {of} by {by}\nSuppose that all of {by} is fulfilled: what of {of} is then fulfilled?\n\n{}\n{}\n{}",
        columns.text(),
        basis(report, coverage),
        changed::text(report, coverage),
    )
}

/// What the verdicts rest on: the mappings of which at least one row counts.
fn basis(report: &Report<'_>, coverage: &Coverage) -> String {
    let names = |counting: bool| {
        let mappings = coverage.mappings.iter().filter(|at| {
            let mut rows = report.rows.iter().filter(|row| row.mapping == **at);
            rows.any(|row| row.left_out.is_none()) == counting
        });
        let names = mappings.filter_map(|at| Some(report.mappings.get(*at)?.name));
        names.collect::<Vec<_>>().join(", ")
    };
    match (names(true).as_str(), names(false).as_str()) {
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
    let tenths = (tally.basis_points(verdict) + 5) / 10;
    [
        tally.of(verdict).to_string(),
        format!("{}.{}%", tenths / 10, tenths % 10),
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
    mappings: Vec<&'r str>,
    /// The counts from stated rows alone.
    stated: TallyV1,
    /// The counts with what is proved. Absent where nothing was reasoned.
    #[serde(skip_serializing_if = "Option::is_none")]
    proved: Option<TallyV1>,
    /// What is proved between the two.
    proofs: ProofsV1,
    /// The counts below every control that has others below it.
    sections: Vec<SectionV1<'r>>,
    /// The assessable controls, by verdict from stated rows: those that are full first, those not reviewed last.
    controls: Vec<ControlV1<'r>>,
}

/// A control with others below it, and how many of these have which verdict.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Section")]
struct SectionV1<'r> {
    /// Its identifier within its framework.
    identifier: &'r str,
    /// Its title.
    title: &'r str,
    /// The counts from stated rows alone.
    stated: TallyV1,
    /// The counts with what is proved. Absent where nothing was reasoned.
    #[serde(skip_serializing_if = "Option::is_none")]
    proved: Option<TallyV1>,
}

impl<'r> DirectionV1<'r> {
    fn new(report: &'r Report<'_>, of: &'r str, by: &'r str, coverage: &'r Coverage) -> Self {
        let section = |section: &crate::report::SectionTally| {
            let control = report.controls.get(section.control)?;
            Some(SectionV1 {
                identifier: control.identifier,
                title: &control.title,
                stated: section.stated.into(),
                proved: section.proved.map(TallyV1::from),
            })
        };
        let mappings = coverage
            .mappings
            .iter()
            .filter_map(|at| report.mappings.get(*at));
        Self {
            of,
            by,
            mappings: mappings.map(|mapping| mapping.name).collect(),
            stated: coverage.stated.into(),
            proved: coverage.proved.map(TallyV1::from),
            proofs: ProofsV1::new(report, coverage),
            sections: coverage.sections.iter().filter_map(section).collect(),
            controls: Verdict::ALL
                .into_iter()
                .flat_map(|verdict| with_verdict(report, coverage, verdict))
                .map(|(control, line)| ControlV1::new(report, control, line))
                .collect(),
        }
    }
}
