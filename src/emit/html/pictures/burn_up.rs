//! How many controls of each framework are met as a roadmap goes.

use super::area::{Point, length, share};
use super::calendar::{Calendar, HEAD};
use super::drawing::Drawing;
use super::face::{Anchor, FIGURE, SOFT};
use super::figure::Figure;
use super::spread::spread;
use xwalk_report::posture::{NamedFramework, Quarter, Rise, Roadmap};

const WIDTH: i64 = 1_000;
const LEFT: i64 = 48;
const RIGHT: i64 = 716;
/// Where the labels begin, and how far apart they are at least.
const LABEL: i64 = 756;
const APART: i64 = 34;
const HEIGHT: i64 = 340;

/// The classes of lines, which come with marks of their own: each can be distinguished from the others without its colour.
const LINES: [&str; 6] = ["rise-0", "rise-1", "rise-2", "rise-3", "rise-4", "rise-5"];

/// The met controls of each framework after each initiative; empty where no initiative has dates.
pub(crate) fn burn_up(roadmap: &Roadmap<'_>) -> String {
    let rise = &roadmap.rise;
    let Some(last) = rise.steps.last() else {
        return String::new();
    };
    let frameworks = 0..rise.frameworks.len();
    let met = frameworks.flat_map(|at| {
        let steps = rise.steps.iter().map(move |step| step.met(at));
        steps.chain([rise.met_now(at)])
    });
    let greatest = met.max().unwrap_or(0);
    let top = HEAD + 14;
    let height = HEIGHT.max(APART * length(rise.frameworks.len()));
    let chart = Chart {
        rise,
        calendar: Calendar::new(
            Quarter::of(roadmap.whole.begins),
            last.over.day_number(),
            LEFT,
            RIGHT - LEFT,
        ),
        ground: top + height,
        height,
        scale: Scale::of(length(greatest)),
    };
    let mut drawing = Drawing::default();
    chart.grid(&mut drawing);
    chart.labels(&mut drawing);
    for (at, framework) in rise.frameworks.iter().enumerate().rev() {
        chart.line(
            &mut drawing,
            (at, framework),
            roadmap.whole.begins.day_number(),
        );
    }
    Figure {
        name: "burn-up",
        title: &format!("{}: met controls of each framework", roadmap.title),
        description: &description(rise),
        caption: "Each line counts the controls of a framework that are met once the initiatives completed by then are done, \
            as early as possible; a mark shows where an initiative changes the count.",
        remarks: &[],
        size: (WIDTH, chart.ground + 24),
    }
    .html(drawing)
}

fn description(rise: &Rise<'_>) -> String {
    let said = rise.frameworks.iter().enumerate().map(|(at, framework)| {
        let (now, then, total) = ends(rise, at);
        format!("{framework}: from {now} to {then} of {total} met.")
    });
    said.collect::<Vec<_>>().join(" ")
}

/// How many controls of a framework are met now and in the end, and how many there are.
fn ends(rise: &Rise<'_>, framework: usize) -> (usize, usize, usize) {
    let now = rise.met_now(framework);
    let last = rise.steps.last().map_or(now, |step| step.met(framework));
    (now, last, rise.assessable(framework))
}

/// The steps of the scale of counts, and its end.
#[derive(Clone, Copy)]
struct Scale {
    step: i64,
    end: i64,
}

impl Scale {
    /// At most about six steps of 1, 2 or 5 times a power of ten.
    fn of(greatest: i64) -> Self {
        let mut step = 1;
        for factor in [2, 5, 2].into_iter().cycle() {
            if step * 6 >= greatest {
                break;
            }
            step = if factor == 5 { step / 2 * 5 } else { step * 2 };
        }
        let end = (greatest.max(1) + step - 1) / step * step;
        Self { step, end }
    }
}

struct Chart<'r, 'm> {
    rise: &'r Rise<'m>,
    calendar: Calendar,
    ground: i64,
    height: i64,
    scale: Scale,
}

