//! A control as everything in a posture names it.

use std::sync::Arc;

use super::{NamedFramework, by_name};
use xwalk_model::Control;

/// A control by its name, `nist-csf@2.0:PR.AA-05`, which is all that a document shows of it. What is known of the control
/// comes along, so that nobody has to look it up by the name.
#[derive(Clone)]
pub struct NamedControl(Arc<Named>);

/// A control, and what it is called.
#[derive(Debug)]
pub struct Named {
    /// With its framework: `nist-csf@2.0:PR.AA-05`.
    pub control: String,
    /// `PR.AA-05`.
    pub identifier: String,
    /// Its title, in the words of an overlay where one words it.
    pub title: String,
    /// Its title in the words of its framework.
    pub own_title: String,
    /// The name of its level: `Subcategory`.
    pub level: String,
    /// Its place among all controls, those of a framework in the order of that.
    pub place: usize,
    /// How deep it is nested: 0 for functions, chapters and the like.
    pub depth: u8,
    /// Whether it is assessable, and counted.
    pub assessable: bool,
    /// Its framework.
    pub framework: NamedFramework,
    /// The control directly above it.
    pub above: Option<NamedControl>,
}

impl NamedControl {
    pub(super) fn new(
        (place, control): (usize, &Control<'_>),
        framework: NamedFramework,
        (level, title): (String, &str),
        above: Option<Self>,
    ) -> Self {
        Self(Arc::new(Named {
            control: format!("{framework}:{}", control.identifier),
            identifier: control.identifier.to_owned(),
            title: title.to_owned(),
            own_title: control.title.clone().into_owned(),
            level,
            place,
            depth: control.depth,
            assessable: control.assessable,
            framework,
            above,
        }))
    }

    /// With its framework: `nist-csf@2.0:PR.AA-05`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0.control
    }

    /// What is known of it.
    #[must_use]
    pub fn named(&self) -> &Named {
        &self.0
    }

    /// How deep it is nested: 0 for functions, chapters and the like.
    #[must_use]
    pub fn depth(&self) -> u8 {
        self.0.depth
    }

    /// Whether it stands at the top of its framework, as functions and chapters do.
    #[must_use]
    pub fn is_top(&self) -> bool {
        self.0.depth == 0
    }

    /// `PR.AA-05`.
    #[must_use]
    pub fn identifier(&self) -> &str {
        &self.0.identifier
    }

    /// Its title, in the words of an overlay where one words it.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.0.title
    }

    /// Its title in the words of its framework, for whoever may not read those of overlays.
    #[must_use]
    pub fn own_title(&self) -> &str {
        &self.0.own_title
    }

    /// The name of its framework for headers of columns: `NIST CSF 2.0`.
    #[must_use]
    pub fn short(&self) -> &str {
        self.0.framework.short()
    }

    /// The control at the top under which it is nested, its function; itself at the top.
    #[must_use]
    pub fn section(&self) -> &Self {
        self.0.above.as_ref().map_or(self, Self::section)
    }

    /// The control directly above it; itself at the top.
    #[must_use]
    pub fn parent(&self) -> &Self {
        self.0.above.as_ref().unwrap_or(self)
    }
}

by_name!(NamedControl);
