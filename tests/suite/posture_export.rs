//! The posture export: the document, its schema, and what an independent reader finds in it.

use std::collections::BTreeSet;
use std::process::Command;

use crate::contracts::schema_named;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use tempfile::TempDir;
use xwalk::analysis::{Options as Counting, analyse};
use xwalk::compile::compile;
use xwalk::diagnostic::Levels;
use xwalk::emit::{Artifact, EMITTERS};
use xwalk::report::{Options, PostureOptions, build};
use xwalk::source::{Origin, Source, SourceMap};
use xwalk::syntax::ast::{Date, Status};

use crate::harness::{blesses, path, read};
use crate::json::reference;

pub const FRAMEWORKS: &str = include_str!("../golden/posture-export/frameworks.xwalk");
pub const MAPPINGS: &str = include_str!("../golden/posture-export/mappings.xwalk");
pub const POSTURE: &str = include_str!("../golden/posture-export/posture.xwalk");

/// What is asked for besides the text.
#[derive(Clone, Copy)]
pub struct Asked {
    pub allow_draft: bool,
    pub status_floor: Status,
}

pub const HELD_BACK: Asked = Asked {
    allow_draft: false,
    status_floor: Status::Draft,
};
pub const ALLOWED: Asked = Asked {
    allow_draft: true,
    ..HELD_BACK
};

/// What is exported of the example with a text besides, by the output of a name.
pub fn emitted(output: &str, besides: &str, asked: Asked) -> Vec<Artifact> {
    emitted_of(output, &[FRAMEWORKS, MAPPINGS, POSTURE, besides], asked)
}

/// What is exported of these texts, by the output of a name.
pub fn emitted_of(output: &str, texts: &[&str], asked: Asked) -> Vec<Artifact> {
    emitted_for(output, texts, asked, PostureOptions::default())
}

/// What is exported of these texts with more options, by the output of a name.
pub fn emitted_for(
    output: &str,
    texts: &[&str],
    asked: Asked,
    options: PostureOptions,
) -> Vec<Artifact> {
    let files = (0..).zip(texts).map(|(number, text)| {
        let name = format!("{number}.xwalk");
        Source::new(name, (*text).to_owned(), Origin::Workspace)
    });
    let sources = SourceMap::new(files.collect());
    let compilation = compile(&sources, &Levels::default());
    assert!(!compilation.has_errors(), "{:?}", compilation.diagnostics);
    let counting = Counting {
        status_floor: asked.status_floor,
    };
    let facts = analyse(&compilation.model, counting);
    let ids = sources.iter().map(|(id, _)| id);
    let options = Options {
        status_floor: asked.status_floor,
        posture: Some(
            PostureOptions {
                allow_draft: asked.allow_draft,
                digests: ids.map(|id| (id, format!("{:064x}", id.0))).collect(),
                ..options
            }
            .into(),
        ),
        ..Options::on(Date::new(2026, 11, 24).unwrap())
    };
    let report = build(&compilation.model, &facts, &sources, &[], &options);
    let emitter = EMITTERS.iter().find(|emitter| emitter.name == output);
    (emitter.unwrap().emit)(&report, &xwalk::emit::html::Templates::default()).unwrap()
}

fn document(asked: Asked) -> Value {
    let artifacts = emitted("posture", "", asked);
    assert_eq!(artifacts.len(), 1);
    assert_eq!(artifacts[0].path, "posture.json");
    serde_json::from_slice(&artifacts[0].bytes).unwrap()
}

pub fn errors(document: &Value) -> Vec<String> {
    let schema: Value = schema_named("posture");
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors = validator.iter_errors(document);
    errors
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect()
}

pub fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

pub fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

/// Every value of a document with the name of the member that holds it; that of a list for its parts.
pub fn walk<'v>(name: &'v str, value: &'v Value, visit: &mut impl FnMut(&'v str, &'v Value)) {
    visit(name, value);
    match value {
        Value::Array(parts) => parts.iter().for_each(|part| walk(name, part, visit)),
        Value::Object(members) => members
            .iter()
            .for_each(|(name, value)| walk(name, value, visit)),
        _ => {}
    }
}

#[test]
fn the_document_satisfies_its_schema() {
    for asked in [HELD_BACK, ALLOWED] {
        assert_eq!(errors(&document(asked)), Vec::<String>::new());
    }
}

