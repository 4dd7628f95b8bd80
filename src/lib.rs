//! A compiler for control frameworks and the correspondences between them.

pub mod analysis;
pub mod bundled;
pub mod cli;
pub mod compile;
pub mod diagnostic;
pub mod emit;
pub mod format;
pub mod model;
pub mod relation;
pub mod report;
pub mod resolve;
pub mod rules;
pub mod source;
pub mod syntax;
