//! All frameworks with their controls, and what each identifier means.

use rustc_hash::FxHashMap;

use xwalk_model::{Control, ControlId, Framework, FrameworkId, Table};
use xwalk_source::Origin;
use xwalk_syntax::ast;

/// What an identifier means in its framework.
#[derive(Clone, Copy)]
pub(super) enum Meaning {
    /// The identifier of this control.
    Control(ControlId),
    /// Another name of this control.
    Alias(ControlId),
    /// No longer used: the position among the framework's withdrawn identifiers.
    Withdrawn(usize),
}

/// A withdrawn identifier: its framework and its position there.
pub(super) type Withdrawn = (FrameworkId, usize);

/// Where the successors of a withdrawn identifier lead, if none of them is a control.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DeadEnd {
    /// Back to where they came from.
    Circle,
    /// To other identifiers that are withdrawn, or mean nothing.
    Elsewhere,
}

/// Frameworks and controls as the model will hold them, with the index by name that the model no longer has.
#[derive(Default)]
pub(super) struct Catalogs<'s> {
    pub frameworks: Table<FrameworkId, Framework<'s>>,
    pub controls: Table<ControlId, Control<'s>>,
    pub origins: Vec<Origin>,
    /// Withdrawn identifiers with successors of which none is a control.
    pub dead_ends: FxHashMap<Withdrawn, DeadEnd>,
    pub by_name: FxHashMap<(&'s str, &'s str), FrameworkId>,
    pub identifiers: Vec<FxHashMap<&'s str, Meaning>>,
}

impl<'s> Catalogs<'s> {
    pub fn framework(&self, name: &str, edition: &str) -> Option<FrameworkId> {
        self.by_name.get(&(name, edition)).copied()
    }

    pub fn meaning(&self, framework: FrameworkId, identifier: &str) -> Option<Meaning> {
        self.identifiers
            .get(framework.0 as usize)?
            .get(identifier)
            .copied()
    }

    /// The control that a reference means, whatever way it is named; `home` is the framework of bare identifiers.
    pub fn control(&self, reference: &ast::ControlRef<'_>, home: FrameworkId) -> Option<ControlId> {
        let framework = match &reference.framework {
            Some(written) => self.framework(written.name, written.edition)?,
            None => home,
        };
        match self.meaning(framework, reference.id)? {
            Meaning::Control(control) | Meaning::Alias(control) => Some(control),
            Meaning::Withdrawn(_) => None,
        }
    }

    /// Whether the workspace declares this framework.
    pub fn is_own(&self, framework: FrameworkId) -> bool {
        self.origins.get(framework.0 as usize) == Some(&Origin::Workspace)
    }
}
