//! How much a word weighs in a text: Okapi BM25, in whole numbers.
//!
//! Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (Foundations and Trends in
//! Information Retrieval 3(4), 2009), section 3.4, with k1 = 1.2 and b = 0.75:
//!
//! ```text
//!           rarity * times * (k1 + 1)                                   texts - texts with it + 1/2
//! ------------------------------------------------   rarity = ln (1 +  -----------------------------)
//! times + k1 * (1 - b + b * length / mean length)                          texts with it + 1/2
//! ```
//!
//! The one that is added within the logarithm keeps it above zero for words that most texts have, which would otherwise
//! speak *against* likeness.

use super::logarithm::logarithm_in_millionths;

/// All texts together.
#[derive(Clone, Copy, Debug)]
pub(super) struct Collection {
    /// How many there are.
    pub texts: u64,
    /// How many words they have, counted as [`super::Words`] counts.
    pub length: u64,
}

impl Collection {
    /// How much it says that a text has a word which this many texts have, in millionths.
    pub fn rarity(self, texts_with_it: u64) -> u64 {
        // 1 + (N - n + 1/2) / (n + 1/2) = (N + 1) / (n + 1/2)
        logarithm_in_millionths(2 * self.texts + 2, 2 * texts_with_it + 1)
    }

    /// The weight of a word of this rarity that stands so many times in a text of this length, in millionths: never
    /// nothing.
    pub fn weight(self, rarity: u64, times: u64, length: u64) -> u64 {
        let [rarity, times, length] = [rarity, times, length].map(u128::from);
        let [texts, all] = [self.texts, self.length].map(u128::from);
        // The fraction above with k1 = 6/5, b = 3/4 and a mean of all/texts, times 10 * all over itself.
        let above = 22 * times * all;
        let below = 10 * times * all + 3 * all + 9 * length * texts;
        let weight = (rarity * above).checked_div(below).unwrap_or(0);
        u64::try_from(weight).unwrap_or(u64::MAX).max(1)
    }
}
