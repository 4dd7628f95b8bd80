//! The question: who signed this document, and may they?

use super::options::Bound;
use super::signature::{Signature, SignatureError};
use super::signers::{Signer, Signers};
use xwalk_syntax::ast::Date;

/// Why nobody can be named who may sign and has signed this document.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VerificationError {
    /// The signature counts for no document.
    #[error("{0}")]
    Signature(#[from] SignatureError),
    /// The key stands in no line.
    #[error(
        "the key {0} that signed is not in the signers file; ask the signer through another channel whether it is theirs, and add its line only then"
    )]
    Unknown(String),
    /// The key may sign for other purposes only.
    #[error(
        "the key that signed is on line {line} of the signers file, but only for `{namespaces}`; if it may sign posture exports, add `{}` there",
        super::NAMESPACE
    )]
    OtherPurpose {
        /// The line of the signers file.
        line: usize,
        /// What the key may sign.
        namespaces: String,
    },
    /// The document is not what was signed.
    #[error(
        "the signature does not belong to this document: the document was changed after it was signed, or the signature is that of another; ask the signer for both files again"
    )]
    Changed,
    /// The key was not valid, not yet or not any more.
    #[error(
        "according to line {line} of the signers file, the key of `{who}` is valid only {bound}, and so not for the whole of {day}; ask the signer for an export signed with a key that is valid"
    )]
    NotValid {
        /// The signer.
        who: String,
        /// The line of the signers file.
        line: usize,
        /// The end of the validity that the day lies beyond.
        bound: Bound,
        /// The day of the question.
        day: Date,
    },
}

/// Who signed exactly this document, with the text of its `.sig` file, the signers that are allowed, and the day for
/// which their keys have to be valid.
///
/// # Errors
/// The first reason why the signature is not valid.
pub fn check<'s>(
    document: &[u8],
    signature: &[u8],
    signers: &'s Signers,
    day: Date,
) -> Result<&'s Signer, VerificationError> {
    let signature = Signature::read(signature)?;
    let Some(signer) = signers.with_key(signature.key()) else {
        return Err(match signers.other_with_key(signature.key()) {
            Some(other) => VerificationError::OtherPurpose {
                line: other.line,
                namespaces: other.namespaces.clone(),
            },
            None => VerificationError::Unknown(signature.key().fingerprint()),
        });
    };
    if !signature.covers(document) {
        return Err(VerificationError::Changed);
    }
    match signer.validity.broken_on(day) {
        None => Ok(signer),
        Some(bound) => Err(VerificationError::NotValid {
            who: signer.principals.join(","),
            line: signer.line,
            bound,
            day,
        }),
    }
}
