//! Which frameworks mappings connect.

use std::collections::BTreeMap;

use xwalk_model::{FrameworkId, MappingId, Model};

/// The mappings between each two frameworks, in either direction. A mapping of a framework onto itself covers nothing.
pub(super) fn connected(model: &Model<'_>) -> BTreeMap<(FrameworkId, FrameworkId), Vec<MappingId>> {
    let mut connected: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (id, mapping) in model.mappings.iter() {
        let (from, to) = (mapping.from, mapping.to);
        if from != to {
            let pair = (from.min(to), from.max(to));
            connected.entry(pair).or_default().push(id);
        }
    }
    connected
}
