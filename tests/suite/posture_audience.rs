//! Exports for an audience: what is hidden is hidden everywhere, is listed, and can be shown again.

use std::collections::BTreeSet;

use crate::contracts::schema_named;
use proptest::prelude::*;
use serde_json::{Value, json};
use xwalk::emit::DisclosuresV1;
use xwalk::redaction::{DisclosureError, SaltSeed, disclose};
use xwalk::report::{ForAudience, PostureOptions};
use xwalk::syntax::ast::posture::Field;

use crate::harness::{all_well, compare, markdown, path, read, with_table};
use crate::posture_export::{HELD_BACK, emitted_for, errors, list, text, walk};
use crate::program::{Run, command, finished, write, xwalk};

const FRAMEWORKS: &str = include_str!("../posture/audience/frameworks.xwalk");
const MAPPINGS: &str = include_str!("../posture/audience/mappings.xwalk");
const POSTURE: &str = include_str!("../posture/audience/posture.xwalk");

/// A seed as `openssl rand -hex 32` would make it.
const SEED: &str = "0f1e2d3c4b5a69788796a5b4c3d2e1f00123456789abcdeffedcba9876543210";

const NONE: [&str; 0] = [];

/// An export and what shows the rest of it.
struct Exported {
    document: Value,
    disclosures: Option<DisclosuresV1>,
}

/// The export of a text for an audience `x` that these fields are hidden from.
fn export(posture: &str, hides: &[Field], seed: &str) -> Exported {
    let words: Vec<&str> = hides.iter().map(|field| field.word()).collect();
    let hides = match words.as_slice() {
        [] => String::new(),
        words => format!("  hides {}\n", words.join(", ")),
    };
    let audience = format!("audience x \"Somebody\" {{\n{hides}  valid 30d\n}}\n");
    let options = PostureOptions {
        audience: Some(ForAudience {
            name: "x".to_owned(),
            seed: SaltSeed::read(seed).unwrap(),
        }),
        ..PostureOptions::default()
    };
    let texts = [FRAMEWORKS, MAPPINGS, posture, &audience];
    let artifacts = emitted_for("posture", &texts, HELD_BACK, options);
    let of = |path: &str| artifacts.iter().find(|artifact| artifact.path == path);
    let document = of("posture.json").unwrap();
    let disclosures = of("posture.disclosure.json");
    Exported {
        document: serde_json::from_slice(&document.bytes).unwrap(),
        disclosures: disclosures.map(|file| serde_json::from_slice(&file.bytes).unwrap()),
    }
}

fn hidden_from(hides: &[Field]) -> Value {
    export(POSTURE, hides, SEED).document
}

/// Whether a value stands in the place of a hidden one.
fn is_hidden(value: &Value) -> bool {
    value.get("hidden").is_some_and(Value::is_string)
}

/// The document with all digests of hidden values made alike.
fn blanked(mut document: Value) -> Value {
    fn blank(value: &mut Value) {
        if is_hidden(value) {
            value["hidden"] = json!("");
        }
        match value {
            Value::Array(parts) => parts.iter_mut().for_each(blank),
            Value::Object(members) => members.values_mut().for_each(blank),
            _ => {}
        }
    }
    blank(&mut document);
    document
}

/// The members that a document names as hidden, by field.
fn members(document: &Value) -> BTreeSet<String> {
    let redactions = list(&document["redactions"]).iter();
    redactions
        .flat_map(|redaction| list(&redaction["members"]))
        .map(|member| text(member).to_owned())
        .collect()
}

