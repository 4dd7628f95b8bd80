//! What `xwalk verify` reads of a signed export, and what it refuses although the signature is good.

use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use tempfile::TempDir;
use xwalk::emit::canonical;
use xwalk::redaction::digest;

use super::forger::{DOCUMENT, Forger, signers_file};
use crate::harness;
use crate::program::{write, xwalk};

const SALT: &str = "00112233445566778899aabbccddeeff";

/// The second export of an organization for an audience, with two hidden values.
fn second() -> Value {
    let mut document: Value = serde_json::from_slice(DOCUMENT).unwrap();
    let meta = document["meta"].as_object_mut().unwrap();
    meta.insert(
        "audience".to_owned(),
        json!({ "name": "regulator", "title": "Supervisory authority" }),
    );
    meta.insert("created".to_owned(), json!("2026-11-24"));
    meta.insert("valid_until".to_owned(), json!("2027-02-22"));
    meta.insert(
        "scope".to_owned(),
        json!("Everything\n  signed by  the board"),
    );
    meta.insert("sequence".to_owned(), json!(2));
    meta.insert("previous".to_owned(), json!(sha256(&bytes(&first()))));
    document["organization"]["capacity"] = hidden("/organization/capacity", &json!(40));
    document["organization"]["tolerance"] = hidden("/organization/tolerance", &json!(9));
    document["redactions"] = json!([
        { "field": "effort", "hidden": 1, "members": ["/organization/capacity"] },
        { "field": "risk", "hidden": 1, "members": ["/organization/tolerance"] },
    ]);
    document
}

/// The export before it.
fn first() -> Value {
    let mut document: Value = serde_json::from_slice(DOCUMENT).unwrap();
    document["meta"]["audience"] = json!({ "name": "regulator", "title": "Supervisory authority" });
    document
}

fn hidden(path: &str, value: &Value) -> Value {
    json!({ "hidden": digest(SALT, path, value) })
}

/// What shows values of an export of these bytes.
fn disclosures(of: &[u8], values: &[(&str, Value)]) -> Value {
    let values = values.iter();
    let disclosures: Vec<Value> = values
        .map(|(path, value)| json!({ "path": path, "salt": SALT, "value": value }))
        .collect();
    json!({
        "schema": "xwalk-disclosure",
        "version": 1,
        "export": sha256(of),
        "disclosures": disclosures,
    })
}

fn bytes(document: &Value) -> Vec<u8> {
    canonical(document).unwrap()
}

fn sha256(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A folder with a signed document.
fn signed(document: &[u8]) -> TempDir {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("posture.json"), document).unwrap();
    let signature = Forger::of_document(document).text();
    write(folder.path(), "posture.json.sig", &signature);
    write(folder.path(), "signers", &signers_file());
    folder
}

/// What `verify` says of a signed document, with files beside it.
fn told(
    name: &str,
    document: &[u8],
    beside: &[(&str, Vec<u8>)],
    arguments: &[&str],
    code: i32,
) -> String {
    let folder = signed(document);
    for (name, bytes) in beside {
        std::fs::write(folder.path().join(name), bytes).unwrap();
    }
    let verify = ["verify", "posture.json", "--signers", "signers"];
    let dated: &[&str] = match arguments.contains(&"--date") {
        true => &[],
        false => &["--date", "2026-12-01"],
    };
    let run = xwalk(folder.path(), &[&verify, dated, arguments].concat()).ended(code);
    format!("{name}\n{}{}\n", run.out, run.err)
}

#[test]
fn an_export_that_counts_is_told_with_what_it_says_of_itself() {
    let document = bytes(&second());
    let shown = [
        ("/organization/tolerance", json!(9)),
        ("/organization/capacity", json!(40)),
    ];
    let beside = [
        ("before.json", bytes(&first())),
        ("shown.json", bytes(&disclosures(&document, &shown))),
    ];
    let all = [
        "--audience",
        "regulator",
        "--previous",
        "before.json",
        "--disclosure",
        "shown.json",
    ];
    let json = [&all[..], &["--format", "json"]].concat();
    let text = [
        told("the first for everybody", DOCUMENT, &[], &[], 0),
        told("the second for an audience", &document, &[], &[], 0),
        told(
            "with all that a reader expects",
            &document,
            &beside,
            &all,
            0,
        ),
        told(
            "on its last day",
            &document,
            &[],
            &["--date", "2027-02-22"],
            0,
        ),
        told("for programs", &document, &beside, &json, 0),
    ];
    let wrong = harness::compare(&harness::path("tests/seal/exports.txt"), &text.concat());
    harness::all_well(wrong.err());
}

