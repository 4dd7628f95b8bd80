//! Networks as large as wanted, made from hidden sets.
//!
//! Every node stands for a range of numbers, and a true statement says how two such ranges lie. So all true statements
//! together have a model, however many there are, and a contradiction needs a false one. The same plan always gives the
//! same network.

mod chain;
mod collection;
mod draft;
mod extent;
mod file;
mod hub;
mod refuted;
mod spoke;

pub use chain::{Chain, chain};
pub use collection::{Collection, collection};
pub use draft::Generated;
pub use file::{read, write};