/// What hides each field of the example, changed: the old text and the new one.
fn changes(field: Field) -> &'static [(&'static str, &'static str)] {
    match field {
        Field::Owner => &[
            ("owner     keeper", "owner     board"),
            ("owner  keeper", "owner  board"),
            ("effort 20d owner keeper", "effort 20d owner board"),
            ("effort 10d owner keeper", "effort 10d owner board"),
            ("  accountable ACC, LOG\n", ""),
            (
                "  decides risk",
                "  accountable ACC-1, ACC-2, ACC-3, LOG\n  decides risk",
            ),
        ],
        Field::Note => &[
            ("Reviewed twice a year", "Never reviewed"),
            ("Nobody reads", "Two people read"),
        ],
        Field::Effort => &[
            ("capacity  40d", "capacity  60d"),
            ("risk 8 effort 20d", "risk 8 effort 3d"),
            ("risk 6 effort 10d", "risk 6 effort 90d"),
            ("effort 20d\n", "effort 130d\n"),
            ("effort 10d\n", "effort 44d\n"),
        ],
        Field::Risk => &[
            ("likelihood 3", "likelihood 5"),
            ("impact     4", "impact     5"),
            (
                "leaver \"A leaver keeps access\"",
                "thief \"A thief gets in\"",
            ),
            ("threatens  ACC, LOG", "threatens  ACC"),
            ("treats leaver", "treats thief"),
            ("risk 8 effort", "risk 25 effort"),
            ("risk 6 effort", "risk 2 effort"),
            ("tolerance 9", "tolerance 3"),
        ],
        Field::Evidence => &[
            ("evidence accounts", "evidence reviews"),
            ("\"Review of accounts\"", "\"A sheet\""),
            ("ACC-1, ACC-2 integral-to", "ACC-1, ACC-2"),
            (
                "evidence/accounts.csv\" digest \"0",
                "sheet.csv\" digest \"1",
            ),
        ],
        Field::Assessor => &[
            (
                "\"Internal audit\" on 2026-10-02",
                "\"A friend\" on 2026-10-05",
            ),
            ("approved      \"Board\"", "approved      \"Treasurer\""),
        ],
        Field::Governance => &[
            ("keeper", "guardian"),
            ("Keeper of the keys", "Guardian of the gate"),
            ("round \"Round table\"", "square \"Square table\""),
            ("within 24h", "within 4h"),
            ("it, legal, compliance", "it, compliance"),
            ("every 90d", "every 30d"),
        ],
        Field::Technology => &[
            ("directory", "register"),
            ("\"Directory\"", "\"Register\""),
            ("kind     iam", "kind     edr"),
            ("supports LOG-1", "supports LOG-1, ACC-1"),
            ("  feeds    recorder\n", ""),
        ],
        Field::Playbook => &[
            ("\"Somebody is locked out\"", "\"Nobody comes in\""),
            ("\"A call\"", "\"A letter\""),
            ("  step      \"Call back\" manual by keeper\n", ""),
            ("supports  ACC-1\n", "supports  ACC-2\n"),
            ("exercised 2026-05-11", "exercised 2026-06-11"),
            ("within 1h", "within 3h"),
        ],
        Field::Roadmap => &[
            ("ahead \"The way ahead\"", "back \"The way back\""),
            ("first \"First\"", "only \"Only\""),
            ("initiative leavers", "initiative doors"),
            ("after  leavers", "after  doors"),
            ("raises ACC-2 to 4", "raises ACC-2 to 3"),
            ("starts 2027-01-10", "starts 2027-03-10"),
        ],
    }
}

/// The example where every initiative says how long it lasts: there, dates do not come from efforts, and are shown.
fn lasting() -> String {
    POSTURE.replace("after  leavers\n", "after  leavers\n      lasts  2mo\n")
}

fn changed(posture: &str, field: Field) -> String {
    let changes = changes(field).iter();
    changes.fold(posture.to_owned(), |text, (old, new)| {
        assert!(text.contains(old), "the example has no `{old}`");
        text.replace(old, new)
    })
}

/// The example with a gap that has a risk only because one of the register threatens it: of the same name in both, and of
/// other controls.
fn threatened() -> String {
    let (before, behind) = POSTURE.split_once("  LOG-2  not-applicable").unwrap();
    let (_, behind) = behind.split_once('\n').unwrap();
    let before = before
        .replace("risk 6 effort 10d owner keeper", "effort 9d owner keeper")
        .replace("  LOG-1  tier            1  -> 3\n", "");
    format!(
        "{before}  LOG-1  tier 1 -> 3 risk 6 effort 10d owner keeper\n  LOG-2  tier 1 -> 3  \"Nobody reads\"\n{behind}"
    )
}

/// Two organizations that differ in nothing but what is hidden look the same.
#[test]
fn what_is_hidden_leaves_no_trace_anywhere_in_the_document() {
    for posture in [POSTURE, &lasting(), &threatened()] {
        for field in Field::ALL {
            let other = changed(posture, field);
            let seen = |text: &str, hides: &[Field]| blanked(export(text, hides, SEED).document);
            assert_ne!(seen(posture, &[]), seen(&other, &[]), "{field:?} unchanged");
            let (one, other) = (seen(posture, &[field]), seen(&other, &[field]));
            assert_eq!(one, other, "{} shows", field.word());
        }
    }
}

