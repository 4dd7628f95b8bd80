//! How a hidden value is marked.

/// The one member of the object that stands in the place of a hidden value.
pub const HIDDEN: &str = "hidden";
