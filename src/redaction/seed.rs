//! Salts, all from one secret.

use std::collections::BTreeSet;
use std::fmt;

use hmac::{Hmac, KeyInit as _, Mac as _};
use serde_json::Value;
use sha2::Sha256;

use super::digest::{canonical, hex};

/// The secret that all salts of an export come from: drawn for one export, or kept to make the same bytes again.
#[derive(Clone)]
pub struct SaltSeed(Vec<u8>);

/// Why a text is no seed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SeedError {
    /// It is not made of pairs of hexadecimal digits.
    #[error(
        "a salt seed is written in pairs of hexadecimal digits; `openssl rand -hex 32` makes one"
    )]
    Form,
    /// It is too short.
    #[error(
        "a salt seed has at least 32 hexadecimal digits, and this one has {0}: what is hidden could be guessed; `openssl rand -hex 32` makes one"
    )]
    Short(usize),
    /// It repeats itself, or counts.
    #[error(
        "this salt seed follows a pattern, so that it could be guessed, and with it what is hidden; `openssl rand -hex 32` makes one that nobody guesses"
    )]
    Weak,
    /// It is a text.
    #[error(
        "this salt seed is the code of a text, so that it could be guessed, and with it what is hidden; `openssl rand -hex 32` makes one that nobody guesses"
    )]
    Text,
}

impl SaltSeed {
    /// The least length, in bytes: that of a salt.
    const LEAST: usize = 16;

    /// A seed that was drawn.
    #[must_use]
    pub fn drawn(bytes: [u8; 32]) -> Self {
        Self(bytes.to_vec())
    }

    /// Reads a seed: at least 32 hexadecimal digits that look drawn.
    ///
    /// # Errors
    /// If it has another form, is too short, or is such as chance would never give: it repeats itself, counts, or spells a text.
    pub fn read(text: &str) -> Result<Self, SeedError> {
        let digits: Option<Vec<u32>> = text.chars().map(|digit| digit.to_digit(16)).collect();
        let digits = digits.ok_or(SeedError::Form)?;
        let pairs = digits.chunks(2).map(|pair| match *pair {
            [high, low] => u8::try_from(high * 16 + low).ok(),
            _ => None,
        });
        let bytes: Vec<u8> = pairs.collect::<Option<_>>().ok_or(SeedError::Form)?;
        if bytes.len() < Self::LEAST {
            return Err(SeedError::Short(digits.len()));
        }
        if repeats(&bytes) || counts(&bytes) {
            return Err(SeedError::Weak);
        }
        if bytes.iter().all(|byte| matches!(byte, b' '..=b'~')) {
            return Err(SeedError::Text);
        }
        Ok(Self(bytes))
    }
}

/// Of 16 bytes that are drawn, 8 or more differ except once in 10^10; and none of their halves, thirds and so on are alike.
fn repeats(bytes: &[u8]) -> bool {
    let different: BTreeSet<u8> = bytes.iter().copied().collect();
    let periods = (1..=bytes.len() / 2).filter(|period| bytes.len().is_multiple_of(*period));
    let has = |period: usize| {
        bytes
            .windows(period + 1)
            .all(|part| part.first() == part.last())
    };
    different.len() < SaltSeed::LEAST / 2 || periods.into_iter().any(has)
}

/// Whether each byte follows from the one before by the same step, as in `00010203…` and `ffeeddcc…`.
fn counts(bytes: &[u8]) -> bool {
    let steps = bytes.windows(2).map(|pair| match *pair {
        [one, next] => next.wrapping_sub(one),
        _ => 0,
    });
    steps.collect::<BTreeSet<u8>>().len() == 1
}

impl fmt::Debug for SaltSeed {
    /// It is a secret.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("SaltSeed")
    }
}

/// The salts of one export.
#[derive(Clone, Copy, Debug)]
pub struct Salts<'s> {
    /// Where they come from.
    pub seed: &'s SaltSeed,
    /// Whose export it is.
    pub organization: &'s str,
    /// For whom.
    pub audience: &'s str,
    /// Its number.
    pub sequence: u64,
    /// The day to which it refers.
    pub created: &'s str,
}

impl Salts<'_> {
    /// The salt for a value at a place, as 32 hexadecimal digits: the first 16 bytes of the HMAC-SHA-256 (RFC 2104), with
    /// the seed as its key, of `[organization, audience, sequence, created, path, value]` in canonical form.
    ///
    /// With all of these in it, no two values have a salt in common: who is shown one learns nothing of another, neither
    /// in this export nor in one before.
    #[must_use]
    pub fn of(&self, path: &str, value: &Value) -> String {
        let context = (
            self.organization,
            self.audience,
            self.sequence,
            self.created,
        );
        let (organization, audience, sequence, created) = context;
        let message = canonical(&(organization, audience, sequence, created, path, value));
        // A key of any length is one.
        let Ok(mac) = Hmac::<Sha256>::new_from_slice(&self.seed.0) else {
            return String::new();
        };
        let code = mac.chain_update(message).finalize().into_bytes();
        hex(code.get(..SaltSeed::LEAST).unwrap_or_default())
    }
}
