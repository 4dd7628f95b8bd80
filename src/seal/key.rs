//! Ed25519 public keys, as SSH writes them (RFC 8709, section 4).

use ed25519_dalek::{Signature, VerifyingKey};
use sha2::{Digest as _, Sha256};

use super::wire::{Reader, from_base64, put_string, shown, to_base64, to_base64_without_padding};

/// The one type of key that counts.
pub const TYPE: &str = "ssh-ed25519";

/// A public key for which nobody but its holder can sign.
///
/// A key of small order is not one: some signatures for it hold for any document. Nor is one that no honest program
/// makes (with a part of small order, or in a second spelling), since programs that check disagree about it (Chalkias,
/// Garillot, Nikolaenko, "Taming the many EdDSAs", 2020).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

/// Why a key is not valid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyError {
    /// It is of another type.
    Type(String),
    /// It is none: too short, too long, or not a point of the curve.
    Damaged,
    /// Others than its holder can sign for it.
    Weak,
}

impl PublicKey {
    /// A key from its 32 bytes.
    ///
    /// # Errors
    /// If it is damaged or weak.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, KeyError> {
        let bytes: &[u8; 32] = bytes.try_into().map_err(|_| KeyError::Damaged)?;
        let key = VerifyingKey::from_bytes(bytes).map_err(|_| KeyError::Damaged)?;
        let point = key.to_edwards();
        let canonical = point.compress().as_bytes() == bytes;
        if key.is_weak() || !point.is_torsion_free() || !canonical {
            return Err(KeyError::Weak);
        }
        Ok(Self(key))
    }

    /// A key from its blob: the type, then what makes a key of this type.
    pub(super) fn from_blob(blob: &[u8]) -> Result<Self, KeyError> {
        let mut fields = Reader::new(blob);
        let of_type = fields.string().ok_or(KeyError::Damaged)?;
        if of_type != TYPE.as_bytes() {
            return Err(KeyError::Type(shown(of_type)));
        }
        let bytes = fields.string().ok_or(KeyError::Damaged)?;
        if !fields.is_done() {
            return Err(KeyError::Damaged);
        }
        Self::from_bytes(bytes)
    }

    /// A key as a `.pub` file has it, without its type.
    pub(super) fn from_text(text: &str) -> Result<Self, KeyError> {
        Self::from_blob(&from_base64(text).ok_or(KeyError::Damaged)?)
    }

    /// Whether the holder of the key has signed the message.
    ///
    /// Strict: a signature has one spelling, and its commitment is not of small order.
    #[must_use]
    pub fn has_signed(&self, message: &[u8], signature: &[u8; 64]) -> bool {
        let signature = Signature::from_bytes(signature);
        self.0.verify_strict(message, &signature).is_ok()
    }

    /// `SHA256:…`, as `ssh-keygen -l` prints it.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let digest = Sha256::digest(self.blob());
        format!("SHA256:{}", to_base64_without_padding(&digest))
    }

    /// `ssh-ed25519 AAAA…`, as `.pub` files and signers files have it.
    #[must_use]
    pub fn line(&self) -> String {
        format!("{TYPE} {}", to_base64(&self.blob()))
    }

    /// The 32 bytes, of which there is one spelling for each key.
    pub(super) fn bytes(&self) -> [u8; 32] {
        self.0.to_bytes()
    }

    fn blob(&self) -> Vec<u8> {
        let mut blob = Vec::new();
        put_string(&mut blob, TYPE.as_bytes());
        put_string(&mut blob, self.0.as_bytes());
        blob
    }
}
