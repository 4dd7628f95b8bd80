//! Signatures of exports: what counts, what is refused, and that OpenSSH agrees.

mod forger;

mod altered;
mod exports;
mod forged;
mod keys;
mod openssh;
mod program;
mod signers;

pub use forger::{DOCUMENT as POSTURE, Forger, signers_file};
