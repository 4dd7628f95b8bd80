//! Every field of the report's posture has its place in every output, or stands below with the reason why it has none.
//!
//! The fields are read from the debug form of the report, so that a new one is looked for without a word here. A value
//! is looked for as text, in the words of people and in those of programs. So the test finds a field that an output
//! forgets altogether, not one that stands in a wrong place: that is held by the tests of each output.

mod value;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use tempfile::TempDir;
use xwalk::analysis::{Options as Counting, analyse};
use xwalk::compile::compile;
use xwalk::diagnostic::Levels;
use xwalk::report::{Options, PostureOptions, build};
use xwalk::syntax::ast::{Date, Status};

use self::value::{Leaf, Said, Titles, leaves};
use crate::harness::{path, read, sources};
use crate::posture_page::said::seen;
use crate::program::xwalk;
use crate::xlsx::book;

/// Where a field has no place, and why not.
const NO_PLACE: &[(&str, &[Output], &str)] = &[
    (
        "frameworks[].controls",
        &[Page, Workbook, CommandLine, Json],
        "what each control is called; one that nothing speaks of stands nowhere",
    ),
    (
        "claims",
        &[CommandLine, Json],
        "what the rows say: `xwalk why` and `xwalk show` print it, and `crosswalk.json` holds it",
    ),
    (
        "remainders",
        &[Json],
        "a work list for the organization's own people; the rows and notes that it is made of are in `crosswalk.json`",
    ),
    (
        "claims[].place",
        &[Page],
        "the page is for readers who may not have the files; the workbook says where a row stands",
    ),
    (
        "claims[].left_out",
        &[Page],
        "a row that is left out stands there with its condition, and whether that is declared to hold",
    ),
    (
        "conditions[].rows",
        &[CommandLine],
        "the rows under a condition are counted; `xwalk show` prints each",
    ),
    (
        "assessments",
        &[CommandLine],
        "the profile says where the controls stand; who assessed them and why is read in page and workbook",
    ),
    (
        "evidence",
        &[CommandLine],
        "the profile says of which evidence something is wrong; the register is read in page and workbook",
    ),
    (
        "frameworks",
        &[CommandLine],
        "`xwalk show` prints a framework",
    ),
    (
        "governance",
        &[CommandLine],
        "no question of the command line is about roles and committees; they are read in page and workbook",
    ),
    ("mappings", &[CommandLine], "`xwalk show` prints a mapping"),
    (
        "organization",
        &[CommandLine],
        "the title says whose posture it is; what it is like is read in page and workbook",
    ),
    (
        "preparedness",
        &[CommandLine],
        "the playbooks are summed up; their steps are read in page and workbook",
    ),
    (
        "risks",
        &[CommandLine],
        "a gap names the risk that it comes from; the register is read in page and workbook",
    ),
    (
        "technology",
        &[CommandLine],
        "the capabilities are summed up; each technology is read in page and workbook",
    ),
    (
        "roadmaps[].phases[].initiatives[].treats",
        &[CommandLine],
        "which risks an initiative treats is read in page and workbook",
    ),
    (
        "roadmaps[].phases[].initiatives[].title",
        &[CommandLine],
        "the schedule has room for names only",
    ),
    (
        "gaps.ranked[].risk_from",
        &[CommandLine],
        "the table says whether a risk is stated, of the register, or a default; which one is read in page and workbook",
    ),
    (
        "technology.layers",
        &[Json],
        "where each technology stands in the picture of them",
    ),
    (
        "verdicts[].controls[].control",
        &[CommandLine],
        "only assessable controls are listed",
    ),
    (
        "verdicts[].controls[].grounds",
        &[CommandLine],
        "`xwalk why` prints the rows of one verdict",
    ),
    (
        "verdicts[].controls[].doubt",
        &[CommandLine],
        "`xwalk why` prints all that one verdict lacks",
    ),
];

/// What is written from the posture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Output {
    Page,
    Workbook,
    CommandLine,
    Json,
}

use Output::{CommandLine, Json, Page, Workbook};

