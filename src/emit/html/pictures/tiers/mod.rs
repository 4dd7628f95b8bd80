//! Where the controls of each function of the baseline stand, and where they should.

mod row;
mod signs;

use std::collections::BTreeMap;

use super::area::length;
use super::drawing::Drawing;
use super::face::{Anchor, SMALL, SOFT, STRONG};
use super::figure::Figure;
use xwalk_report::Posture;
use xwalk_report::counted;
use xwalk_report::posture::{Assessment, NamedControl, ProfileLine};

const WIDTH: i64 = 1_000;
/// Where the columns of the tiers begin and end.
const LEFT: i64 = 250;
const RIGHT: i64 = 840;
/// The height of the explanation of signs and the names of the tiers.
const HEAD: i64 = 92;
const ROW: i64 = 76;

/// The tiers of the functions; empty where the baseline is not assessed.
pub(crate) fn tiers(posture: &Posture<'_>) -> String {
    TiersFigure::of(posture).map_or_else(String::new, |figure| figure.figure())
}

/// What the picture is made of.
struct TiersFigure<'p, 'm> {
    assessment: &'p Assessment<'m>,
    functions: Vec<(&'p NamedControl, &'p ProfileLine)>,
    total: &'p ProfileLine,
    /// The tiers and their names, lowest first.
    tiers: BTreeMap<u32, &'p str>,
}

impl<'p, 'm> TiersFigure<'p, 'm> {
    fn of(posture: &'p Posture<'m>) -> Option<Self> {
        let baseline = &posture.organization.baseline;
        let mut profiles = posture.profiles.iter();
        let profile = profiles.find(|profile| profile.framework == *baseline)?;
        let functions = profile.lines.iter().filter_map(|line| {
            let control = line.control.as_ref()?;
            control.is_top().then_some((control, line))
        });
        let tiers = baseline.tiers().iter();
        let tiers = tiers.map(|(number, title)| (*number, title.as_str()));
        let mut tiers: BTreeMap<u32, &str> = tiers.collect();
        for (tier, _) in profile.total.current.iter().chain(&profile.total.targets) {
            tiers.entry(*tier).or_default();
        }
        (profile.total.assessed > 0).then_some(Self {
            assessment: posture
                .assessments
                .iter()
                .find(|one| profile.assessment == one.name)?,
            functions: functions.collect(),
            total: &profile.total,
            tiers,
        })
    }

    fn figure(&self) -> String {
        let mut drawing = Drawing::default();
        let rows = length(self.functions.len());
        let bottom = HEAD + (rows + 1) * ROW + 8;
        self.head(&mut drawing, bottom);
        let highest = self
            .functions
            .iter()
            .map(|(_, line)| row::greatest(line))
            .max();
        let mut top = HEAD;
        for (named, line) in &self.functions {
            self.row(
                &mut drawing,
                top,
                (named.identifier(), named.title()),
                line,
                highest.unwrap_or(1),
            );
            top += ROW;
        }
        drawing.line("rule", (0, top + 4), (WIDTH, top + 4));
        let all = ("All", self.assessment.title);
        self.row(
            &mut drawing,
            top + 8,
            all,
            self.total,
            row::greatest(self.total),
        );
        Figure {
            name: "tiers",
            title: &format!("Current and target tiers of {}", self.assessment.framework),
            description: &self.description(),
            caption: "Bars count controls: filled at their current tiers, outlined at their target \
                tiers. A function is at the tier of its lowest control (▲) and aims for the lowest target of its controls (◇). To the right of the dashed line, controls count as fulfilled.",
            remarks: &[],
            size: (WIDTH, bottom),
        }
        .html(drawing)
    }

    fn description(&self) -> String {
        let total = self.total;
        let functions = self.functions.iter().map(|(named, line)| {
            let tier = |tier: Option<u32>| tier.map_or("no tier".to_owned(), |it| it.to_string());
            let (state, aims) = (tier(line.tier), tier(line.target));
            format!("{} is at {state} and aims for {aims}", named.identifier())
        });
        let functions: Vec<String> = functions.collect();
        format!(
            "{} of {} reach tier {} or more, {} their own target. {}.",
            total.achieved,
            counted(total.assessed, "assessed control", "assessed controls"),
            self.assessment.achieved_from,
            total.at_target,
            functions.join("; "),
        )
    }

    /// The width of the column of a tier.
    fn column(&self) -> i64 {
        (RIGHT - LEFT) / length(self.tiers.len()).max(1)
    }

    /// Where the column of a tier begins.
    fn left_of(&self, tier: u32) -> i64 {
        LEFT + length(self.tiers.range(..tier).count()) * self.column()
    }

    /// The signs, the names of the tiers, and the threshold.
    fn head(&self, drawing: &mut Drawing, bottom: i64) {
        let column = self.column();
        for (tier, title) in &self.tiers {
            let left = self.left_of(*tier);
            let middle = left + column / 2;
            drawing.line("quarter", (left, 40), (left, bottom));
            drawing.text(STRONG, Anchor::Middle, (middle, 62), &tier.to_string());
            drawing.fitted(SOFT, Anchor::Middle, (middle, 79), title, column - 8);
        }
        let end = LEFT + column * length(self.tiers.len());
        drawing.line("quarter", (end, 40), (end, bottom));
        let from = self.assessment.achieved_from;
        let threshold = self.left_of(from);
        drawing.line("limit", (threshold, 24), (threshold, bottom));
        let (anchor, x) = if threshold > 700 {
            (Anchor::End, threshold - 8)
        } else {
            (Anchor::Start, threshold + 8)
        };
        let says = format!("counts as fulfilled from tier {from}");
        drawing.text(SMALL, anchor, (x, 32), &says);
        drawing.text(SOFT, Anchor::Start, (RIGHT + 14, 62), "fulfilled,");
        drawing.text(SOFT, Anchor::Start, (RIGHT + 14, 79), "of those assessed");
        signs::explain(drawing);
    }
}
