//! The signers file: whose keys may sign ("ALLOWED SIGNERS" in ssh-keygen(1)).

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::key::{KeyError, PublicKey};
use super::options::{Options, Validity, split};
use super::wire::shown;
use super::{NAMESPACE, key};

/// Those who may sign.
#[derive(Clone, Debug)]
pub struct Signers {
    /// By the bytes of their keys: no key stands there twice.
    signers: BTreeMap<[u8; 32], Signer>,
    others: Vec<Other>,
}

/// Somebody who may sign exports.
#[derive(Clone, Debug)]
pub struct Signer {
    /// The line of the file, from 1.
    pub line: usize,
    /// The names that the line gives the holder of the key; at least one.
    pub principals: Vec<String>,
    /// The key.
    pub key: PublicKey,
    pub(super) validity: Validity,
}

/// A line that is for other purposes. It lets nobody sign, and is kept only to be named.
#[derive(Clone, Debug)]
pub(super) struct Other {
    pub line: usize,
    pub namespaces: String,
    /// Type and key as they stand there, unread.
    key: String,
}

/// Why a signers file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignersError {
    /// The line, from 1; none where the file as a whole is meant.
    pub line: Option<usize>,
    /// What is wrong with it.
    pub fault: LineError,
}

/// What is wrong with a line of a signers file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LineError {
    /// No line is for exports.
    #[error(
        "no line lets anybody sign posture exports; add one for each signer, `who@example.org namespaces=\"{NAMESPACE}\" ssh-ed25519 AAAA…`"
    )]
    Nobody,
    /// It has not the parts of a line.
    #[error(
        "this is not a line of a signers file; write `who@example.org namespaces=\"{NAMESPACE}\" ssh-ed25519 AAAA…`, with the key as it appears in the signer's `.pub` file"
    )]
    Form,
    /// The signer is not one by name.
    #[error(
        "`{0}` does not name one signer; write the address of each in ASCII letters, without quotes, `*`, `?` and `!`"
    )]
    Principal(String),
    /// It has no namespaces.
    #[error(
        "the key of `{0}` could sign for any purpose; write `namespaces=\"{NAMESPACE}\"` before `ssh-ed25519`"
    )]
    AnyPurpose(String),
    /// Its namespaces are a pattern.
    #[error(
        "`{0}` does not name one purpose; name each, without blanks, `*`, `?` and `!`, as `namespaces=\"{NAMESPACE}\"` does"
    )]
    Pattern(String),
    /// It trusts an authority.
    #[error(
        "`cert-authority` would trust keys that are on no line; remove it, and write a line with each signer's own key"
    )]
    Authority,
    /// It has an option that does not exist.
    #[error(
        "there is no option `{0}`; a line may have `namespaces`, `valid-after` and `valid-before`"
    )]
    Option(String),
    /// There is a comma too many, or a blank.
    #[error(
        "an option is missing next to a comma; write commas between the options, and no blanks"
    )]
    Gap,
    /// It has an option twice.
    #[error("`{0}` appears twice here; keep one of them")]
    Twice(String),
    /// The value of an option has no quotes.
    #[error("the value of `{0}` has to be in quotes, without blanks around `=`; write `{0}=\"…\"`")]
    Quotes(&'static str),
    /// The date of an option is none.
    #[error(
        "`{1}` is not a date that exists; write `{0}=\"20261123\"`, and with a time `{0}=\"202611231800Z\"`"
    )]
    Moment(&'static str, String),
    /// The key is never valid.
    #[error(
        "`valid-after` is not before `valid-before`, so that the key would never be valid; correct one of the two"
    )]
    Never,
    /// The key is of another type.
    #[error(
        "the key is of the type `{0}`, and only Ed25519 is accepted; ask the signer for a key from `ssh-keygen -t ed25519`"
    )]
    KeyType(String),
    /// The key is damaged.
    #[error("the key is damaged; copy it again as it appears in the signer's `.pub` file")]
    DamagedKey,
    /// The key is weak.
    #[error(
        "the key is weak: anybody could sign with it, and no honest program makes such a key; remove the line, and find out who put it there"
    )]
    WeakKey,
    /// The key stands there already.
    #[error(
        "the key is already on line {0}, so that nobody could say which of the two has signed; give each signer a key of their own"
    )]
    SameKey(usize),
}

