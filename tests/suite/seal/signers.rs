//! What a signers file may say, and when a key is valid.

use xwalk::seal::{LineError, NAMESPACE, Signers, VerificationError, check};
use xwalk::syntax::ast::Date;

use super::forger::{DOCUMENT, Forger, WHO, key_line, public_key};
use super::keys::{SMALL_ORDER, bytes};

/// A signers file of one line with these options.
fn with_options(options: &str) -> String {
    format!("{WHO} {options} {}\n", key_line(&public_key(1)))
}

/// Signers files that are refused, with what is wrong, for people.
pub fn refused() -> Vec<(&'static str, String)> {
    let key = key_line(&public_key(1));
    let ours = format!("namespaces=\"{NAMESPACE}\"");
    let line = format!("{WHO} {ours} {key}");
    let weak = key_line(&bytes(SMALL_ORDER[1]));
    let weak_too = key_line(&bytes(SMALL_ORDER[12]));
    let rsa = "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQC7";
    vec![
        ("nothing", String::new()),
        ("only remarks", "# nobody yet\n\n".to_owned()),
        ("the public key alone", format!("{key} ciso\n")),
        ("no key", format!("{WHO} {ours}\n")),
        ("a form feed before the signer", format!("\u{c}{line}\n")),
        (
            "a space that does not break, before the signer",
            format!("\u{a0}{line}\n"),
        ),
        ("no namespaces", format!("{WHO} {key}\n")),
        (
            "other options, and no namespaces",
            with_options("valid-before=\"20270101\""),
        ),
        ("a pattern as namespace", with_options("namespaces=\"*\"")),
        (
            "a pattern beside ours",
            with_options(&format!("namespaces=\"{NAMESPACE},!posture-*\"")),
        ),
        (
            "namespaces without quotes",
            with_options(&format!("namespaces={NAMESPACE}")),
        ),
        (
            "namespaces twice",
            with_options(&format!("{ours},namespaces=\"git\"")),
        ),
        (
            "an authority",
            with_options(&format!("cert-authority,{ours}")),
        ),
        (
            "an authority for another purpose",
            with_options("namespaces=\"git\",Cert-Authority"),
        ),
        (
            "an unknown option",
            with_options(&format!("{ours},verify-required")),
        ),
        (
            "a blank among the options",
            with_options(&format!("{ours}, valid-before=\"20270101\"")),
        ),
        (
            "no date",
            with_options(&format!("{ours},valid-before=\"soon\"")),
        ),
        (
            "a date that does not exist",
            with_options(&format!("{ours},valid-after=\"20260230\"")),
        ),
        (
            "a time that does not exist",
            with_options(&format!("{ours},valid-after=\"202602012460\"")),
        ),
        (
            "never valid",
            with_options(&format!(
                "{ours},valid-after=\"20270101\",valid-before=\"20260101\""
            )),
        ),
        ("anybody", format!("*@acme.example {ours} {key}\n")),
        (
            "anybody but one",
            format!("!bob@acme.example,*@acme.example {ours} {key}\n"),
        ),
        (
            "a name that looks like another",
            format!("c\u{456}so@acme.example {ours} {key}\n"),
        ),
        ("an empty name", format!("{WHO}, {ours} {key}\n")),
        (
            "an RSA key",
            format!("{line}\nit@acme.example {ours} {rsa}\n"),
        ),
        (
            "a certificate",
            format!(
                "{WHO} {ours} {}\n",
                key.replace("ssh-ed25519 ", "ssh-ed25519-cert-v01@openssh.com ")
            ),
        ),
        (
            "a key cut short",
            format!("{WHO} {ours} {}\n", &key[..key.len() - 4]),
        ),
        (
            "another spelling of the key",
            format!("{WHO} {ours} {key}=\n"),
        ),
        (
            "an RSA key that pretends",
            format!("{WHO} {ours} ssh-ed25519 AAAAB3NzaC1yc2EAAAADAQAB\n"),
        ),
        (
            "a weak key",
            format!("# the board\n{line}\nboard@acme.example {ours} {weak}\n"),
        ),
        (
            "a weak key in a second spelling",
            format!("{WHO} {ours} {weak_too}\n"),
        ),
        (
            "one key for two",
            format!("{line}\nboard@acme.example {ours} {key}\n"),
        ),
    ]
}

