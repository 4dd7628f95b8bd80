//! The answers to all questions about a model.

use std::collections::BTreeMap;

use super::between::{Side, between};
use super::judge::judge;
use super::silence::Silences;
use super::standing::standings;
use super::{Coverage, Standing};
use crate::model::{FrameworkId, MappingId, Model, RowId, Table};
use crate::syntax::ast::Status;

/// What the answers depend on besides the model.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The weakest status that counts.
    pub status_floor: Status,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            status_floor: Status::Draft,
        }
    }
}

/// The answers to all questions about a model.
#[derive(Debug)]
pub struct Facts {
    /// Whether each row counts.
    pub standings: Table<RowId, Standing>,
    /// Every ordered pair of frameworks that a mapping connects, by `of`, then by `by`.
    pub coverage: Vec<Coverage>,
}

impl Facts {
    /// The coverage of one framework by another; `None` if no mapping connects them.
    #[must_use]
    pub fn coverage(&self, of: FrameworkId, by: FrameworkId) -> Option<&Coverage> {
        let found = self
            .coverage
            .binary_search_by_key(&(of, by), |coverage| (coverage.of, coverage.by));
        self.coverage.get(found.ok()?)
    }
}

/// Answers all questions about a model.
#[must_use]
pub fn analyse(model: &Model<'_>, options: Options) -> Facts {
    let mut standings = standings(model, options.status_floor);
    let mut coverage: Vec<Coverage> = connected(model)
        .into_iter()
        .flat_map(|(pair, mappings)| cover(model, options, pair.into(), &mappings, &mut standings))
        .collect();
    coverage.sort_by_key(|coverage| (coverage.of, coverage.by));
    Facts {
        standings,
        coverage,
    }
}

/// The coverage of two frameworks by each other, and nothing else: for who asks about one pair only. `None` if no
/// mapping connects them.
#[must_use]
pub fn coverage_between(
    model: &Model<'_>,
    options: Options,
    of: FrameworkId,
    by: FrameworkId,
) -> Option<Coverage> {
    let pair = (of.min(by), of.max(by));
    let mappings = connected(model).remove(&pair)?;
    let mut standings = standings(model, options.status_floor);
    cover(model, options, pair.into(), &mappings, &mut standings)
        .into_iter()
        .find(|coverage| coverage.of == of)
}

/// The mappings between each two frameworks, in either direction. A mapping of a framework onto itself covers nothing.
pub(super) fn connected(model: &Model<'_>) -> BTreeMap<(FrameworkId, FrameworkId), Vec<MappingId>> {
    let mut connected: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (id, mapping) in model.mappings.iter() {
        let (from, to) = (mapping.from, mapping.to);
        if from != to {
            let pair = (from.min(to), from.max(to));
            connected.entry(pair).or_default().push(id);
        }
    }
    connected
}

fn cover(
    model: &Model<'_>,
    options: Options,
    pair: [FrameworkId; 2],
    mappings: &[MappingId],
    standings: &mut Table<RowId, Standing>,
) -> [Coverage; 2] {
    let [left, right] = between(model, pair, mappings, standings);
    [(&left, &right), (&right, &left)].map(|(of, by)| one_way(model, options, of, by, mappings))
}

fn one_way(
    model: &Model<'_>,
    options: Options,
    of: &Side,
    by: &Side,
    mappings: &[MappingId],
) -> Coverage {
    let silences = Silences::of(model, of.framework, mappings, options.status_floor);
    Coverage {
        of: of.framework,
        by: by.framework,
        mappings: mappings.to_vec(),
        controls: judge(model, of, by, &silences),
    }
}