#[test]
fn every_export_that_is_not_to_be_relied_on_is_refused_in_one_sentence() {
    let document = bytes(&second());
    let mut all = Vec::new();
    let mut refuse =
        |name: &str, document: &[u8], beside: &[(&str, Vec<u8>)], arguments: &[&str]| {
            all.push(told(name, document, beside, arguments, 1));
        };
    let text = std::str::from_utf8(DOCUMENT).unwrap();

    refuse("no JSON", b"Dear regulator,\n", &[], &[]);
    refuse("another document", b"{}\n", &[], &[]);
    refuse(
        "another version",
        text.replace("\"version\": 1", "\"version\": 3").as_bytes(),
        &[],
        &[],
    );
    refuse(
        "an issuer twice",
        text.replace("  \"issuer\"", "  \"issuer\": \"The board\",\n  \"issuer\"")
            .as_bytes(),
        &[],
        &[],
    );
    refuse(
        "another order",
        text.replace(" \"redactions\": [],\n", "")
            .replace("\n}\n", ",\n \"redactions\": []\n}\n")
            .as_bytes(),
        &[],
        &[],
    );
    refuse(
        "a blank more",
        text.replace("1,", "1 ,").as_bytes(),
        &[],
        &[],
    );
    refuse(
        "letters in another spelling",
        text.replace("Acme", "\\u0041cme").as_bytes(),
        &[],
        &[],
    );
    refuse(
        "something behind it",
        format!("{text}\n").as_bytes(),
        &[],
        &[],
    );
    for (name, change) in [
        ("an audience that is null", json!({ "audience": null })),
        (
            "a day that does not exist",
            json!({ "created": "2026-02-30" }),
        ),
        ("the number 0", json!({ "sequence": 0 })),
        (
            "a first one with one before it",
            json!({ "previous": "00" }),
        ),
        ("something that nobody knows", json!({ "urgent": true })),
    ] {
        let mut changed: Value = serde_json::from_slice(DOCUMENT).unwrap();
        let meta = changed["meta"].as_object_mut().unwrap();
        meta.extend(change.as_object().unwrap().clone());
        refuse(name, &bytes(&changed), &[], &[]);
    }

    refuse(
        "the day after its last",
        &document,
        &[],
        &["--date", "2027-02-23"],
    );
    refuse(
        "the day before it was made",
        &document,
        &[],
        &["--date", "2026-11-23"],
    );
    refuse(
        "for another audience",
        &document,
        &[],
        &["--audience", "bank"],
    );
    refuse(
        "for everybody, where a reader is named",
        DOCUMENT,
        &[],
        &["--audience", "regulator"],
    );

    let previous = ["--previous", "before.json"];
    let mut before = |name: &str, document: &[u8], before: &Value| {
        refuse(name, document, &[("before.json", bytes(before))], &previous);
    };
    before("the one before is none", &document, &json!({}));
    before("the one before is the same", &document, &second());
    before("a first one after another", &bytes(&first()), &first());
    let changed = |change: fn(&mut Value)| {
        let mut first = first();
        change(&mut first);
        first
    };
    before(
        "the one before was another",
        &document,
        &changed(|it| it["meta"]["issuer"] = json!("Acme")),
    );
    before(
        "the one before is of others",
        &document,
        &changed(|it| it["organization"]["name"] = json!("bank")),
    );
    before(
        "the one before is for others",
        &document,
        &changed(|it| it["meta"]["audience"]["name"] = json!("bank")),
    );

    let disclosure = ["--disclosure", "shown.json"];
    let mut shown = |name: &str, file: Value| {
        refuse(
            name,
            &document,
            &[("shown.json", bytes(&file))],
            &disclosure,
        );
    };
    let values = |values: &[(&str, Value)]| disclosures(&document, values);
    shown(
        "shown is another value",
        values(&[("/organization/capacity", json!(41))]),
    );
    shown(
        "shown is a text for a number",
        values(&[("/organization/capacity", json!("40"))]),
    );
    shown(
        "shown is the value of another member",
        values(&[("/organization/tolerance", json!(40))]),
    );
    shown(
        "shown is what is not hidden",
        values(&[("/organization/title", json!("Acme"))]),
    );
    shown(
        "shown is what is not there",
        values(&[("/organization/doc", json!("Acme"))]),
    );
    let capacity = ("/organization/capacity", json!(40));
    shown("shown twice", values(&[capacity.clone(), capacity.clone()]));
    shown(
        "one is right and one is not",
        values(&[capacity.clone(), ("/meta", json!(1))]),
    );
    shown(
        "shown of another export",
        disclosures(DOCUMENT, std::slice::from_ref(&capacity)),
    );
    let mut version = values(&[capacity]);
    version["version"] = json!(2);
    shown("a disclosure of another version", version);
    shown("no disclosure", json!([]));

    all.push(told(
        "for programs",
        &document,
        &[],
        &["--date", "2027-02-23", "--format", "json"],
        1,
    ));
    let wrong = harness::compare(
        &harness::path("tests/seal/exports-refused.txt"),
        &all.concat(),
    );
    harness::all_well(wrong.err());
}
