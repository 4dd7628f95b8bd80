//! The row templates of a page, and the fragments that are filled from them.

use super::fragment::Fragment;
use super::kit::Kit;
use super::templates::Templates;
use super::view::{Value, View};
use xwalk_format::EmitError;

/// Where the row templates of a page are.
#[derive(Clone, Copy)]
pub(super) struct Rows<'t> {
    pub(super) kit: &'static Kit,
    pub(super) templates: &'t Templates,
}

impl Rows<'_> {
    /// Views, each of which fills the template `NAME.row.hbs`; other templates put them there by that name.
    pub(super) fn fragment<'f, V: Value + View, I: Iterator<Item = V>>(
        self,
        name: &'static str,
        index: usize,
        views: impl Fn() -> I + Send + Sync + 'f,
    ) -> Result<Fragment<'f>, EmitError> {
        let row = format!("{name}.row.hbs");
        let row = self.templates.row::<V>(self.kit, &row)?;
        Ok(Fragment::rows(name, index, row, views))
    }
}
