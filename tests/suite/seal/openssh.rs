//! The same questions to OpenSSH: what it signs counts here, and what is signed here counts there.

use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;
use xwalk::seal::NAMESPACE;

use super::forger::{DOCUMENT, Forger, WHO, signers_file};
use crate::harness;
use crate::program::{write, xwalk};
use crate::skipped::skipped;

/// A folder with a key of OpenSSH's making, a file, and the signers file; none where `ssh-keygen` is missing.
fn folder() -> Option<TempDir> {
    let folder = TempDir::new().unwrap();
    let made = run(Command::new("ssh-keygen")
        .args(["-q", "-t", "ed25519", "-N", "", "-C", WHO, "-f", "key"])
        .current_dir(folder.path()));
    let Some(made) = made else {
        skipped("`ssh-keygen` is not installed");
        return None;
    };
    assert!(made.0, "{}", made.1);
    let key = std::fs::read_to_string(folder.path().join("key.pub")).unwrap();
    write(
        folder.path(),
        "signers",
        &format!("{WHO} namespaces=\"{NAMESPACE}\" {key}"),
    );
    std::fs::write(folder.path().join("posture.json"), DOCUMENT).unwrap();
    Some(folder)
}

/// Whether a command ended well, and all that it said; none where it does not exist.
fn run(command: &mut Command) -> Option<(bool, String)> {
    let output = command.output().ok()?;
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said).into_owned();
    Some((output.status.success(), said))
}

/// The answer of `ssh-keygen -Y verify`.
fn openssh_verifies(folder: &Path, file: &str) -> (bool, String) {
    let document = std::fs::File::open(folder.join(file)).unwrap();
    let signature = format!("{file}.sig");
    run(Command::new("ssh-keygen")
        .args(["-Y", "verify", "-f", "signers", "-I", WHO])
        .args(["-n", NAMESPACE, "-s", &signature])
        .stdin(Stdio::from(document))
        .current_dir(folder))
    .unwrap()
}

#[test]
fn what_xwalk_signs_ssh_keygen_verifies() {
    let Some(folder) = folder() else { return };
    let folder = folder.path();
    let signed = xwalk(folder, &["sign", "posture.json", "--key", "key"]).ended(0);
    assert!(
        signed.out.contains("wrote posture.json.sig"),
        "{}",
        signed.out
    );
    let (verified, said) = openssh_verifies(folder, "posture.json");
    assert!(verified, "{said}");
    // Both print the same fingerprint.
    let answer = xwalk(folder, &["verify", "posture.json", "--signers", "signers"]).ended(0);
    let fingerprint = said.trim().rsplit(' ').next().unwrap();
    assert!(answer.out.contains(fingerprint), "{said}{}", answer.out);
    assert!(signed.out.contains(fingerprint), "{said}{}", signed.out);
    // The line that `sign` hands out is one that `verify` takes, once a name stands there.
    let line = signed.err.lines().last().unwrap();
    write(folder, "handed-out", line);
    xwalk(
        folder,
        &["verify", "posture.json", "--signers", "handed-out"],
    )
    .ended(0);
    // And a change is found by both.
    write(folder, "posture.json", "{}");
    assert!(!openssh_verifies(folder, "posture.json").0);
    xwalk(folder, &["verify", "posture.json", "--signers", "signers"]).ended(1);
}

#[test]
fn what_ssh_keygen_signs_xwalk_verifies() {
    let Some(folder) = folder() else { return };
    let folder = folder.path();
    let large = String::from_utf8(DOCUMENT.to_vec()).unwrap();
    let large = large.replace("Acme", &"Acme ".repeat(600_000));
    let documents = [DOCUMENT.to_vec(), large.into_bytes()];
    for (at, document) in documents.iter().enumerate() {
        for hash in ["sha512", "sha256"] {
            let name = format!("{hash}-{at}.json");
            std::fs::write(folder.join(&name), document).unwrap();
            let option = format!("hashalg={hash}");
            let (signed, said) = run(Command::new("ssh-keygen")
                .args([
                    "-q", "-Y", "sign", "-f", "key", "-n", NAMESPACE, "-O", &option,
                ])
                .arg(&name)
                .current_dir(folder))
            .unwrap();
            assert!(signed, "{said}");
            xwalk(folder, &["verify", &name, "--signers", "signers"]).ended(0);
        }
    }
}

#[test]
fn the_agent_signs_with_a_key_whose_private_half_is_elsewhere() {
    let Some(folder) = folder() else { return };
    let script = format!(
        "ssh-add -q key && mv key away && {} sign posture.json --key key.pub",
        env!("CARGO_BIN_EXE_xwalk")
    );
    let signed = run(Command::new("ssh-agent")
        .args(["sh", "-c", &script])
        .current_dir(folder.path()));
    let Some((signed, said)) = signed else {
        return skipped("`ssh-agent` is not installed");
    };
    assert!(signed, "{said}");
    let (verified, said) = openssh_verifies(folder.path(), "posture.json");
    assert!(verified, "{said}");
}

