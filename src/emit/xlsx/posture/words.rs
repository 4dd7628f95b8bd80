//! What the sheets say in words: verdicts with a sign and a colour, and why.

use crate::emit::xlsx::cell::Cell;
use crate::emit::xlsx::style::Tone;
use crate::report::posture::{Control, Party, RiskFrom, Supports, Verdict};

/// A verdict: sign, word, colour, and what it means.
pub(super) const fn verdict(verdict: Verdict) -> (&'static str, &'static str, Tone, &'static str) {
    match verdict {
        Verdict::Met => (
            "✓",
            "met",
            Tone::Good,
            "all that the control asks for is fulfilled by achieved controls",
        ),
        Verdict::NotMet => (
            "✗",
            "not met",
            Tone::Bad,
            "something that the control asks for is assessed below the threshold",
        ),
        Verdict::PartlyEvidenced => (
            "◐",
            "partly evidenced",
            Tone::Fair,
            "an achieved control shares something with it; the rest has to be shown",
        ),
        Verdict::CannotTell => (
            "?",
            "cannot tell",
            Tone::Open,
            "nothing of this follows from what was assessed: an open question, no gap",
        ),
        Verdict::CannotTellDraft => (
            "?",
            "cannot tell (draft)",
            Tone::Draft,
            "something of this would follow, but only from rows that nobody has reviewed",
        ),
        Verdict::Contradiction => (
            "≠",
            "contradiction",
            Tone::Clash,
            "one assessed control shows that it is met, another that it is not",
        ),
    }
}

/// The word of a verdict.
pub(super) const fn word(of: Verdict) -> &'static str {
    verdict(of).1
}

/// A verdict as sign and word, in its colour.
pub(super) fn verdict_cell(of: Verdict) -> Cell<'static> {
    let (sign, word, tone, _) = verdict(of);
    Cell::toned(format!("{sign} {word}"), tone)
}

/// The verdict on a control; of one that is not counted without colour, so that the colours can be counted.
pub(super) fn verdict_of(control: &Control) -> Cell<'static> {
    match control.assessable {
        true => verdict_cell(control.verdict),
        false => Cell::centred(word(control.verdict)),
    }
}

/// Whom a role represents.
pub(super) fn parties(parties: &[Party]) -> String {
    let parties: Vec<&str> = parties.iter().map(|party| party.name()).collect();
    parties.join(", ")
}

/// Where the risk of a gap is from.
pub(super) const fn risk_from(from: &RiskFrom<'_>) -> &'static str {
    match from {
        RiskFrom::Stated => "stated for the control",
        RiskFrom::Register(_) => "risk register",
        RiskFrom::Default => "default of the assessment",
    }
}

/// What something supports, with how.
pub(super) fn supports(supports: &[Supports], name: impl Fn(&str) -> String) -> String {
    let supports = supports.iter();
    let supports: Vec<String> = supports
        .map(|supports| match supports.property {
            Some(property) => format!("{} ({})", name(&supports.control), property.word()),
            None => name(&supports.control),
        })
        .collect();
    supports.join(", ")
}

/// A number of seconds as a person says it: `2 h 05 min`, `3 d 4 h`.
pub(super) fn span(seconds: u64) -> String {
    const MINUTE: u64 = 60;
    const HOUR: u64 = 60 * MINUTE;
    const DAY: u64 = 24 * HOUR;
    match seconds {
        0..MINUTE => format!("{seconds} s"),
        MINUTE..HOUR => format!("{} min {:02} s", seconds / MINUTE, seconds % MINUTE),
        HOUR..DAY => format!("{} h {:02} min", seconds / HOUR, seconds % HOUR / MINUTE),
        _ => format!("{} d {} h", seconds / DAY, seconds % DAY / HOUR),
    }
}
