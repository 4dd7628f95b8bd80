//! Tables of the data: the names of the fields once, then each entry as an array in their order.
//!
//! The script makes objects of that, so that nothing in it counts positions.

use std::marker::PhantomData;

use serde::{Serialize, Serializer};

/// An entry of a table.
pub(super) trait Entry: Serialize {
    /// The names of its fields, in order.
    const NAMES: &'static [&'static str];
}

/// A table.
#[derive(Serialize)]
#[serde(bound(serialize = "E: Entry"))]
pub(super) struct Table<E> {
    #[serde(serialize_with = "names::<E, _>")]
    names: PhantomData<E>,
    entries: Vec<E>,
}

fn names<E: Entry, S: Serializer>(_: &PhantomData<E>, serializer: S) -> Result<S::Ok, S::Error> {
    E::NAMES.serialize(serializer)
}

impl<E: Entry> FromIterator<E> for Table<E> {
    fn from_iter<I: IntoIterator<Item = E>>(entries: I) -> Self {
        Self {
            names: PhantomData,
            entries: entries.into_iter().collect(),
        }
    }
}

/// Declares an entry: a struct that is written as an array, and whose names are those that the script reads.
macro_rules! entry {
    (
        $(#[$attribute:meta])*
        $visibility:vis struct $name:ident $(<$life:lifetime>)? {
            $( $(#[$about:meta])* $inner:vis $field:ident : $kind:ty ),+ $(,)?
        }
    ) => {
        $(#[$attribute])*
        $visibility struct $name $(<$life>)? {
            $( $(#[$about])* $inner $field: $kind, )+
        }

        impl $(<$life>)? $crate::data::table::Entry for $name $(<$life>)? {
            const NAMES: &'static [&'static str] = &[ $( stringify!($field) ),+ ];
        }

        impl $(<$life>)? serde::Serialize for $name $(<$life>)? {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeTuple as _;
                let names = <Self as $crate::data::table::Entry>::NAMES;
                let mut array = serializer.serialize_tuple(names.len())?;
                $( array.serialize_element(&self.$field)?; )+
                array.end()
            }
        }
    };
}
pub(super) use entry;