#[test]
fn dates_are_hidden_with_efforts_only_where_they_come_from_efforts() {
    let dates = |posture: &str| {
        let document = export(posture, &[Field::Effort], SEED).document;
        let roadmap = document["roadmaps"][0].clone();
        let initiative = roadmap["phases"][0]["initiatives"][0]["dates"].clone();
        ["whole", "critical", "load", "course"]
            .map(|member| roadmap[member].clone())
            .into_iter()
            .chain([initiative])
            .map(|value| is_hidden(&value))
            .collect::<Vec<_>>()
    };
    assert_eq!(dates(POSTURE), [true; 5]);
    assert_eq!(dates(&lasting()), [false; 5]);
}

#[test]
fn no_hidden_text_stands_anywhere_else() {
    let words: [(Field, &[&str]); 8] = [
        (Field::Note, &["Reviewed twice a year", "Nobody reads"]),
        (Field::Risk, &["leaver", "A leaver keeps access"]),
        (
            Field::Evidence,
            &["accounts", "Review of accounts", "evidence/accounts.csv"],
        ),
        (Field::Assessor, &["Internal audit"]),
        (
            Field::Governance,
            &[
                "keeper",
                "Keeper of the keys",
                "board",
                "Round table",
                "incident",
            ],
        ),
        (
            Field::Technology,
            &["directory", "recorder", "safe", "iam", "siem"],
        ),
        (
            Field::Playbook,
            &["locked-out", "Somebody is locked out", "Unlock the account"],
        ),
        (Field::Roadmap, &["ahead", "First", "leavers", "logs"]),
    ];
    let says = |document: &Value, word: &str| {
        let mut says = false;
        walk("", document, &mut |_, value| {
            says |= value.as_str() == Some(word);
        });
        says
    };
    let all = hidden_from(&[]);
    for (field, words) in words {
        let document = hidden_from(&[field]);
        for word in words {
            assert!(says(&all, word), "`{word}` is in no document");
            assert!(
                !says(&document, word),
                "`{word}` stands there in spite of {field:?}"
            );
        }
    }
    // Roles have names also where their work is hidden.
    let document = hidden_from(&[Field::Owner]);
    for member in ["assessments", "evidence", "risks", "roadmaps", "gaps"] {
        assert!(says(&all[member], "keeper") || member == "gaps");
        assert!(!says(&document[member], "keeper"), "{member}");
    }
}

/// The places at which a schema lets a hidden value stand, as pointers with `*` for each part of a list.
fn hideable(schema: &Value) -> BTreeSet<String> {
    fn visit(root: &Value, schema: &Value, path: &str, found: &mut BTreeSet<String>) {
        if let Some(name) = schema["$ref"].as_str() {
            let defined = root.pointer(name.trim_start_matches('#')).unwrap();
            return visit(root, defined, path, found);
        }
        for choice in schema["anyOf"].as_array().into_iter().flatten() {
            if choice["$ref"] == "#/$defs/Hidden" {
                found.insert(path.to_owned());
            } else {
                visit(root, choice, path, found);
            }
        }
        if schema.get("items").is_some() {
            visit(root, &schema["items"], &format!("{path}/*"), found);
        }
        for (name, member) in schema["properties"].as_object().into_iter().flatten() {
            visit(root, member, &format!("{path}/{name}"), found);
        }
    }
    let mut found = BTreeSet::new();
    visit(schema, schema, "", &mut found);
    found
}

#[test]
fn the_schema_lets_values_be_hidden_exactly_where_a_field_covers_them() {
    let schema: Value = schema_named("posture");
    // Dates tell of efforts in one of the two, and load is hidden as a whole there.
    let covered: BTreeSet<String> = [POSTURE, &lasting()]
        .iter()
        .flat_map(|posture| Field::ALL.map(|field| export(posture, &[field], SEED).document))
        .flat_map(|document| members(&document))
        .collect();
    let hideable = hideable(&schema);
    let differ = |one: &BTreeSet<String>, other: &BTreeSet<String>| -> Vec<String> {
        one.difference(other).cloned().collect()
    };
    assert_eq!(
        differ(&covered, &hideable),
        NONE,
        "the schema refuses these"
    );
    assert_eq!(differ(&hideable, &covered), NONE, "no field covers these");
}