#[test]
fn every_line_that_cannot_be_relied_on_is_refused() {
    for (name, text) in refused() {
        assert!(Signers::read(&text).is_err(), "{name}");
    }
}

#[test]
fn a_weak_key_is_refused_before_any_signature_is_looked_at() {
    for key in SMALL_ORDER {
        let line = format!("{WHO} namespaces=\"{NAMESPACE}\" {}", key_line(&bytes(key)));
        let fault = Signers::read(&line).unwrap_err();
        assert_eq!((fault.line, fault.fault), (Some(1), LineError::WeakKey));
    }
}

fn ask(signers: &str, day: &str) -> Result<Vec<String>, VerificationError> {
    let signers = Signers::read(signers).unwrap();
    let signature = Forger::sound().text();
    let day = Date::parse(day).unwrap();
    check(DOCUMENT, signature.as_bytes(), &signers, day).map(|signer| signer.principals.clone())
}

#[test]
fn lines_are_read_as_ssh_keygen_reads_them() {
    let key = key_line(&public_key(1));
    for line in [
        format!("{WHO} namespaces=\"{NAMESPACE}\" {key}"),
        format!("# who may sign\r\n\r\n{WHO} namespaces=\"{NAMESPACE}\" {key} the CISO's\r\n"),
        format!("  {WHO}\tNameSpaces=\"git,{NAMESPACE}\"   {key}\n"),
    ] {
        assert_eq!(ask(&line, "2026-11-24").unwrap(), [WHO], "{line}");
    }
    let two = format!("{WHO},{WHO}.old namespaces=\"{NAMESPACE}\" {key}");
    assert_eq!(ask(&two, "2026-11-24").unwrap().len(), 2);
}

#[test]
fn a_line_for_other_purposes_lets_nobody_sign() {
    let key = key_line(&public_key(1));
    let git = format!("*@acme.example namespaces=\"git,file\" {key}\n");
    assert_eq!(
        ask(&git, "2026-11-24"),
        Err(VerificationError::OtherPurpose {
            line: 1,
            namespaces: "git,file".to_owned()
        })
    );
    // It does not stand in the way of those that do, whatever its key.
    let rsa = "it@acme.example namespaces=\"git\" ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQC7\n";
    let both = format!("{rsa}{git}{WHO} namespaces=\"{NAMESPACE}\" {key}\n");
    assert_eq!(ask(&both, "2026-11-24").unwrap(), [WHO]);
}

#[test]
fn a_key_may_sign_on_the_days_that_lie_wholly_within_its_validity() {
    for (option, day, valid) in [
        ("valid-after=\"20261124\"", "2026-11-23", false),
        ("valid-after=\"20261124\"", "2026-11-24", true),
        ("valid-after=\"20261124Z\"", "2026-11-24", true),
        ("valid-after=\"202611240001\"", "2026-11-24", false),
        ("valid-after=\"20261124000001Z\"", "2026-11-24", false),
        ("valid-after=\"20261124000001Z\"", "2026-11-25", true),
        ("valid-before=\"20261124\"", "2026-11-23", true),
        ("valid-before=\"20261124\"", "2026-11-24", false),
        ("valid-before=\"202611242359\"", "2026-11-24", false),
        ("Valid-Before=\"20261125z\"", "2026-11-24", true),
    ] {
        let signers = with_options(&format!("{option},namespaces=\"{NAMESPACE}\""));
        assert_eq!(ask(&signers, day).is_ok(), valid, "{option} on {day}");
    }
}