#[test]
fn a_document_that_is_not_of_the_form_is_refused() {
    type Breakage = fn(&mut Value);
    let breakages: [(&str, Breakage); 9] = [
        ("another version", |document| document["version"] = json!(3)),
        ("another form", |document| {
            document["schema"] = json!("xwalk-crosswalk");
        }),
        ("a member too many", |document| {
            document["verdicts"][0]["tally"]["more"] = json!(1);
        }),
        ("a member too few", |document| {
            let control = document["verdicts"][0]["controls"][0].as_object_mut();
            control.unwrap().remove("verdict");
        }),
        ("an unknown verdict", |document| {
            document["verdicts"][0]["controls"][0]["verdict"] = json!("mostly met");
        }),
        ("null", |document| {
            document["organization"]["scope"] = json!(null);
        }),
        ("a fraction", |document| {
            document["gaps"]["ranked"][0]["target"] = json!(1.5);
        }),
        ("no digest", |document| {
            document["frameworks"][0]["sha256"] = json!("sha256:00");
        }),
        ("a row without its mapping", |document| {
            document["verdicts"][2]["controls"][0]["grounds"][0]["rows"][0] = json!("12");
        }),
    ];
    for (what, breakage) in breakages {
        let mut document = document(HELD_BACK);
        breakage(&mut document);
        assert!(!errors(&document).is_empty(), "{what} was accepted");
    }
}

#[test]
fn members_stand_in_the_order_of_their_names_and_all_numbers_are_integers() {
    let artifacts = emitted("posture", "", HELD_BACK);
    let written = String::from_utf8(artifacts[0].bytes.clone()).unwrap();
    assert!(written.ends_with("}\n") && !written.contains('\r'));
    // The names of open objects, innermost last, as the lines have them.
    let mut open: Vec<Vec<&str>> = Vec::new();
    for line in written.lines() {
        let line = line.trim_start();
        if let Some((name, _)) = line.strip_prefix('"').and_then(|it| it.split_once("\": ")) {
            let names = open.last_mut().unwrap();
            assert!(names.last() < Some(&name), "`{name}` comes too late");
            names.push(name);
        }
        if line.ends_with('{') {
            open.push(Vec::new());
        }
        if line.trim_end_matches(',').ends_with('}') {
            open.pop();
        }
    }
    assert!(open.is_empty());
    let document: Value = serde_json::from_str(&written).unwrap();
    walk("", &document, &mut |name, value| {
        assert!(!value.is_null(), "{name} is null");
        assert!(!value.is_number() || value.is_u64(), "{name}: {value}");
    });
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for asked in [HELD_BACK, ALLOWED] {
        let [one, other] = [(), ()].map(|()| emitted("posture", "", asked));
        assert_eq!(one[0].bytes, other[0].bytes);
    }
}

/// Counts again, from the document alone.
#[test]
fn the_totals_are_those_of_the_verdicts_that_the_document_lists() {
    let mut seen = BTreeSet::new();
    for asked in [HELD_BACK, ALLOWED] {
        let document = document(asked);
        for projection in list(&document["verdicts"]) {
            let tally = &projection["tally"];
            let counted: Vec<&str> = list(&projection["controls"])
                .iter()
                .filter(|control| control["assessable"] == true)
                .map(|control| text(&control["verdict"]))
                .collect();
            let mut frameworks = list(&document["frameworks"]).iter();
            let framework = frameworks.find(|it| it["key"] == projection["framework"]);
            assert_eq!(framework.unwrap()["assessable"], tally["total"]);
            assert_eq!(tally["total"], counted.len());
            let mut sum = 0;
            for (name, count) in tally["counts"].as_object().unwrap() {
                let verdict = name.replace('_', "-");
                let again = counted.iter().filter(|it| **it == verdict).count();
                assert_eq!(*count, again, "{name} of {}", projection["framework"]);
                sum += again;
                let share = tally["basis_points"][name].as_u64().unwrap();
                #[expect(clippy::cast_precision_loss, reason = "the counts are small")]
                let exact = again as f64 * 10_000.0 / counted.len() as f64;
                #[expect(clippy::cast_precision_loss, reason = "a share is at most 10000")]
                let rounded = share as f64;
                assert!(
                    (rounded - exact).abs() <= 0.5,
                    "{name}: {share} for {exact}"
                );
                if again > 0 {
                    seen.insert(verdict);
                }
            }
            assert_eq!(tally["total"], sum);
        }
    }
    assert!(seen.len() >= 5, "the example shows only {seen:?}");
}

