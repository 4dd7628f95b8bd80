//! The line of a function.

use super::{LEFT, RIGHT, ROW, TiersFigure, WIDTH, signs};
use crate::pictures::area::{Area, length, share};
use crate::pictures::drawing::Drawing;
use crate::pictures::face::{Anchor, FIGURE, SMALL, SOFT, STRONG};
use xwalk_report::posture::ProfileLine;

/// The height of the greatest bar.
const BAR: i64 = 32;

impl TiersFigure<'_, '_> {
    /// Draws a function, or all of them, from `top` on; bars are as high as their share of the greatest.
    pub(super) fn row(
        &self,
        drawing: &mut Drawing,
        top: i64,
        (identifier, title): (&str, &str),
        line: &ProfileLine,
        greatest: usize,
    ) {
        let ground = top + ROW - 24;
        let middle = top + ROW / 2;
        drawing.line("quarter", (0, top + ROW), (WIDTH, top + ROW));
        drawing.fitted(
            STRONG,
            Anchor::Start,
            (0, middle - 4),
            identifier,
            LEFT - 20,
        );
        drawing.fitted(SMALL, Anchor::Start, (0, middle + 14), title, LEFT - 20);
        drawing.line(
            "ground",
            (LEFT, ground),
            (LEFT + self.column() * length(self.tiers.len()), ground),
        );
        self.bars(drawing, ground, (&line.current, greatest), false);
        self.bars(drawing, ground, (&line.targets, greatest), true);
        self.marks(drawing, ground, line);
        notes(drawing, middle, line);
    }

    /// The bars of one of the two distributions.
    fn bars(
        &self,
        drawing: &mut Drawing,
        ground: i64,
        (counts, greatest): (&[(u32, usize)], usize),
        is_target: bool,
    ) {
        let column = self.column();
        let width = (column / 2 - 6).clamp(4, 34);
        for (tier, count) in counts {
            let height = share(length(*count), length(greatest), BAR).max(2);
            let middle = self.left_of(*tier) + column / 2;
            let left = if is_target {
                middle + 2
            } else {
                middle - 2 - width
            };
            let area = Area::new((left, ground - height), width, height);
            let is_achieved = *tier >= self.assessment.achieved_from;
            drawing.area(
                match (is_target, is_achieved) {
                    (true, _) => "aim",
                    (false, true) => "stand enough",
                    (false, false) => "stand short",
                },
                area,
            );
            let (x, _) = area.middle();
            let face = if is_target { SOFT } else { FIGURE };
            drawing.text(
                face,
                Anchor::Middle,
                (x, ground - height - 5),
                &count.to_string(),
            );
        }
    }

    /// The tier at which all of it stands, and the one that all of it should reach.
    fn marks(&self, drawing: &mut Drawing, ground: i64, line: &ProfileLine) {
        let column = self.column();
        if let Some(tier) = line.tier {
            let x = self.left_of(tier) + column / 2 - 19;
            signs::state(drawing, (x, ground + 15));
        }
        if let Some(target) = line.target {
            let x = self.left_of(target) + column / 2 + 19;
            signs::aims(drawing, (x, ground + 11));
        }
    }
}

/// What the bars do not say.
fn notes(drawing: &mut Drawing, middle: i64, line: &ProfileLine) {
    let x = RIGHT + 14;
    let achieved = format!("{} of {}", line.achieved, line.assessed);
    drawing.text(STRONG, Anchor::Start, (x, middle - 14), &achieved);
    let notes = [
        (line.unsupported, "unsupported"),
        (line.not_applicable, "not applicable"),
        (line.not_assessed, "not assessed"),
    ];
    let notes = notes.iter().filter(|(count, _)| *count > 0);
    for (place, (count, word)) in (0..).zip(notes) {
        let y = middle + 3 + place * 15;
        drawing.text(SOFT, Anchor::Start, (x, y), &format!("{count} {word}"));
    }
}

/// The greatest count of a line.
pub(super) fn greatest(line: &ProfileLine) -> usize {
    let counts = line.current.iter().chain(&line.targets);
    counts.map(|(_, count)| *count).max().unwrap_or(1)
}
