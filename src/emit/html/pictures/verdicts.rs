//! The verdicts on the parts of each framework, as a heat map.

use super::area::{Area, length};
use super::drawing::Drawing;
use super::face::{Anchor, FIGURE, SIGN, SMALL, SOFT, STRONG};
use super::figure::Figure;
use super::fit::{width, wrap};
use xwalk_report::posture::{NamedControl, Projection, Tally, Verdict};
use xwalk_report::{Posture, Share};

const WIDTH: i64 = 1_000;
const HEAD: i64 = 62;
/// Where the numbers of assessable controls end, and where the columns of the verdicts begin.
const ASSESSABLE: i64 = 384;
const LEFT: i64 = 396;
const COLUMN: i64 = (WIDTH - LEFT) / Verdict::ALL.len() as i64;
const ROW: i64 = 28;
const FRAMEWORK: i64 = 54;
/// A framework of more parts than this is shown by its total alone.
const MOST_PARTS: usize = 40;

/// The heat map; empty where there are no verdicts.
pub(crate) fn verdicts(posture: &Posture<'_>) -> String {
    if posture.verdicts.is_empty() {
        return String::new();
    }
    let mut drawing = Drawing::default();
    head(&mut drawing);
    let mut top = HEAD;
    let mut remarks = Vec::new();
    for projection in &posture.verdicts {
        total(&mut drawing, top, projection.framework.title(), projection);
        top += FRAMEWORK;
        let parts = projection.sections();
        if parts.len() > MOST_PARTS {
            let key = &projection.framework;
            remarks.push(format!(
                "The {} parts of {key} are left out here.",
                parts.len()
            ));
            continue;
        }
        for (named, tally) in &parts {
            part(&mut drawing, top, named, tally);
            top += ROW;
        }
    }
    Figure {
        name: "verdicts",
        title: "Verdicts on all frameworks",
        description: &description(posture),
        caption: "Each number counts assessable controls; the darker its background, the larger its share of the line.",
        remarks: &remarks,
        size: (WIDTH, top + 6),
    }
    .html(drawing)
}

fn description(posture: &Posture<'_>) -> String {
    let said = posture.verdicts.iter().map(|projection| {
        let counts = Verdict::ALL.iter().filter_map(|verdict| {
            let count = projection.tally.of(*verdict);
            (count > 0).then(|| format!("{count} {}", verdict.word()))
        });
        let counts: Vec<String> = counts.collect();
        format!(
            "{}, {} assessable: {}.",
            projection.framework,
            projection.tally.total(),
            counts.join(", ")
        )
    });
    said.collect::<Vec<_>>().join(" ")
}

fn head(drawing: &mut Drawing) {
    drawing.text(
        SOFT,
        Anchor::Start,
        (0, HEAD - 10),
        "Framework, and its parts",
    );
    drawing.text(SOFT, Anchor::End, (ASSESSABLE, HEAD - 10), "assessable");
    for (at, verdict) in (0..).zip(Verdict::ALL) {
        let (x, _) = cell(at, 0, 0).middle();
        let lines = wrap(verdict.word(), SMALL, COLUMN - 2, 2);
        let top = HEAD - 10 - 15 * (length(lines.len()) - 1);
        drawing.group(class(verdict), "", |drawing| {
            drawing.text(SIGN, Anchor::Middle, (x, top - 17), verdict.sign());
        });
        for (line, text) in (0..).zip(&lines) {
            drawing.text(SMALL, Anchor::Middle, (x, top + line * 15), text);
        }
    }
}

fn cell(column: i64, top: i64, height: i64) -> Area {
    Area::new(
        (LEFT + column * COLUMN + 2, top + 2),
        COLUMN - 4,
        height - 4,
    )
}

fn total(drawing: &mut Drawing, top: i64, title: &str, projection: &Projection) {
    let tally = &projection.tally;
    let line = top + 27;
    drawing.line("rule", (0, top + 4), (WIDTH, top + 4));
    let key = &projection.framework;
    drawing.fitted(STRONG, Anchor::Start, (0, line), title, ASSESSABLE - 34);
    drawing.fitted(SOFT, Anchor::Start, (0, line + 16), key, ASSESSABLE - 50);
    drawing.text(
        STRONG,
        Anchor::End,
        (ASSESSABLE, line),
        &tally.total().to_string(),
    );
    for (at, verdict) in (0..).zip(Verdict::ALL) {
        let area = cell(at, top + 8, FRAMEWORK - 10);
        let title = format!("{key}: {} {}", tally.of(verdict), verdict.word());
        drawing.group(class(verdict), &title, |drawing| {
            drawing.block(shade(tally, verdict), area);
            let (x, _) = area.middle();
            let count = tally.of(verdict);
            if count == 0 {
                drawing.text(SOFT, Anchor::Middle, (x, line), "0");
            } else {
                let text = format!("{} {count}", verdict.sign());
                drawing.text(STRONG, Anchor::Middle, (x, line), &text);
                let share = Share::shown(tally.share(verdict));
                drawing.text(SMALL, Anchor::Middle, (x, line + 16), &share);
            }
        });
    }
}

fn part(drawing: &mut Drawing, top: i64, named: &NamedControl, tally: &Tally) {
    let line = top + 18;
    let indent = 12;
    drawing.fitted(
        FIGURE,
        Anchor::Start,
        (indent, line),
        named.identifier(),
        90,
    );
    let after = indent + width(named.identifier(), FIGURE).min(90) + 8;
    drawing.fitted(
        SMALL,
        Anchor::Start,
        (after, line),
        named.title(),
        ASSESSABLE - 50 - after,
    );
    drawing.text(
        SMALL,
        Anchor::End,
        (ASSESSABLE, line),
        &tally.total().to_string(),
    );
    for (at, verdict) in (0..).zip(Verdict::ALL) {
        let area = cell(at, top, ROW);
        let count = tally.of(verdict);
        let title = format!("{}: {count} {}", named.identifier(), verdict.word());
        drawing.group(class(verdict), &title, |drawing| {
            drawing.block(shade(tally, verdict), area);
            let (x, _) = area.middle();
            if count == 0 {
                drawing.text(SOFT, Anchor::Middle, (x, line), "0");
            } else {
                let text = format!("{} {count}", verdict.sign());
                drawing.text(SMALL, Anchor::Middle, (x, line), &text);
            }
        });
    }
}

/// The class of a shade: nothing, eighths, everything.
fn shade(tally: &Tally, verdict: Verdict) -> &'static str {
    const EIGHTHS: [&str; 8] = [
        "heat-1", "heat-2", "heat-3", "heat-4", "heat-5", "heat-6", "heat-7", "heat-8",
    ];
    let (count, total) = (tally.of(verdict), tally.total());
    match count {
        0 => "heat-0",
        _ => EIGHTHS
            .get((count * 8 - 1) / total.max(1))
            .unwrap_or(&"heat-8"),
    }
}

const fn class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "is-met",
        Verdict::NotMet => "is-not-met",
        Verdict::PartlyEvidenced => "is-partly",
        Verdict::NotApplicable => "is-aside",
        Verdict::CannotTell => "is-open",
        Verdict::CannotTellDraft => "is-draft",
        Verdict::Contradiction => "is-contradiction",
    }
}
