//! Mappings: a header and rows.

use std::fmt::Write;
use std::ops::Range;

use super::Plan;
use super::catalog::{SUBJECTS, identifier};
use crate::chance::Chance;

/// Writes one of the mappings of a plan. Mappings between the same frameworks speak of different sources.
pub fn mapping(text: &mut String, plan: Plan, mapping: usize, chance: &mut Chance) {
    let (ends, before) = plan.pair(mapping);
    let (from, to) = ends;
    header(text, mapping, ends, before);
    let share = |whole: usize, part: usize, of: usize| whole * part / of..whole * (part + 1) / of;
    let rows = share(plan.rows, mapping, plan.mappings).len();
    let sources = share(
        plan.controls_each(),
        before,
        plan.mappings.div_ceil(plan.pairs()),
    );
    for (at, source) in sources.clone().enumerate() {
        let rows = share(rows, at, sources.len()).len();
        let mut targets = targets(source, rows, plan.controls_each());
        for _ in 0..rows {
            row(text, (from, source), to, &mut targets, plan.reach(), chance);
        }
    }
    text.push_str("}\n\n");
}

/// Writes the header of a mapping between two frameworks, after so many others between the same.
pub fn header(text: &mut String, mapping: usize, (from, to): (usize, usize), before: usize) {
    let header = format!(
        "mapping generated-{mapping} \"Framework {from} to framework {to}, part {before}\" \
         from generated-{from}@2026 to generated-{to}@2026 {{\n  \
         source    \"Working paper {mapping}\"\n  \
         author    \"Standards team\" on 2026-02-01\n  \
         version   1.0.0\n  \
         use-case  \"Measure how long a large file takes\"\n  \
         status    draft\n  \
         style     set-theory\n  \
         rationale functional\n\n"
    );
    text.push_str(&header);
}

/// The controls near a source, enough for so many rows of three targets at most.
fn targets(source: usize, rows: usize, controls: usize) -> Range<usize> {
    let most = (3 * rows).min(controls);
    let first = source.saturating_sub(rows / 2).min(controls - most);
    first..first + most
}

fn row(
    text: &mut String,
    (from, source): (usize, usize),
    to: usize,
    targets: &mut Range<usize>,
    reach: usize,
    chance: &mut Chance,
) {
    let Some(target) = targets.next() else { return };
    let ends = extent(from, source, reach);
    let relation = relation(&ends, &extent(to, target, reach));
    let written = match relation {
        "subset-of" | "superset-of" if chance.percent(5) => format!("{relation}|equal"),
        _ => relation.to_owned(),
    };
    let _ = write!(
        text,
        "  {}  {written}  {}",
        identifier(from, source),
        identifier(to, target)
    );
    while targets.start.is_multiple_of(8)
        && relation == self::relation(&ends, &extent(to, targets.start, reach))
        && let Some(target) = targets.next()
    {
        let _ = write!(text, ", {}", identifier(to, target));
    }
    clauses(text, relation, chance);
    text.push('\n');
}

/// The numbers that a control stands for. Where `reach` controls on either side are near, most of them are touched.
fn extent(framework: usize, control: usize, reach: usize) -> Range<usize> {
    let mut chance = Chance::new((framework * 1_000_003 + control) as u64);
    let reach = reach.max(4);
    if chance.percent(20) {
        // So that some controls of two frameworks ask for the same.
        return control * 16..(control + reach) * 16;
    }
    let start = control * 16 + 1 + framework % 15;
    start..start + 1 + chance.below(32 * reach)
}

/// How two ranges lie to each other, in the words of the language.
pub fn relation(source: &Range<usize>, target: &Range<usize>) -> &'static str {
    let within = |inner: &Range<usize>, outer: &Range<usize>| {
        outer.start <= inner.start && inner.end <= outer.end
    };
    if source == target {
        "equal"
    } else if within(source, target) {
        "subset-of"
    } else if within(target, source) {
        "superset-of"
    } else if source.start < target.end && target.start < source.end {
        "intersects-with"
    } else {
        "no-relationship"
    }
}

/// Writes what stands behind the controls of a row.
pub fn clauses(text: &mut String, relation: &str, chance: &mut Chance) {
    if chance.percent(60) {
        let strength = match relation {
            "equal" => 10,
            "no-relationship" => 0,
            _ => 1 + chance.below(9),
        };
        let _ = write!(text, "  strength {strength}");
    }
    if chance.percent(10) {
        let rationale = chance.one_of(&["syntactic", "semantic"]);
        let _ = write!(text, "  {rationale}");
    }
    if chance.percent(6) {
        let confidence = chance.one_of(&["low", "medium", "high", "80%"]);
        let _ = write!(text, "  confidence {confidence}");
    }
    if chance.percent(2) {
        let day = 1 + chance.below(28);
        let _ = write!(
            text,
            "  status reviewed  reviewer \"Second reader\" on 2026-03-{day:02}"
        );
    }
    if chance.percent(30) {
        note(text, chance);
    }
}

fn note(text: &mut String, chance: &mut Chance) {
    let (one, other) = (chance.one_of(&SUBJECTS), chance.one_of(&SUBJECTS));
    let _ = match chance.below(20) {
        0 => write!(
            text,
            r#"  "What one calls \"{one}\" the other calls {other}""#
        ),
        1..8 => write!(text, "  \"Both ask for {one}, only one for {other}\""),
        8..14 => write!(text, "  \"Shared: {one}\""),
        _ => write!(text, "  \"{one} seen from {other} – in part\""),
    };
}
