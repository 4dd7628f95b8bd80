//! Two assessments, a year apart.

use std::fmt::Write;

use super::Size;
use super::organization::role;
use crate::chance::Chance;
use crate::generator::catalog::{SUBJECTS, identifier};

/// Last year's, and this year's with targets.
pub fn assessments(size: Size, chance: &mut Chance) -> String {
    let tiers: Vec<usize> = (0..size.controls).map(|_| 1 + chance.below(4)).collect();
    let mut text = String::new();
    header(&mut text, 2025);
    for (control, tier) in tiers.iter().enumerate() {
        let before = tier.saturating_sub(chance.below(2)).max(1);
        let _ = writeln!(text, "  {}  tier {before}", identifier(0, control));
    }
    text.push_str("}\n\n");
    header(&mut text, 2026);
    for (control, tier) in tiers.into_iter().enumerate() {
        row(&mut text, size, control, tier, chance);
    }
    text.push_str("}\n");
    text
}

fn header(text: &mut String, year: usize) {
    let _ = writeln!(
        text,
        "assessment acme-{year} \"Assessment {year}\" of generated-0@2026 {{\n  assessed      {year}-09-30\n  \
         achieved-from 3\n  risk-scale    1 25\n  default       risk 4 effort 10d\n"
    );
}

fn row(text: &mut String, size: Size, control: usize, tier: usize, chance: &mut Chance) {
    let _ = write!(text, "  {}  ", identifier(0, control));
    if chance.percent(2) {
        let subject = chance.one_of(&SUBJECTS);
        let _ = writeln!(text, "not-applicable  \"Nobody here has {subject}\"");
        return;
    }
    let _ = write!(text, "tier {tier} -> {}", tier.max(3));
    if chance.percent(20) {
        let _ = write!(text, "  risk {}", 1 + chance.below(25));
    }
    if chance.percent(50) {
        let _ = write!(text, "  effort {}d", 1 + chance.below(40));
    }
    let _ = write!(text, "  owner {}", role(chance.below(size.roles())));
    if chance.percent(5) {
        let _ = write!(
            text,
            "  evidence evidence-{}",
            chance.below(size.evidence())
        );
    }
    if chance.percent(30) {
        let (one, other) = (chance.one_of(&SUBJECTS), chance.one_of(&SUBJECTS));
        let _ = write!(text, "  \"{one} are there, {other} are not\"");
    }
    text.push('\n');
}
