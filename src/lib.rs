//! A compiler for control frameworks and the correspondences between them.

pub mod source;
pub mod diagnostic;
pub mod relation;
pub mod syntax;
pub mod model;
