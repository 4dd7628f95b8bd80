//! How the five counts look: in words, as a bar, as a shade.

use super::view::view;
use xwalk_report::{Basis, Share, Tally, Verdict};

view! {
    /// A verdict as a word that links to its meaning.
    pub(super) struct VerdictView {
        /// The class of its colour.
        class: &'static str,
        /// The link to its definition.
        link: &'static str,
        /// The sign beside it, so that colour is never the only sign.
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

view! {
    /// The five counts of some controls on one basis, as numbers and as a bar.
    pub(super) struct Counted {
        /// The class of the shade, by the share of full.
        shade: &'static str,
        /// The class, after others, of what is counted on this basis.
        side: &'static str,
        /// The share of full.
        share: String,
        /// The length of the whole bar.
        scale: usize,
        /// The pieces of the bar: the counts that are not zero.
        bar: Vec<Count>,
        /// All five counts.
        counts: Vec<Count>,
        /// Whether any differs from what is counted from stated rows.
        changed: bool,
    }
}

view! {
    /// How many controls have one verdict.
    struct Count {
        /// The class of its colour.
        class: &'static str,
        /// Its sign.
        sign: &'static str,
        /// Its word.
        word: &'static str,
        /// Where its piece of the bar begins.
        from: usize,
        /// How many.
        count: usize,
        /// Whether it differs from what is counted from stated rows.
        differs: bool,
    }
}

impl Counted {
    /// What is counted on a basis, beside what is counted from stated rows.
    pub(super) fn of(basis: Basis, tally: &Tally, stated: Option<&Tally>) -> Self {
        let counts = || {
            Verdict::ALL.into_iter().scan(0, |from, verdict| {
                let count = tally.of(verdict);
                *from += count;
                Some(Count {
                    class: class(verdict),
                    sign: sign(verdict),
                    word: verdict.word(),
                    from: *from - count,
                    count,
                    differs: stated.is_some_and(|stated| stated.of(verdict) != count),
                })
            })
        };
        Self {
            shade: shade(tally),
            side: side(basis),
            share: Share::shown(tally.share(Verdict::Full)),
            scale: tally.total().max(1),
            bar: counts().filter(|count| count.count > 0).collect(),
            counts: counts().collect(),
            changed: stated.is_some_and(|stated| stated != tally),
        }
    }
}

/// The class of a verdict's colour.
const fn class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Full => "v-full",
        Verdict::Overlap => "v-overlap",
        Verdict::Related => "v-related",
        Verdict::Gap => "v-gap",
        Verdict::NotReviewed => "v-open",
    }
}

/// The sign that stands for a verdict beside its number, so that colour is never the only sign.
const fn sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Full => "●",
        Verdict::Overlap => "◐",
        Verdict::Related => "~",
        Verdict::Gap => "○",
        Verdict::NotReviewed => "?",
    }
}

/// The link from a verdict's word to its definition.
const fn definition(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Full => "#def-verdict-full",
        Verdict::Overlap => "#def-verdict-overlap",
        Verdict::Related => "#def-verdict-related",
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

/// The class of a cell's shade: `h0` nothing is full, `h9` everything is, `h1` to `h8` the eighths in between.
fn shade(tally: &Tally) -> &'static str {
    const EIGHTHS: [&str; 8] = ["h1", "h2", "h3", "h4", "h5", "h6", "h7", "h8"];
    match (tally.full, tally.total()) {
        (_, 0) => "none",
        (0, _) => "h0",
        (full, total) if full == total => "h9",
        (full, total) => EIGHTHS.get(full * 8 / total).unwrap_or(&"h8"),
    }
}

#[cfg(test)]
mod tests {
    use super::shade;
    use xwalk_report::Tally;

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
