//! How text looks.

/// How text looks: a class of `templates/pictures.css`, and what a reader of the style would see of its measures.
#[derive(Clone, Copy, Debug)]
pub(super) struct Face {
    /// The class.
    pub class: &'static str,
    /// The size in units of the drawing, as the style gives it.
    pub size: i64,
    /// Whether the style makes it bold.
    pub bold: bool,
}

const fn face(class: &'static str, size: i64, bold: bool) -> Face {
    Face { class, size, bold }
}

/// What is read first.
pub(super) const STRONG: Face = face("strong", 14, true);
/// What explains.
pub(super) const SOFT: Face = face("soft", 12, false);
/// What is small, and read all the same.
pub(super) const SMALL: Face = face("small", 12, false);
/// The numbers that a picture is about.
pub(super) const FIGURE: Face = face("figure", 12, true);
/// What stands for a verdict.
pub(super) const SIGN: Face = face("verdict-sign", 15, true);
/// What needs somebody to act.
pub(super) const ALARM: Face = face("alarm", 12, true);

/// From where a text goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}
