//! How the sheets show words: verdicts with a sign and a colour, and why.

use crate::cell::Cell;
use crate::style::Tone;
use xwalk_report::posture::{Control, NamedControl, Party, RiskFrom, Supports, Verdict};

/// The colour of a verdict.
pub(super) const fn tone(of: Verdict) -> Tone {
    match of {
        Verdict::Met => Tone::Good,
        Verdict::NotMet => Tone::Bad,
        Verdict::PartlyEvidenced => Tone::Fair,
        Verdict::NotApplicable => Tone::Aside,
        Verdict::CannotTell => Tone::Open,
        Verdict::CannotTellDraft => Tone::Draft,
        Verdict::Contradiction => Tone::Clash,
    }
}

/// A verdict as sign and word, in its colour.
pub(super) fn verdict_cell(of: Verdict) -> Cell<'static> {
    Cell::toned(format!("{} {}", of.sign(), of.word()), tone(of))
}

/// The verdict on a control; of one that is not counted without colour, so that the colours can be counted.
pub(super) fn verdict_of(control: &Control) -> Cell<'static> {
    match control.assessable {
        true => verdict_cell(control.verdict),
        false => Cell::centred(control.verdict.word()),
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
pub(super) fn supports(supports: &[Supports], name: impl Fn(&NamedControl) -> String) -> String {
    let supports = supports.iter();
    let supports: Vec<String> = supports
        .map(|supports| match supports.property {
            Some(property) => format!("{} ({})", name(&supports.control), property.word()),
            None => name(&supports.control),
        })
        .collect();
    supports.join(", ")
}
