//! The files that a page is made of.

use super::view::Shape;
use xwalk_format::EmitError;

/// How the names of row templates end.
pub(super) const ROW: &str = ".row.hbs";

/// A file of `templates/`, and what it is filled with.
#[derive(Debug)]
pub struct Part {
    /// The name of the file, which says what it is: `NAME.row.hbs` a row, `NAME.hbs` any other template.
    pub name: &'static str,
    /// The text that comes with the program.
    pub text: &'static str,
    /// The variables that it may name; none for style and script.
    pub shape: Option<&'static Shape>,
}

/// A file of `templates/` as a [`Part`].
macro_rules! part {
    ($name:literal) => {
        $crate::kit::Part {
            name: $name,
            text: include_str!(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/../../../templates/",
                $name
            )),
            shape: None,
        }
    };
    ($name:literal, $view:ident) => {
        $crate::kit::Part {
            name: $name,
            text: include_str!(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/../../../templates/",
                $name
            )),
            shape: Some(&<$view as $crate::view::Value>::SHAPE),
        }
    };
}
pub(super) use part;

/// The files that make a page: a frame, its partials and rows; its style and its script, each of one file or several.
#[derive(Debug)]
pub(super) struct Kit {
    /// The name of the format.
    pub(super) format: &'static str,
    /// The partial with which it begins.
    pub(super) frame: &'static str,
    /// All of them.
    pub(super) parts: &'static [Part],
}

impl Part {
    pub(super) fn is_row(&self) -> bool {
        self.name.ends_with(ROW)
    }

    /// The name of a partial: neither row nor style nor script.
    pub(super) fn partial(&self) -> Option<&'static str> {
        let name = self.name.strip_suffix(".hbs");
        name.filter(|_| !self.is_row())
    }
}

impl Kit {
    pub(super) fn error(&self, reason: &impl ToString) -> EmitError {
        EmitError {
            format: self.format,
            reason: reason.to_string(),
        }
    }
}
