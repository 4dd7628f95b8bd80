//! Which part of the model a report shows, and where each thing stands in it.

use std::ops::Range;

use crate::model::{ControlId, End, FrameworkId, Id, MappingId, Model, RowId};

/// Which part of the model a report shows, and where each thing stands in it.
pub(super) struct Selection {
    /// The frameworks that are kept, in order.
    pub frameworks: Vec<FrameworkId>,
    /// The mappings whose both ends are kept, in order.
    pub mappings: Vec<MappingId>,
    framework_at: Vec<Option<usize>>,
    mapping_at: Vec<Option<usize>>,
    /// The first control of each kept framework in the model and in the report.
    controls: Vec<(ControlId, usize)>,
    /// The first row of each kept mapping in the model and in the report.
    rows: Vec<(RowId, usize)>,
}

impl Selection {
    /// Keeps the frameworks named (all, if none is) and the mappings between them.
    pub fn new(model: &Model<'_>, only: &[FrameworkId]) -> Self {
        let frameworks: Vec<FrameworkId> = model
            .frameworks
            .ids()
            .filter(|id| only.is_empty() || only.contains(id))
            .collect();
        let framework_at = positions(model.frameworks.len(), &frameworks);
        let kept = |id: FrameworkId| matches!(framework_at.get(id.index()), Some(Some(_)));
        let mappings: Vec<MappingId> = model
            .mappings
            .iter()
            .filter(|(_, mapping)| kept(mapping.from) && kept(mapping.to))
            .map(|(id, _)| id)
            .collect();
        let controls = starts(frameworks.iter().map(|id| {
            let framework = &model.frameworks[*id];
            (framework.first_control, framework.end_control)
        }));
        let rows = starts(mappings.iter().map(|id| {
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
    pub fn framework(&self, id: FrameworkId) -> Option<usize> {
        *self.framework_at.get(id.index())?
    }

    /// The position of a mapping; `None` if it is not kept.
    pub fn mapping(&self, id: MappingId) -> Option<usize> {
        *self.mapping_at.get(id.index())?
    }

    /// The position of a control; `None` if its framework is not kept.
    pub fn control(&self, model: &Model<'_>, id: ControlId) -> Option<usize> {
        let framework = self.framework(model.controls[id].framework)?;
        let (first, at) = self.controls.get(framework)?;
        Some(at + id.index().checked_sub(first.index())?)
    }

    /// The position of a row; `None` if its mapping is not kept.
    pub fn row(&self, model: &Model<'_>, id: RowId) -> Option<usize> {
        let mapping = self.mapping(model.rows[id].mapping)?;
        let (first, at) = self.rows.get(mapping)?;
        Some(at + id.index().checked_sub(first.index())?)
    }

    /// The positions of several controls, without those that are not kept.
    pub fn controls(&self, model: &Model<'_>, ids: &[ControlId]) -> Vec<usize> {
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
    pub fn controls_of(&self, model: &Model<'_>, id: FrameworkId) -> Range<usize> {
        let framework = &model.frameworks[id];
        let start = self.framework(id).and_then(|at| self.controls.get(at));
        let start = start.map_or(0, |(_, at)| *at);
        let count = framework.end_control.index() - framework.first_control.index();
        start..start + count
    }

    /// The positions of all rows of a mapping.
    pub fn rows_of(&self, model: &Model<'_>, id: MappingId) -> Range<usize> {
        let mapping = &model.mappings[id];
        let start = self.mapping(id).and_then(|at| self.rows.get(at));
        let start = start.map_or(0, |(_, at)| *at);
        start..start + (mapping.end_row.index() - mapping.first_row.index())
    }
}

/// Where each of `count` things stands among those that are kept.
fn positions<I: Id>(count: usize, kept: &[I]) -> Vec<Option<usize>> {
    let mut positions = vec![None; count];
    for (at, id) in kept.iter().enumerate() {
        if let Some(position) = positions.get_mut(id.index()) {
            *position = Some(at);
        }
    }
    positions
}

/// The start of each range in the model, and where its first member stands when the ranges follow each other.
fn starts<I: Id>(ranges: impl Iterator<Item = (I, I)>) -> Vec<(I, usize)> {
    let mut next = 0;
    ranges
        .map(|(first, end)| {
            let at = next;
            next += end.index().saturating_sub(first.index());
            (first, at)
        })
        .collect()
}
