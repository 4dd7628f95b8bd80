//! What an output format is, and what all formats share.

mod artifact;
mod emitter;
pub mod names;

pub use artifact::{Artifact, EmitError};
pub use emitter::Emitter;
