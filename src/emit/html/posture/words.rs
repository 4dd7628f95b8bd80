//! How shares, tiers and spans of time are written.

pub(super) use crate::percent::percent;
use xwalk_report::posture::{Period, ProfileLine};

/// `17 of 24 (71%)`.
pub(super) fn share_text(part: usize, whole: usize) -> String {
    format!("{part} of {whole} ({})", percent(part, whole))
}

/// `2 d 3 h`, `4 h 12 min`, `38 min`, `20 s`: the two units that matter most.
pub(super) fn seconds(seconds: u64) -> String {
    const UNITS: [(u64, &str); 4] = [(86_400, "d"), (3_600, "h"), (60, "min"), (1, "s")];
    let mut rest = seconds;
    let mut parts = Vec::new();
    for (size, unit) in UNITS {
        if rest >= size && parts.len() < 2 && (parts.is_empty() || size > 1) {
            parts.push(format!("{} {unit}", rest / size));
        }
        rest %= size;
    }
    if parts.is_empty() {
        return "0 s".to_owned();
    }
    parts.join(" ")
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

#[cfg(test)]
mod tests {
    use super::seconds;

    #[test]
    fn spans_of_time_are_told_by_the_two_units_that_matter() {
        let shown = [0, 20, 60, 2_700, 15_150, 90_000, 180_000].map(seconds);
        let expected = [
            "0 s",
            "20 s",
            "1 min",
            "45 min",
            "4 h 12 min",
            "1 d 1 h",
            "2 d 2 h",
        ];
        assert_eq!(shown, expected);
    }
}
