//! What can be hidden from an audience.

use serde::{Serialize, Serializer};

use super::Form;

/// A value that can be hidden from an audience. It is written as it is; hidden it is in the document that is made.
#[derive(Serialize)]
#[serde(transparent)]
pub struct Hideable<T>(pub T);

impl<T> Hideable<T> {
    /// Several values, each of which can be hidden by itself.
    pub fn all(values: impl IntoIterator<Item = T>) -> Vec<Self> {
        values.into_iter().map(Self).collect()
    }
}

impl<F: Form<T>, T: ?Sized> Form<T> for Hideable<F> {
    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        F::write(value, serializer)
    }
}
