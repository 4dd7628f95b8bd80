//! Controls with their titles, as templates show them.

use serde::Serialize;

use super::name::Name;
use super::page::Page;
use crate::view::view;
use xwalk_report::posture::NamedControl;

view! {
    /// A control with its title.
    #[derive(Serialize)]
    pub(super) struct Titled<'r> {
        /// The control.
        name: Name<'r>,
        /// Its title.
        title: Option<&'r str>,
    }
}

impl<'r> Titled<'r> {
    /// Where its framework is said beside it.
    pub(super) fn bare(page: Page<'r>, control: &'r NamedControl) -> Self {
        Self {
            name: page.places.bare_name(control),
            title: Some(control.title()),
        }
    }

    pub(super) fn of(page: Page<'r>, control: &'r NamedControl) -> Self {
        Self {
            name: page.places.control_name(control),
            title: Some(control.title()),
        }
    }
}
