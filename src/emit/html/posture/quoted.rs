//! Sentences in which names stand between backticks, as templates show them.

use crate::view::view;

view! {
    /// A piece of a sentence.
    pub(super) struct Piece<'r> {
        /// Whether it is a name.
        is_name: bool,
        /// What it says.
        text: &'r str,
    }
}

/// The pieces of a sentence.
pub(super) fn pieces(sentence: &str) -> Vec<Piece<'_>> {
    let pieces = sentence.split('`').enumerate();
    pieces
        .map(|(at, text)| Piece {
            is_name: at % 2 == 1,
            text,
        })
        .collect()
}
