//! The risks by how likely and how grave they are, against what the organization tolerates.

mod cell;

use std::collections::{BTreeMap, BTreeSet};

use super::area::{Area, length};
use super::drawing::Drawing;
use super::face::{Anchor, SMALL, SOFT, STRONG};
use super::figure::Figure;
use xwalk_report::Posture;
use xwalk_report::counted;
use xwalk_report::posture::Risk;

const LEFT: i64 = 64;
const HEAD: i64 = 34;
const WIDTH: i64 = 1_000;
/// The least width and height of a cell.
const NARROW: i64 = 124;
const LOW: i64 = 62;
/// A scale of at most so many steps is shown whole; of a longer one, what occurs.
const WHOLE: u32 = 7;

/// The risks on a grid; empty where there are none.
pub(crate) fn risks(posture: &Posture<'_>) -> String {
    if posture.risks.is_empty() {
        return String::new();
    }
    Grid::of(posture).figure()
}

struct Grid<'p, 'm> {
    posture: &'p Posture<'m>,
    /// By likelihood and impact, those of a cell in the order of the register.
    risks: BTreeMap<(u32, u32), Vec<&'p Risk<'m>>>,
    /// Lowest first.
    impacts: Vec<u32>,
    /// Greatest first, each with where its line begins and how high it is.
    lines: Vec<(u32, i64, i64)>,
    column: i64,
    bottom: i64,
}

impl<'p, 'm> Grid<'p, 'm> {
    fn of(posture: &'p Posture<'m>) -> Self {
        let impacts = steps(posture.risks.iter().map(|risk| risk.impact));
        let likelihoods = steps(posture.risks.iter().map(|risk| risk.likelihood));
        let column = ((WIDTH - LEFT) / length(impacts.len()).max(1)).max(NARROW);
        let mut risks: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for risk in &posture.risks {
            let cell = risks.entry((risk.likelihood, risk.impact));
            cell.or_default().push(risk);
        }
        let mut grid = Self {
            posture,
            risks,
            impacts,
            lines: Vec::new(),
            column,
            bottom: HEAD,
        };
        for likelihood in likelihoods.into_iter().rev() {
            let heights = grid
                .impacts
                .iter()
                .map(|impact| grid.height(likelihood, *impact));
            let height = heights.max().unwrap_or(LOW).max(LOW);
            grid.lines.push((likelihood, grid.bottom, height));
            grid.bottom += height;
        }
        grid
    }

    /// The risks of a cell.
    fn at(&self, likelihood: u32, impact: u32) -> &[&'p Risk<'m>] {
        let risks = self.risks.get(&(likelihood, impact));
        risks.map_or(&[], Vec::as_slice)
    }

    fn right(&self) -> i64 {
        LEFT + self.column * length(self.impacts.len())
    }

    fn exceeds(&self, likelihood: u32, impact: u32) -> bool {
        let tolerance = self.posture.organization.tolerance;
        tolerance.is_some_and(|tolerance| {
            u64::from(likelihood) * u64::from(impact) > u64::from(tolerance)
        })
    }

    fn figure(&self) -> String {
        let mut drawing = Drawing::default();
        drawing.text(SOFT, Anchor::Start, (0, 16), "Likelihood");
        for (likelihood, top, height) in &self.lines {
            let y = top + height / 2 + 5;
            drawing.text(STRONG, Anchor::End, (LEFT - 14, y), &likelihood.to_string());
            for (impact, left) in self.columns() {
                let area = Area::new((left, *top), self.column, *height);
                self.cell(&mut drawing, area, *likelihood, impact);
            }
        }
        self.boundary(&mut drawing);
        for (impact, left) in self.columns() {
            let x = left + self.column / 2;
            drawing.text(
                STRONG,
                Anchor::Middle,
                (x, self.bottom + 22),
                &impact.to_string(),
            );
        }
        drawing.text(
            SOFT,
            Anchor::End,
            (self.right(), self.bottom + 40),
            "Impact",
        );
        if let Some(tolerance) = self.posture.organization.tolerance {
            let says = format!("accepted up to likelihood × impact = {tolerance}; hatched is more");
            drawing.text(SMALL, Anchor::End, (self.right(), 16), &says);
        }
        let organization = self.posture.organization.title;
        Figure {
            name: "risks",
            title: &format!("Risks of {organization} by likelihood and impact"),
            description: &self.description(),
            caption: "The number in the corner of a cell is likelihood times impact. \
                ▲ marks a risk above the tolerance of the organization, ▲! one about which, in addition, nothing is done or decided.",
            remarks: &[],
            size: (self.right() + 4, self.bottom + 48),
        }
        .html(drawing)
    }

    fn description(&self) -> String {
        let risks = &self.posture.risks;
        let above = risks
            .iter()
            .filter(|risk| risk.is_above == Some(true))
            .count();
        let mut said = counted(risks.len(), "risk", "risks");
        match self.posture.organization.tolerance {
            Some(tolerance) => {
                said.push_str(&format!(", {above} above the tolerance of {tolerance}."));
            }
            None => said.push_str("; the organization does not say what it tolerates."),
        }
        let mut greatest: Vec<&Risk<'_>> = risks.iter().collect();
        greatest.sort_by_key(|risk| std::cmp::Reverse(risk.level));
        let named = greatest.iter().take(3);
        let named = named.map(|risk| format!("{} ({})", risk.title, risk.level));
        said.push_str(&format!(
            " The greatest: {}.",
            named.collect::<Vec<_>>().join(", ")
        ));
        said
    }

    fn columns(&self) -> impl Iterator<Item = (u32, i64)> {
        let columns = (0..).map(|at| LEFT + at * self.column);
        self.impacts.iter().copied().zip(columns)
    }

    /// The line between what is tolerated and what is not.
    fn boundary(&self, drawing: &mut Drawing) {
        for (at, (likelihood, top, height)) in self.lines.iter().enumerate() {
            let below = self.lines.get(at + 1);
            let mut before: Option<bool> = None;
            for (impact, left) in self.columns() {
                let exceeds = self.exceeds(*likelihood, impact);
                if before.is_some_and(|before| before != exceeds) {
                    drawing.line("boundary", (left, *top), (left, top + height));
                }
                if below.is_some_and(|below| self.exceeds(below.0, impact) != exceeds) {
                    let y = top + height;
                    drawing.line("boundary", (left, y), (left + self.column, y));
                }
                before = Some(exceeds);
            }
        }
    }
}

/// The steps of a scale: from 1 to at least 5, or what occurs on a scale that is too long.
fn steps(values: impl Iterator<Item = u32> + Clone) -> Vec<u32> {
    match values.clone().max() {
        Some(greatest) if greatest > WHOLE => values.collect::<BTreeSet<_>>().into_iter().collect(),
        greatest => (1..=greatest.unwrap_or(1).max(5)).collect(),
    }
}
