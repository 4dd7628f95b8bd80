//! A control as everything in a posture names it.

use std::cell::OnceCell;
use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use serde::{Serialize, Serializer};

use crate::names::short;
use xwalk_model::{ControlId, FrameworkId, Model, Table};

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
    /// Its title.
    pub title: String,
    /// The name of its level: `Subcategory`.
    pub level: String,
    /// How deep it is nested: 0 for functions, chapters and the like.
    pub depth: u8,
    /// Whether it is assessable, and counted.
    pub assessable: bool,
    /// Its framework, `nist-csf@2.0`.
    pub framework: Arc<str>,
    /// The name of its framework for headers of columns: `NIST CSF 2.0`.
    pub short: Arc<str>,
    /// The control directly above it.
    pub above: Option<NamedControl>,
}

impl NamedControl {
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

    /// Its title.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.0.title
    }

    /// The name of its framework for headers of columns: `NIST CSF 2.0`.
    #[must_use]
    pub fn short(&self) -> &str {
        &self.0.short
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

impl Deref for NamedControl {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for NamedControl {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl PartialEq for NamedControl {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for NamedControl {}

impl PartialOrd for NamedControl {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for NamedControl {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl fmt::Display for NamedControl {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self)
    }
}

impl fmt::Debug for NamedControl {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), formatter)
    }
}

impl Serialize for NamedControl {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

/// The controls of a model by name, each made when it is named first.
pub(super) struct NamedControls {
    controls: Table<ControlId, OnceCell<NamedControl>>,
    frameworks: Table<FrameworkId, [Arc<str>; 2]>,
}

impl NamedControls {
    pub fn new(model: &Model<'_>) -> Self {
        let frameworks = model.frameworks.values();
        Self {
            controls: model.controls.ids().map(|_| OnceCell::new()).collect(),
            frameworks: frameworks
                .map(|framework| [framework.label().into(), short(framework).into()])
                .collect(),
        }
    }

    pub fn control(&self, model: &Model<'_>, id: ControlId) -> NamedControl {
        let named = self.controls[id].get_or_init(|| {
            let control = &model.controls[id];
            let [framework, short] = &self.frameworks[control.framework];
            let level = model.frameworks[control.framework].level_name(control.depth);
            NamedControl(Arc::new(Named {
                control: format!("{framework}:{}", control.identifier),
                identifier: control.identifier.to_owned(),
                title: control.title.clone().into_owned(),
                level: level.into_owned(),
                depth: control.depth,
                assessable: control.assessable,
                framework: Arc::clone(framework),
                short: Arc::clone(short),
                above: control.parent.map(|parent| self.control(model, parent)),
            }))
        });
        named.clone()
    }
}
