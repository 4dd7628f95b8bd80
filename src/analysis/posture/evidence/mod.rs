//! Whether evidence bears out what it is said to support.

mod budget;
mod examine;
mod expression;
mod probe;
mod unsupported;
mod why;

pub use examine::{Deficiency, DeficiencyKind, Examined, examine};
pub use probe::Failure;
pub use unsupported::{Unsupported, unsupported};
pub use why::why;
