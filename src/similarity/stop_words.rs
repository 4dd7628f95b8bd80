//! The words that every sentence of a standard has, and that say nothing of what it is about.

/// Whether it is one of them. The word is in small letters.
pub(super) fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.binary_search(&word).is_ok()
}

/// In order, so that they can be searched. Words that occur often but mean something ("security", "ensure") are left
/// to the index, which counts them little because they occur often.
const STOP_WORDS: &[&str] = &[
    "about", "all", "also", "an", "and", "any", "are", "as", "at", "be", "been", "before", "being",
    "between", "both", "but", "by", "can", "could", "do", "does", "during", "each", "either",
    "for", "from", "had", "has", "have", "having", "how", "if", "in", "into", "is", "it", "its",
    "itself", "may", "might", "must", "no", "nor", "not", "of", "on", "only", "or", "other",
    "others", "over", "shall", "should", "so", "some", "such", "than", "that", "the", "their",
    "them", "then", "there", "these", "they", "this", "those", "through", "to", "under", "until",
    "upon", "via", "was", "were", "what", "when", "where", "whether", "which", "while", "who",
    "whom", "whose", "will", "with", "within", "without", "would",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_stand_in_order() {
        assert!(STOP_WORDS.is_sorted_by(|one, next| one < next));
    }
}
