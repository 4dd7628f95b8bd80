//! A mapping carried over to a new edition of one of its frameworks: a file of drafts, and what it comes to.

mod again;
mod became;
mod carrying;
mod rows;
mod summary;

use carrying::Carrying;

use super::writer::Writer;
use xwalk_analysis::{Logic, migrate};
use xwalk_model::{FrameworkId, MappingId, Model};
use xwalk_source::SourceMap;

/// A mapping carried over to a new edition.
#[derive(Debug)]
pub struct CarriedOver {
    /// The parts of the file.
    pub parts: Vec<String>,
    /// How much was carried over, in a few lines.
    pub summary: String,
}

impl CarriedOver {
    /// Carries a mapping over from the old edition to the new one, through the mappings between the two.
    #[must_use]
    pub fn of(
        model: &Model<'_>,
        sources: &SourceMap,
        logic: &Logic,
        editions: [FrameworkId; 2],
        mapping: MappingId,
        crosswalks: &[MappingId],
    ) -> Self {
        let [old, new] = editions;
        let carrying = Carrying {
            writer: Writer::new(model, sources),
            old,
            new,
            mapping,
            crosswalks,
            migration: migrate(model, logic, editions, mapping),
        };
        Self {
            parts: carrying.file(),
            summary: carrying.summary(),
        }
    }
}