impl From<KeyError> for LineError {
    fn from(fault: KeyError) -> Self {
        match fault {
            KeyError::Type(name) => Self::KeyType(name),
            KeyError::Damaged => Self::DamagedKey,
            KeyError::Weak => Self::WeakKey,
        }
    }
}

/// What a line is.
enum Line {
    Signer(Signer),
    Other(Other),
}

impl Signers {
    /// Reads a signers file. Empty lines and those that begin with `#` say nothing; a line that names its purposes, and
    /// exports not among them, lets nobody sign.
    ///
    /// # Errors
    /// The first line that cannot be relied on. The file as a whole is refused then: whoever has to trust it should
    /// know what every line says.
    pub fn read(text: &str) -> Result<Self, SignersError> {
        let (mut signers, mut others) = (BTreeMap::<_, Signer>::new(), Vec::new());
        for (number, content) in (1..).zip(text.lines()) {
            // OpenSSH passes over these blanks and no others: a form feed or a non-breaking space is part of a name.
            let content = content.trim_matches([' ', '\t', '\r']);
            if content.is_empty() || content.starts_with('#') {
                continue;
            }
            let refused = |fault| SignersError {
                line: Some(number),
                fault,
            };
            match line(number, content).map_err(refused)? {
                Line::Other(other) => others.push(other),
                Line::Signer(signer) => match signers.entry(signer.key.bytes()) {
                    Entry::Occupied(same) => {
                        return Err(refused(LineError::SameKey(same.get().line)));
                    }
                    Entry::Vacant(free) => {
                        free.insert(signer);
                    }
                },
            }
        }
        if signers.is_empty() && others.is_empty() {
            return Err(SignersError {
                line: None,
                fault: LineError::Nobody,
            });
        }
        Ok(Self { signers, others })
    }

    /// Whose key it is.
    pub(super) fn with_key(&self, key: &PublicKey) -> Option<&Signer> {
        self.signers.get(&key.bytes())
    }

    /// The line that has the key for other purposes.
    pub(super) fn other_with_key(&self, key: &PublicKey) -> Option<&Other> {
        let line = key.line();
        self.others.iter().find(|other| other.key == line)
    }
}

/// Reads `principals options type key comment`.
fn line(number: usize, text: &str) -> Result<Line, LineError> {
    let blank = |character| matches!(character, ' ' | '\t');
    let mut parts = split(text, blank).filter(|part| !part.is_empty());
    let mut part = || parts.next().ok_or(LineError::Form);
    let (who, options) = (part()?, part()?);
    if is_key_type(who) {
        return Err(LineError::Form);
    }
    let any_purpose = || LineError::AnyPurpose(shown(who.as_bytes()));
    if is_key_type(options) {
        return Err(any_purpose());
    }
    let options = Options::read(options)?;
    let namespaces = options.namespaces.ok_or_else(any_purpose)?;
    if let Some(name) = namespaces.iter().find(|name| !is_plain(name)) {
        return Err(LineError::Pattern(shown(name.as_bytes())));
    }
    let (key_type, key) = (part()?, part()?);
    if !namespaces.iter().any(|name| name == NAMESPACE) {
        return Ok(Line::Other(Other {
            line: number,
            namespaces: shown(namespaces.join(",").as_bytes()),
            key: format!("{key_type} {key}"),
        }));
    }
    let principals: Vec<String> = who.split(',').map(str::to_owned).collect();
    if let Some(name) = principals.iter().find(|name| !is_plain(name)) {
        return Err(LineError::Principal(shown(name.as_bytes())));
    }
    if key_type != key::TYPE {
        return Err(LineError::KeyType(shown(key_type.as_bytes())));
    }
    Ok(Line::Signer(Signer {
        line: number,
        principals,
        key: PublicKey::from_text(key)?,
        validity: options.validity,
    }))
}

/// Whether a name stands for itself alone: OpenSSH takes others for patterns (PATTERNS in ssh_config(5)) or for quoted,
/// and people take some letters for others.
fn is_plain(name: &str) -> bool {
    let graphic = name.bytes().all(|byte| byte.is_ascii_graphic());
    graphic && !name.is_empty() && !name.contains(['*', '?', '!', '"', '\\'])
}

/// Whether a word that stands where others may stand is the type of a key already.
fn is_key_type(word: &str) -> bool {
    let types = ["ssh-", "ecdsa-", "sk-"];
    types.iter().any(|begin| word.starts_with(begin))
}
