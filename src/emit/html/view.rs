//! What a template is filled with: views, whose names and forms are known before anything is filled.
//!
//! A view is declared once, by `view!`. From that come the struct, the way in which a row template reads it, and the list of
//! its variables, against which templates are checked and from which `docs/templates.md` is written.

use std::borrow::Cow;

/// What can be done with a variable in a template.
#[derive(Debug)]
pub enum Shape {
    /// A text or a number, which can be written.
    Text,
    /// Yes or no, which can only be asked for.
    Flag,
    /// What may be missing.
    Optional(&'static Shape),
    /// Several, to be gone through.
    List(&'static Shape),
    /// What has variables of its own.
    View(&'static [Variable]),
}

impl Shape {
    /// The variable of this name: its position and what can be done with it; else why there is none.
    pub(super) fn variable(&self, name: &str) -> Result<(usize, &'static Self), String> {
        let variables = match self {
            Self::View(variables) | Self::Optional(Self::View(variables)) => *variables,
            _ => return Err(format!("there is no `{name}` here; write `this`")),
        };
        let mut numbered = variables.iter().enumerate();
        let found = numbered.find(|(_, variable)| variable.name == name);
        found
            .map(|(position, variable)| (position, variable.shape))
            .ok_or_else(|| {
                let known: Vec<_> = variables.iter().map(|variable| variable.name).collect();
                format!("there is no `{name}` here; there are {}", known.join(", "))
            })
    }

    /// Whether it can be written.
    pub(super) const fn is_text(&self) -> bool {
        matches!(self, Self::Text | Self::Optional(Self::Text))
    }
}

/// A variable of a view.
#[derive(Debug)]
pub struct Variable {
    /// Its name in a template.
    pub name: &'static str,
    /// What it is, in words.
    pub about: &'static str,
    /// What can be done with it.
    pub shape: &'static Shape,
}

/// The value of a variable, as a row template reads it.
#[derive(Clone, Copy)]
pub(super) enum Field<'v> {
    Text(&'v str),
    Number(usize),
    Flag(bool),
    Nothing,
    List(&'v dyn List),
    View(&'v dyn View),
}

/// Anything that a template can read.
pub(super) trait Value {
    /// Its shape, known without a value.
    const SHAPE: Shape;

    /// The value.
    fn field(&self) -> Field<'_>;
}

/// Several values.
pub(super) trait List {
    fn length(&self) -> usize;
    fn entry(&self, at: usize) -> Field<'_>;
}

/// A value with variables of its own.
pub(super) trait View {
    /// Hands out the values of all variables, in the order of its shape.
    fn read(&self, reader: &mut dyn FnMut(&[Field<'_>]));
}

/// Declares a view: a struct whose fields are the variables of a template, and whose comments say what they are.
macro_rules! view {
    (
        $(#[$attribute:meta])*
        $visibility:vis struct $name:ident $(<$life:lifetime>)? {
            $( $(#[doc = $about:literal])+ $inner:vis $field:ident : $kind:ty ),+ $(,)?
        }
    ) => {
        $(#[$attribute])*
        $visibility struct $name $(<$life>)? {
            $( $(#[doc = $about])+ $inner $field: $kind, )+
        }

        impl $(<$life>)? $crate::view::Value for $name $(<$life>)? {
            const SHAPE: $crate::view::Shape = $crate::view::Shape::View(&[
                $( $crate::view::Variable {
                    name: stringify!($field),
                    about: concat!($($about),+),
                    shape: &<$kind as $crate::view::Value>::SHAPE,
                }, )+
            ]);

            fn field(&self) -> $crate::view::Field<'_> {
                $crate::view::Field::View(self)
            }
        }

        impl $(<$life>)? $crate::view::View for $name $(<$life>)? {
            fn read(&self, reader: &mut dyn FnMut(&[$crate::view::Field<'_>])) {
                reader(&[ $( $crate::view::Value::field(&self.$field), )+ ]);
            }
        }
    };
}
pub(super) use view;

impl Value for str {
    const SHAPE: Shape = Shape::Text;

    fn field(&self) -> Field<'_> {
        Field::Text(self)
    }
}

impl Value for String {
    const SHAPE: Shape = Shape::Text;

    fn field(&self) -> Field<'_> {
        Field::Text(self)
    }
}

impl Value for Cow<'_, str> {
    const SHAPE: Shape = Shape::Text;

    fn field(&self) -> Field<'_> {
        Field::Text(self)
    }
}

impl Value for usize {
    const SHAPE: Shape = Shape::Text;

    fn field(&self) -> Field<'_> {
        Field::Number(*self)
    }
}

impl Value for bool {
    const SHAPE: Shape = Shape::Flag;

    fn field(&self) -> Field<'_> {
        Field::Flag(*self)
    }
}

impl<T: Value + ?Sized> Value for &T {
    const SHAPE: Shape = T::SHAPE;

    fn field(&self) -> Field<'_> {
        T::field(self)
    }
}

impl<T: Value> Value for Option<T> {
    const SHAPE: Shape = Shape::Optional(&T::SHAPE);

    fn field(&self) -> Field<'_> {
        self.as_ref().map_or(Field::Nothing, T::field)
    }
}

impl<T: Value> Value for Vec<T> {
    const SHAPE: Shape = Shape::List(&T::SHAPE);

    fn field(&self) -> Field<'_> {
        Field::List(self)
    }
}

impl<T: Value> List for Vec<T> {
    fn length(&self) -> usize {
        self.len()
    }

    fn entry(&self, at: usize) -> Field<'_> {
        self.get(at).map_or(Field::Nothing, T::field)
    }
}

impl Field<'_> {
    /// Whether `{{#if}}` takes it for given: neither missing nor empty nor zero nor no.
    pub(super) fn is_given(self) -> bool {
        match self {
            Self::Text(text) => !text.is_empty(),
            Self::Number(number) => number > 0,
            Self::Flag(flag) => flag,
            Self::Nothing => false,
            Self::List(list) => list.length() > 0,
            Self::View(_) => true,
        }
    }
}
