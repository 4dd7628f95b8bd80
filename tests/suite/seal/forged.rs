//! Each way to forge a signature has its own refusal.

use xwalk::seal::{Signature, SignatureError, VerificationError};

use super::forger::{DOCUMENT, Forger, answer, armour};
use super::keys::{SMALL_ORDER, bytes};

/// A signature and what is wrong with it, for people.
pub struct Forgery {
    pub name: &'static str,
    pub text: String,
}

/// One forgery of each kind, in order of the fields.
pub fn forgeries() -> Vec<Forgery> {
    let sound = Forger::sound();
    let mut all = vec![
        (
            "a letter instead of a signature",
            "Signed: the board\n".to_owned(),
        ),
        (
            "the end is missing",
            sound.text().replace("-----END SSH SIGNATURE-----\n", ""),
        ),
        ("lines of 76 characters", armour(&sound.blob(), 76, "\n")),
        ("line ends of Windows", armour(&sound.blob(), 70, "\r\n")),
        ("an empty line after it", sound.text() + "\n"),
        (
            "a remark before it",
            format!("My signature:\n{}", sound.text()),
        ),
        ("two signatures", sound.text().repeat(2)),
        (
            "a letter that Base64 has not",
            sound.text().replacen("U1NI", "U1N_", 1),
        ),
    ];
    let mut forge = |name: &'static str, change: &dyn Fn(&mut Forger)| {
        let mut forger = Forger::sound();
        change(&mut forger);
        all.push((name, forger.text()));
    };
    forge("another beginning", &|it| it.magic = b"SSHSIX".to_vec());
    forge("version 0", &|it| it.version = 0);
    forge("version 2", &|it| it.version = 2);
    forge("an RSA key", &|it| it.key_type = b"ssh-rsa".to_vec());
    forge("a certificate", &|it| {
        it.key_type = b"ssh-ed25519-cert-v01@openssh.com".to_vec();
    });
    forge("a key on a security token", &|it| {
        it.key_type = b"sk-ssh-ed25519@openssh.com".to_vec();
    });
    forge("a key that is too short", &|it| it.key.truncate(31));
    forge("something after the key", &|it| it.after_key = vec![0]);
    forge("a weak key", &|it| {
        it.key = bytes(SMALL_ORDER[0]);
        it.signature = [bytes(SMALL_ORDER[0]), vec![0; 32]].concat();
    });
    forge("a weak key in a second spelling", &|it| {
        it.key = bytes(SMALL_ORDER[12]);
    });
    forge("the purpose exchanged", &|it| {
        it.namespace = b"file".to_vec();
    });
    forge("another purpose", &|it| {
        *it = Forger::with("sha512", "git", 1);
    });
    forge("no purpose", &|it| it.namespace.clear());
    forge("a purpose with a line break and a colour", &|it| {
        it.namespace = b"\n\x1b[31mposture".to_vec();
    });
    forge("something in the reserved field", &|it| {
        it.reserved = b"x".to_vec();
    });
    forge("the digest exchanged", &|it| it.hash = b"sha256".to_vec());
    forge("a digest of another kind", &|it| {
        *it = Forger::with("md5", "posture-export-v1@xwalk", 1);
    });
    forge("a pattern as digest", &|it| it.hash = b"sha*".to_vec());
    forge("another method", &|it| it.method = b"ssh-rsa".to_vec());
    forge("a signature that is too long", &|it| it.signature.push(0));
    forge("a signature with another commitment", &|it| {
        it.signature[0] ^= 1;
    });
    forge("the second spelling of the number", &|it| {
        let larger = add_order(&it.signature[32..]);
        it.signature.splice(32.., larger);
    });
    forge("something after the signature", &|it| {
        it.after_signature = vec![0];
    });
    forge("something at the end", &|it| it.at_the_end = vec![0]);
    forge("somebody else's key", &|it| {
        *it = Forger::with("sha512", "posture-export-v1@xwalk", 2);
    });
    forge("somebody else's signature under the key", &|it| {
        it.signature = Forger::with("sha512", "posture-export-v1@xwalk", 2).signature;
    });
    let forgery = |(name, text)| Forgery { name, text };
    all.into_iter().map(forgery).collect()
}

/// The number plus the order of the group, which many programs take for the same number (RFC 8032, section 8.4).
fn add_order(number: &[u8]) -> Vec<u8> {
    let order = bytes("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
    let mut carry = 0;
    let digits = number.iter().zip(order).map(|(one, other)| {
        let sum = u16::from(*one) + u16::from(other) + carry;
        carry = sum >> 8;
        u8::try_from(sum & 0xff).unwrap()
    });
    digits.collect()
}

#[test]
fn every_forgery_is_refused() {
    for forgery in forgeries() {
        assert!(
            answer(DOCUMENT, forgery.text.as_bytes()).is_err(),
            "{}",
            forgery.name
        );
    }
}

#[test]
fn a_sound_signature_of_another_document_is_refused() {
    let text = Forger::sound().text();
    assert_eq!(
        answer(b"{}", text.as_bytes()),
        Err(VerificationError::Changed)
    );
    assert_eq!(
        answer(b"", text.as_bytes()),
        Err(VerificationError::Changed)
    );
}

#[test]
fn the_example_of_the_specification_has_this_armour_and_lacks_a_field() {
    let example = "\
-----BEGIN SSH SIGNATURE-----
U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgJKxoLBJBivUPNTUJUSslQTt2hD
jozKvHarKeN8uYFqgAAAADZm9vAAAAAAAAAFMAAAALc3NoLWVkMjU1MTkAAABAKNC4IEbt
Tq0Fb56xhtuE1/lK9H9RZJfON4o6hE9R4ZGFX98gy0+fFJ/1d2/RxnZky0Y7GojwrZkrHT
FgCqVWAQ==
-----END SSH SIGNATURE-----
";
    let fault = Signature::read(example.as_bytes()).unwrap_err();
    // The kind of digest is missing in the example; had the armour been at fault, it would be `Rewritten`.
    assert_eq!(fault, SignatureError::Damaged);
}
