//! From the assessed framework to an adopted one.

use std::fmt::Write;
use std::ops::Range;

use super::{FINER, Size};
use crate::chance::Chance;
use crate::generator::catalog::identifier;
use crate::generator::claims::{clauses, header, relation};

/// How wide a control of the assessed framework is, about.
const WIDTH: usize = 16;

/// Writes the mapping to an adopted framework: each control is compared with the one that lies where it does, many with
/// the next one too. A few claims hold under a condition.
pub fn mapping(text: &mut String, size: Size, adopted: usize, chance: &mut Chance) {
    header(text, adopted, (0, adopted), 0);
    for source in 0..size.controls {
        let near = source / FINER;
        let last = near + usize::from(chance.percent(40));
        for target in near..=last.min(size.adopted_controls() - 1) {
            let relation = relation(&assessed(source), &of_adopted(adopted, target));
            // Published crosswalks seldom say that two controls have nothing in common.
            if relation == "no-relationship" && !chance.percent(5) {
                continue;
            }
            let (source, target) = (identifier(0, source), identifier(adopted, target));
            let _ = write!(text, "  {source}  {relation}  {target}");
            if chance.percent(1) {
                let condition = chance.one_of(&super::organization::CONDITIONS);
                let _ = write!(text, "  when \"{condition}\"");
            }
            clauses(text, relation, chance);
            text.push('\n');
        }
    }
    text.push_str("}\n\n");
}

/// The numbers that a control of the assessed framework stands for.
fn assessed(control: usize) -> Range<usize> {
    let mut chance = Chance::new(control as u64);
    if chance.percent(5) {
        return control / FINER * FINER * WIDTH..(control / FINER + 1) * FINER * WIDTH;
    }
    let start = control * WIDTH + 1;
    start..start + 1 + chance.below(2 * WIDTH)
}

/// The numbers that a control of an adopted framework stands for.
fn of_adopted(framework: usize, control: usize) -> Range<usize> {
    let mut chance = Chance::new((framework * 1_000_003 + control) as u64);
    let wide = FINER * WIDTH;
    if chance.percent(30) {
        return control * wide..(control + 1) * wide;
    }
    let start = control * wide + 1 + framework % 15;
    start..start + wide / 2 + chance.below(2 * wide)
}
