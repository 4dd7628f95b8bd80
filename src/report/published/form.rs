//! Fields that are written in a form of another type: `#[serde(with = "As::<Option<Day>>")]` writes an optional date as a
//! day, and describes it as one.

use std::fmt::Display;
use std::marker::PhantomData;

use serde::{Serialize, Serializer};

/// The way in which values of a type are written.
pub trait Form<T: ?Sized> {
    /// Writes a value.
    ///
    /// # Errors
    /// None but the serializer's own.
    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error>;
}

/// A field that is written in a form of another name: for `#[serde(with = "…")]`.
pub struct As<F>(PhantomData<F>);

impl<F> As<F> {
    /// What serde calls.
    ///
    /// # Errors
    /// None but the serializer's own.
    pub fn serialize<T, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error>
    where
        F: Form<T>,
    {
        F::write(value, serializer)
    }
}

/// A value in a form.
struct Written<'a, F, T>(&'a T, PhantomData<F>);

impl<F: Form<T>, T> Serialize for Written<'_, F, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        F::write(self.0, serializer)
    }
}

/// As it is printed.
impl<T: Display> Form<T> for String {
    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(value)
    }
}

impl<F: Form<T>, T> Form<Option<T>> for Option<F> {
    fn write<S: Serializer>(value: &Option<T>, serializer: S) -> Result<S::Ok, S::Error> {
        let written = value
            .as_ref()
            .map(|value| Written::<F, T>(value, PhantomData));
        written.serialize(serializer)
    }
}

impl<F: Form<T>, T> Form<Vec<T>> for Vec<F> {
    fn write<S: Serializer>(values: &Vec<T>, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(
            values
                .iter()
                .map(|value| Written::<F, T>(value, PhantomData)),
        )
    }
}

/// Says what is built and written in the place of a value.
macro_rules! written_as {
    ($view:ty: $value:ty, |$name:pat_param| $built:expr) => {
        impl $crate::published::Form<$value> for $view {
            fn write<S: serde::Serializer>(
                $name: &$value,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                serde::Serialize::serialize(&$built, serializer)
            }
        }
    };
}
pub(crate) use written_as;
