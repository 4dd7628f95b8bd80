//! One file per question that is asked of a model.

mod verdict;

mod bond;
mod standing;

mod between;
mod contradicted;
mod coverage;
mod gaps;
mod judge;
mod per_control;
mod reason;
mod silence;

mod facts;

pub use contradicted::{ContradictedSilence, contradicted_silences};
pub use coverage::{Coverage, Covered, Judgement};
pub use facts::{Facts, Options, analyse, coverage_between};
pub use reason::Reason;
pub use silence::{claims_complete, in_scope, silent_controls};
pub use standing::Standing;
pub use verdict::{Basis, Tally, Verdict};
