//! Where the controls of each function of the baseline stand, and where they should.

use std::collections::BTreeMap;

use super::area::{Area, Point, length, share};
use super::drawing::Drawing;
use super::face::{Anchor, FIGURE, SMALL, SOFT, STRONG};
use super::figure::{Figure, counted};
use super::name::framework;
use crate::report::Posture;
use crate::report::posture::{Assessment, Framework, Named, Profile, ProfileLine};

const WIDTH: i64 = 1_000;
/// Where the columns of the tiers begin and end.
const LEFT: i64 = 250;
const RIGHT: i64 = 840;
/// The height of the explanation of signs and the names of the tiers.
const HEAD: i64 = 92;
const ROW: i64 = 76;
/// The height of the greatest bar.
const BAR: i64 = 32;

/// The tiers of the functions; empty where the baseline is not assessed.
pub(in crate::emit::html) fn tiers(posture: &Posture<'_>) -> String {
    Standing::of(posture).map_or_else(String::new, |standing| standing.figure())
}

/// What the picture is made of.
struct Standing<'p, 'm> {
    assessment: &'p Assessment<'m>,
    functions: Vec<(&'p Named<'m>, &'p ProfileLine)>,
    total: &'p ProfileLine,
    /// The tiers and their names, lowest first.
    tiers: BTreeMap<u32, &'m str>,
}

impl<'p, 'm> Standing<'p, 'm> {
    fn of(posture: &'p Posture<'m>) -> Option<Self> {
        let baseline = &posture.organization.baseline;
        let mut assessments = posture.assessments.iter();
        let assessment = assessments.find(|assessment| assessment.framework == *baseline)?;
        let mut profiles = posture.profiles.iter();
        let profile: &Profile<'m> =
            profiles.find(|profile| profile.assessment == assessment.name)?;
        let framework: &Framework<'m> = framework(posture, baseline)?;
        let line_of = |control: &str| {
            let mut lines = profile.lines.iter();
            lines.find(|line| line.control.as_deref() == Some(control))
        };
        let tops = framework.controls.iter().filter(|named| named.depth == 0);
        let functions: Vec<_> = tops
            .filter_map(|named| Some((named, line_of(&named.control)?)))
            .collect();
        let mut tiers: BTreeMap<u32, &'m str> = framework.tiers.iter().copied().collect();
        for (tier, _) in profile.total.current.iter().chain(&profile.total.targets) {
            tiers.entry(*tier).or_default();
        }
        (profile.total.assessed > 0).then_some(Self {
            assessment,
            functions,
            total: &profile.total,
            tiers,
        })
    }

    fn figure(&self) -> String {
        let mut drawing = Drawing::default();
        let rows = length(self.functions.len());
        let bottom = HEAD + (rows + 1) * ROW + 8;
        self.head(&mut drawing, bottom);
        let highest = self.functions.iter().map(|(_, line)| greatest(line)).max();
        let mut top = HEAD;
        for (named, line) in &self.functions {
            self.row(
                &mut drawing,
                top,
                (named.identifier, named.title),
                line,
                highest.unwrap_or(1),
            );
            top += ROW;
        }
        drawing.line("rule", (0, top + 4), (WIDTH, top + 4));
        let all = ("All", self.assessment.title);
        self.row(&mut drawing, top + 8, all, self.total, greatest(self.total));
        Figure {
            name: "tiers",
            title: &format!("Current and target tiers of {}", self.assessment.framework),
            description: &self.description(),
            caption: "Bars count controls: filled where they stand, outlined where they should stand. \
                A function stands where its lowest control does (▲) and aims at the lowest target of its controls (◇). \
                Right of the dashed line controls count as fulfilled.",
            remarks: &[],
            size: (WIDTH, bottom),
        }
        .html(drawing)
    }

    fn description(&self) -> String {
        let total = self.total;
        let functions = self.functions.iter().map(|(named, line)| {
            let tier = |tier: Option<u32>| tier.map_or("no tier".to_owned(), |it| it.to_string());
            let (stands, aims) = (tier(line.tier), tier(line.target));
            format!("{} stands at {stands} and aims at {aims}", named.identifier)
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
        signs(drawing);
    }

    fn row(
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
            stands(drawing, (x, ground + 15));
        }
        if let Some(target) = line.target {
            let x = self.left_of(target) + column / 2 + 19;
            aims(drawing, (x, ground + 11));
        }
    }
}

/// The signs, each beside its meaning.
fn signs(drawing: &mut Drawing) {
    drawing.area("stand enough", Area::new((0, 10), 8, 14));
    drawing.area("stand short", Area::new((9, 10), 8, 14));
    drawing.text(SOFT, Anchor::Start, (26, 21), "controls that stand there");
    drawing.area("aim", Area::new((4, 30), 9, 14));
    drawing.text(
        SOFT,
        Anchor::Start,
        (26, 41),
        "controls that should stand there",
    );
    stands(drawing, (9, 60));
    drawing.text(SOFT, Anchor::Start, (26, 60), "the function stands there");
    aims(drawing, (9, 75));
    drawing.text(SOFT, Anchor::Start, (26, 79), "the function aims there");
}

fn stands(drawing: &mut Drawing, (x, y): Point) {
    drawing.shape("mark", &[(x - 6, y), (x, y - 10), (x + 6, y)]);
}

fn aims(drawing: &mut Drawing, (x, y): Point) {
    drawing.shape(
        "mark hollow",
        &[(x - 6, y), (x, y - 6), (x + 6, y), (x, y + 6)],
    );
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
fn greatest(line: &ProfileLine) -> usize {
    let counts = line.current.iter().chain(&line.targets);
    counts.map(|(_, count)| *count).max().unwrap_or(1)
}
