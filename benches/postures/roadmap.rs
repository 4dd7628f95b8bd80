//! The roadmap: phases of initiatives that wait for earlier ones.

use std::fmt::Write;

use super::Size;
use super::organization::{controls, role};
use crate::chance::Chance;
use crate::generator::catalog::SUBJECTS;

const PHASES: usize = 4;

/// Initiatives that each raise about eight controls, and wait for up to two of their own phase or of the one before.
pub fn roadmap(size: Size, chance: &mut Chance) -> String {
    let mut text = "roadmap acme-2027 \"Roadmap 2027\" for acme-2026 {\n".to_owned();
    let in_phase = size.initiatives.div_ceil(PHASES);
    for initiative in 0..size.initiatives {
        if initiative % in_phase == 0 {
            let phase = initiative / in_phase;
            let _ = writeln!(text, "  phase phase-{phase} \"Phase {phase}\" {{");
        }
        self::initiative(&mut text, size, initiative, in_phase, chance);
        if initiative % in_phase == in_phase - 1 || initiative + 1 == size.initiatives {
            text.push_str("  }\n");
        }
    }
    text.push_str("}\n");
    text
}

fn initiative(
    text: &mut String,
    size: Size,
    initiative: usize,
    in_phase: usize,
    chance: &mut Chance,
) {
    let subject = chance.one_of(&SUBJECTS);
    let _ = writeln!(
        text,
        "    initiative initiative-{initiative} \"Better {subject}\" {{"
    );
    let first = initiative.saturating_sub(in_phase);
    let mut after: Vec<usize> = (0..chance.below(3))
        .map(|_| first + chance.below(initiative - first))
        .filter(|before| *before < initiative)
        .collect();
    after.sort_unstable();
    after.dedup();
    if !after.is_empty() {
        let names: Vec<String> = after.iter().map(|it| format!("initiative-{it}")).collect();
        let _ = writeln!(text, "      after  {}", names.join(", "));
    }
    let _ = write!(
        text,
        "      raises {} to {}\n      treats risk-{}\n      effort {}d\n      owner  {}\n",
        controls(size, 8, chance),
        3 + chance.below(2),
        chance.below(size.risks()),
        5 + chance.below(60),
        role(chance.below(size.roles())),
    );
    if chance.percent(50) {
        let _ = writeln!(text, "      lasts  {}mo", 1 + chance.below(6));
    }
    text.push_str("    }\n");
}
