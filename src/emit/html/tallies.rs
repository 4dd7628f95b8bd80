//! How the four counts look: in words, as a bar, as a shade.

use super::markup::Markup;
use super::percent::percent;
use super::view::view;
use crate::report::{Basis, Tally, Verdict};

view! {
    /// A verdict as a word that links to its meaning.
    pub(super) struct VerdictView {
        /// The class of its colour.
        class: &'static str,
        /// The link to its definition.
        link: &'static str,
        /// The sign beside it, so that colour never stands alone.
        sign: &'static str,
        /// The word.
        word: &'static str,
    }
}

impl VerdictView {
    pub(super) const fn of(verdict: Verdict) -> Self {
        Self {
            class: class(verdict),
            link: definition(verdict),
            sign: sign(verdict),
            word: verdict.word(),
        }
    }
}

/// The class of a verdict's colour.
pub(super) const fn class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Full => "v-full",
        Verdict::Overlap => "v-overlap",
        Verdict::Gap => "v-gap",
        Verdict::NotReviewed => "v-open",
    }
}

/// The sign that stands for a verdict beside its number, so that colour never stands alone.
const fn sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Full => "●",
        Verdict::Overlap => "◐",
        Verdict::Gap => "○",
        Verdict::NotReviewed => "?",
    }
}

/// The link from a verdict's word to its definition.
pub(super) const fn definition(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Full => "#def-verdict-full",
        Verdict::Overlap => "#def-verdict-overlap",
        Verdict::Gap => "#def-verdict-gap",
        Verdict::NotReviewed => "#def-verdict-not-reviewed",
    }
}

/// How a caption names a basis.
pub(super) const fn words(basis: Basis) -> &'static str {
    match basis {
        Basis::Stated => "from stated rows",
        Basis::Proved => "with proofs",
    }
}

/// The class, after others, of what is counted on a basis.
pub(super) const fn side(basis: Basis) -> &'static str {
    match basis {
        Basis::Stated => "",
        Basis::Proved => " proved",
    }
}

/// The share of full.
pub(super) fn share(tally: &Tally) -> String {
    percent(tally.full, tally.total())
}

/// The class of a cell's shade: `h0` nothing is full, `h9` everything is, `h1` to `h8` the eighths in between.
pub(super) fn shade(tally: &Tally) -> &'static str {
    const EIGHTHS: [&str; 8] = ["h1", "h2", "h3", "h4", "h5", "h6", "h7", "h8"];
    match (tally.full, tally.total()) {
        (_, 0) => "none",
        (0, _) => "h0",
        (full, total) if full == total => "h9",
        (full, total) => EIGHTHS.get(full * 8 / total).unwrap_or(&"h8"),
    }
}

/// The four counts with their signs.
pub(super) fn counts(markup: &mut Markup, tally: &Tally) {
    markup.raw("<span class=\"counts\">");
    for verdict in Verdict::ALL {
        markup.raw("<span><i class=\"").raw(class(verdict));
        markup.raw("\" aria-hidden=\"true\">").raw(sign(verdict));
        markup.raw("</i>").number(tally.of(verdict));
        markup
            .raw("<span class=\"vh\"> ")
            .raw(verdict.word())
            .raw(", </span></span>");
    }
    markup.raw("</span>");
}

/// A bar of the four counts, for the eye alone: the numbers stand beside it.
pub(super) fn bar(markup: &mut Markup, tally: &Tally) {
    markup.raw("<svg class=\"bar\" viewBox=\"0 0 ");
    markup.number(tally.total().max(1));
    markup.raw(" 1\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\">");
    let mut from = 0;
    for verdict in Verdict::ALL {
        let count = tally.of(verdict);
        if count > 0 {
            markup
                .raw("<rect class=\"")
                .raw(class(verdict))
                .raw("\" x=\"");
            markup.number(from).raw("\" width=\"").number(count);
            markup.raw("\" height=\"1\"/>");
        }
        from += count;
    }
    markup.raw("</svg>");
}

/// A verdict as a word that links to its meaning.
pub(super) fn verdict(markup: &mut Markup, verdict: Verdict) {
    markup
        .raw("<a class=\"verdict ")
        .raw(class(verdict))
        .raw("\" href=\"");
    markup
        .raw(definition(verdict))
        .raw("\"><i aria-hidden=\"true\">");
    markup
        .raw(sign(verdict))
        .raw("</i> ")
        .raw(verdict.word())
        .raw("</a>");
}

#[cfg(test)]
mod tests {
    use super::shade;
    use crate::report::Tally;

    fn tally(full: usize, gap: usize) -> Tally {
        Tally {
            full,
            gap,
            ..Tally::default()
        }
    }

    #[test]
    fn none_and_all_are_said_of_none_and_all_alone() {
        let shares = [(0, 0), (0, 9), (9, 0), (1, 999), (999, 1), (1, 2)];
        let shades = shares.map(|(full, gap)| shade(&tally(full, gap)));
        assert_eq!(shades, ["none", "h0", "h9", "h1", "h8", "h3"]);
    }
}
