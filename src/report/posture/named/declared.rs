//! What an organization declares, as everything else in its posture names it.

use std::borrow::Cow;

use super::by_name;

/// Something that is declared by a name: a role, a risk, a piece of evidence, an assessment, an initiative, a technology.
#[derive(Clone, Copy)]
pub struct Declared<'m> {
    /// Its name, which is all that a document shows of it.
    pub name: &'m str,
    /// Its title; its name where it has none.
    pub title: &'m str,
    /// What it is declared in, where its name alone does not tell it from another one: the roadmap of an initiative.
    pub within: Option<&'m str>,
}

impl<'m> Declared<'m> {
    /// Its name.
    #[must_use]
    pub const fn as_str(&self) -> &'m str {
        self.name
    }

    /// What tells it from all others of its kind: its name, `roadmap/name` where that is not enough.
    #[must_use]
    pub fn key(&self) -> Cow<'m, str> {
        match self.within {
            Some(within) => format!("{within}/{}", self.name).into(),
            None => self.name.into(),
        }
    }
}

by_name!(Declared<'m>, 'm);

impl<'m> From<Declared<'m>> for &'m str {
    fn from(declared: Declared<'m>) -> Self {
        declared.name
    }
}