#[test]
fn everything_that_is_named_stands_in_the_document_and_every_row_in_crosswalk_json() {
    let document = document(HELD_BACK);
    let crosswalk: Value =
        serde_json::from_slice(&emitted("json", "", HELD_BACK)[0].bytes).unwrap();
    let names = |values: &Value, member: &str| -> BTreeSet<String> {
        let values = list(values).iter();
        values
            .map(|value| text(&value[member]).to_owned())
            .collect()
    };
    let frameworks = names(&document["frameworks"], "key");
    let mappings = names(&document["mappings"], "name");
    let roles = names(&document["governance"]["roles"], "name");
    let evidence = names(&document["evidence"], "name");
    let risks = names(&document["risks"], "name");
    let rows: BTreeSet<&str> = list(&crosswalk["mappings"])
        .iter()
        .flat_map(|mapping| list(&mapping["rows"]))
        .map(|row| text(&row["id"]))
        .collect();
    let mut found = 0;
    walk("", &document, &mut |name, value| {
        let Some(value) = value.as_str() else { return };
        found += 1;
        match name {
            "rows" => {
                assert!(rows.contains(value), "{value}");
                assert!(mappings.contains(value.split_once('/').unwrap().0));
            }
            "control" | "controls" | "threatens" => {
                let (framework, _) = value.split_once(':').unwrap();
                assert!(frameworks.contains(framework), "{value}");
            }
            "framework" | "from" | "to" if value.contains('@') => {
                assert!(frameworks.contains(value), "{value}");
            }
            "owner" | "role" | "chair" | "members" | "reports_to" => {
                assert!(roles.contains(value), "{value}");
            }
            "evidence" => assert!(evidence.contains(value), "{value}"),
            "treats" => assert!(risks.contains(value), "{value}"),
            _ => {}
        }
    });
    assert!(found > 100);
}

/// Every verdict by its control.
fn verdicts(document: &Value) -> Vec<(&str, &str, &Value)> {
    let projections = list(&document["verdicts"]).iter();
    projections
        .flat_map(|projection| list(&projection["controls"]))
        .map(|it| (text(&it["control"]), text(&it["verdict"]), &it["grounds"]))
        .collect()
}

#[test]
fn what_rests_on_drafts_cannot_be_told_unless_that_is_allowed_which_the_document_says() {
    let (held_back, allowed) = (document(HELD_BACK), document(ALLOWED));
    assert_eq!(held_back["meta"]["drafts"], "held-back");
    assert_eq!(allowed["meta"]["drafts"], "allowed");
    let reviewed = document(Asked {
        status_floor: Status::Reviewed,
        ..HELD_BACK
    });
    let mut drafts = Vec::new();
    let all = verdicts(&held_back).into_iter().zip(verdicts(&allowed));
    for ((control, held, grounds), (_, let_through, would_say)) in all {
        let rests_on_drafts = list(grounds).iter().any(|it| it["status"] == "draft");
        assert_eq!(rests_on_drafts, held == "cannot-tell-draft", "{control}");
        if rests_on_drafts {
            assert_eq!(grounds, would_say, "{control}");
            drafts.push((control, let_through));
        } else {
            assert_eq!(held, let_through, "{control}");
        }
    }
    assert_eq!(drafts, [("club@3:C1", "met"), ("law@2026:L3", "met")]);
    assert!(
        verdicts(&allowed)
            .iter()
            .all(|it| it.1 != "cannot-tell-draft")
    );
    // Without drafts, what rests on them is unknown, and nothing else is.
    let all = verdicts(&held_back).into_iter().zip(verdicts(&reviewed));
    for ((control, held, _), (_, without, _)) in all {
        assert_eq!(held.trim_end_matches("-draft"), without, "{control}");
    }
}

