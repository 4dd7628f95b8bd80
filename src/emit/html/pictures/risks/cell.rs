//! A cell of the grid, with the risks in it.

use super::Grid;
use crate::pictures::area::{Area, length};
use crate::pictures::drawing::Drawing;
use crate::pictures::face::{ALARM, Anchor, FIGURE, SMALL, SOFT};
use crate::pictures::fit::wrap;
use xwalk_report::counted;
use xwalk_report::posture::Risk;

/// The height of a line of text.
const LINE: i64 = 15;
/// The most risks that a cell names.
const MOST: usize = 8;

impl Grid<'_, '_> {
    /// What a cell says of a risk, line by line.
    fn said(&self, risk: &Risk<'_>) -> Vec<String> {
        wrap(risk.title, SMALL, self.column - 30, 2)
    }

    /// The height that the risks of a cell need.
    pub(super) fn height(&self, likelihood: u32, impact: u32) -> i64 {
        let risks = self.at(likelihood, impact);
        let lines: usize = risks
            .iter()
            .take(MOST)
            .map(|risk| self.said(risk).len())
            .sum();
        let shown = risks.len().min(MOST);
        let more = usize::from(risks.len() > MOST);
        24 + length(lines + more) * LINE + length(shown) * 4 + 8
    }

    /// Draws a cell with its risks.
    pub(super) fn cell(&self, drawing: &mut Drawing, area: Area, likelihood: u32, impact: u32) {
        if self.exceeds(likelihood, impact) {
            drawing.area("square above", area);
            drawing.hatched("haze", area, 9);
        } else {
            drawing.area("square", area);
        }
        let product = u64::from(likelihood) * u64::from(impact);
        let corner = (area.right() - 7, area.y + 16);
        drawing.text(SOFT, Anchor::End, corner, &product.to_string());
        let risks = self.at(likelihood, impact);
        if risks.is_empty() {
            return;
        }
        let count = counted(risks.len(), "risk", "risks");
        drawing.text(FIGURE, Anchor::Start, (area.x + 8, area.y + 16), &count);
        let mut y = area.y + 22;
        for risk in risks.iter().take(MOST) {
            y += 4;
            y = self.risk(drawing, risk, (area.x + 8, y));
        }
        if risks.len() > MOST {
            let more = format!("and {} more", risks.len() - MOST);
            drawing.text(SOFT, Anchor::Start, (area.x + 22, y + 13), &more);
        }
    }

    /// Names a risk below a place, and says where the next may stand.
    fn risk(&self, drawing: &mut Drawing, risk: &Risk<'_>, (x, mut y): (i64, i64)) -> i64 {
        let is_above = risk.is_above == Some(true);
        let treated = if risk.treated_by.is_empty() {
            "no initiative treats it".to_owned()
        } else {
            format!("treated by {}", risk.treated_by.join(", "))
        };
        let whole = format!("{} ({}): {}; {treated}", risk.title, risk.name, risk.level);
        drawing.group("risk", &whole, |drawing| {
            let sign = if risk.is_treated { "▲" } else { "▲!" };
            if is_above {
                drawing.text(ALARM, Anchor::Start, (x - 2, y + 12), sign);
            }
            for line in self.said(risk) {
                drawing.text(SMALL, Anchor::Start, (x + 17, y + 12), &line);
                y += LINE;
            }
        });
        y
    }
}
