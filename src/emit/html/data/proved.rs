//! What is proved, in the data: all but the proofs, which the page itself holds.

use super::table::entry;
use super::words::Words;
use xwalk_report::{ControlAt, Proved};

entry! {
    /// A proved pair; its words are numbers of `words`.
    pub(super) struct Pairing {
        source: ControlAt,
        target: ControlAt,
        relation: usize,
        /// The relation read from the target.
        converse: usize,
        status: usize,
        rationales: Vec<usize>,
        strength: Option<u8>,
        confidence: usize,
        /// What the rows on the pair say.
        stated: usize,
        /// How many rows prove it.
        rows: usize,
    }
}

/// One proved pair.
pub(super) fn pairing<'r>(proved: &'r Proved<'_>, words: &mut Words<'r>) -> Pairing {
    let rationales = proved.rationales.iter();
    Pairing {
        source: proved.source,
        target: proved.target,
        relation: words.number(Some(&proved.relation)),
        converse: words.number(Some(&proved.converse)),
        status: words.number(Some(proved.status.word())),
        rationales: rationales
            .map(|rationale| words.number(Some(rationale)))
            .collect(),
        strength: proved.strength,
        confidence: words.number(proved.confidence.as_deref()),
        stated: words.number(proved.stated.as_deref()),
        rows: proved.rows(),
    }
}
