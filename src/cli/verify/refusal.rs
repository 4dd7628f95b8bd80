//! Why an export is not to be relied on, in a word.

use std::borrow::Cow;

use crate::export::ExportError;
use xwalk_report::published::Vocabulary;
use xwalk_seal::{SignatureError, VerificationError};

/// Why an export must not be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusalKind {
    /// The signature file holds none.
    NoSignature,
    /// The signature is not written as it was made.
    Rewritten,
    /// The key or the method is of another kind.
    KeyType,
    /// Others than the holder of the key could sign with it.
    WeakKey,
    /// It was signed for another purpose.
    Purpose,
    /// The signature is broken otherwise.
    Form,
    /// The key stands in no line of the signers file.
    UnknownKey,
    /// The document is not what was signed.
    Changed,
    /// The key is not valid on that day.
    Validity,
    /// What was signed is no export.
    NoExport,
    /// The export is of a version that is not known.
    Version,
    /// The export could be read in two ways.
    Spelling,
    /// The export does not say of itself what exports say.
    Members,
    /// The export is for somebody else.
    Audience,
    /// The export speaks of a day to come.
    Future,
    /// The export is not valid any more.
    Expired,
    /// The export does not follow the one before.
    Previous,
    /// What is shown is not what is hidden.
    Disclosure,
}

impl Vocabulary for RefusalKind {
    const NAME: &'static str = "RefusalKind";
    const ABOUT: &'static str = "Why the export must not be relied on. The signature: `no-signature`, `rewritten`, `key-type`, `weak-key`, `purpose`, `form`, `unknown-key`, `changed`, `validity`. The export: `no-export`, `version`, `spelling`, `members`. What the reader expects of it: `audience`, `future`, `expired`, `previous`, `disclosure`.";

    fn all() -> impl Iterator<Item = Self> {
        [
            Self::NoSignature,
            Self::Rewritten,
            Self::KeyType,
            Self::WeakKey,
            Self::Purpose,
            Self::Form,
            Self::UnknownKey,
            Self::Changed,
            Self::Validity,
            Self::NoExport,
            Self::Version,
            Self::Spelling,
            Self::Members,
            Self::Audience,
            Self::Future,
            Self::Expired,
            Self::Previous,
            Self::Disclosure,
        ]
        .into_iter()
    }

    fn word(self) -> Cow<'static, str> {
        match self {
            Self::NoSignature => "no-signature",
            Self::Rewritten => "rewritten",
            Self::KeyType => "key-type",
            Self::WeakKey => "weak-key",
            Self::Purpose => "purpose",
            Self::Form => "form",
            Self::UnknownKey => "unknown-key",
            Self::Changed => "changed",
            Self::Validity => "validity",
            Self::NoExport => "no-export",
            Self::Version => "version",
            Self::Spelling => "spelling",
            Self::Members => "members",
            Self::Audience => "audience",
            Self::Future => "future",
            Self::Expired => "expired",
            Self::Previous => "previous",
            Self::Disclosure => "disclosure",
        }
        .into()
    }
}

impl From<&VerificationError> for RefusalKind {
    fn from(error: &VerificationError) -> Self {
        match error {
            VerificationError::Signature(error) => match error {
                SignatureError::NotOne | SignatureError::CutOff => Self::NoSignature,
                SignatureError::Rewritten => Self::Rewritten,
                SignatureError::KeyType(_) | SignatureError::Method(_) => Self::KeyType,
                SignatureError::WeakKey => Self::WeakKey,
                SignatureError::Namespace(_) => Self::Purpose,
                _ => Self::Form,
            },
            VerificationError::OtherPurpose { .. } => Self::Purpose,
            VerificationError::Unknown(_) => Self::UnknownKey,
            VerificationError::Changed => Self::Changed,
            VerificationError::NotValid { .. } => Self::Validity,
        }
    }
}

impl From<ExportError> for RefusalKind {
    fn from(error: ExportError) -> Self {
        match error {
            ExportError::Other => Self::NoExport,
            ExportError::Version => Self::Version,
            ExportError::Spelling => Self::Spelling,
            ExportError::Members => Self::Members,
        }
    }
}
