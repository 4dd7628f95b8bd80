//! Why an entry makes no sense, in a user's words.
//!
//! pest says where it stopped; what is said here comes from what stands there and from the shape of the entry.

use std::ops::Range;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::syntax::NONSENSE;
use crate::source::{SourceId, Span};

/// What is wrong with the entry in this range, which stops making sense at an offset.
pub fn entry(source: SourceId, text: &str, range: Range<usize>, at: usize) -> Diagnostic {
    let rest = text.get(at..range.end).unwrap_or_default();
    let word: usize = rest
        .chars()
        .take_while(|character| !character.is_whitespace())
        .map(char::len_utf8)
        .sum();
    let place = Span::new(at, at + word).in_source(source);
    Diagnostic::new(
        NONSENSE,
        place,
        format!(
            "`{}` makes no sense here",
            rest.get(..word).unwrap_or_default()
        ),
    )
}
