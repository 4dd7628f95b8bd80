//! One file per question that is asked of a model.

mod verdict;

pub use verdict::{Basis, Tally, Verdict};
