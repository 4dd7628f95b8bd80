//! Which part of the model the outputs show, and where each thing stands in a report on it.
//!
//! This is decided here and nowhere else. What is not shown takes part in the reasoning all the same.

mod named;

use self::named::named_by_workspace;
use super::{ControlAt, FrameworkAt, MappingAt, RowAt, Run};
use xwalk_model::{ControlId, End, FrameworkId, Id, Mapping, MappingId, Model, RowId, Table};
use xwalk_source::SourceMap;

/// Which frameworks the outputs show, with the mappings between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Those that the workspace declares or names itself; all, where it does neither.
    Named {
        /// Those that are named beside the workspace, such as the one that stands at the left.
        besides: Vec<FrameworkId>,
    },
    /// These; readers start from the first.
    Only(Vec<FrameworkId>),
    /// All, those that come with the program among them.
    Everything,
}

impl Choice {
    /// The frameworks that are shown, in the order of the model, each once.
    #[must_use]
    pub fn frameworks(&self, model: &Model<'_>, sources: &SourceMap) -> Vec<FrameworkId> {
        let all = model.frameworks.ids();
        match self {
            Self::Everything => all.collect(),
            Self::Only(only) => all.filter(|id| only.contains(id)).collect(),
            Self::Named { besides } => {
                let named = named_by_workspace(model, sources);
                let shown = |id: &FrameworkId| {
                    named.is_empty() || named.contains(id) || besides.contains(id)
                };
                all.filter(shown).collect()
            }
        }
    }
}

/// The mappings whose both ends are shown, in order.
pub(super) fn mappings_between(
    model: &Model<'_>,
    shown: impl Fn(FrameworkId) -> bool,
) -> impl Iterator<Item = MappingId> {
    let both = move |mapping: &Mapping<'_>| shown(mapping.from) && shown(mapping.to);
    let all = model.mappings.iter();
    all.filter(move |(_, mapping)| both(mapping))
        .map(|(id, _)| id)
}

/// Which part of the model a report shows, and where each thing stands in it.
pub(super) struct Selection {
    /// The frameworks that are kept, in order.
    pub frameworks: Table<FrameworkAt, FrameworkId>,
    /// The mappings whose both ends are kept, in order.
    pub mappings: Table<MappingAt, MappingId>,
    framework_at: Table<FrameworkId, Option<FrameworkAt>>,
    mapping_at: Table<MappingId, Option<MappingAt>>,
    /// The first control of each kept framework in the model and in the report.
    controls: Table<FrameworkAt, (ControlId, ControlAt)>,
    /// The first row of each kept mapping in the model and in the report.
    rows: Table<MappingAt, (RowId, RowAt)>,
}

impl Selection {
    /// The part that is chosen.
    pub fn new(model: &Model<'_>, sources: &SourceMap, choice: &Choice) -> Self {
        let frameworks: Table<FrameworkAt, FrameworkId> =
            choice.frameworks(model, sources).into_iter().collect();
        let framework_at = positions(model.frameworks.len(), &frameworks);
        let kept = |id: FrameworkId| framework_at[id].is_some();
        let mappings: Table<MappingAt, MappingId> = mappings_between(model, kept).collect();
        let controls = starts(frameworks.values().map(|id| {
            let framework = &model.frameworks[*id];
            (framework.first_control, framework.end_control)
        }));
        let rows = starts(mappings.values().map(|id| {
            let mapping = &model.mappings[*id];
            (mapping.first_row, mapping.end_row)
        }));
        Self {
            mapping_at: positions(model.mappings.len(), &mappings),
            framework_at,
            frameworks,
            mappings,
            controls,
            rows,
        }
    }

    /// The position of a framework; `None` if it is not kept.
    pub fn framework(&self, id: FrameworkId) -> Option<FrameworkAt> {
        self.framework_at[id]
    }

    /// The position of a mapping; `None` if it is not kept.
    pub fn mapping(&self, id: MappingId) -> Option<MappingAt> {
        self.mapping_at[id]
    }

    /// The position of a control; `None` if its framework is not kept.
    pub fn control(&self, model: &Model<'_>, id: ControlId) -> Option<ControlAt> {
        let framework = self.framework(model.controls[id].framework)?;
        let (first, at) = self.controls[framework];
        Some(moved(at, id.index() - first.index()))
    }

    /// The position of a row; `None` if its mapping is not kept.
    pub fn row(&self, model: &Model<'_>, id: RowId) -> Option<RowAt> {
        let mapping = self.mapping(model.rows[id].mapping)?;
        let (first, at) = self.rows[mapping];
        Some(moved(at, id.index() - first.index()))
    }

    /// The positions of several controls, without those that are not kept.
    pub fn controls(&self, model: &Model<'_>, ids: &[ControlId]) -> Vec<ControlAt> {
        ids.iter()
            .filter_map(|id| self.control(model, *id))
            .collect()
    }

    /// One end of a row; `None` if its framework is not kept.
    pub fn end(&self, model: &Model<'_>, end: &End) -> Option<super::End> {
        Some(match end {
            End::Control(control) => super::End::Control(self.control(model, *control)?),
            End::Union(parts) => super::End::Union(self.controls(model, parts)),
            End::Everything => super::End::Everything,
        })
    }

    /// The positions of all controls of a framework.
    pub fn controls_of(&self, model: &Model<'_>, id: FrameworkId) -> Run<ControlAt> {
        let framework = &model.frameworks[id];
        let first = self.framework(id).map(|at| self.controls[at].1);
        let count = framework.end_control.index() - framework.first_control.index();
        first.map(|first| Run::of(first, count)).unwrap_or_default()
    }

    /// The positions of all rows of a mapping.
    pub fn rows_of(&self, model: &Model<'_>, id: MappingId) -> Run<RowAt> {
        let mapping = &model.mappings[id];
        let first = self.mapping(id).map(|at| self.rows[at].1);
        let count = mapping.end_row.index() - mapping.first_row.index();
        first.map(|first| Run::of(first, count)).unwrap_or_default()
    }
}

/// The position so many places further.
fn moved<P: Id>(position: P, by: usize) -> P {
    P::from_index(position.index() + by)
}

/// Where each of `count` things stands among those that are kept.
fn positions<I: Id, P: Id>(count: usize, kept: &Table<P, I>) -> Table<I, Option<P>> {
    let mut positions: Table<I, Option<P>> = (0..count).map(|_| None).collect();
    for (at, id) in kept.iter() {
        positions[*id] = Some(at);
    }
    positions
}

/// The start of each range in the model, and where its first member stands when the ranges follow each other.
fn starts<A: Id, I: Id, P: Id>(ranges: impl Iterator<Item = (I, I)>) -> Table<A, (I, P)> {
    let mut next = 0;
    ranges
        .map(|(first, end)| {
            let at = P::from_index(next);
            next += end.index().saturating_sub(first.index());
            (first, at)
        })
        .collect()
}
