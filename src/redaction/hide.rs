//! Values give way to their digests.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::digest::digest;
use super::place::order;
use super::{Disclosure, HIDDEN, Salts};

/// Hides the values at these places, and answers with what shows them again, in the order of the document.
///
/// What is hidden within something that is hidden stays so when that is shown: places are taken from the innermost
/// outwards. A place that the document has not is passed over.
pub fn hide(
    document: &mut Value,
    places: impl IntoIterator<Item = String>,
    salts: &Salts<'_>,
) -> Vec<Disclosure> {
    let places: BTreeSet<String> = places.into_iter().collect();
    let mut places: Vec<String> = places.into_iter().collect();
    places.sort_by_cached_key(|place| Reverse(order(place)));
    let mut disclosures: Vec<Disclosure> = places
        .into_iter()
        .filter_map(|path| {
            let place = document.pointer_mut(&path)?;
            let value = place.take();
            let salt = salts.of(&path, &value);
            *place = json!({ HIDDEN: digest(&salt, &path, &value) });
            Some(Disclosure { path, salt, value })
        })
        .collect();
    disclosures.reverse();
    disclosures
}