#[test]
fn a_draft_takes_nothing_from_what_reviewed_rows_say() {
    let besides = "mapping doubt from house@1 to law@2026 {
  status draft
  ACC-1 equal L2 \"Somebody thinks so\"
  ACC-1 equal L1 \"Somebody thinks so\"
}";
    let of = |asked| -> Value {
        serde_json::from_slice(&emitted("posture", besides, asked)[0].bytes).unwrap()
    };
    let (held_back, allowed) = (of(HELD_BACK), of(ALLOWED));
    let verdict = |document: &Value, control: &str| {
        let verdicts = verdicts(document);
        let found = verdicts.iter().find(|it| it.0 == control);
        found.unwrap().1.to_owned()
    };
    assert_eq!(verdict(&held_back, "law@2026:L2"), "not-met");
    assert_eq!(verdict(&allowed, "law@2026:L2"), "contradiction");
    assert_eq!(verdict(&held_back, "law@2026:L1"), "partly-evidenced");
}

#[test]
fn gaps_stand_by_control_and_their_ranks_are_those_of_the_priorities() {
    let document = document(HELD_BACK);
    let gaps = list(&document["gaps"]["ranked"]);
    let controls: Vec<&str> = gaps.iter().map(|gap| text(&gap["control"])).collect();
    assert!(controls.is_sorted() && controls.len() > 1, "{controls:?}");
    let mut by_rank: Vec<&Value> = gaps.iter().collect();
    by_rank.sort_by_key(|gap| gap["rank"].as_u64());
    let ranks: Vec<u64> = by_rank
        .iter()
        .map(|gap| gap["rank"].as_u64().unwrap())
        .collect();
    assert_eq!(ranks, (1..=gaps.len() as u64).collect::<Vec<_>>());
    // a/b comes before c/d where a * d >= c * b.
    let parts = |gap: &Value| {
        ["numerator", "denominator"].map(|part| gap["priority"][part].as_u64().unwrap())
    };
    for pair in by_rank.windows(2) {
        let ([a, b], [c, d]) = (parts(pair[0]), parts(pair[1]));
        assert!(a * d >= c * b, "{a}/{b} comes before {c}/{d}");
    }
}

#[test]
fn a_tier_is_supported_only_where_evidence_bears_it_out() {
    let document = document(HELD_BACK);
    let assessment = &document["assessments"][0];
    let of = |name: &str| {
        let mut controls = list(&assessment["controls"]).iter();
        controls.find(|it| it["control"] == name).unwrap()
    };
    // The file that it names is not there in these tests.
    let named = of("house@1:ACC-1");
    assert_eq!(
        (&named["achieved"], &named["supported"]),
        (&json!(true), &json!(false))
    );
    assert_eq!(
        named["faults"],
        json!([{ "evidence": "accounts", "fault": "missing" }])
    );
    let silent = of("house@1:ACC-3");
    assert_eq!(
        (&silent["achieved"], &silent["supported"]),
        (&json!(true), &json!(false))
    );
    assert_eq!(silent["faults"], json!([]));
    assert_eq!(of("house@1:LOG-1")["achieved"], false);
    assert_eq!(
        document["evidence"][0]["flaws"],
        json!([{ "fault": "missing" }])
    );
    assert_eq!(document["evidence"][0].get("found"), None);
}

#[test]
fn every_organization_that_is_assessed_has_a_document_of_its_own() {
    let organization = |name| format!("organization {name} {{\n  baseline house@1\n}}\n");
    let assessment = |name| {
        format!(
            "assessment now of house@1 for {name} {{
  assessed 2026-01-01
  achieved-from 2
  ACC-1 tier 2
}}
"
        )
    };
    let three = ["idle", "books", "shop"].map(organization).concat();
    for (output, ending) in [("posture", "json"), ("posture-xlsx", "xlsx")] {
        let paths = |assessments: &str| -> Vec<String> {
            let texts = [FRAMEWORKS, &three, assessments];
            let artifacts = emitted_of(output, &texts, HELD_BACK);
            artifacts.into_iter().map(|file| file.path).collect()
        };
        assert_eq!(paths(""), Vec::<String>::new());
        assert_eq!(paths(&assessment("shop")), [format!("posture.{ending}")]);
        assert_eq!(
            paths(&["shop", "books"].map(assessment).concat()),
            ["books", "shop"].map(|name| format!("posture-{name}.{ending}"))
        );
    }
}

