//! A migration, and what is needed to write of it.

use crate::drafts::writer::Writer;
use xwalk_analysis::Migration;
use xwalk_model::{FrameworkId, MappingId};

/// A migration, and what is needed to write of it.
pub(super) struct Carrying<'a, 's> {
    pub writer: Writer<'a, 's>,
    pub old: FrameworkId,
    pub new: FrameworkId,
    pub mapping: MappingId,
    /// The mappings between the two editions.
    pub crosswalks: &'a [MappingId],
    pub migration: Migration,
}

impl Carrying<'_, '_> {
    /// The parts of the file.
    pub fn file(&self) -> Vec<String> {
        let mut parts = vec![self.preface()];
        parts.extend(self.mappings());
        parts.push(self.comments());
        parts
    }

    pub fn label(&self, framework: FrameworkId) -> String {
        self.writer.model.frameworks[framework].label()
    }

    /// The names of the mappings between the two editions.
    pub fn crosswalk_names(&self) -> String {
        let names = self.crosswalks.iter();
        let names = names.map(|id| self.writer.model.mappings[*id].name);
        names.collect::<Vec<_>>().join(", ")
    }
}