#[test]
fn what_is_signed_for_another_purpose_or_with_another_key_is_refused() {
    let Some(folder) = folder() else { return };
    let folder = folder.path();
    let verify = ["verify", "posture.json", "--signers", "signers"];
    for (purpose, reason) in [("file", "`file` and not for"), ("git", "`git` and not for")] {
        let signed = run(Command::new("ssh-keygen")
            .args([
                "-q",
                "-Y",
                "sign",
                "-f",
                "key",
                "-n",
                purpose,
                "posture.json",
            ])
            .current_dir(folder));
        assert!(signed.unwrap().0);
        let refused = xwalk(folder, &verify).ended(1);
        assert!(refused.err.contains(reason), "{}", refused.err);
        std::fs::remove_file(folder.join("posture.json.sig")).unwrap();
    }
    for kind in ["rsa", "ecdsa"] {
        let made = run(Command::new("ssh-keygen")
            .args(["-q", "-t", kind, "-N", "", "-f", kind])
            .current_dir(folder));
        assert!(made.unwrap().0);
        let refused = xwalk(folder, &["sign", "posture.json", "--key", kind]).ended(2);
        assert!(
            refused.err.contains("only Ed25519 is accepted"),
            "{}",
            refused.err
        );
        assert!(!folder.join("posture.json.sig").exists());
    }
}

#[test]
fn what_ssh_keygen_has_signed_counts_also_where_it_is_missing() {
    let folder = harness::path("tests/seal/openssh");
    for file in ["sha512.json", "sha256.json"] {
        let verify = [
            "verify",
            file,
            "--signers",
            "signers",
            "--date",
            "2026-11-24",
        ];
        let answer = xwalk(&folder, &verify).ended(0);
        assert!(answer.out.contains(WHO), "{}", answer.out);
        let too_late = [
            "verify",
            file,
            "--signers",
            "signers",
            "--date",
            "2028-01-01",
        ];
        xwalk(&folder, &too_late).ended(1);
    }
}

#[test]
fn the_commands_of_the_guide_sign_and_check() {
    if folder().is_none() {
        return;
    }
    let folder = TempDir::new().unwrap();
    xwalk(folder.path(), &["init", "-q", "--posture"]).ended(0);
    xwalk(folder.path(), &["build", "-q", "--emit", "posture"]).ended(0);
    let guide = harness::read(&harness::path("docs/guide.md"));
    let (_, section) = guide.split_once("\n## Signing and checking\n").unwrap();
    let (section, _) = section.split_once("\n## ").unwrap();
    let blocks = harness::fences(section);
    let blocks = blocks.iter().filter(|block| block.info == "console");
    let commands: Vec<&str> = blocks
        .flat_map(|block| block.text.lines())
        .map(|line| line.strip_prefix("$ ").unwrap())
        .collect();
    assert!(commands.len() >= 6);
    let program = Path::new(env!("CARGO_BIN_EXE_xwalk")).parent().unwrap();
    let path = std::env::var("PATH").unwrap();
    let (well, said) = run(Command::new("sh")
        .args(["-e", "-c", &commands.join("\n")])
        .env("PATH", format!("{}:{path}", program.display()))
        .current_dir(folder.path()))
    .unwrap();
    assert!(well, "{said}");
    assert!(said.contains("out/posture.json is verified"), "{said}");
    assert!(
        said.contains("Good \"posture-export-v1@xwalk\" signature"),
        "{said}"
    );
}

#[test]
fn an_export_for_an_audience_is_signed_checked_by_both_and_shown_in_part() {
    let Some(folder) = folder() else { return };
    let folder = folder.path();
    xwalk(folder, &["init", "-q", "--posture", "health"]).ended(0);
    let path = |name: &str| format!("{name}/posture.json");
    let build = |out: &str, more: &[&str]| {
        let build = [
            "build",
            "-q",
            "health",
            "--emit",
            "posture",
            "--audience",
            "regulator",
        ];
        xwalk(folder, &[&build[..], &["-o", out], more].concat()).ended(0);
        xwalk(folder, &["sign", "-q", &path(out), "--key", "key"]).ended(0);
        let (verified, said) = openssh_verifies(folder, &path(out));
        assert!(verified, "{said}");
    };
    build("first", &[]);
    build("second", &["--previous", &path("first")]);
    let disclosures = std::fs::read(folder.join("second.private/posture.disclosure.json")).unwrap();
    let mut one: serde_json::Value = serde_json::from_slice(&disclosures).unwrap();
    one["disclosures"].as_array_mut().unwrap().truncate(1);
    write(folder, "one.json", &one.to_string());
    let file = path("second");
    let verify = [
        "verify",
        &file,
        "--signers",
        "signers",
        "--audience",
        "regulator",
    ];
    let verify = |more: &[&str]| xwalk(folder, &[&verify[..], more].concat());
    let (before, other) = (path("first"), "first.private/posture.disclosure.json");
    let all = verify(&["--previous", &before, "--disclosure", "one.json"]).ended(0);
    assert!(
        all.out.contains("right after first/posture.json"),
        "{}",
        all.out
    );
    assert!(all.out.contains("shown of what is hidden"), "{}", all.out);
    let mixed_up = verify(&["--disclosure", other]).ended(1);
    assert!(
        mixed_up.err.contains("belongs to another export"),
        "{}",
        mixed_up.err
    );
}

#[test]
fn the_forger_of_these_tests_makes_what_ssh_keygen_takes() {
    let Some(folder) = folder() else { return };
    let folder = folder.path();
    write(folder, "signers", &signers_file());
    for hash in ["sha512", "sha256"] {
        write(
            folder,
            "posture.json.sig",
            &Forger::with(hash, NAMESPACE, 1).text(),
        );
        let (verified, said) = openssh_verifies(folder, "posture.json");
        assert!(verified, "{said}");
    }
}
