//! Objects by their identifiers.

use serde::{Serialize, Serializer};

/// Objects by their identifiers, in the order in which a reader wants them and not in that of the identifiers.
pub(super) struct Dictionary<T>(Vec<(String, T)>);

impl<T> Dictionary<T> {
    /// The object of an identifier, once, however often it is put in.
    pub(super) fn once(&mut self, identifier: &str, object: impl FnOnce() -> T) {
        if !self.0.iter().any(|(known, _)| known == identifier) {
            self.0.push((identifier.to_owned(), object()));
        }
    }
}

impl<T> Default for Dictionary<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> From<Vec<(String, T)>> for Dictionary<T> {
    fn from(objects: Vec<(String, T)>) -> Self {
        Self(objects)
    }
}

impl<T: Serialize> Serialize for Dictionary<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(
            self.0
                .iter()
                .map(|(identifier, object)| (identifier, object)),
        )
    }
}