#[test]
fn every_field_of_the_posture_has_its_place_in_every_output() {
    let (fields, titles) = fields();
    assert!(fields.len() > 150, "{}", fields.len());
    let mut missing = BTreeMap::new();
    let mut used = BTreeSet::new();
    for (output, text) in outputs() {
        let text = Said::new(text);
        for (field, values) in &fields {
            let lost = values.iter().find(|value| !value.is_in(&text, &titles));
            let Some(lost) = lost else { continue };
            let reason = NO_PLACE
                .iter()
                .find(|(prefix, outputs, _)| is_below(field, prefix) && outputs.contains(&output));
            match reason {
                Some((prefix, ..)) => {
                    used.insert((*prefix, output));
                }
                None => {
                    missing.insert((field.clone(), output), lost.clone());
                }
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
    for (prefix, outputs, _) in NO_PLACE {
        for output in *outputs {
            assert!(
                used.contains(&(*prefix, *output)),
                "{prefix} is in {output:?}: no reason is needed"
            );
        }
    }
}

fn is_below(field: &str, prefix: &str) -> bool {
    let rest = field.strip_prefix(prefix);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// The values of every field, by its path; none of what is nowhere set. And the titles of what has a name, by that.
fn fields() -> (BTreeMap<String, BTreeSet<Leaf>>, Titles) {
    let folder = path("mappings/examples/acme-health");
    let files = NAMES.map(|name| {
        (
            format!("{name}.xwalk"),
            read(&folder.join(format!("{name}.xwalk"))),
        )
    });
    let sources = sources(files.to_vec());
    let compilation = compile(&sources, &Levels::default());
    let counting = Counting {
        status_floor: Status::Draft,
    };
    let facts = analyse(&compilation.model, counting);
    let options = Options {
        posture: Some(PostureOptions::default().into()),
        ..Options::on(Date::new(2026, 11, 23).unwrap())
    };
    let report = build(&compilation.model, &facts, &sources, &[], &options);
    leaves(&format!("{:?}", report.postures[0]))
}

const NAMES: [&str; 9] = [
    "assessment",
    "assessment-2025",
    "evidence",
    "governance",
    "organization",
    "playbooks",
    "risks",
    "roadmap",
    "technology",
];

/// The text of every output, as a reader sees it.
fn outputs() -> Vec<(Output, String)> {
    let folder = TempDir::new().unwrap();
    let folder = folder.path();
    xwalk(folder, &["init", "--posture"]).ended(0);
    std::fs::remove_dir_all(folder.join("evidence")).unwrap();
    let formats = "posture,posture-html,posture-xlsx";
    xwalk(
        folder,
        &[
            "build",
            "--date",
            "2026-12-02",
            "--allow-draft",
            "--emit",
            formats,
        ],
    );
    let page = read(&folder.join("out/posture.html"));
    let workbook = std::fs::read(folder.join("out/posture.xlsx")).unwrap();
    let cells = book::sheets(&workbook).into_iter();
    let cells =
        cells.flat_map(|(name, lines)| std::iter::once(name).chain(lines.into_iter().flatten()));
    let commands = [
        vec!["posture", "--all", "--date", "2026-12-02"],
        vec![
            "posture",
            "--all",
            "--date",
            "2026-12-02",
            "--framework",
            "nist-csf",
        ],
        vec![
            "posture",
            "--all",
            "--date",
            "2026-12-02",
            "--framework",
            "hipaa",
        ],
        vec![
            "posture",
            "--remainder",
            "--date",
            "2026-12-02",
            "--format",
            "csv",
        ],
        vec!["roadmap", "--all"],
    ];
    let printed = commands
        .iter()
        .map(|arguments| xwalk(folder, arguments).out);
    let json = serde_json::from_slice(&std::fs::read(folder.join("out/posture.json")).unwrap());
    let mut texts = String::new();
    said(&json.unwrap(), &mut texts);
    vec![
        (Page, plain(&seen(&page))),
        (Workbook, plain(&cells.collect::<Vec<_>>().join("\n"))),
        (CommandLine, plain(&printed.collect::<Vec<_>>().join("\n"))),
        (Json, plain(&texts)),
    ]
}

/// The values of a document.
fn said(value: &Value, texts: &mut String) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| said(value, texts)),
        Value::Object(members) => members.values().for_each(|value| said(value, texts)),
        Value::String(text) => *texts += &format!("{text}\n"),
        other => *texts += &format!("{other}\n"),
    }
}

/// In small letters, with one blank between words.
fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").to_lowercase()
}