impl Chart<'_, '_> {
    fn y(&self, count: usize) -> i64 {
        self.ground - share(length(count), self.scale.end, self.height)
    }

    fn grid(&self, drawing: &mut Drawing) {
        self.calendar.draw(drawing, 0, self.ground);
        let mut count = 0;
        while count <= self.scale.end {
            let y = self.ground - share(count, self.scale.end, self.height);
            drawing.line("quarter", (LEFT, y), (RIGHT, y));
            drawing.text(SOFT, Anchor::End, (LEFT - 8, y + 4), &count.to_string());
            count += self.scale.step;
        }
        drawing.line("ground", (LEFT, self.ground), (RIGHT, self.ground));
        drawing.text(SOFT, Anchor::Start, (0, 16), "met");
    }

    /// What each line is, at its end, and a thin line to it where it had to move.
    fn labels(&self, drawing: &mut Drawing) {
        let frameworks = self.rise.frameworks.iter().enumerate();
        let ends: Vec<i64> = frameworks
            .clone()
            .map(|(at, _)| self.y(ends(self.rise, at).1))
            .collect();
        let room = (self.ground - self.height, self.ground - 12);
        let places = spread(&ends, APART, room);
        for (((at, framework), end), place) in frameworks.zip(&ends).zip(&places) {
            let (now, then, total) = self::ends(self.rise, at);
            let class = LINES.get(at % LINES.len()).copied().unwrap_or("rise-0");
            drawing.group(class, "", |drawing| {
                drawing.way("leader", &[(RIGHT + 8, *end), (RIGHT + 28, *place)]);
                mark(drawing, at, (LABEL - 14, *place));
            });
            let room = WIDTH - LABEL;
            drawing.fitted(FIGURE, Anchor::Start, (LABEL, *place), framework, room);
            let says = format!("{now} → {then} of {total} met");
            drawing.text(SOFT, Anchor::Start, (LABEL, *place + 14), &says);
        }
    }

    /// The line of a framework.
    fn line(&self, drawing: &mut Drawing, (at, framework): (usize, &NamedFramework), begins: i64) {
        let (mut count, ..) = ends(self.rise, at);
        let mut way: Vec<Point> = vec![(self.calendar.x(begins), self.y(count))];
        let mut turns: Vec<Point> = Vec::new();
        for step in &self.rise.steps {
            let after = step.met(at);
            if after == count {
                continue;
            }
            let x = self.calendar.x(step.over.day_number());
            way.extend([(x, self.y(count)), (x, self.y(after))]);
            // What is over on the same day is one step.
            turns.pop_if(|(before, _)| *before == x);
            turns.push((x, self.y(after)));
            count = after;
        }
        way.push((RIGHT, self.y(count)));
        let class = LINES.get(at % LINES.len()).copied().unwrap_or("rise-0");
        drawing.group(class, framework, |drawing| {
            drawing.way("rise", &way);
            for turn in turns {
                mark(drawing, at, turn);
            }
        });
    }
}

/// The mark of a line: each of six has a form of its own.
fn mark(drawing: &mut Drawing, at: usize, (x, y): Point) {
    let corners: &[Point] = match at % LINES.len() {
        0 => return drawing.disc("mark", (x, y), 4),
        1 => &[
            (x - 4, y - 4),
            (x + 4, y - 4),
            (x + 4, y + 4),
            (x - 4, y + 4),
        ],
        2 => &[(x - 5, y + 4), (x, y - 5), (x + 5, y + 4)],
        3 => &[(x - 6, y), (x, y - 6), (x + 6, y), (x, y + 6)],
        4 => &[(x - 5, y - 4), (x + 5, y - 4), (x, y + 5)],
        _ => return drawing.disc("mark hollow", (x, y), 4),
    };
    drawing.shape("mark", corners);
}
