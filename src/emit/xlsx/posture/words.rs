//! What the sheets say in words: verdicts with a sign and a colour, and why.

use crate::emit::xlsx::cell::Cell;
use crate::emit::xlsx::style::Tone;
use crate::report::posture::{Control, RiskFrom, Supports, Verdict};

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

/// What a ground says, with the verdict for which it speaks.
pub(super) fn because(word: &str) -> (&'static str, &'static str) {
    match word {
        "achieved" => ("met", "it is achieved itself"),
        "contained" => ("met", "an achieved control contains or equals it"),
        "together" => (
            "met",
            "it lies within what several fulfilled controls ask together",
        ),
        "children-met" => (
            "met",
            "all controls directly below it are met, and together they ask for all of it",
        ),
        "below" => ("not met", "it is assessed itself, below the threshold"),
        "asks-for-more" => (
            "not met",
            "it asks for all of a control that is assessed below the threshold",
        ),
        "shares" => (
            "partly evidenced",
            "an achieved control shares something with it",
        ),
        _ => ("", ""),
    }
}

/// Why nobody can tell.
pub(super) fn doubt(word: &str) -> &'static str {
    match word {
        "not-applicable" => "what would say it is not applicable, which proves nothing",
        "unsupported" => "evidence is required for what would say it, and does not hold",
        "only-below" => {
            "what shares something with it is below the threshold; what that lacks may be something else"
        }
        "not-assessed" => "what shares something with it is not assessed",
        "rows-left-out" => {
            "the rows that name it do not count: drafts, conditions that do not hold, or contradictions"
        }
        "judged-below" => "it is not assessed by itself, but by the controls below it",
        "unconnected" => "nothing is known that connects it with an assessed framework",
        _ => "",
    }
}

/// What a control lacks for an indicator to be shown.
pub(super) fn lack(word: &str) -> &'static str {
    match word {
        "not-assessed" => "not assessed",
        "not-applicable" => "not applicable",
        "below" => "below the threshold",
        "no-evidence" => "no evidence",
        "faulty-evidence" => "evidence does not hold",
        _ => "",
    }
}

/// Whom a role represents.
pub(super) fn parties(words: &[&str]) -> String {
    let parties = words.iter();
    let parties: Vec<&str> = parties
        .map(|word| if *word == "it" { "IT" } else { word })
        .collect();
    parties.join(", ")
}

/// A kind of decision.
pub(super) fn decision(word: &str) -> String {
    word.replace('-', " ")
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
            Some(property) => format!("{} ({property})", name(&supports.control)),
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
