//! How shares, tiers and spans of time are written.

use xwalk_report::Share;
use xwalk_report::posture::{Period, ProfileLine};

/// `17 of 24 (70.8%)`.
pub(super) fn share_text(part: usize, whole: usize) -> String {
    match Share::of(part, whole) {
        Some(share) => format!("{part} of {whole} ({share})"),
        None => Share::NOTHING.to_owned(),
    }
}

/// The last day of a period.
pub(super) fn last_day(period: Period) -> String {
    period.last_day().to_string()
}

/// A tier, or a dash where there is none.
pub(super) fn tier_text(tier: Option<u32>) -> String {
    tier.map_or_else(|| "–".to_owned(), |tier| tier.to_string())
}

/// The tier of a line of a profile; with a sign where it cannot be higher, but may be lower.
pub(super) fn tier_of(line: &ProfileLine) -> String {
    let sign = if line.is_at_best() { "≤ " } else { "" };
    format!("{sign}{}", tier_text(line.tier))
}
