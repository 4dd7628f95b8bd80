//! What is proved, in the data: all but the proofs, which the page itself holds.

use serde::Serialize;

use super::words::Words;
use crate::report::Proved;

/// A proved pair as an array; numbers name `words` unless said otherwise.
#[derive(Serialize)]
pub(super) struct Pairing(
    usize,      // source, a control
    usize,      // target, a control
    usize,      // relation
    usize,      // relation read from the target
    usize,      // status
    Vec<usize>, // rationales
    Option<u8>, // strength
    usize,      // confidence
    usize,      // what the rows on the pair say
    usize,      // how many rows prove it
);

/// One proved pair.
pub(super) fn pairing<'r>(proved: &'r Proved<'_>, words: &mut Words<'r>) -> Pairing {
    let rationales = proved.rationales.iter();
    Pairing(
        proved.source,
        proved.target,
        words.number(Some(&proved.relation)),
        words.number(Some(&proved.converse)),
        words.number(Some(proved.status)),
        rationales
            .map(|rationale| words.number(Some(rationale)))
            .collect(),
        proved.strength,
        words.number(proved.confidence.as_deref()),
        words.number(proved.stated.as_deref()),
        proved.rows(),
    )
}
