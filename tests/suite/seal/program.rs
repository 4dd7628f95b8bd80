//! `xwalk sign` and `xwalk verify` as their users meet them.

use std::path::Path;

use tempfile::TempDir;
use xwalk::seal::NAMESPACE;

use super::forged::forgeries;
use super::forger::{DOCUMENT, Forger, key_line, public_key, signers_file};
use super::signers::refused;
use crate::harness;
use crate::program::{command, finished, write, xwalk};

const VERIFY: &[&str] = &[
    "verify",
    "posture.json",
    "--signers",
    "signers",
    "--date",
    "2026-11-24",
];

/// A folder with a document, its signature and the signers.
fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("posture.json"), DOCUMENT).unwrap();
    write(folder.path(), "posture.json.sig", &Forger::sound().text());
    write(folder.path(), "signers", &signers_file());
    folder
}

/// What a run says, under what it is a run of.
fn told(name: &str, folder: &Path, arguments: &[&str], code: i32) -> String {
    let run = xwalk(folder, arguments).ended(code);
    format!("{name}\n{}{}\n", run.out, run.err)
}

fn compare(name: &str, actual: &str) {
    harness::all_well(harness::compare(&harness::path(name), actual).err());
}

#[test]
fn a_signature_that_counts_is_told_with_signer_key_and_digest() {
    let folder = folder();
    let human = told("for people", folder.path(), VERIFY, 0);
    let json = [VERIFY, &["--format", "json"]].concat();
    let json = told("for programs", folder.path(), &json, 0);
    compare("tests/seal/verified.txt", &format!("{human}{json}"));
}

#[test]
fn every_signature_that_does_not_count_is_refused_in_one_sentence() {
    let mut all = String::new();
    let folder = folder();
    for forgery in forgeries() {
        write(folder.path(), "posture.json.sig", &forgery.text);
        all.push_str(&told(forgery.name, folder.path(), VERIFY, 1));
    }
    write(folder.path(), "posture.json.sig", &Forger::sound().text());
    let key = key_line(&public_key(1));
    for (name, options) in [
        ("a key for another purpose", "namespaces=\"git\"".to_owned()),
        (
            "a key that is not valid yet",
            format!("namespaces=\"{NAMESPACE}\",valid-after=\"202611241800\""),
        ),
        (
            "a key that is not valid any more",
            format!("namespaces=\"{NAMESPACE}\",valid-before=\"20260301\""),
        ),
    ] {
        write(
            folder.path(),
            "signers",
            &format!("ciso@acme.example {options} {key}\n"),
        );
        all.push_str(&told(name, folder.path(), VERIFY, 1));
    }
    write(folder.path(), "signers", &signers_file());
    let document = std::str::from_utf8(DOCUMENT).unwrap();
    let changed = document.replace("Acme Health", "Acme Wealth");
    write(folder.path(), "posture.json", &changed);
    all.push_str(&told(
        "a document that was changed",
        folder.path(),
        VERIFY,
        1,
    ));
    let json = [VERIFY, &["--format", "json"]].concat();
    all.push_str(&told("the same for programs", folder.path(), &json, 1));
    compare("tests/seal/refused.txt", &all);
}

#[test]
fn every_signers_file_that_cannot_be_relied_on_is_refused_in_one_sentence() {
    let folder = folder();
    let mut all = String::new();
    for (name, text) in refused() {
        write(folder.path(), "signers", &text);
        all.push_str(&told(name, folder.path(), VERIFY, 2));
    }
    compare("tests/seal/signers.txt", &all);
}

#[test]
fn what_is_missing_is_named() {
    let folder = folder();
    let path = folder.path();
    let mut all = told(
        "no document",
        path,
        &["verify", "other.json", "--signers", "signers"],
        2,
    );
    all.push_str(&told(
        "no signers",
        path,
        &["verify", "posture.json", "--signers", "no"],
        2,
    ));
    std::fs::write(path.join("other.json"), DOCUMENT).unwrap();
    all.push_str(&told(
        "no signature",
        path,
        &["verify", "other.json", "--signers", "signers"],
        2,
    ));
    write(path, "large.json", "{}");
    write(path, "large.json.sig", &"-".repeat(80_000));
    let large = ["verify", "large.json", "--signers", "signers"];
    all.push_str(&told(
        "a signature that is none by its size",
        path,
        &large,
        2,
    ));
    std::fs::remove_file(path.join("large.json.sig")).unwrap();
    std::fs::create_dir(path.join("large.json.sig")).unwrap();
    all.push_str(&told("a folder for a signature", path, &large, 2));
    all.push_str(&told(
        "a signature already",
        path,
        &["sign", "posture.json", "--key", "key"],
        2,
    ));
    all.push_str(&told(
        "no key",
        path,
        &["sign", "other.json", "--key", "key"],
        2,
    ));
    write(path, "letter.txt", "Dear regulator,\n");
    all.push_str(&told(
        "no export",
        path,
        &["sign", "letter.txt", "--key", "key"],
        2,
    ));
    write(path, "key", "no key");
    let mut without = command(path, &["sign", "other.json", "--key", "key"]);
    without.env("PATH", "");
    let without = finished(without).ended(2);
    all.push_str(&format!("no ssh-keygen\n{}\n", without.err));
    assert!(!path.join("other.json.sig").exists());
    compare("tests/seal/missing.txt", &all);
}
