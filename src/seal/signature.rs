//! A signature: its fields, and which bytes it covers (`PROTOCOL.sshsig`, sections 2 and 3).

use sha2::{Digest as _, Sha256, Sha512};

use super::key::{self, KeyError, PublicKey};
use super::wire::{Reader, put_string, shown};
use super::{NAMESPACE, armour};

const MAGIC: &[u8] = b"SSHSIG";
const VERSION: u32 = 1;

/// A signature whose form is right. Whether it covers a document is [`Signature::covers`]; whether its key counts, only
/// a signers file can say.
#[derive(Clone, Debug)]
pub struct Signature {
    key: PublicKey,
    hash: Hash,
    bytes: [u8; 64],
}

/// Why a signature is not valid, whatever it is a signature of.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignatureError {
    /// The file does not begin as a signature does.
    #[error("this is not an SSH signature; ask the signer for the file that `xwalk sign` wrote")]
    NotOne,
    /// The file has no end.
    #[error("the signature ends too early; ask the signer for the whole file")]
    CutOff,
    /// The file is not what `ssh-keygen` writes.
    #[error(
        "the signature is not written as `ssh-keygen` writes it, so something has changed the file in transit; ask the signer for the file as it was, packed as ZIP if it comes by mail"
    )]
    Rewritten,
    /// A field is missing, or not of the length that it has.
    #[error("the signature is damaged; ask the signer to sign again")]
    Damaged,
    /// The form is of another version.
    #[error(
        "the signature is of version {0}, and only version 1 is accepted; ask the signer to sign with `xwalk sign`"
    )]
    Version(u32),
    /// The key is of another type.
    #[error(
        "the signature was made with a key of the type `{0}`, and only Ed25519 is accepted; ask the signer to sign with a key from `ssh-keygen -t ed25519`"
    )]
    KeyType(String),
    /// The key is weak.
    #[error(
        "the signature was made with a weak key, with which anybody could have signed; do not trust the file, and tell the signer"
    )]
    WeakKey,
    /// The signature is for another purpose.
    #[error(
        "the signature is for the purpose `{0}` and not for `{NAMESPACE}`; ask the signer to sign with `xwalk sign`"
    )]
    Namespace(String),
    /// The field for the future is in use.
    #[error(
        "the signature carries an addition that it does not protect; ask the signer to sign with `xwalk sign`"
    )]
    Reserved,
    /// The digest is made otherwise.
    #[error(
        "the signature rests on a digest of the kind `{0}`, and only sha512 and sha256 are accepted; ask the signer to sign with `xwalk sign`"
    )]
    Hash(String),
    /// The method is not that of the key.
    #[error(
        "the signature was made by the method `{0}`, which is not that of an Ed25519 key; ask the signer to sign with `xwalk sign`"
    )]
    Method(String),
    /// Something follows.
    #[error("something was added to the signature; ask the signer for the file as it was")]
    Trailing,
}

impl From<KeyError> for SignatureError {
    fn from(fault: KeyError) -> Self {
        match fault {
            KeyError::Type(name) => Self::KeyType(name),
            KeyError::Weak => Self::WeakKey,
            KeyError::Damaged => Self::Damaged,
        }
    }
}

impl Signature {
    /// Reads the text of a `.sig` file.
    ///
    /// # Errors
    /// If it is not, byte by byte, an Ed25519 signature for [`NAMESPACE`] as `ssh-keygen` writes it.
    pub fn read(text: &[u8]) -> Result<Self, SignatureError> {
        use SignatureError as Error;
        let blob = armour::open(text)?;
        let mut fields = Reader::new(&blob);
        if fields.bytes(MAGIC.len()) != Some(MAGIC) {
            return Err(Error::Damaged);
        }
        match fields.number() {
            Some(VERSION) => {}
            Some(version) => return Err(Error::Version(version)),
            None => return Err(Error::Damaged),
        }
        let mut string = || fields.string().ok_or(Error::Damaged);
        let key = PublicKey::from_blob(string()?)?;
        let (namespace, reserved) = (string()?, string()?);
        let (hash, signed) = (string()?, string()?);
        if !fields.is_done() {
            return Err(Error::Trailing);
        }
        if namespace != NAMESPACE.as_bytes() {
            return Err(Error::Namespace(shown(namespace)));
        }
        // The signed bytes hold an empty one, so anybody could put something here.
        if !reserved.is_empty() {
            return Err(Error::Reserved);
        }
        let hash = Hash::named(hash).ok_or_else(|| Error::Hash(shown(hash)))?;
        let bytes = signature_bytes(signed)?;
        Ok(Self { key, hash, bytes })
    }

    /// The key with which it was made.
    #[must_use]
    pub fn key(&self) -> &PublicKey {
        &self.key
    }

    /// Whether the holder of the key has signed exactly this document.
    #[must_use]
    pub fn covers(&self, document: &[u8]) -> bool {
        let mut signed = MAGIC.to_vec();
        put_string(&mut signed, NAMESPACE.as_bytes());
        put_string(&mut signed, b"");
        put_string(&mut signed, self.hash.name().as_bytes());
        put_string(&mut signed, &self.hash.of(document));
        self.key.has_signed(&signed, &self.bytes)
    }
}

/// The innermost field: the method, then 64 bytes (RFC 8709, section 6).
fn signature_bytes(field: &[u8]) -> Result<[u8; 64], SignatureError> {
    let mut fields = Reader::new(field);
    let method = fields.string().ok_or(SignatureError::Damaged)?;
    if method != key::TYPE.as_bytes() {
        return Err(SignatureError::Method(shown(method)));
    }
    let bytes = fields.string().ok_or(SignatureError::Damaged)?;
    if !fields.is_done() {
        return Err(SignatureError::Trailing);
    }
    bytes.try_into().map_err(|_| SignatureError::Damaged)
}

/// How the document is made short before it is signed.
#[derive(Clone, Copy, Debug)]
enum Hash {
    Sha256,
    Sha512,
}

impl Hash {
    fn named(name: &[u8]) -> Option<Self> {
        let mut all = [Self::Sha256, Self::Sha512].into_iter();
        all.find(|hash| hash.name().as_bytes() == name)
    }

    fn name(self) -> &'static str {
        match self {
            Self::Sha256 => "sha256",
            Self::Sha512 => "sha512",
        }
    }

    fn of(self, document: &[u8]) -> Vec<u8> {
        match self {
            Self::Sha256 => Sha256::digest(document).to_vec(),
            Self::Sha512 => Sha512::digest(document).to_vec(),
        }
    }
}