#[test]
fn the_guide_lists_the_members_that_each_word_covers() {
    let covered = |field: Field| -> BTreeSet<String> {
        let postures = [POSTURE, &lasting()];
        let documents = postures.map(|posture| export(posture, &[field], SEED).document);
        documents.iter().flat_map(members).collect()
    };
    let lines = Field::ALL.map(|field| {
        let members = covered(field).into_iter();
        let members: Vec<String> = members.map(|member| format!("`{member}`")).collect();
        vec![format!("`{}`", field.word()), members.join(", ")]
    });
    let file = path("docs/posture.md");
    let page = read(&file);
    let table = markdown(&["word", "members of the document"], lines);
    all_well(compare(&file, &with_table(&page, "fields", &table)).err());
}

#[test]
fn what_is_written_for_an_audience_satisfies_the_schemas() {
    let of_disclosures: Value = schema_named("disclosure");
    let validator = jsonschema::validator_for(&of_disclosures).unwrap();
    let mut all: Vec<Vec<Field>> = Field::ALL.iter().map(|field| vec![*field]).collect();
    all.extend([Vec::new(), Field::ALL.to_vec()]);
    for hides in all {
        let Exported {
            document,
            disclosures,
        } = export(POSTURE, &hides, SEED);
        assert_eq!(errors(&document), NONE, "{hides:?}");
        assert_eq!(disclosures.is_some(), !hides.is_empty());
        let Some(disclosures) = disclosures else {
            continue;
        };
        let disclosures = serde_json::to_value(disclosures).unwrap();
        assert!(validator.is_valid(&disclosures));
        for member in ["salt", "path", "value"] {
            let mut without = disclosures.clone();
            let one = without["disclosures"][0].as_object_mut().unwrap();
            one.remove(member);
            assert!(!validator.is_valid(&without), "without {member}");
        }
    }
}

#[test]
fn a_hidden_value_is_refused_wherever_nothing_can_be_hidden() {
    /// One place of every kind, by its pattern.
    fn places(value: &Value, path: &str, pattern: &str, found: &mut Vec<(String, String)>) {
        if found.iter().all(|(_, known)| known != pattern) {
            found.push((path.to_owned(), pattern.to_owned()));
        }
        match value {
            Value::Array(parts) => parts.iter().enumerate().for_each(|(at, part)| {
                places(
                    part,
                    &format!("{path}/{at}"),
                    &format!("{pattern}/*"),
                    found,
                );
            }),
            Value::Object(members) => members.iter().for_each(|(name, member)| {
                places(
                    member,
                    &format!("{path}/{name}"),
                    &format!("{pattern}/{name}"),
                    found,
                );
            }),
            _ => {}
        }
    }
    let schema: Value = schema_named("posture");
    let validator = jsonschema::validator_for(&schema).unwrap();
    let hideable = hideable(&schema);
    let document = hidden_from(&[]);
    let mut found = Vec::new();
    places(&document, "", "", &mut found);
    assert!(found.len() > 200, "{}", found.len());
    for (path, pattern) in found {
        let mut hidden = document.clone();
        *hidden.pointer_mut(&path).unwrap() = json!({ "hidden": "0".repeat(64) });
        assert_eq!(
            validator.is_valid(&hidden),
            hideable.contains(&pattern),
            "{path}"
        );
        *hidden.pointer_mut(&path).unwrap() = json!({ "hidden": "0" });
        assert!(!validator.is_valid(&hidden), "{path} with no digest");
    }
}

