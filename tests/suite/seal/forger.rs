//! Signatures of every kind, sound and forged, from keys that are known, so that each run makes the same.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signer as _, SigningKey};
use sha2::{Digest as _, Sha256, Sha512};
use xwalk::seal::{NAMESPACE, Signer, Signers, VerificationError, check};
use xwalk::syntax::ast::Date;

/// What is signed: as much of an export as is read of it.
pub const DOCUMENT: &[u8] = include_bytes!("../../seal/posture.json");

/// Whose key it is.
pub const WHO: &str = "ciso@acme.example";

/// The fields of a signature, each of which a test may change.
pub struct Forger {
    pub magic: Vec<u8>,
    pub version: u32,
    pub key_type: Vec<u8>,
    pub key: Vec<u8>,
    pub after_key: Vec<u8>,
    pub namespace: Vec<u8>,
    pub reserved: Vec<u8>,
    pub hash: Vec<u8>,
    pub method: Vec<u8>,
    pub signature: Vec<u8>,
    pub after_signature: Vec<u8>,
    pub at_the_end: Vec<u8>,
}

/// The key of somebody, who is told apart by a number.
pub fn signing_key(who: u8) -> SigningKey {
    SigningKey::from_bytes(&[who; 32])
}

/// The bytes of the public key.
pub fn public_key(who: u8) -> Vec<u8> {
    signing_key(who).verifying_key().to_bytes().to_vec()
}

/// A key as a `.pub` file has it.
pub fn key_line(key: &[u8]) -> String {
    let blob = [string(b"ssh-ed25519"), string(key)].concat();
    format!("ssh-ed25519 {}", STANDARD.encode(blob))
}

/// A signers file that lets [`WHO`] sign with the key of number 1.
pub fn signers_file() -> String {
    format!(
        "{WHO} namespaces=\"{NAMESPACE}\" {}\n",
        key_line(&public_key(1))
    )
}

/// What is answered with that file.
pub fn answer(document: &[u8], signature: &[u8]) -> Result<Vec<String>, VerificationError> {
    let signers = Signers::read(&signers_file()).unwrap();
    let day = Date::new(2026, 11, 24).unwrap();
    check(document, signature, &signers, day).map(|signer: &Signer| signer.principals.clone())
}

impl Forger {
    /// A sound signature of the document by the key of number 1.
    pub fn sound() -> Self {
        Self::with("sha512", NAMESPACE, 1)
    }

    /// A signature of the document that is right by itself.
    pub fn with(hash: &str, namespace: &str, who: u8) -> Self {
        Self::of(DOCUMENT, hash, namespace, who)
    }

    /// A sound signature of another document, by the key of number 1.
    pub fn of_document(document: &[u8]) -> Self {
        Self::of(document, "sha512", NAMESPACE, 1)
    }

    fn of(document: &[u8], hash: &str, namespace: &str, who: u8) -> Self {
        let digest = match hash {
            "sha256" => Sha256::digest(document).to_vec(),
            "sha512" => Sha512::digest(document).to_vec(),
            _ => document.to_vec(),
        };
        let covered = [
            b"SSHSIG".to_vec(),
            string(namespace.as_bytes()),
            string(b""),
            string(hash.as_bytes()),
            string(&digest),
        ]
        .concat();
        Self {
            magic: b"SSHSIG".to_vec(),
            version: 1,
            key_type: b"ssh-ed25519".to_vec(),
            key: public_key(who),
            after_key: Vec::new(),
            namespace: namespace.as_bytes().to_vec(),
            reserved: Vec::new(),
            hash: hash.as_bytes().to_vec(),
            method: b"ssh-ed25519".to_vec(),
            signature: signing_key(who).sign(&covered).to_bytes().to_vec(),
            after_signature: Vec::new(),
            at_the_end: Vec::new(),
        }
    }

    pub fn blob(&self) -> Vec<u8> {
        let key = [
            string(&self.key_type),
            string(&self.key),
            self.after_key.clone(),
        ]
        .concat();
        let signature = [
            string(&self.method),
            string(&self.signature),
            self.after_signature.clone(),
        ]
        .concat();
        [
            self.magic.clone(),
            self.version.to_be_bytes().to_vec(),
            string(&key),
            string(&self.namespace),
            string(&self.reserved),
            string(&self.hash),
            string(&signature),
            self.at_the_end.clone(),
        ]
        .concat()
    }

    /// The text of the `.sig` file.
    pub fn text(&self) -> String {
        armour(&self.blob(), 70, "\n")
    }
}

/// A blob as text, in lines of some width.
pub fn armour(blob: &[u8], width: usize, line_end: &str) -> String {
    let text = STANDARD.encode(blob);
    let lines: Vec<&str> = text
        .as_bytes()
        .chunks(width)
        .map(|line| str::from_utf8(line).unwrap())
        .collect();
    let body = lines.join(line_end);
    format!(
        "-----BEGIN SSH SIGNATURE-----{line_end}{body}{line_end}-----END SSH SIGNATURE-----{line_end}"
    )
}

fn string(bytes: &[u8]) -> Vec<u8> {
    let length = u32::try_from(bytes.len()).unwrap();
    [length.to_be_bytes().to_vec(), bytes.to_vec()].concat()
}
