//! Which line of the chart belongs to what.

use std::collections::BTreeMap;

use super::layout::WIDTH;
use crate::pictures::area::Area;
use xwalk_report::posture::{Initiative, Phase, Roadmap};

/// A line of the chart.
pub(super) enum Line<'r, 'm> {
    Phase(&'r Phase<'m>, Area),
    Initiative(&'r Initiative<'m>, Area),
}

/// The lines of the chart.
pub(super) struct Plan<'r, 'm> {
    pub lines: Vec<Line<'r, 'm>>,
    /// The initiatives by name, each with its line.
    pub places: BTreeMap<&'m str, (&'r Initiative<'m>, Area)>,
    /// Where the lines end.
    pub bottom: i64,
}

impl<'r, 'm> Plan<'r, 'm> {
    /// The lines from `top` on: how high those of phases are, and those of initiatives.
    pub(super) fn new(
        roadmap: &'r Roadmap<'m>,
        top: i64,
        (of_phase, of_initiative): (i64, i64),
    ) -> Self {
        let mut plan = Self {
            lines: Vec::new(),
            places: BTreeMap::new(),
            bottom: top,
        };
        for phase in &roadmap.phases {
            let area = plan.line(of_phase);
            plan.lines.push(Line::Phase(phase, area));
            for initiative in &phase.initiatives {
                let area = plan.line(of_initiative);
                plan.lines.push(Line::Initiative(initiative, area));
                plan.places.insert(initiative.name, (initiative, area));
            }
        }
        plan.bottom += 8;
        plan
    }

    fn line(&mut self, height: i64) -> Area {
        let area = Area::new((0, self.bottom), WIDTH, height);
        self.bottom += height;
        area
    }
}
