//! How verdicts, shares, tiers and spans of time are written.

use super::verdict::class;
use crate::emit::html::markup::Markup;
pub(super) use crate::emit::html::percent::percent;
pub(super) use crate::emit::html::pictures::bar;
use crate::report::posture::{Fault, Period, Verdict};

/// A verdict as a word that links to its meaning.
pub(super) fn verdict(markup: &mut Markup, verdict: Verdict) {
    markup.raw("<a class=\"verdict ").raw(class(verdict));
    markup.raw("\" href=\"#def-").raw(verdict.key());
    markup
        .raw("\"><i aria-hidden=\"true\">")
        .raw(verdict.sign());
    markup.raw("</i> ").raw(verdict.word()).raw("</a>");
}

/// `17 of 24 (71%)`.
pub(super) fn share_text(part: usize, whole: usize) -> String {
    format!("{part} of {whole} ({})", percent(part, whole))
}

/// The same, into what is being written.
pub(super) fn share(markup: &mut Markup, part: usize, whole: usize) {
    markup.text(&share_text(part, whole));
}

/// `3 rows`, `1 row`.
pub(super) fn count<'m>(
    markup: &'m mut Markup,
    count: usize,
    [one, many]: [&'static str; 2],
) -> &'m mut Markup {
    markup.number(count).raw(" ");
    markup.raw(if count == 1 { one } else { many })
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

/// A sentence in which names stand between backticks.
pub(super) fn quoted(markup: &mut Markup, sentence: &str) {
    for (at, part) in sentence.split('`').enumerate() {
        let is_name = at % 2 == 1;
        markup.raw(if is_name { "<code>" } else { "" });
        markup.text(part);
        markup.raw(if is_name { "</code>" } else { "" });
    }
}

/// What is wrong with evidence, as a word that links to its meaning.
pub(super) fn fault(markup: &mut Markup, fault: Fault) {
    markup
        .raw("<a class=\"verdict p-not-met\" href=\"#def-")
        .raw(fault.key());
    markup
        .raw("\"><i aria-hidden=\"true\">✕</i> ")
        .raw(fault.word())
        .raw("</a>");
}

/// The last day of a period.
pub(super) fn last_day(period: Period) -> String {
    period.last_day().to_string()
}

/// A tier, or a dash where there is none.
pub(super) fn tier_text(tier: Option<u32>) -> String {
    tier.map_or_else(|| "–".to_owned(), |tier| tier.to_string())
}

/// The same, into what is being written.
pub(super) fn tier(markup: &mut Markup, tier: Option<u32>) {
    markup.text(&tier_text(tier));
}

#[cfg(test)]
mod tests {
    use super::seconds;

    #[test]
    fn spans_of_time_are_told_by_the_two_units_that_matter() {
        let told = [0, 20, 60, 2_700, 15_150, 90_000, 180_000].map(seconds);
        let expected = [
            "0 s",
            "20 s",
            "1 min",
            "45 min",
            "4 h 12 min",
            "1 d 1 h",
            "2 d 2 h",
        ];
        assert_eq!(told, expected);
    }
}