/// Version 1 is no longer written, and still read: by `verify` (whose tests sign a document of it), and here.
#[test]
fn an_export_of_version_1_can_be_the_one_before() {
    let before = path("tests/documents/posture-1.json");
    let document: Value = serde_json::from_str(&read(&before)).unwrap();
    let schema: Value =
        serde_json::from_str(&read(&path("tests/schemas/xwalk-posture-1.json"))).unwrap();
    let errors: Vec<String> = jsonschema::validator_for(&schema)
        .unwrap()
        .iter_errors(&document)
        .map(|error| error.to_string())
        .collect();
    assert_eq!(errors, Vec::<String>::new());
    assert_eq!(document["version"], 1);

    let folder = TempDir::new().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_xwalk"))
        .args(["build", "-q", "--emit", "posture", "--date", "2026-11-24"])
        .args(["--previous".as_ref(), before.as_os_str()])
        .arg("-o")
        .arg(folder.path().join("next"))
        .current_dir(path("tests/golden/posture-export"))
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(0), "{said}");
    let next = std::fs::read(folder.path().join("next/posture.json")).unwrap();
    let next: Value = serde_json::from_slice(&next).unwrap();
    assert_eq!(next["version"], 2);
    assert_eq!(next["meta"]["sequence"], 2);
    let digest = Sha256::digest(std::fs::read(&before).unwrap());
    let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(next["meta"]["previous"], digest);
}

#[test]
fn each_export_names_the_one_before_and_nothing_else_can_be_that() {
    let folder = TempDir::new().unwrap();
    let file = |name: &str| folder.path().join(name);
    let build = |out: &str, arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_xwalk"))
            .args(["build", "-q", "--emit", "posture", "-o"])
            .arg(file(out))
            .args(arguments)
            .current_dir(path("tests/golden/posture-export"))
            .output()
            .unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        (output.status.code(), said)
    };
    let meta = |out: &str| -> Value {
        let bytes = std::fs::read(file(out).join("posture.json")).unwrap();
        let document: Value = serde_json::from_slice(&bytes).unwrap();
        assert_eq!(errors(&document), Vec::<String>::new());
        document["meta"].clone()
    };
    let (status, said) = build("one", &["--date", "2026-11-24"]);
    assert_eq!(status, Some(0), "{said}");
    assert_eq!(meta("one")["sequence"], 1);
    assert_eq!(meta("one").get("previous"), None);

    let first = file("one").join("posture.json");
    let before = ["--previous", first.to_str().unwrap()];
    let next = [
        &before[..],
        &["--date", "2026-12-24", "--valid-until", "2027-03-31"],
    ]
    .concat();
    let (status, said) = build("two", &next);
    assert_eq!(status, Some(0), "{said}");
    let digest = Sha256::digest(std::fs::read(&first).unwrap());
    let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(meta("two")["sequence"], 2);
    assert_eq!(meta("two")["previous"], digest);
    assert_eq!(meta("two")["valid_until"], "2027-03-31");

    let refused = |arguments: &[&str], reason: &str| {
        let (status, said) = build("three", arguments);
        assert_eq!(status, Some(2), "{said}");
        assert!(said.contains(reason), "{said}");
        assert!(!file("three").exists());
    };
    refused(
        &[&before[..], &["--date", "2026-11-23"]].concat(),
        "cannot come before an export of 2026-11-23",
    );
    refused(
        &[&before[..], &before[..]].concat(),
        "only one can come directly before",
    );
    let manifest = file("one").join("manifest.json");
    refused(
        &["--previous", manifest.to_str().unwrap()],
        "it is not a posture export",
    );
    let until = ["--date", "2026-11-24", "--valid-until", "2026-11-23"];
    refused(&until, "cannot be valid until 2026-11-23");
}

#[test]
fn the_guide_describes_every_member_as_the_schema_does() {
    let schema: Value = schema_named("posture");
    let reference = reference(&schema);
    let guide = read(&path("docs/posture.md"));
    let (prose, in_guide) = guide.split_once("## Reference\n\n").unwrap();
    if blesses() && in_guide != reference {
        let page = format!("{prose}## Reference\n\n{reference}");
        std::fs::write(path("docs/posture.md"), page).unwrap();
        return;
    }
    assert!(
        in_guide == reference,
        "below `## Reference`, docs/posture.md should read:\n\n{reference}"
    );
}
