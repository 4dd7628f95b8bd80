//! What rules look at.

use std::sync::OnceLock;

use super::alike_rows::alike_rows;
use xwalk_analysis::{Facts, Logic, claim};
use xwalk_model::{ControlId, Mapping, MappingId, Model, Row, RowId};
use xwalk_source::{Origin, Place, SourceMap, Span};
use xwalk_syntax::ast::Status;

/// The model and its sources, with what several rules need to know of them.
pub struct Context<'a, 's> {
    /// The model.
    pub model: &'a Model<'s>,
    /// What its rows force and forbid.
    pub logic: &'a Logic,
    /// The files, for their text.
    pub sources: &'a SourceMap,
    facts: OnceLock<Facts>,
    alike_rows: OnceLock<Vec<Vec<RowId>>>,
}

impl<'a, 's> Context<'a, 's> {
    /// A context for the rules.
    #[must_use]
    pub fn new(model: &'a Model<'s>, logic: &'a Logic, sources: &'a SourceMap) -> Self {
        Self {
            model,
            logic,
            sources,
            facts: OnceLock::new(),
            alike_rows: OnceLock::new(),
        }
    }

    /// All that is proved: worked out when a rule first asks for it.
    pub(super) fn facts(&self) -> &Facts {
        self.facts.get_or_init(|| Facts::of(self.model, self.logic))
    }

    /// The rows that claim something on the same two ends, whichever way round: groups of at least two, rows in order.
    /// Withdrawn rows are not among them.
    pub(super) fn alike_rows(&self) -> &[Vec<RowId>] {
        self.alike_rows.get_or_init(|| alike_rows(self.model))
    }

    /// Whether a row counts at all: withdrawn ones count nowhere.
    pub(super) fn counts(&self, row: &Row<'s>) -> bool {
        self.model.status(row) != Status::Withdrawn
    }

    /// The rows that count, of one mapping.
    pub(super) fn rows_of(&self, mapping: MappingId) -> impl Iterator<Item = (RowId, &'a Row<'s>)> {
        self.model
            .rows_of(mapping)
            .filter(|(_, row)| self.counts(row))
    }

    /// All mappings that are not withdrawn as a whole.
    pub(super) fn mappings(&self) -> impl Iterator<Item = (MappingId, &'a Mapping<'s>)> {
        self.model
            .mappings
            .iter()
            .filter(|(_, mapping)| mapping.status != Status::Withdrawn)
    }

    /// Whether errors keep claims of a mapping out of the model. What it lacks is then their consequence, and would
    /// only hide the cause. Rows of a bundled mapping that a workspace's framework has outdated are no error.
    pub(super) fn is_broken(&self, mapping: &Mapping<'s>) -> bool {
        let source = self.sources.get(mapping.place.source);
        mapping.left_out > 0 && source.is_some_and(|source| source.origin == Origin::Workspace)
    }

    /// One claim: the target in its row.
    pub(super) fn claim_place(&self, row: RowId) -> Place {
        let row = &self.model.rows[row];
        row.target_span.in_source(row.place.source)
    }

    /// A row: its first line, since further lines of targets or a block would only draw a long frame.
    pub(super) fn row_place(&self, row: &Row<'s>) -> Place {
        let text = self.sources.text(row.place);
        let length = text.find('\n').unwrap_or(text.len());
        let line = text.get(..length).unwrap_or(text).trim_end();
        let start = row.place.span.start as usize;
        Span::new(start, start + line.len()).in_source(row.place.source)
    }

    /// The source of a row: from its beginning to the first space outside backticks.
    pub(super) fn source_place(&self, row: &Row<'s>) -> Place {
        let text = self.sources.text(row.place);
        let mut quoted = false;
        let length = text.bytes().position(|byte| {
            quoted ^= byte == b'`';
            byte.is_ascii_whitespace() && !quoted
        });
        let start = row.place.span.start as usize;
        Span::new(start, start + length.unwrap_or(text.len())).in_source(row.place.source)
    }

    /// The identifier of a control, in backticks.
    pub(super) fn name(&self, control: ControlId) -> String {
        format!("`{}`", self.model.controls[control].identifier)
    }

    /// A claim as a sentence quotes it: `` `GV.OC-01 subset-of 4.1` ``.
    pub(super) fn claim(&self, row: RowId) -> String {
        format!("`{}`", claim(self.model, &self.model.rows[row]))
    }
}

/// The first twelve of a list of names, and how many more there are.
pub(super) fn listed(names: impl ExactSizeIterator<Item = String>) -> String {
    const SHOWN: usize = 12;
    let more = names.len().saturating_sub(SHOWN);
    let mut shown: Vec<String> = names.take(SHOWN).collect();
    let last = match more {
        0 => shown.pop(),
        _ => Some(format!("{more} more")),
    };
    match (shown.is_empty(), last) {
        (_, None) => String::new(),
        (true, Some(last)) => last,
        (false, Some(last)) => format!("{} and {last}", shown.join(", ")),
    }
}

/// A count with its noun: `1 row`, `3 rows`.
pub(super) fn count(number: usize, noun: &str) -> String {
    if number == 1 {
        format!("1 {noun}")
    } else {
        format!("{number} {noun}s")
    }
}
