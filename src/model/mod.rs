//! The model: inert tables with typed ids. No name is looked up by text any more.
//!
//! Invariants, kept by `resolve`:
//! - (those of posture stand in its own folder;)
//! - frameworks are ordered by name and edition, mappings, overlays and policies by name;
//! - the controls of a framework are contiguous and in preorder, so that a subtree is a range;
//! - the rows of a mapping are contiguous and in the order of its text; a row is one claim (one target side);
//! - every id in a table points into the model that holds it.

mod control;
mod framework;
mod mapping;
mod overlay;
mod policy;
pub mod posture;
mod row;
mod table;

pub use control::{Activity, Control, ControlId, Superseded};
pub use framework::{Framework, FrameworkId, Tier, Withdrawn};
pub use mapping::{Mapping, MappingId, Submission};
pub use overlay::{Overlay, OverlayId, Wording};
pub use policy::{Policy, PolicyId, Requirement, RequirementKind};
pub use row::{End, Row, RowDetails, RowId};
pub use table::{Id, Table};

/// Everything that a workspace declares, resolved.
#[derive(Debug, Default)]
pub struct Model<'s> {
    /// All frameworks.
    pub frameworks: Table<FrameworkId, Framework<'s>>,
    /// All controls of all frameworks.
    pub controls: Table<ControlId, Control<'s>>,
    /// All mappings.
    pub mappings: Table<MappingId, Mapping<'s>>,
    /// All claims of all mappings.
    pub rows: Table<RowId, Row<'s>>,
    /// All overlays.
    pub overlays: Table<OverlayId, Overlay<'s>>,
    /// All policies.
    pub policies: Table<PolicyId, Policy<'s>>,
    /// Organizations, and where they stand.
    pub posture: posture::Posture<'s>,
}

impl<'s> Model<'s> {
    /// The controls of a framework with their ids, in preorder.
    pub fn controls_of(
        &self,
        framework: FrameworkId,
    ) -> impl DoubleEndedIterator<Item = (ControlId, &Control<'s>)> {
        let framework = &self.frameworks[framework];
        self.controls
            .range(framework.first_control, framework.end_control)
    }

    /// The assessable controls of a framework, in preorder.
    pub fn assessable(
        &self,
        framework: FrameworkId,
    ) -> impl Iterator<Item = (ControlId, &Control<'s>)> {
        self.controls_of(framework)
            .filter(|(_, control)| control.assessable)
    }

    /// The rows of a mapping with their ids.
    pub fn rows_of(
        &self,
        mapping: MappingId,
    ) -> impl DoubleEndedIterator<Item = (RowId, &Row<'s>)> {
        let mapping = &self.mappings[mapping];
        self.rows.range(mapping.first_row, mapping.end_row)
    }

    /// A row by its mapping and its number in that, from 1: `csf2-iso/12`.
    #[must_use]
    pub fn row_name(&self, row: RowId) -> String {
        let mapping = &self.mappings[self.rows[row].mapping];
        format!(
            "{}/{}",
            mapping.name,
            row.index() - mapping.first_row.index() + 1
        )
    }

    /// The controls directly below a control, in order.
    pub fn children(&self, parent: ControlId) -> impl Iterator<Item = ControlId> {
        let end = self.controls[parent].subtree_end;
        let mut next = ControlId(parent.0 + 1);
        std::iter::from_fn(move || {
            (next < end).then(|| {
                let child = next;
                next = self.controls[child].subtree_end;
                child
            })
        })
    }

    /// What a control is made of, where nesting says so: the nearest controls below it that still apply. One that no longer
    /// applies is made of nothing.
    pub fn parts(&self, whole: ControlId) -> impl Iterator<Item = ControlId> {
        let applies = |id: ControlId| self.controls[id].superseded.is_none();
        let end = match applies(whole) {
            true => self.controls[whole].subtree_end,
            false => whole,
        };
        let mut next = ControlId(whole.0 + 1);
        std::iter::from_fn(move || {
            while next < end {
                let part = next;
                if applies(part) {
                    next = self.controls[part].subtree_end;
                    return Some(part);
                }
                next = ControlId(part.0 + 1);
            }
            None
        })
    }

    /// What a control is a part of, where nesting says so: the nearest control above it that still applies.
    #[must_use]
    pub fn part_of(&self, part: ControlId) -> Option<ControlId> {
        let above = |id: &ControlId| self.controls[*id].parent;
        let mut above = std::iter::successors(above(&part), above);
        above.find(|id| self.controls[*id].superseded.is_none())
    }

    /// `nist-csf@2.0:PR.AA-05`.
    #[must_use]
    pub fn qualified(&self, control: ControlId) -> String {
        let control = &self.controls[control];
        format!(
            "{}:{}",
            self.frameworks[control.framework].label(),
            control.identifier
        )
    }

    /// The status of a row: its own, else its mapping's.
    #[must_use]
    pub fn status(&self, row: &Row<'s>) -> xwalk_syntax::ast::Status {
        row.status.unwrap_or(self.mappings[row.mapping].status)
    }

    /// The rationale of a row: its own, else its mapping's.
    #[must_use]
    pub fn rationale(&self, row: &Row<'s>) -> Option<xwalk_syntax::ast::Rationale> {
        row.rationale.or(self.mappings[row.mapping].rationale)
    }
}
