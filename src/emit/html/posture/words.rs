//! How verdicts, shares, tiers and spans of time are written.

use crate::emit::html::markup::Markup;
pub(in crate::emit::html) use crate::emit::html::percent::percent;
use crate::report::posture::{Fault, Period, Tally, Verdict};

/// The word, the sign that stands beside it so that colour never stands alone, the class of its colour, and the address of
/// its definition.
const fn looks(verdict: Verdict) -> [&'static str; 4] {
    match verdict {
        Verdict::Met => ["met", "●", "p-met", "#def-posture-met"],
        Verdict::NotMet => ["not met", "✕", "p-not-met", "#def-posture-not-met"],
        Verdict::PartlyEvidenced => [
            "partly evidenced",
            "◐",
            "p-partly",
            "#def-posture-partly-evidenced",
        ],
        Verdict::CannotTell => ["cannot tell", "?", "p-open", "#def-posture-cannot-tell"],
        Verdict::CannotTellDraft => [
            "cannot tell (draft)",
            "◌",
            "p-draft",
            "#def-posture-cannot-tell-draft",
        ],
        Verdict::Contradiction => [
            "contradiction",
            "≠",
            "p-contradiction",
            "#def-posture-contradiction",
        ],
    }
}

/// The word of a verdict.
pub(in crate::emit::html) const fn word(verdict: Verdict) -> &'static str {
    let [word, ..] = looks(verdict);
    word
}

/// Its sign.
pub(in crate::emit::html) const fn sign(verdict: Verdict) -> &'static str {
    let [_, sign, ..] = looks(verdict);
    sign
}

/// A verdict as a word that links to its meaning.
pub(super) fn verdict(markup: &mut Markup, verdict: Verdict) {
    let [word, sign, class, definition] = looks(verdict);
    markup.raw("<a class=\"verdict ").raw(class);
    markup.raw("\" href=\"").raw(definition);
    markup.raw("\"><i aria-hidden=\"true\">").raw(sign);
    markup.raw("</i> ").raw(word).raw("</a>");
}

/// A bar of the verdicts, for the eye alone: the numbers stand beside it.
pub(super) fn bar(tally: &Tally) -> String {
    let mut markup = Markup::default();
    markup.raw("<svg class=\"bar\" viewBox=\"0 0 ");
    markup.number(tally.total().max(1));
    markup.raw(" 1\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\">");
    let mut from = 0;
    for verdict in Verdict::ALL {
        let [_, _, class, _] = looks(verdict);
        let count = tally.of(verdict);
        if count > 0 {
            markup.raw("<rect class=\"").raw(class).raw("\" x=\"");
            markup.number(from).raw("\" width=\"").number(count);
            markup.raw("\" height=\"1\"/>");
        }
        from += count;
    }
    markup.raw("</svg>");
    markup.finish()
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
