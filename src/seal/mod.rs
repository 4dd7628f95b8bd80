//! Detached signatures of exports: who has signed these very bytes, and may they?
//!
//! Bytes in, answers out: a document, its signature and the signers that are allowed are given, and the answer names
//! who signed, or says in one sentence why the signature is not valid. Private keys are never seen here; making a
//! signature is the work of `ssh-keygen` and the agent.
//!
//! The form is OpenSSH's (`PROTOCOL.sshsig`, and "ALLOWED SIGNERS" in ssh-keygen(1)), so that anybody can check the
//! same without this program. What is accepted is narrower, so that there is one way to write what counts:
//!
//! - one kind of key, Ed25519, and none for which somebody other than its holder could sign;
//! - one purpose, [`NAMESPACE`], which both the signature and the line of the signer have to name;
//! - one spelling: armour and blob are what `ssh-keygen` writes, byte by byte. Whoever changes a byte of a signature has
//!   no second signature that counts.
//!
//! What a document says of itself (issuer, audience, dates) is not looked at: that is for whoever reads the document,
//! from the same bytes, after [`check`] has named the signer.

mod purpose;
mod wire;

mod key;

mod armour;
mod signature;

mod options;
mod signers;

mod check;

pub use check::{VerificationError, check};
pub use key::{KeyError, PublicKey};
pub use options::{Bound, Moment};
pub use purpose::NAMESPACE;
pub use signature::{Signature, SignatureError};
pub use signers::{LineError, Signer, Signers, SignersError};
