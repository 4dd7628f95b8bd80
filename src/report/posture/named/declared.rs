//! What an organization declares, as everything else in its posture names it.

use super::by_name;

/// Something that is declared by a name: a role, a risk, a piece of evidence, an assessment, an initiative, a technology.
#[derive(Clone, Copy)]
pub struct Declared<'m> {
    /// Its name, which is all that a document shows of it.
    pub name: &'m str,
    /// Its title; its name where it has none.
    pub title: &'m str,
}

impl<'m> Declared<'m> {
    /// Its name.
    #[must_use]
    pub const fn as_str(&self) -> &'m str {
        self.name
    }
}

by_name!(Declared<'m>, 'm);

impl<'m> From<Declared<'m>> for &'m str {
    fn from(declared: Declared<'m>) -> Self {
        declared.name
    }
}