#[test]
fn the_document_says_for_whom_it_is_until_when_and_how_much_is_hidden() {
    let document = hidden_from(&[Field::Owner, Field::Effort, Field::Roadmap]);
    let meta = &document["meta"];
    assert_eq!(
        meta["audience"],
        json!({ "name": "x", "title": "Somebody" })
    );
    assert_eq!(meta["valid_until"], "2026-12-24");
    assert_eq!(meta["issuer"], "Books and Company");
    assert_eq!(meta["scope"], "Everything but the shop");
    let fields: Vec<&Value> = list(&document["redactions"])
        .iter()
        .map(|redaction| &redaction["field"])
        .collect();
    assert_eq!(fields, ["owner", "effort", "roadmap"]);
    let counted = list(&document["redactions"]).iter();
    let counted: u64 = counted
        .map(|redaction| redaction["hidden"].as_u64().unwrap())
        .sum();
    let mut seen = 0;
    walk("", &document, &mut |_, value| {
        seen += u64::from(is_hidden(value));
    });
    assert_eq!(counted, seen);
    // What lies within a hidden roadmap is not told of.
    assert!(
        members(&document)
            .iter()
            .all(|member| !member.starts_with("/roadmaps/*/"))
    );
    assert!(members(&document).contains("/roadmaps/*"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whoever_is_shown_everything_has_the_document_with_nothing_hidden(
        hides in proptest::sample::subsequence(Field::ALL.to_vec(), 0..=Field::ALL.len()),
        seed in "[0-9a-f]{64}",
    ) {
        let Exported { mut document, disclosures } = export(POSTURE, &hides, &seed);
        let all = disclosures.map(|file| file.disclosures).unwrap_or_default();
        for disclosure in &all {
            disclose(&mut document, disclosure).unwrap();
        }
        document["redactions"] = json!([]);
        prop_assert_eq!(document, hidden_from(&[]));
        // No salt is used twice.
        let salts: BTreeSet<&str> = all.iter().map(|it| &*it.salt).collect();
        prop_assert_eq!(salts.len(), all.len());
    }
}

#[test]
fn what_lies_within_a_hidden_value_stays_hidden_when_that_is_shown() {
    let Exported {
        document,
        disclosures,
    } = export(POSTURE, &[Field::Owner, Field::Roadmap], SEED);
    let all = disclosures.unwrap().disclosures;
    let of = |path: &str| all.iter().find(|it| it.path == path).unwrap();
    let (whole, owner) = (
        of("/roadmaps/0"),
        of("/roadmaps/0/phases/0/initiatives/0/owner"),
    );
    assert!(is_hidden(
        &whole.value["phases"][0]["initiatives"][0]["owner"]
    ));
    let early = disclose(&mut document.clone(), owner);
    assert_eq!(early, Err(DisclosureError::Nowhere(owner.path.clone())));
    let mut shown = document;
    disclose(&mut shown, whole).unwrap();
    disclose(&mut shown, owner).unwrap();
    assert_eq!(shown.pointer(&owner.path), Some(&json!("keeper")));
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_one_other_digests_everywhere() {
    let hides = [Field::Owner, Field::Note, Field::Effort];
    let salts = |seed: &str, posture: &str| -> BTreeSet<String> {
        let disclosures = export(posture, &hides, seed)
            .disclosures
            .unwrap()
            .disclosures;
        disclosures.into_iter().map(|it| it.salt).collect()
    };
    assert_eq!(
        export(POSTURE, &hides, SEED).document,
        export(POSTURE, &hides, SEED).document
    );
    let ours = salts(SEED, POSTURE);
    let other = SEED.replace('0', "e");
    assert!(ours.is_disjoint(&salts(&other, POSTURE)));
}

/// Builds the example for an audience.
fn built(out: &std::path::Path, arguments: &[&str]) -> Run {
    let folder = path("tests/posture/audience");
    let mut build = command(&folder, &["build", "--emit", "posture", "-o"]);
    build.arg(out).args(arguments);
    finished(build)
}

#[test]
fn the_export_for_an_audience_is_as_expected() {
    let out = tempfile::TempDir::new().unwrap();
    let folder = out.path().join("out");
    let seeded = [
        "--date",
        "2026-11-24",
        "--salt-seed",
        SEED,
        "--audience",
        "regulator",
    ];
    let run = built(&folder, &seeded).ended(0);
    let warned = "for `regulator`; send nothing else from there";
    assert!(run.err.contains(warned), "{}", run.err);
    assert!(
        run.err
            .contains("posture.disclosure.json shows all that is hidden")
    );
    let beside = out.path().join("out.private");
    let files = [
        (&folder, "posture.json"),
        (&beside, "posture.disclosure.json"),
    ];
    let wrong = files.map(|(folder, file)| {
        let text = std::fs::read_to_string(folder.join(file)).unwrap();
        compare(&path("tests/posture/audience/expected").join(file), &text).err()
    });
    all_well(wrong.into_iter().flatten());
    // What shows the hidden values is nowhere among what is sent.
    assert!(!folder.join("posture.disclosure.json").exists());
    let manifest = std::fs::read_to_string(folder.join("manifest.json")).unwrap();
    assert!(!manifest.contains("disclosure"));
}

#[test]
fn a_file_whose_digest_would_tell_of_what_is_hidden_is_named() {
    let folder = tempfile::TempDir::new().unwrap();
    write(
        folder.path(),
        "all.xwalk",
        &[FRAMEWORKS, MAPPINGS, POSTURE].concat(),
    );
    write(folder.path(), "xwalk.toml", "");
    let arguments = ["build", "--emit", "posture", "--audience"];
    let run = |audience: &str| xwalk(folder.path(), &[&arguments[..], &[audience]].concat());
    let told = run("regulator").ended(0).err;
    assert!(
        told.contains("all.xwalk declares frameworks or mappings as well as posture"),
        "{told}"
    );
    let apart = tempfile::TempDir::new().unwrap();
    let told = built(&apart.path().join("out"), &["--audience", "regulator"])
        .ended(0)
        .err;
    assert!(!told.contains("as well as posture"), "{told}");
}

#[test]
fn exports_for_an_audience_are_numbered_apart_from_those_for_everybody() {
    let out = tempfile::TempDir::new().unwrap();
    let file = |name: &str| out.path().join(name).join("posture.json");
    let build = |name: &str, arguments: &[&str]| built(&out.path().join(name), arguments);
    build("all", &["-q"]).ended(0);
    let (all, one) = (file("all"), file("one"));
    let (all, one) = (all.to_str().unwrap(), one.to_str().unwrap());
    let regulator = ["-q", "--audience", "regulator", "--previous"];
    let refused = build("one", &[&regulator[..], &[all]].concat())
        .ended(2)
        .err;
    let why = "is an export for everybody, and this one is for `regulator`";
    assert!(refused.contains(why), "{refused}");
    build("one", &regulator[..3]).ended(0);
    build("two", &[&regulator[..], &[one]].concat()).ended(0);
    let two: Value = serde_json::from_slice(&std::fs::read(file("two")).unwrap()).unwrap();
    assert_eq!(two["meta"]["sequence"], 2);
    let refused = build("three", &["-q", "--previous", one]).ended(2).err;
    let why = "is an export for `regulator`, and this one is for everybody";
    assert!(refused.contains(why), "{refused}");
}

#[test]
fn salts_are_drawn_anew_where_no_seed_is_given() {
    let out = tempfile::TempDir::new().unwrap();
    let exports = ["one", "two"].map(|name| {
        let folder = out.path().join(name);
        built(
            &folder,
            &["-q", "--date", "2026-11-24", "--audience", "regulator"],
        )
        .ended(0);
        let bytes = std::fs::read(folder.join("posture.json")).unwrap();
        serde_json::from_slice::<Value>(&bytes).unwrap()
    });
    assert_ne!(exports[0], exports[1]);
    assert_eq!(blanked(exports[0].clone()), blanked(exports[1].clone()));
}

#[test]
fn what_cannot_be_an_audience_or_a_seed_is_refused() {
    let out = tempfile::TempDir::new().unwrap();
    let refused = |arguments: &[&str], reason: &str| {
        let run = built(&out.path().join("out"), arguments).ended(2);
        assert!(run.err.contains(reason), "{}", run.err);
        assert!(!out.path().join("out").exists());
    };
    refused(&["--audience", "regulater"], "did you mean `regulator`?");
    refused(&["--audience", "bank"], "declare it: `audience bank");
    refused(&["--salt-seed", SEED], "--audience");
    let seeded = |seed| ["--audience", "regulator", "--salt-seed", seed];
    refused(
        &seeded("0f1e2d3c4b5a6978"),
        "at least 32 hexadecimal digits, and this one has 16",
    );
    refused(&seeded("not a secret"), "pairs of hexadecimal digits");
    refused(&seeded(&SEED[1..]), "pairs of hexadecimal digits");
    let count = |step: u8| -> String {
        let bytes = (0..16).map(|at: u8| at.wrapping_mul(step));
        bytes.map(|byte| format!("{byte:02x}")).collect()
    };
    let text = "acme health 2026".bytes();
    let guessable = [
        ("ab".repeat(32), "follows a pattern"),
        (SEED[..32].repeat(2), "follows a pattern"),
        (count(1), "follows a pattern"),
        (count(253), "follows a pattern"),
        (
            text.map(|byte| format!("{byte:02x}")).collect(),
            "the code of a text",
        ),
    ];
    for (seed, reason) in &guessable {
        refused(&seeded(seed), reason);
    }
}
